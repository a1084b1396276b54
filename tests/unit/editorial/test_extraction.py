"""The words of templates and code come into the catalogues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editorial import extraction
from messages import po

if TYPE_CHECKING:
    from pathlib import Path

TEMPLATE = """\
{# Translators: on the button #}
<p>{{ _("Send") }}</p>
{% trans n=3 %}{{ n }} page{% pluralize %}{{ n }} pages{% endtrans %}
{{ translate("de", "Legal") }}
"""


CHECK = """\
say("'{id}' is missing; "
    "add it", id=1)
say("same")  # both places count once
# Translators: between two values
say("or")
translate(lang, "of the theme")
"""


def words(root: Path, lang: str, domain: str) -> dict[object, object]:
    """Give the messages of a catalogue with their words."""
    catalogue = po.read(po.path_of(lang, domain, root / "translations"), lang)
    return {message.id: message.string for message in catalogue if message.id}


def write(root: Path, template: str) -> None:
    """Write a template and a module."""
    (root / "theme/templates").mkdir(parents=True, exist_ok=True)
    (root / "theme/templates/page.html").write_text(template)
    (root / "editorial").mkdir(exist_ok=True)
    (root / "editorial/site.py").write_text('words.translate(lang, "external site")\n')


def test_extract(tmp_path: Path) -> None:
    """Every way to mark words is found, with the comment for translators."""
    write(tmp_path, TEMPLATE)
    found = extraction.extract(tmp_path, extraction.THEME)
    messages = {m.id: (m.auto_comments, m.locations) for m in found if m.id}
    page = "theme/templates/page.html"
    assert messages == {
        "Send": (["on the button"], [(page, None)]),
        ("%(n)s page", "%(n)s pages"): ([], [(page, None)]),
        "Legal": ([], [(page, None)]),
        "external site": ([], [("editorial/site.py", None)]),
    }


def test_extract_checks(tmp_path: Path) -> None:
    """What the checks say is found wherever they stand; literals side by side are one message."""
    for name in ("registers/source.py", "notices/rules/rule.py"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(CHECK)
    found = extraction.extract(tmp_path, extraction.CHECKS)
    places = [("notices/rules/rule.py", None), ("registers/source.py", None)]
    assert {m.id: (m.auto_comments, m.locations) for m in found if m.id} == {
        "'{id}' is missing; add it": ([], places),
        "same": ([], places),
        "or": (["between two values"], places),
    }


def test_update(tmp_path: Path) -> None:
    """New messages come, unused ones go, words stay; English says the message itself."""
    write(tmp_path, '{{ _("Send") }}{{ _("Old") }}')
    extraction.update(tmp_path)
    path = po.path_of("de", "messages", tmp_path / "translations")
    path.write_text(
        path.read_text().replace('msgid "Send"\nmsgstr ""', 'msgid "Send"\nmsgstr "Ab"')
    )
    write(tmp_path, '{{ _("Send") }}{{ _("New") }}')
    extraction.update(tmp_path)
    german, english = (words(tmp_path, lang, "messages") for lang in ("de", "en"))
    assert german == {"New": "", "Send": "Ab", "external site": ""}
    assert english == {"New": "New", "Send": "Send", "external site": "external site"}
    assert "Old" not in path.read_text()


def test_update_checks(tmp_path: Path) -> None:
    """What the checks say has a German catalogue of its own; English needs none."""
    write(tmp_path, "")
    (tmp_path / "editorial/links.py").write_text('say("correct it")\n')
    extraction.update(tmp_path)
    assert words(tmp_path, "de", "checks") == {"correct it": ""}
    assert words(tmp_path, "de", "messages") == {"external site": ""}
    found = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.po"))
    assert found == [
        "translations/de/LC_MESSAGES/checks.po",
        "translations/de/LC_MESSAGES/messages.po",
        "translations/en/LC_MESSAGES/messages.po",
    ]


def test_update_twice(tmp_path: Path) -> None:
    """A second run changes nothing."""
    write(tmp_path, TEMPLATE)
    (tmp_path / "editorial/links.py").write_text("say(\"correct '{it}'\", it=1)\n")
    extraction.update(tmp_path)
    first = {path: path.read_bytes() for path in tmp_path.rglob("*.po")}
    extraction.update(tmp_path)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.po")} == first

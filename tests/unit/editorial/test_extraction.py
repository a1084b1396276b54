"""The words of templates and code come into the catalogues."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

import pytest

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


WRONG = {
    "theme/templates/page.html": (
        b"<p>\n{% if %}\n",
        "2:1: the template does not work: Expected an expression, got 'end of statement block'; "
        "correct it (broken-template)",
    ),
    "theme/templates/base.html": (
        "<p>\nfür".encode("latin-1"),
        "2:1: a character is not UTF-8; save the file as UTF-8 (encoding)",
    ),
    "editorial/site.py": (
        b"say('a')\nx = '''\n",
        "2:1: this is no Python: EOF in multi-line string; correct it (broken-module)",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_unreadable(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A template or module that cannot be read is named, once; the catalogues stay as they are."""
    write(tmp_path, "")
    extraction.update(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.po")}
    content, says = WRONG[name]
    write(tmp_path, "{{ _('New') }}")
    (tmp_path / name).write_bytes(content)
    assert extraction.main(["--lang", "en"], tmp_path) == 2
    assert capsys.readouterr() == ("", f"{name}:{says}\n")
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.po")} == before


def test_unreadable_catalogues(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every catalogue that cannot be read is named, before the template; nothing is written."""
    write(tmp_path, "")
    extraction.update(tmp_path)
    german, checks, english = (
        po.path_of(lang, domain, tmp_path / "translations")
        for lang, domain in (("de", "messages"), ("de", "checks"), ("en", "messages"))
    )
    german.write_bytes(b'msgid ""\nmsgstr ""\n\nmsgid "a\n')
    english.write_text(
        'msgid ""\nmsgstr ""\n"Plural-Forms: plural=n!!\\n"\n\nmsgid "a"\nmsgstr "b"\n'
    )
    checks.write_bytes(b'msgid "a"\nmsgstr "\xff"\n')
    write(tmp_path, "{% if %}")
    assert extraction.main(["--lang", "en"], tmp_path) == 2
    assert capsys.readouterr().err.splitlines() == [
        "translations/de/LC_MESSAGES/messages.po:4:1: this text does not end with a quotation "
        "mark; add it (unreadable-catalogue)",
        "translations/en/LC_MESSAGES/messages.po:3:1: this is not a catalogue: unexpected token "
        "in plural form: !; look at the quotation marks (unreadable-catalogue)",
        "translations/de/LC_MESSAGES/checks.po:2:1: a character is not UTF-8; save the file as "
        "UTF-8 (unreadable-catalogue)",
        "theme/templates/page.html:1:1: the template does not work: Expected an expression, got "
        "'end of statement block'; correct it (broken-template)",
    ]
    assert german.read_bytes() == b'msgid ""\nmsgstr ""\n\nmsgid "a\n'


@pytest.mark.parametrize("stop", [KeyboardInterrupt, OSError])
def test_interrupted(
    stop: type[BaseException], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever interrupts the writing, or fills the disk, finds the old catalogue whole."""
    write(tmp_path, "")
    extraction.update(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    def write_half(file: IO[bytes], *_: object, **__: object) -> None:
        file.write(b'msgid "')
        raise stop

    monkeypatch.setattr(extraction, "write_po", write_half)
    with pytest.raises(stop):
        extraction.update(tmp_path)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_main(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is in order is brought up to date without a word."""
    write(tmp_path, "{{ _('New') }}")
    assert extraction.main([], tmp_path) == 0
    assert capsys.readouterr() == ("", "")
    assert words(tmp_path, "en", "messages") == {"New": "New", "external site": "external site"}

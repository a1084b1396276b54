"""The words of templates and code come into the catalogues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editorial import catalogues, extraction

if TYPE_CHECKING:
    from pathlib import Path

TEMPLATE = """\
{# Translators: on the button #}
<p>{{ _("Send") }}</p>
{% trans n=3 %}{{ n }} page{% pluralize %}{{ n }} pages{% endtrans %}
{{ translate("de", "Legal") }}
"""


def write(root: Path, template: str) -> None:
    """Write a template and a module."""
    (root / "theme/templates").mkdir(parents=True, exist_ok=True)
    (root / "theme/templates/page.html").write_text(template)
    (root / "editorial").mkdir(exist_ok=True)
    (root / "editorial/site.py").write_text('words.translate(lang, "external site")\n')


def test_extract(tmp_path: Path) -> None:
    """Every way to mark words is found, with the comment for translators."""
    write(tmp_path, TEMPLATE)
    messages = {m.id: (m.auto_comments, m.locations) for m in extraction.extract(tmp_path) if m.id}
    page = "theme/templates/page.html"
    assert messages == {
        "Send": (["on the button"], [(page, None)]),
        ("%(n)s page", "%(n)s pages"): ([], [(page, None)]),
        "Legal": ([], [(page, None)]),
        "external site": ([], [("editorial/site.py", None)]),
    }


def test_update(tmp_path: Path) -> None:
    """New messages come, unused ones go, words stay; English says the message itself."""
    write(tmp_path, '{{ _("Send") }}{{ _("Old") }}')
    extraction.update(tmp_path, ("de", "en"))
    path = catalogues.path_of("de", tmp_path / "translations")
    path.write_text(
        path.read_text().replace('msgid "Send"\nmsgstr ""', 'msgid "Send"\nmsgstr "Ab"')
    )
    write(tmp_path, '{{ _("Send") }}{{ _("New") }}')
    extraction.update(tmp_path, ("de", "en"))
    words = {
        lang: {
            m.id: m.string
            for m in catalogues.read(catalogues.path_of(lang, tmp_path / "translations"), lang)
            if m.id
        }
        for lang in ("de", "en")
    }
    assert words["de"] == {"New": "", "Send": "Ab", "external site": ""}
    assert words["en"] == {"New": "New", "Send": "Send", "external site": "external site"}
    assert "Old" not in path.read_text()


def test_update_twice(tmp_path: Path) -> None:
    """A second run changes nothing."""
    write(tmp_path, TEMPLATE)
    path = catalogues.path_of("en", tmp_path / "translations")
    extraction.update(tmp_path, ("en",))
    first = path.read_bytes()
    extraction.update(tmp_path, ("en",))
    assert path.read_bytes() == first

"""A text becomes HTML with facts, clauses, links, drafts and typography."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from editorial import agreement, facts, inventory, problems, references
from editorial.catalogues import Catalogues
from editorial.site import Site
from tests.unit.pipeline import small_site

if TYPE_CHECKING:
    from pathlib import Path


class Words(Catalogues):
    """Says every message with its language before it."""

    def __init__(self) -> None:
        super().__init__({})

    def translate(self, lang: str, message: str) -> str:
        return f"{lang}: {message}"


def render(template: str, lang: str, **variables: str) -> str:
    """Name the template and its variables."""
    return f"<{template} {lang} {' '.join(f'{k}={v!r}' for k, v in variables.items())}>".replace(
        " >", ">"
    )


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Give the small site as texts, with templates that only name themselves."""
    small_site.write(tmp_path)
    with problems.collected() as found:
        pages = inventory.take(tmp_path / "content", tmp_path)
    assert found == []
    return Site(
        root=tmp_path,
        inventory=pages,
        facts=facts.load(tmp_path),
        words=Words(),
        render=render,
        address_of="/static/media/{}".format,
        published=lambda _path: False,
    )


def html(site: Site, body: str, page: str = "home") -> str:
    """Convert a body of a German page, of which nothing is reported."""
    document = site.inventory.find(page, "de")
    assert document is not None
    object.__setattr__(document, "body", body)
    with problems.collected() as found:
        made = site.text(document).html
    assert list(map(str, found)) == []
    return made


CASES = {
    "a fact": ("Aus {{ company.city }}.", "<p>Aus Oldenburg.</p>"),
    "an ampersand in a fact": (
        "{{ company.legal_name }}",
        "<p>Karten GmbH\u00a0&amp; Co.\u00a0KG</p>",
    ),
    "a gap": (
        "Telefon {{ company.phone }}",
        '<p>Telefon <mark class="gap">de: to be supplied by the operator</mark></p>',
    ),
    "a period keeps its number": ("{{ retention.logs }}", "<p>90\u00a0Tage</p>"),
    "a table": ("{{ table.cookies }}", "<tables/cookies.html de>"),
    "a snippet": (
        "{{ snippet.paragraph.en }}",
        "<snippet.html de content='<p>Maps by Karten.</p>' snippet_lang='en'>",
    ),
    "a draft": (
        "```draft\nAuskunft\n\nGuten Tag,\n{{ company.phone }}\n```",
        (
            "<draft.html de recipient='post@maps.example' subject='Auskunft' "
            "text='Guten Tag,\\n[de: to be supplied by the operator]' "
            "href='mailto:post@maps.example?subject=Auskunft&body=Guten%20Tag%2C%0D%0A"
            "%5Bde%3A%20to%20be%20supplied%20by%20the%20operator%5D'>"
        ),
    ),
    "a draft to somebody else": (
        "```draft elsewhere\nBeschwerde\n\nx\n```",
        (
            "<draft.html de recipient='' subject='Beschwerde' text='x' "
            "href='mailto:?subject=Beschwerde&body=x'>"
        ),
    ),
    "code stays as it is": (
        "`Art. 6 {z}/{x}` und Art. 6",
        "<p><code>Art. 6 {z}/{x}</code> und Art.\u00a06</p>",
    ),
    "a foreign phrase": (
        '<span lang="en">Open Database License</span>',
        '<p><span lang="en">Open Database License</span></p>',
    ),
    "a class on a list": (
        "- eins\n- zwei\n{: .cards }",
        '<ul class="cards">\n<li>eins</li>\n<li>zwei</li>\n</ul>',
    ),
    "a class on a link": (
        "[Holen](page:trial){: .button }",
        '<p><a class="button" href="/de/trial/">Holen</a></p>',
    ),
    "a link that leaves the site": (
        "[Karte](https://other.example/)",
        (
            '<p><a href="https://other.example/" rel="noreferrer">Karte'
            '<span class="visually-hidden"> (de: external site)</span></a></p>'
        ),
    ),
    "a picture": (
        "![Ein Hafen](images/harbour.svg)",
        '<p><img alt="Ein Hafen" height="20" src="/static/media/harbour.svg" width="30" /></p>',
    ),
    "a section": (
        "## Eins {#one}\n\nWorte.",
        '<section id="one">\n<h2>Eins</h2>\n<p>Worte.</p>\n</section>',
    ),
    "an empty text": ("", ""),
}


@pytest.mark.parametrize("fact", CASES)
def test_html(fact: str, site: Site) -> None:
    """What an editor types becomes what a browser gets."""
    typed, published = CASES[fact]
    assert "".join(html(site, typed).split("\n")) == "".join(published.split("\n"))


def test_titles(site: Site) -> None:
    """A foreign phrase and an escaped sign in a heading leave no trace in the contents list."""
    document = site.inventory.find("home", "de")
    assert document is not None
    html(site, '## <span lang="en">Cookies</span> & *mehr* \\* {#cookies}')
    assert [clause.title for clause in site.text(document).outline.all()] == ["Cookies & mehr *"]


def test_outline_before_conversion(site: Site) -> None:
    """The clauses of a page are the same before and after it is converted."""
    document = site.inventory.find("privacy", "de")
    assert document is not None
    before = [(c.id, c.number, c.level) for c in site.outline(document).all()]
    with problems.collected():
        after = [(c.id, c.number, c.level) for c in site.text(document).outline.all()]
    assert (
        before
        == after
        == [
            ("controller", "", 2),
            ("declaration", "", 2),
            ("access-data", "1", 3),
            ("access-data-period", "(1)", 0),
            ("access-data-more", "(2)", 0),
            ("cookies", "2", 3),
            ("cookies-list", "(1)", 0),
        ]
    )


def test_sound_site(site: Site) -> None:
    """Nothing is said of languages that agree, and of a register whose clauses are there."""
    assert list(agreement.judge(site)) == []
    assert list(references.judge(site)) == []

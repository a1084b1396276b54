"""Links are completed: addresses, numbers of clauses, the words for a way out."""

from __future__ import annotations

import pytest

from editorial import links
from editorial.clauses import Clause, Outline
from editorial.inventory import Inventory
from tests.unit.editorial.texts import document, markup, tree

HOME = document("", "content/pages/home.de.md")
PRIVACY = document("", "content/legal/privacy.de.md")
ENGLISH = document("", "content/legal/privacy.en.md")
SECTION = Clause("logs", "Protokolle", 3, "3", children=[Clause("logs-use", "x", 0, "(1)", "3")])
OUTLINE = Outline([SECTION])


def resolved(text: str) -> tuple[str, list[str]]:
    """Resolve the links of a text of the German home page."""
    root = tree(text)
    context = links.Context(
        document=HOME,
        outline=Outline([Clause("start", "Anfang", 2)]),
        inventory=Inventory({"home": {"de": HOME}, "privacy": {"de": PRIVACY, "en": ENGLISH}}),
        site_url="https://maps.example",
        external_note="externe Seite",
        outline_of=lambda _target: OUTLINE,
        published=lambda path: path == "/robots.txt",
    )
    found = list(links.resolve(root, context))
    return markup(root), [f"{finding.message} ({finding.rule})" for finding in found]


NOTE = '<span class="visually-hidden"> (externe Seite)</span>'


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ('<a href="page:privacy">x</a>', '<a href="/de/privacy/">x</a>'),
        ('<a href="page:privacy#logs">x</a>', '<a href="/de/privacy/#logs">x</a>'),
        ('<a href="page:privacy#logs" />', '<a href="/de/privacy/#logs">Abschnitt 3</a>'),
        (
            '<a href="page:privacy#logs-use" />',
            '<a href="/de/privacy/#logs-use">Abschnitt 3 Absatz 1</a>',
        ),
        ('<a href="#start" />', '<a href="#start">„Anfang“</a>'),
        ('<a href="#start"><em>x</em></a>', '<a href="#start"><em>x</em></a>'),
        ('<a href="mailto:a@b.example">x</a>', '<a href="mailto:a@b.example">x</a>'),
        ('<a href="/account/trial?x#y">x</a>', '<a href="/account/trial?x#y">x</a>'),
        ('<a href="/robots.txt">x</a>', '<a href="/robots.txt">x</a>'),
        ('<a class="number" href="#nowhere">1</a>', '<a class="number" href="#nowhere">1</a>'),
        ('<a href="page:home"><img alt="x" /></a>', '<a href="/de/home/"><img alt="x" /></a>'),
        (
            '<a href="https://other.example/">x</a>',
            f'<a href="https://other.example/" rel="noreferrer">x{NOTE}</a>',
        ),
        (
            '<a href="http://maps.example/">x</a>',
            f'<a href="http://maps.example/" rel="noreferrer">x{NOTE}</a>',
        ),
        (
            '<a href="//maps.example.org/">x</a>',
            f'<a href="//maps.example.org/" rel="noreferrer">x{NOTE}</a>',
        ),
    ],
)
def test_sound(written: str, published: str) -> None:
    """A sound link is completed, or left as it is."""
    assert resolved(written) == (published, [])


@pytest.mark.parametrize(
    ("href", "message"),
    [
        ("page:none", "there is no page 'none'; known are home, privacy"),
        (
            "page:privacy#none",
            (
                "the link 'page:privacy#none' leads to no clause: content/legal/privacy.de.md "
                "has no '{#none}'; correct the id"
            ),
        ),
        (
            "#none",
            (
                "the link '#none' leads to no clause: content/pages/home.de.md has no '{#none}'; "
                "correct the id"
            ),
        ),
        (
            "https://maps.example:443/de/",
            (
                "the link 'https://maps.example:443/de/' leads to this site; "
                "write 'page:' and the id of the page"
            ),
        ),
        (
            "//MAPS.example/x",
            "the link '//MAPS.example/x' leads to this site; write 'page:' and the id of the page",
        ),
        (
            "/de/privacy/?x#y",
            "the link '/de/privacy/?x#y' names an address; write 'page:' and the id of the page",
        ),
        ("/accounts/", "nothing is published at '/accounts/'; correct the link"),
        (
            "privacy.de.md",
            "the link 'privacy.de.md' says neither page nor address; write 'page:' and an id",
        ),
        ("", "the link '' says neither page nor address; write 'page:' and an id"),
        (
            "HTTPS://other.example/",
            (
                "the link 'HTTPS://other.example/' says neither page nor address; "
                "write 'page:' and an id"
            ),
        ),
        ("https://[x]/", "'https://[x]/' is no address; correct it"),
    ],
)
def test_broken(href: str, message: str) -> None:
    """A broken link is reported with what to do."""
    assert resolved(f'<a href="{href}">x</a>')[1] == [f"{message} (broken-link)"]


@pytest.mark.parametrize("href", ["page:privacy", "mailto:a@b.example", "/robots.txt"])
def test_without_words(href: str) -> None:
    """A link without words is broken, unless a number stands for them."""
    message = f"the link to '{href}' has no words; write some (broken-link)"
    assert resolved(f'<a href="{href}"> </a>')[1] == [message]

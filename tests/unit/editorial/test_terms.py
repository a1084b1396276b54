"""A term is marked where a text explains it, and linked wherever else the text uses it."""

from __future__ import annotations

import pytest

from editorial.terms import Terms
from registers.glossary import Glossary, Term
from tests.unit.editorial.texts import document, markup, tree

GLOSSARY = Glossary(
    terms={
        "key": Term(de="Schlüssel", de_forms=("Schlüssels",), en="key", source="x"),
        "own-data": Term(de="eigene Daten", de_forms=("Daten",), en="own data", source="x"),
        "table": Term(de="cookies", en="cookies", source="x"),
    }
)
DEFINED = (
    '<li id="one"><p>Ein <dfn id="term-key">Schlüssel</dfn> öffnet; der Schlüssel passt.</p></li>'
)


def linked(text: str) -> str:
    """Take and link the terms of a German text, of which nothing may be wrong."""
    root, terms = tree(text), Terms()
    assert list(terms.take(root, document(""), GLOSSARY, "de")) == []
    terms.link(root, GLOSSARY, "de")
    return markup(root)


def after_definition(text: str) -> str:
    """Give what becomes of a text after the definition of a key."""
    made = linked('<li id="one"><p>Ein <a href="term:key">Schlüssel</a>.</p></li>' + text)
    return made.partition("</li>")[2]


def link(words: str, name: str = "key") -> str:
    """Write the link to a definition."""
    return f'<a class="term" href="#term-{name}">{words}</a>'


def test_definition() -> None:
    """The mark becomes the definition; in its own clause nothing is linked."""
    marked = DEFINED.replace('<dfn id="term-key">', '<a href="term:key">').replace("dfn", "a")
    assert linked(marked) == DEFINED


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("<p>Der Schlüssel.</p>", f"<p>Der {link('Schlüssel')}.</p>"),
        (
            "<p>Wegen des <em>Schlüssels</em>.</p>",
            f"<p>Wegen des <em>{link('Schlüssels')}</em>.</p>",
        ),
        ("<p><em>Ein</em> SCHLÜSSEL.</p>", f"<p><em>Ein</em> {link('SCHLÜSSEL')}.</p>"),
        (
            '<li id="two"><p>Schlüssel und Schlüssel.</p><p>Schlüssel.</p></li>'
            '<li id="three"><p>Schlüssel.</p></li>',
            f'<li id="two"><p>{link("Schlüssel")} und Schlüssel.</p><p>Schlüssel.</p></li>'
            f'<li id="three"><p>{link("Schlüssel")}.</p></li>',
        ),
        ("<h2>Schlüssel</h2>", "<h2>Schlüssel</h2>"),
        ("<p><code>Schlüssel</code></p>", "<p><code>Schlüssel</code></p>"),
        ('<p><a href="#two">Schlüssel</a></p>', '<p><a href="#two">Schlüssel</a></p>'),
        ("<p>Schlüsselbund, Auto-Schlüssel</p>", "<p>Schlüsselbund, Auto-Schlüssel</p>"),
        ("<p>\ue000table.Schlüssel\ue001</p>", "<p>\ue000table.Schlüssel\ue001</p>"),
        ("<p>Eigene Daten.</p>", "<p>Eigene Daten.</p>"),
    ],
)
def test_use(written: str, published: str) -> None:
    """Every form is linked, once in each clause; headings, code, links and other words are not."""
    assert after_definition(written) == published


def test_several_terms() -> None:
    """The longest form counts, over the end of a line too, and each term has its own link."""
    text = '<p id="x"><a href="term:key">Schlüssel</a>, <a href="term:own-data">Daten</a></p>'
    made = linked(f'{text}<p id="y">Schlüssel, eigene\nDaten, Daten, Schlüssel.</p>')
    own = link("eigene\nDaten", "own-data")
    rest = f"{link('Schlüssel')}, {own}, Daten, Schlüssel."
    assert made.endswith(f'<p id="y">{rest}</p>')


def test_nothing_defined() -> None:
    """A text that defines nothing is left as it is."""
    assert linked("<p>Der Schlüssel.</p>") == "<p>Der Schlüssel.</p>"

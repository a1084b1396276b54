"""Flat elements become a tree of clauses with ids and computed numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.util import ETX, STX

from editorial.clauses import Clause, Outline, arrange, reference
from tests.unit.editorial.texts import markup, tree


def shape(clauses: list[Clause]) -> list[object]:
    """Give id, number and title of each clause, and those below it."""
    return [
        (c.id, c.number, c.title, *([shape(c.children)] if c.children else [])) for c in clauses
    ]


DECLARATION = """
<h2 id="plain">Vorweg</h2><p>Worte.</p>
<h2 id="declaration">Erklärung</h2>
<h3 id="scope">Bereich</h3><ol><li>Eins. {#scope-one}</li><li>Zwei. {#scope-two}</li></ol>
<h3 id="cookies">Cookies</h3><p>Allein. {#cookies-alone}</p>
<h2 id="end">Ende</h2>
"""


def test_sections() -> None:
    """Sections nest; only those below the numbered heading have numbers, (1) below them."""
    outline = arrange(tree(DECLARATION), "declaration")
    assert shape(outline.clauses) == [
        ("plain", "", "Vorweg"),
        (
            "declaration",
            "",
            "Erklärung",
            [
                (
                    "scope",
                    "1",
                    "Bereich",
                    [("scope-one", "(1)", "Eins."), ("scope-two", "(2)", "Zwei.")],
                ),
                ("cookies", "2", "Cookies", [("cookies-alone", "", "Allein.")]),
            ],
        ),
        ("end", "", "Ende"),
    ]
    assert (outline.duplicates, outline.malformed, outline.without_id) == ([], [], [])


def test_markup() -> None:
    """The number is real text and the link to its clause; the id stands on the section."""
    root = tree('<h2 id="d">D</h2><h3 id="s">S <em>x</em></h3><ol><li>Eins. {#s-one}</li></ol>')
    arrange(root, "d")
    assert markup(root) == (
        '<section id="d"><h2>D</h2>'
        '<section id="s" class="clause"><h3><a class="number" href="#s">1</a> S <em>x</em></h3>'
        '<ol class="paragraphs"><li id="s-one"><a class="number" href="#s-one">(1)</a> '
        "<p>Eins.</p></li></ol></section></section>"
    )


def test_list_in_a_paragraph() -> None:
    """A paragraph keeps its list, and its id may stand before it."""
    root = tree(
        '<h2 id="d">D</h2><h3 id="s">S</h3>'
        "<ol><li>Das: {#s-one}<ul><li>a</li><li>b</li></ul></li></ol>"
    )
    outline = arrange(root, "d")
    assert outline.find("s-one") is not None
    assert "<p>Das:</p><ul><li>a</li><li>b</li></ul></li></ol>" in markup(root)


def test_id_given_by_an_attribute_list() -> None:
    """An id on a line of its own, which Markdown takes, counts like one at the end."""
    outline = arrange(
        tree('<h2 id="d">D</h2><h3 id="s">S</h3><ol><li id="s-one">Eins.</li></ol>'), "d"
    )
    assert [clause.id for clause in outline.all()] == ["d", "s", "s-one"]
    assert outline.without_id == []


def test_wrong_ids() -> None:
    """Ids that are missing, malformed or given twice are kept apart."""
    outline = arrange(
        tree(
            '<h2 id="a">A</h2><h2>Ohne</h2><h2 id="a">B</h2><h2 id="A_b">C</h2>'
            "<p>Text. {#1x}</p><p>Text. {#}</p>"
        ),
        "",
    )
    assert outline.duplicates == ["a"]
    assert outline.malformed == ["A_b", "1x"]
    assert outline.without_id == ["Ohne"]


def test_titles_are_plain() -> None:
    """A title has the words of a heading, without what Markdown puts aside for later."""
    root = tree("<h2 id='a'>Über <em>alles</em></h2>")
    root[0].text = f"{STX}klzzwxh:0000{ETX}Cookies{STX}42{ETX} {STX}amp{ETX} "
    assert arrange(root, "").clauses[0].title == "Cookies* & alles"


@pytest.mark.parametrize(
    ("clause", "german", "english"),
    [
        (Clause("a", "Worte", 3, "3"), "Abschnitt 3", "section 3"),
        (Clause("a", "Worte", 0, "(2)", "3"), "Abschnitt 3 Absatz 2", "section 3(2)"),
        (Clause("a", "Worte", 2), "„Worte“", "“Worte”"),
    ],
)
def test_reference(clause: Clause, german: str, english: str) -> None:
    """A clause is cited by its number, or by its title where it has none."""
    assert (reference(clause, "de"), reference(clause, "en")) == (german, english)


IDS = st.text(alphabet="abc-1", min_size=1, max_size=5).map(lambda text: f"x{text}")
SECTIONS = st.lists(st.tuples(st.sampled_from("23"), st.integers(0, 3)), max_size=12)


@given(SECTIONS)
def test_any_order_of_headings(sections: list[tuple[str, int]]) -> None:
    """Every clause is in the tree once, in the order of the text, with consecutive numbers."""
    parts, ids = ['<h2 id="d">D</h2>'], ["d"]
    for index, (level, paragraphs) in enumerate(sections):
        items = "".join(f"<li>x {{#s{index}-{n}}}</li>" for n in range(paragraphs))
        parts.append(f'<h{level} id="s{index}">S</h{level}>' + (items and f"<ol>{items}</ol>"))
        ids += [f"s{index}", *(f"s{index}-{n}" for n in range(paragraphs))]
    root = tree("".join(parts))
    words = "".join(root.itertext())
    outline = arrange(root, "d")
    assert [clause.id for clause in outline.all()] == ids
    assert (outline.duplicates, outline.malformed, outline.without_id) == ([], [], [])
    numbers = [c.number for c in outline.all() if c.level == 3 and c.number]
    assert numbers == [str(n) for n in range(1, len(numbers) + 1)]
    for clause in outline.all():
        below = [c.number for c in clause.children if c.level == 0 and c.number]
        assert below == [f"({n})" for n in range(1, len(below) + 1)]
    assert words.count("x") == "".join(root.itertext()).count("x")


@given(st.lists(IDS, max_size=6))
def test_ids_from_markdown(ids: list[str]) -> None:
    """Whatever ids an editor gives, each is found, or is reported as given twice."""
    outlines: list[Outline] = []
    md = Markdown(extensions=["attr_list"])
    text = "\n\n".join(f"## Titel {{#{identity}}}\n\nWorte. {{#{identity}-p}}" for identity in ids)
    root = tree(md.convert(text).replace("&", "&amp;"))
    outlines.append(arrange(root, ""))
    assert {clause.id for clause in outlines[0].all()} == {i for n in ids for i in (n, f"{n}-p")}
    repeated = len(ids) - len(set(ids))
    assert len(outlines[0].duplicates) >= repeated

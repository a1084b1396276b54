"""Both languages of a page say the same: ids, facts, links, figures, law, and no leftovers."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from editorial import inventory, problems

if TYPE_CHECKING:
    from collections.abc import Iterable

    from editorial.documents import Document

ROOT = Path(__file__).resolve().parents[2]

with problems.collected() as _found:
    INVENTORY = inventory.take(ROOT / "content", ROOT)
assert _found == []

PAIRS = [
    (document, twin)
    for document in INVENTORY.documents()
    if document.lang == "de" and (twin := INVENTORY.twin(document)) is not None
]
each_pair = pytest.mark.parametrize(
    ("german", "english"), PAIRS, ids=[german.id for german, _ in PAIRS]
)

_CODE = re.compile(r"^```(?!draft).*?^```$|`[^`\n]*`", re.MULTILINE | re.DOTALL)
_FOREIGN = re.compile(r"<span lang=\"..\">.*?</span>", re.DOTALL)
_GERMAN_LAW = re.compile(
    r"Art\. (\d+)(?: Abs\. (\d+))?(?: lit\. ([a-z]))?|§ (\d+)(?: Abs\. (\d+))?(?: Nr\. (\d+))?"
)
_ENGLISH_LAW = re.compile(
    r"Art\. (\d+)(?:\((\d+)\))?(?:\(([a-z])\))?|§ (\d+)(?:\((\d+)\))?(?: no\. (\d+))?"
)


def prose(document: Document) -> str:
    """Give what visitors read: front matter and body, without code, foreign phrases, addresses."""
    words = [document.front.get(key, "") for key in ("Title", "Label", "Lead", "Description")]
    text = _CODE.sub(" ", "\n".join([*words, document.body]))
    text = _FOREIGN.sub(" ", text)
    text = re.sub(r"\{\{[^}]*\}\}|\{[:#][^}]*\}", " ", text)
    return re.sub(r"\]\([^)]*\)", "] ", text)


def law(document: Document) -> Counter[tuple[str, ...]]:
    """Count the provisions that a text cites, in either notation."""
    pattern = _GERMAN_LAW if document.lang == "de" else _ENGLISH_LAW
    return Counter(match.groups("") for match in pattern.finditer(prose(document)))


def figures(document: Document) -> Counter[str]:
    """Count the figures of a text that stand in no citation."""
    pattern = _GERMAN_LAW if document.lang == "de" else _ENGLISH_LAW
    return Counter(re.findall(r"\d+(?:[.,]\d+)*", pattern.sub(" ", prose(document))))


def placeholders(document: Document) -> Counter[str]:
    """Count the facts that a text names."""
    return Counter(re.findall(r"\{\{\s*(.*?)\s*\}\}", document.body))


def links(document: Document) -> Counter[str]:
    """Count the targets of links, of pictures, and of definitions."""
    return Counter(re.findall(r"\]\(([^)\s]*)\)", _CODE.sub(" ", document.body)))


def drafts(document: Document) -> list[str]:
    """Give the kinds of the drafts, in order."""
    return re.findall(r"^```(draft.*)$", document.body, re.MULTILINE)


@each_pair
def test_the_same_facts(german: Document, english: Document) -> None:
    """Both texts name the same facts of the registers, as often."""
    assert placeholders(german) == placeholders(english)


@each_pair
def test_the_same_links(german: Document, english: Document) -> None:
    """Both texts lead to the same places."""
    assert links(german) == links(english)


@each_pair
def test_the_same_law(german: Document, english: Document) -> None:
    """Both texts cite the same provisions, each in the notation of its language."""
    assert law(german) == law(english)


@each_pair
def test_the_same_figures(german: Document, english: Document) -> None:
    """Both texts name the same figures."""
    assert figures(german) == figures(english)


@each_pair
def test_the_same_structure(german: Document, english: Document) -> None:
    """Both texts have the same ids, drafts, template and numbered part."""
    ids = re.compile(r"\{#([^}]*)\}")
    assert ids.findall(german.body) == ids.findall(english.body)
    assert drafts(german) == drafts(english)
    assert (german.template, german.numbered) == (english.template, english.numbered)
    assert ("Lead" in german.front) == ("Lead" in english.front)


#: Words that the other language does not have; a text with one of them was not translated whole.
_GERMAN = """
und der die das ist nicht wir Sie mit für auf ein eine oder werden nach bei zum zur
"""
_ENGLISH = """
the and of is not we you with for on or are to this that our your which from
"""
GERMAN, ENGLISH = set(_GERMAN.split()), set(_ENGLISH.split())


def leftovers(document: Document, words: Iterable[str]) -> list[str]:
    """Give the words of a text that are of the other language."""
    found = re.findall(r"[^\W\d_]+", prose(document))
    return [word for word in found if word in words]


@each_pair
def test_no_leftovers(german: Document, english: Document) -> None:
    """No German is left in an English text, and no English in a German one."""
    assert leftovers(german, ENGLISH) == []
    assert leftovers(english, GERMAN) == []
    umlauts = [word for word in re.findall(r"\w+", prose(english)) if re.search("[äöüß]", word)]
    assert umlauts == []


@each_pair
def test_quotation_marks(german: Document, english: Document) -> None:
    """Quotation marks and apostrophes are those of the language, none is a typewriter's."""
    assert re.findall("[\"'‘]|“(?=\\w)", prose(german)) == []
    assert re.findall("[\"'„‚]", prose(english)) == []


DOCUMENTS = INVENTORY.documents()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: d.name.rpartition("/")[2])
def test_description(document: Document) -> None:
    """A description is one sentence of 50 to 160 characters, unlike every other one."""
    description = document.front["Description"]
    assert description.endswith(".")
    assert len(description) <= 160
    assert len(description) >= 50 or not document.lang
    same = [other.name for other in DOCUMENTS if other.front["Description"] == description]
    assert same == [document.name]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: d.name.rpartition("/")[2])
def test_titles_differ(document: Document) -> None:
    """No two pages of a language have the same title."""
    same = [
        other.name
        for other in DOCUMENTS
        if (other.lang, other.front["Title"]) == (document.lang, document.front["Title"])
    ]
    assert same == [document.name]


def test_the_checks_see() -> None:
    """The comparisons tell texts apart that differ in one fact, figure, provision or word."""
    german, english = next(pair for pair in PAIRS if pair[0].id == "privacy")
    assert law(german)
    assert placeholders(german)
    assert links(german)
    assert leftovers(german, GERMAN)
    assert leftovers(english, ENGLISH)

"""The plain text and the Markdown of a notice say what its page says, word for word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from delivery.content_types import content_type
from notices.copies.plain import WIDTH
from registers import wording

if TYPE_CHECKING:
    from pathlib import Path

    from selectolax.lexbor import LexborNode

    from editorial.facts import Facts
    from tests.output.conftest import Published

#: What only works on a page.
CONTROLS = "nav, summary, .button, .visually-hidden, .offers"
TYPES = {".txt": "text/plain", ".md": "text/markdown", ".json": "application/json"}
HELD = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2011": "-"})
BLOCKS = {"p", "li", "dt", "dd", "th", "td", "tr", "caption", "h1", "h2", "h3", "h4", "br", "div"}


@dataclass(frozen=True)
class Notice:
    """A notice in its three forms, and its document id."""

    name: str
    page: Published
    plain: str
    markdown: str

    @property
    def lang(self) -> str:
        return self.page.address[1:3]

    def article(self) -> LexborNode:
        """Give the article without what only works on a page."""
        article = LexborHTMLParser(self.page.text).css_first("article")
        for node in article.css(CONTROLS):
            node.decompose()
        return article


@pytest.fixture(scope="session")
def notices(built_site: Path, by_address: dict[str, Published], facts: Facts) -> list[Notice]:
    found = []
    for page in by_address.values():
        history = page.tree.css_first('.version a[href*="#"]')
        files = {link.attributes["href"] for link in page.tree.css("a[type]")}
        plain = next((name for name in files if name.endswith(".txt")), None)
        if plain is None:
            continue
        texts = [
            (built_site / f"{plain.removesuffix('.txt')}{suffix}".lstrip("/")).read_text("utf-8")
            for suffix in (".txt", ".md")
        ]
        found.append(Notice(history.attributes["href"].partition("#")[2], page, *texts))
    names = {notice.name for notice in found}
    assert names == set(facts.ledger.documents)
    assert len(found) == 2 * len(names)
    return found


def words(node: LexborNode, *, rows_as_lists: bool) -> list[str]:
    """Give every word that a visitor reads, numbers too, in the order of the page.

    A table is read row by row, or as it becomes a list: each value behind the name of its column.
    """
    spoken: list[str] = []

    def read(node: LexborNode) -> None:
        if node.tag == "-text":
            spoken.append(node.text_content or "")
            return
        if rows_as_lists and node.tag == "thead":
            return
        if node.tag == "li" and node.parent.tag == "ol" and not node.css_first("a.number"):
            items = [item for item in node.parent.iter() if item.tag == "li"]
            spoken.append(f" {items.index(node) + 1}. ")
        if rows_as_lists and (label := node.attributes.get("data-label")):
            spoken.append(f" {label} ")
        before, after = (" ", " ") if node.tag in BLOCKS else ("", "")
        if node.tag == "mark":
            before, after = "[", "]"
        spoken.append(before)
        for child in node.iter(include_text=True):
            read(child)
        spoken.append(after)

    read(node)
    return bare("".join(spoken).translate(HELD))


def bare(text: str) -> list[str]:
    """Give the words of a text without the colons that a copy sets behind labels."""
    return [word for part in text.split() if (word := part.rstrip(":"))]


def words_of_plain(text: str) -> list[str]:
    """Give the words of a plain text without underlines, bullets and the addresses of links."""
    lines = (line for line in text.splitlines() if not re.fullmatch(r"[=\-~.]{2,}", line))
    text = re.sub(r"^\s*- ", "", "\n".join(lines), flags=re.MULTILINE)
    return bare(re.sub(r"\s+\(https://[^\s)]+\)", "", text))


def words_of_markdown(text: str) -> list[str]:
    """Give the words that a reader of Markdown shows."""
    tree = LexborHTMLParser(MarkdownIt("commonmark").enable("table").render(text))
    assert tree.body is not None
    return words(tree.body, rows_as_lists=False)


def test_plain_text_says_the_same(notices: list[Notice]) -> None:
    """Title, version box, headings, numbers, paragraphs and rows of the page, and nothing else."""
    for notice in notices:
        assert words_of_plain(notice.plain) == words(notice.article(), rows_as_lists=True)


def test_markdown_says_the_same(notices: list[Notice]) -> None:
    """So does Markdown, read by another program than the one that writes it."""
    for notice in notices:
        assert words_of_markdown(notice.markdown) == words(notice.article(), rows_as_lists=False)


@pytest.mark.parametrize(
    ("old", "new"),
    [("90 days", "60 days"), ("(2) ", "(3) "), ("3 Map", "4 Map"), ("not in third", "in third")],
)
def test_a_difference_would_be_found(notices: list[Notice], old: str, new: str) -> None:
    """A figure, the number of a paragraph or a section, one word: each makes the forms differ."""
    notice = next(n for n in notices if n.page.address == "/en/privacy/")
    for text, read, as_lists in (
        (notice.plain, words_of_plain, True),
        (notice.markdown, words_of_markdown, False),
    ):
        assert old in text
        changed = read(text.replace(old, new, 1))
        assert changed != words(notice.article(), rows_as_lists=as_lists)


def headings(notice: Notice) -> list[str]:
    """Give the headings of the page with their numbers."""
    found = notice.article().css("h1, h2, h3, h4")
    return [" ".join(node.text().translate(HELD).split()) for node in found]


def test_headings_and_numbers(notices: list[Notice]) -> None:
    """Every heading of the page is one of the copies, with its number and on its level."""
    for notice in notices:
        blocks = [block.splitlines() for block in re.split(r"\n\n+", notice.plain)]
        underlined = [block for block in blocks if re.fullmatch(r"[=\-~.]{2,}", block[-1])]
        assert [" ".join(block[:-1]) for block in underlined] == headings(notice)
        marked = re.findall(r"^(#+) (.*)$", notice.markdown, re.MULTILINE)
        assert [title for _, title in marked] == headings(notice)
        levels = [int(node.tag[1]) for node in notice.article().css("h1, h2, h3, h4")]
        assert [len(marks) for marks, _ in marked] == levels


def test_version_and_days(notices: list[Notice], facts: Facts) -> None:
    """All forms have the version, the day of publication and the day of effect of the ledger."""
    labels = {"de": ("Fassung", "Veröffentlicht", "Gilt ab"), "en": ()}
    labels["en"] = ("Version", "Published", "Applies from")
    gaps = {"de": "[wird vom Betreiber ergänzt]", "en": "[to be supplied by the operator]"}
    for notice in notices:
        now = facts.ledger.documents[notice.name].in_force
        lang = notice.lang
        effective = wording.date(now.effective, lang) if now.effective else gaps[lang]
        values = (now.version, wording.date(now.published, lang), effective)
        box = dict(re.findall(r"^(\S[\w ]*?)  +(\S.*)$", notice.plain.split("\n\n\n")[0], re.M))
        listed = dict(re.findall(r"^- \*\*(.*?):\*\* \*?(.*?)\*?$", notice.markdown, re.MULTILINE))
        for label, value in zip(labels[lang], values, strict=True):
            assert (box[label], listed[label]) == (value, value), notice.page.address


def test_lines_of_plain_text_are_short(notices: list[Notice]) -> None:
    """A line has 76 columns, more only for an address; no white space ends it; all is UTF-8."""
    for notice in notices:
        for line in notice.plain.splitlines():
            assert len(line) <= WIDTH or "https://" in line.split()[-1], line
            assert line == line.rstrip()
        for text in (notice.plain, notice.markdown):
            assert text.endswith("\n")
            assert not set(text) & {"\u00a0", "\u202f", "\u2011", "\u00ad", "\t", "\r"}
            assert not re.search(r"\{\{|</?[a-z]+>", text)


def test_every_page_offers_its_copies(built_site: Path, notices: list[Notice]) -> None:
    """Head and version box link to the same files, which are there, of the type that is said."""
    for notice in notices:
        tree = notice.page.tree
        linked = {
            link.attributes["href"]: link.attributes["type"]
            for link in tree.css('head link[rel="alternate"][type]')
            if not link.attributes["href"].endswith(".atom")
        }
        shown = {link.attributes["href"]: link.attributes["type"] for link in tree.css("a[type]")}
        assert linked == shown
        address = notice.page.address
        stem = f"{address}{address.split('/')[-2]}"
        wanted = [f"{stem}.txt", f"{stem}.md"]
        wanted += [f"/privacy/tilt.{notice.lang}.json"] if notice.name == "privacy" else []
        assert [*shown] == wanted
        for href, media_type in shown.items():
            assert (built_site / href.lstrip("/")).is_file()
            assert media_type == TYPES["." + href.rpartition(".")[2]]
            assert content_type(href).value.partition(";")[0] == media_type


def test_only_the_text_in_force_is_copied(built_site: Path, notices: list[Notice]) -> None:
    """There are no more copies than notices: a revision at its own address has none."""
    files = {f"/{p.relative_to(built_site).as_posix()}" for p in built_site.rglob("*.md")}
    offered = {f"{n.page.address}{n.page.address.split('/')[-2]}.md" for n in notices}
    assert files == offered

"""The texts of a revision as they were published, below `content/legal/revisions/`.

A kept text is the article of the page, its facts filled in and its tables made, one block a line
so that two of them can be compared by eye; only the address of the site stays a placeholder, for
it stands once, in company.toml. Nobody edits a kept text: the ledger holds its digest.
"""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from editorial.clauses import Clause
from editorial.problems import BuildStopped
from firstparty.model import Finding, Location, Severity
from messages import say, unreadable
from notices.passages import TOP, beginning, digest, words_of

if TYPE_CHECKING:
    from pathlib import Path

    from notices.passages import LegalText

#: Stands for the address of the site.
ADDRESS = "{{ company.site_url }}"
FOLDER = "content/legal/revisions"
#: Elements that begin a line of their own.
_BLOCKS = (
    *("section", "h2", "h3", "h4", "p", "ol", "ul", "li", "dl", "dt", "dd", "pre", "div"),
    *("table", "caption", "thead", "tbody", "tr", "blockquote", "details"),
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A kept text: its HTML as it is kept, and the words of its clauses by id."""

    html: str
    words: dict[str, str]

    @property
    def digest(self) -> str:
        """Tell one kept text from another."""
        return digest(self.html)

    def published(self, site_url: str) -> str:
        """Give the HTML as it was published."""
        return self.html.replace(ADDRESS, site_url)

    @property
    def titles(self) -> dict[str, str]:
        """Give the heading of every clause that has one, else its first words."""
        found = {name: beginning(words) for name, words in self.words.items()}
        found.update((clause.id, clause.title) for clause in self.sections())
        return found

    def sections(self) -> list[Clause]:
        """Give the sections with their numbers, flat and in order, for a list of contents."""
        found = []
        for section in LexborHTMLParser(self.html).css("section[id]"):
            heading = section.css_first("h2, h3, h4")
            if heading is None:
                continue
            mark = heading.css_first(".number")
            number = mark.text() if mark else ""
            title = " ".join(heading.text().removeprefix(number).split())
            level = int(str(heading.tag)[1])
            found.append(Clause(str(section.attributes["id"]), title, level, number))
        return found

    def contents(self) -> list[Clause]:
        """Give the sections as a tree."""
        roots: list[Clause] = []
        open_sections: list[Clause] = []
        for clause in self.sections():
            while open_sections and open_sections[-1].level >= clause.level:
                open_sections.pop()
            (open_sections[-1].children if open_sections else roots).append(clause)
            open_sections.append(clause)
        return roots

    def parts(self, site_url: str) -> tuple[str, str, str]:
        """Give title, lead and body as they were published; title and lead as plain text."""
        tree = LexborHTMLParser(self.html)
        heading, lead = tree.css_first("h1"), tree.css_first("p.lead")
        lines = self.published(site_url).split("\n")
        rest = lines[2 if lead else 1 :]
        return (heading.text() if heading else "", lead.text() if lead else "", "\n".join(rest))

    @property
    def clauses(self) -> list[str]:
        """Give the ids of its clauses, in their order."""
        return [identity for identity in self.words if identity != TOP]


def name_of(document: str, version: str, lang: str) -> str:
    """Give the path of a kept text from the root of the repository."""
    return f"{FOLDER}/{document}/{version}.{lang}.html"


def write_down(text: LegalText, site_url: str) -> str:
    """Give the text as it is kept: title, lead and body, one block a line."""
    front = text.document.front
    made = f"<h1>{html.escape(front['Title'])}</h1>"
    made += f'<p class="lead">{html.escape(front["Lead"])}</p>' if "Lead" in front else ""
    made += text.html.strip()
    for name in _BLOCKS:
        for end in (" ", ">"):
            made = made.replace(f"<{name}{end}", f"\n<{name}{end}")
    lines = (line.rstrip() for line in made.replace(site_url, ADDRESS).split("\n"))
    return "\n".join(line for line in lines if line) + "\n"


def present(text: LegalText, site_url: str) -> Kept:
    """Give a text of today as it would be kept."""
    made = write_down(text, site_url)
    return Kept(made, words_of(made))


def read(root: Path, document: str, version: str, lang: str) -> Kept | None:
    """Read a kept text; None where there is none.

    Raises `BuildStopped` when something is there that is no text.
    """
    name = name_of(document, version, lang)
    try:
        kept = (root / name).read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        line = (root / name).read_bytes().count(b"\n", 0, error.start) + 1
        message = say(
            "a character is not UTF-8; restore the file from the history of the repository"
        )
        raise BuildStopped([_unread(name, line, message)]) from error
    except OSError as error:
        raise BuildStopped([_unread(name, 1, unreadable(error))]) from error
    return Kept(kept, words_of(kept))


def _unread(name: str, line: int, message: str) -> Finding:
    return Finding("unreadable-revision", Severity.ERROR, message, name, Location(name, line))

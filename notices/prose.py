"""The words of a passage that its author typed: without marks, code, addresses and placeholders."""

from __future__ import annotations

import re

_ASIDE = re.compile(
    r"""
      `[^`]*`                    # code
    | <span\ lang="..">.*?</span>  # a phrase of the other language, marked as one
    | \{\{.*?\}\}                # a fact from a register
    | \{[:#][^}]*\}              # an id, a class
    | \]\([^)]*\)                # the target of a link
    | (?<!\S)(?:\#{2,4}|\d+\.|[-*])(?=\s)  # the marks of headings and lists
    | [\[\]*]
    """,
    re.VERBOSE,
)
PLACEHOLDER = re.compile(r"\{\{\s*(.*?)\s*\}\}")
LINK = re.compile(r"\]\(([^)\s]*)\)")


#: Where one block of a text ends: an empty line, the next item, term or heading.
_BLOCK_END = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*]|\d+\.|:)\s)|(?<=\})\n")


def blocks(raw: str) -> list[str]:
    """Give the typed words of a passage block by block: paragraphs and items, but no headings."""
    parts = (part for part in _BLOCK_END.split(raw) if not part.startswith("##"))
    return [words for part in parts if (words := prose(part))]


def prose(source: str) -> str:
    """Give the typed words of a passage's source, with single spaces."""
    return " ".join(_ASIDE.sub(" ", source).split())

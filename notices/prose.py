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


def prose(source: str) -> str:
    """Give the typed words of a passage's source, with single spaces."""
    return " ".join(_ASIDE.sub(" ", source).split())

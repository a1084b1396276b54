"""Drafts of mails: a fenced block `draft` whose first line is the subject.

`draft` alone writes to the operator; `draft elsewhere` leaves the recipient to the visitor.

A visitor gets a `mailto:` link (RFC 6068) that opens the draft, and the text to read or copy.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

# Our own notation, not markup: a fence, the word, lines, the same fence.
_FENCE = re.compile(
    r"^```draft(?P<elsewhere> elsewhere)?[ \t]*\n(?P<text>(?:(?!```)[^\n]*\n)*)```[ \t]*$",
    re.MULTILINE,
)

_OPENING = re.compile(r"^```draft\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Draft:
    """A mail that a visitor can send."""

    subject: str
    text: str
    elsewhere: bool = False

    def href(self, recipient: str) -> str:
        """Write the `mailto:` address; lines end with CRLF as RFC 6068 (section 5) wants."""
        body = quote(self.text.replace("\n", "\r\n"), safe="")
        return f"mailto:{recipient}?subject={quote(self.subject, safe='')}&body={body}"


def unfinished(body: str) -> list[int]:
    """Give the start of every draft that is no draft: no end, or no subject."""
    starts = {
        match.start() for match in _FENCE.finditer(body) if match["text"].partition("\n")[0].strip()
    }
    return [match.start() for match in _OPENING.finditer(body) if match.start() not in starts]


def find(body: str) -> list[tuple[int, int, Draft]]:
    """Give start, end and content of every draft in a Markdown body."""
    found = []
    for match in _FENCE.finditer(body):
        subject, _, text = match["text"].strip("\n").partition("\n")
        draft = Draft(subject.strip(), text.strip("\n"), elsewhere=bool(match["elsewhere"]))
        found.append((match.start(), match.end(), draft))
    return found

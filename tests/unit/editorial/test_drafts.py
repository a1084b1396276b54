"""Drafts of mails in a text."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.drafts import Draft, find, unfinished

BODY = """\
Vorher

```draft
Auskunft nach Art. 15

Guten Tag,

bitte & danke?
```

Dazwischen

```draft elsewhere
Beschwerde

Text
```
"""


def test_find() -> None:
    """A draft has its subject in the first line; `elsewhere` leaves the recipient open."""
    found = find(BODY)
    assert [draft for _, _, draft in found] == [
        Draft("Auskunft nach Art. 15", "Guten Tag,\n\nbitte & danke?"),
        Draft("Beschwerde", "Text", elsewhere=True),
    ]
    assert [BODY[start:end].count("```") for start, end, _ in found] == [2, 2]
    assert unfinished(BODY) == []


def test_href() -> None:
    """The address has subject and text percent-encoded, lines ending with CRLF (RFC 6068)."""
    assert Draft("Auskunft & mehr", "Guten Tag,\n\nja").href("a@b.example") == (
        "mailto:a@b.example?subject=Auskunft%20%26%20mehr&body=Guten%20Tag%2C%0D%0A%0D%0Aja"
    )
    assert Draft("x", "y").href("") == "mailto:?subject=x&body=y"


@pytest.mark.parametrize(
    ("body", "starts"),
    [
        ("```draft\nAuskunft\n", [0]),
        ("x\n```draft\n```\n", [2]),
        ("```draft\n\n \n```\n", [0]),
        ("```draft\n\nGuten Tag,\n```\n", [0]),
        ("```draft\nAuskunft\n\n```draft\nx\n```\n", [0]),
        ("```draft anderswo\nx\n```\n", [0]),
        ("```js\n// ```draft\n```\n", []),
        ("```drafts\n```\n", []),
    ],
)
def test_unfinished(body: str, starts: list[int]) -> None:
    """A draft without end or subject, or with an unknown word, is none."""
    assert unfinished(body) == starts


@given(st.text(st.characters(exclude_characters="\r", codec="utf-8"), max_size=40))
def test_any_text(text: str) -> None:
    """A mail program reads back what was written."""
    query = parse_qs(urlsplit(Draft("x", text).href("a@b.example")).query, keep_blank_values=True)
    assert query["body"] == [text.replace("\n", "\r\n")]

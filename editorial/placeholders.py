"""Placeholders: `{{ retention.access_logs }}` in a text becomes "90 Tage" or "90 days".

A placeholder alone on its line can also place a table, `{{ table.cookies }}`, or a snippet,
`{{ snippet.customer-paragraph.de }}`; these become marks that `editorial.site` replaces with
HTML after the text around them is made.
"""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from editorial.facts import TABLES
from editorial.problems import in_document, report
from messages import say

if TYPE_CHECKING:
    from editorial.documents import Document
    from firstparty.model import Finding

# Our own notation, not markup.
_PLACEHOLDER = re.compile(r"\{\{\s*([^{}\n]*?)\s*\}\}")
_LONE = re.compile(r"^\{\{\s*(table|snippet)\.([^{}\s]+)\s*\}\}[ \t]*$", re.MULTILINE)
#: Around the name of a block in a text that is on its way to HTML: private-use characters.
MARK = "\ue000{}\ue001"


def fill(text: str, document: Document, values: dict[str, str], gap: str) -> str:
    """Give a text of the document with its facts; report every placeholder that nobody knows.

    `gap` is what stands for a fact that the operator has not supplied.
    """
    text = _LONE.sub(lambda match: MARK.format(f"{match[1]}.{match[2]}"), text)

    def replace(match: re.Match[str]) -> str:
        value = values.get(match[1])
        if value is None:
            report(_unknown(document, match[0], match[1], values))
            return match[0]
        return value or gap

    return _PLACEHOLDER.sub(replace, text)


def _unknown(document: Document, text: str, key: str, values: dict[str, str]) -> Finding:
    if key.startswith(("table.", "snippet.")) and key.partition(".")[2]:
        message = say(
            "the placeholder '{placeholder}' makes a block; put it on a line of its own",
            placeholder=text,
        )
        if key.startswith("table.") and key[6:] not in TABLES:
            message = say(
                "unknown table '{table}'; known are {known}", table=key, known=", ".join(TABLES)
            )
        return in_document(document, "unknown-placeholder", message, text=text)
    near = difflib.get_close_matches(key, values, n=1)
    message = say(
        "unknown placeholder '{placeholder}'; its keys stand in company.toml, processing.toml",
        placeholder=text,
    )
    if near:
        message = say(
            "unknown placeholder '{placeholder}'; did you mean '{near}'?",
            placeholder=text,
            near=near[0],
        )
    return in_document(document, "unknown-placeholder", message, text=text)

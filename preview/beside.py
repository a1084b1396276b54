"""What an open page shows beside a legal text: its clauses, and what is held against its file."""

from __future__ import annotations

from typing import Any

from messages import say, spoken

#: The script that shows it, and its style sheets.
FILES = {"text.js", "text.css", "beside.css"}


def panel(text: dict[str, Any]) -> dict[str, Any]:
    """Give an overview as a build hands it over (`notices.overview`), with the words around it."""
    return {**text, "lang": spoken(), "words": _words(len(text["remarks"]))}


def _words(count: int) -> dict[str, str]:
    return {
        # Translators: names the panel of the preview to a screen reader
        "panel": say("Preview: clauses and messages"),
        "title": say("Clauses, messages: {count}", count=count),
        "messages": say("Messages"),
        "nothing": say("Nothing is held against this file"),
        "clauses": say("Clauses"),
        # Translators: before the number of a line, in a narrow column
        "line": say("line"),
        # Translators: what kind of message it is: it must be mended
        "error": say("Error"),
        # Translators: what kind of message it is: it can become an error
        "warning": say("Warning"),
        # Translators: what kind of message it is: somebody should look, nothing has to be done
        "note": say("Note"),
    }

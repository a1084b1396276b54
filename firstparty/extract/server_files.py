"""Files that tell a server which headers to send: `_headers`, `_redirects`, `.htaccess`, nginx."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING, Final

from firstparty.extract import headers
from firstparty.extract.page import Place
from firstparty.model import Use

if TYPE_CHECKING:
    from firstparty.extract.page import Page

_HEADER: Final = re.compile(r"\s+(?:!\s*)?([A-Za-z][\w\-]*)\s*:\s*(.*)")
# Directives whose last argument is an address that a browser is sent to.
_REDIRECTS: Final = frozenset(
    {
        "errordocument",
        "redirect",
        "redirectmatch",
        "redirectpermanent",
        "redirecttemp",
        "return",
        "rewrite",
        "rewriterule",
        "error_page",
    }
)
# Directives that set a header, by the position of its name.
_SETTERS: Final = frozenset({"set", "append", "add", "merge", "setifempty", "always", "unset"})


def read_headers(text: str, page: Page) -> None:
    """The `_headers` file: a path, then indented headers."""
    for number, line in enumerate(text.split("\n"), 1):
        match = _HEADER.match(line)
        if match:
            name, value = match.groups()
            headers.read_header(
                name.lower(), value.strip(), name, page, Place(number, match.start(2) + 1)
            )


def read_redirects(text: str, page: Page) -> None:
    """The `_redirects` file: source, target, status."""
    for number, line in enumerate(text.split("\n"), 1):
        words = line.partition("#")[0].split()
        for word in words[1:]:
            page.suspect(Use.REDIRECT, word, "_redirects", Place(number, line.find(word) + 1))


def read_server(text: str, page: Page) -> None:
    """Apache and nginx directives, one statement at a time."""
    for number, line in enumerate(text.split("\n"), 1):
        words = _words(line)
        if not words:
            continue
        place = Place(number, len(line) - len(line.lstrip()) + 1)
        directive = words[0].lower()
        if directive in {"header", "add_header", "more_set_headers", "headers"}:
            _setter(words[1:], page, place)
        elif directive in _REDIRECTS:
            for word in words[1:]:
                page.suspect(Use.REDIRECT, word, words[0], place)


def _words(line: str) -> list[str]:
    text = line.strip()
    if text.startswith("#"):
        return []
    lexer = shlex.shlex(text.rstrip(";{} "), posix=True)
    lexer.whitespace_split = True
    lexer.commenters = ""
    lexer.escape = "\\"
    lexer.escapedquotes = '"'
    try:
        return list(lexer)
    except ValueError:
        return text.rstrip(";").split()


def _setter(words: list[str], page: Page, place: Place) -> None:
    rest = [word for word in words if word.lower() not in _SETTERS]
    if len(rest) == 1 and ":" in rest[0]:
        rest = [part.strip() for part in rest[0].split(":", 1)]
    if len(rest) > 1:
        headers.read_header(rest[0].lower().rstrip(":"), rest[1], rest[0], page, place)

"""Files that tell a server which headers to send: `_headers`, `_redirects`, `.htaccess`, nginx."""

from __future__ import annotations

import re
import shlex
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from firstparty.extract import headers
from firstparty.extract.page import Place
from firstparty.model import Use

if TYPE_CHECKING:
    from collections.abc import Iterator

    from firstparty.extract.page import Page

_HEADER: Final = re.compile(r"\s+(?:!\s*)?([A-Za-z][\w\-]*)\s*:\s*(.*)")
# Up to a `;` or brace outside quotes; braces of a pattern or variable have no space before.
_DIRECTIVE: Final = re.compile(r"""[^\s;{}](?:"(?:[^"\\]|\\.)*"|'[^']*'|\S\{|[^;{}"'])*""")
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
    path = ""
    for number, line in enumerate(text.split("\n"), 1):
        match = _HEADER.match(line)
        if match:
            name, value = match.groups()
            place = Place(name, number, match.start(2) + 1)
            headers.read_header(name.lower(), value.strip(), page, place)
            if name.lower() == "content-type":
                _typed(value, path, page)
        elif line.strip() and not line.startswith("#"):
            path = line.strip()


def read_redirects(text: str, page: Page) -> None:
    """The `_redirects` file: source, target, status."""
    for number, line in enumerate(text.split("\n"), 1):
        words = line.partition("#")[0].split()
        for word in words[1:]:
            page.suspect(Use.REDIRECT, word, Place("redirect", number, line.find(word) + 1))


def read_server(text: str, page: Page) -> None:
    """Apache and nginx directives, one statement at a time."""
    for number, column, statement in _statements(text):
        words = _words(statement)
        if not words:
            continue
        place = Place(words[0], number, column)
        directive = words[0].lower()
        if directive in {"header", "add_header", "more_set_headers", "headers"}:
            _setter(words[1:], page, place)
        elif directive in {"addtype", "forcetype"}:
            for suffix in words[2:] or ["*"]:
                _typed(words[1], f"/*{suffix if suffix[0] in '.*' else f'.{suffix}'}", page)
        elif directive in _REDIRECTS:
            for word in words[1:]:
                # The host ends where a captured group is put in.
                page.suspect(Use.REDIRECT, re.sub(r"[$%].*", "/", word), place)


def _typed(kind: str, path: str, page: Page) -> None:
    """Files that are delivered as something else than their names say."""
    kind = kind.lower()
    for part, use in (
        ("html", Use.FRAME),
        ("xml", Use.SVG_REFERENCE),
        ("css", Use.STYLESHEET),
        ("javascript", Use.SCRIPT),
    ):
        if part in kind:
            page.linked.add((use, path.removeprefix("/").removeprefix("*/")))


def _statements(text: str) -> Iterator[tuple[int, int, str]]:
    """Line, column and text of each directive: a line for Apache, `;` and `{` end one, too."""
    number = 0
    lines = text.split("\n")
    while number < len(lines):
        first, line = number, lines[number].rstrip("\r")
        number += 1
        while line.endswith("\\") and number < len(lines):
            line = f"{line[:-1]} {lines[number].strip()}"
            number += 1
        if line.lstrip().startswith("#"):
            continue
        for match in _DIRECTIVE.finditer(line):
            yield first + 1, match.start() + 1, match.group()


def _words(line: str) -> list[str]:
    text = line.strip()
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
        name = rest[0].rstrip(":")
        headers.read_header(name.lower(), rest[1], page, replace(place, where=name))

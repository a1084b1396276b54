"""One source file of a page: its front matter and its body, each with its lines.

The name says which page and which language: `privacy.de.md`.
A page for both languages at once has no language in its name: `gateway.md`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from editorial.problems import in_document, report
from messages import say, unreadable
from registers.source import CONTROL, code

if TYPE_CHECKING:
    from pathlib import Path

    from firstparty.model import Finding

LANGUAGES = ("de", "en")
REQUIRED = ("Title", "Address", "Description")
OPTIONAL = ("Lead", "Label", "Template", "Numbered")

_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_NAME = re.compile(r"(?P<id>[a-z0-9-]+)(\.(?P<lang>[a-z]{2}))?\.md")
_ADDRESS = re.compile(r"/((?:[a-z0-9-]+/)*|404\.html)")
_DESCRIPTION_LENGTH = 160


@dataclass(frozen=True, slots=True)
class Document:
    """A source file, read.

    `name` is its path from the root of the repository, `first_line` the line on which the body
    begins, from 1. `lang` is "" for a page in both languages.
    """

    name: str
    id: str
    lang: str
    front: dict[str, str]
    body: str
    first_line: int
    lines: dict[str, int]

    @property
    def address(self) -> str:
        """Where the page is published, from the root of the site: `/de/datenschutz/`."""
        return self.front["Address"]

    @property
    def template(self) -> str:
        """Name of the template, without its extension."""
        return self.front.get("Template", "page")

    @property
    def numbered(self) -> str:
        """Id of the heading whose sections are numbered, or ""."""
        return self.front.get("Numbered", "")

    def locate_words(self, words: str) -> tuple[int, int]:
        """Line and column at which a text without line breaks and markup begins in the body."""
        parts = [re.escape(word) for word in words.split()]
        for end in range(len(parts), 0, -1):
            if match := re.search(r"\s+".join(parts[:end]), self.body):
                return self.locate(match[0])
        return self.locate("")

    def locate(self, text: str) -> tuple[int, int]:
        """Line and column, from 1, at which `text` first stands; the body's start without it."""
        offset = self.body.find(text) if text else -1
        if offset < 0:
            keys = (line for key, line in self.lines.items() if text and text in self.front[key])
            return next(keys, self.first_line), 1
        return self.place(offset)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1, of a character of the body."""
        before = self.body[:offset]
        column = offset - (before.rfind("\n") + 1) + 1
        return self.first_line + before.count("\n"), column


def read(path: Path, root: Path) -> Document | None:
    """Read a source file; report what is wrong with it, and give None then."""
    name = path.relative_to(root).as_posix()
    match = _NAME.fullmatch(path.name)
    identity, lang = (match["id"], match["lang"] or "") if match else ("", "")
    text = read_text(path, Document(name, identity, lang, {}, "", 1, {}))
    if text is None:
        return None
    front, lines, body, first_line = _split(text)
    document = Document(name, identity, lang, front, body, first_line, lines)
    if match is None or lang not in ("", *LANGUAGES):
        message = say(
            "the file name '{name}' does not say page and language; "
            "name it like 'privacy.de.md', in lower case, with '.de' or '.en'",
            name=path.name,
        )
        report(in_document(document, "file-name", message, line=1))
        return None
    return document if _sound(document, _head(text)) else None


def read_text(path: Path, document: Document) -> str | None:
    """Give the characters of a source file; report the first that is none, and give None then."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        message = say("a character is not UTF-8; save the file as UTF-8")
        report(in_document(document, "encoding", message, line=line))
        return None
    except OSError as error:
        report(in_document(document, "unreadable-file", unreadable(error), line=1))
        return None
    if control := CONTROL.search(text):
        whole = replace(document, body=text)
        line, column = whole.place(control.start())
        name = code(control[0])
        message = say("here is the control character {code}; take it out", code=name)
        finding = in_document(
            document, "control-character", message, text=name, line=line, column=column
        )
        report(finding)
        return None
    return text


def _head(text: str) -> str:
    """Give the lines before the first empty one; a file may end with its front matter."""
    return _BLANK_LINE.split(text, maxsplit=1)[0].removesuffix("\n")


def _split(text: str) -> tuple[dict[str, str], dict[str, int], str, int]:
    """Front matter, the line of each key, body, first line of the body."""
    front: dict[str, str] = {}
    lines: dict[str, int] = {}
    head, rest = _head(text), _BLANK_LINE.split(text, maxsplit=1)[1:]
    for number, line in enumerate(head.split("\n"), start=1):
        key, colon, value = line.partition(":")
        if colon and key == key.strip():
            front.setdefault(key, value.strip())
            lines.setdefault(key, number)
    return front, lines, "".join(rest), head.count("\n") + 3


def _sound(document: Document, head: str) -> bool:
    """Judge the front matter line by line; report everything that is wrong with it."""
    problems = []
    seen: set[str] = set()
    if not head.strip() and not document.body.strip():
        message = say("the file is empty; begin with 'Title: …', or remove the file")
        report(in_document(document, "front-matter", message, line=1))
        return False
    for number, line in enumerate(head.split("\n"), start=1):
        key, colon, value = line.partition(":")
        if not line.strip():
            message = say("the first line is empty; begin with 'Title: …'")
        elif not colon or key != key.strip() or not key.isalpha():
            message = say(
                "'{line}' is no line of front matter; write 'Key: value', "
                "one a line, and an empty line before the text",
                line=line.strip()[:60],
            )
        elif key not in REQUIRED + OPTIONAL:
            message = say(
                "unknown key '{key}' in the front matter; known are {known}",
                key=key,
                known=", ".join(REQUIRED + OPTIONAL),
            )
        elif key in seen:
            message = say("the key '{key}' stands twice in the front matter; keep one", key=key)
        elif not value.strip():
            message = say("the key '{key}' has no value; write one or remove the line", key=key)
        else:
            seen.add(key)
            continue
        seen.add(key)
        problems.append(in_document(document, "front-matter", message, line=number))
    for key in sorted(set(REQUIRED) - seen, key=REQUIRED.index):
        message = say("the front matter lacks '{key}'; add a line '{key}: …'", key=key)
        problems.append(in_document(document, "front-matter", message, line=1))
    if not problems:
        problems = _values(document)
    report(*problems)
    return not problems


def _values(document: Document) -> list[Finding]:
    problems = []
    address, description = document.address, document.front["Description"]
    if not _ADDRESS.fullmatch(address):
        message = say(
            "the address '{address}' is not one; write it like '/de/datenschutz/', "
            "in lower case, with a slash at both ends",
            address=address,
        )
        problems.append(("Address", "address", message))
    elif document.lang and not address.startswith(f"/{document.lang}/"):
        message = say(
            "the address '{address}' does not begin with '/{lang}/'; begin it so",
            address=address,
            lang=document.lang,
        )
        problems.append(("Address", "address", message))
    for key, value in document.front.items():
        if "{{" in value or "}}" in value:
            message = say(
                "'{key}' holds a placeholder, which only the text may; write the words", key=key
            )
            problems.append((key, "front-matter", message))
    if len(description) > _DESCRIPTION_LENGTH:
        message = say(
            "the description has {count} characters; shorten it to {limit} at most",
            count=len(description),
            limit=_DESCRIPTION_LENGTH,
        )
        problems.append(("Description", "front-matter", message))
    return [
        in_document(document, rule, message, line=document.lines[key], text=document.front[key])
        for key, rule, message in problems
    ]

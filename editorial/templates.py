"""What is wrong with a template, in the same words wherever one is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firstparty.model import Finding, Location, Severity
from messages import say, unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

#: Where they lie, from the root of the repository.
FOLDER = "theme/templates"


def broken(error: BaseException, location: Location) -> Finding:
    """Object to a template with what Jinja or Python said of it."""
    words = say("the template does not work: {reason}; correct it", reason=str(error).rstrip("."))
    return Finding("broken-template", Severity.ERROR, words, type(error).__name__, location)


def judge(root: Path) -> Iterator[Finding]:
    """Object to every template that cannot be read: Pelican has others to put in their place."""
    for path in sorted((root / FOLDER).rglob("*.html")):
        try:
            finding = not_utf8(path, root)
        except OSError as error:
            finding = unread(error, path.relative_to(root).as_posix())
        if finding is not None:
            yield finding


def unread(error: OSError, name: str) -> Finding:
    """Object to what is no file where one belongs."""
    return Finding("unreadable-file", Severity.ERROR, unreadable(error), name, Location(name))


def not_utf8(path: Path, root: Path) -> Finding | None:
    """Object to the first character of a template or a module that is no UTF-8, if there is one."""
    raw = path.read_bytes()
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        name, line = path.relative_to(root).as_posix(), raw.count(b"\n", 0, error.start) + 1
        message = say("a character is not UTF-8; save the file as UTF-8")
        return Finding("encoding", Severity.ERROR, message, name, Location(name, line, 1))
    return None

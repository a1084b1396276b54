"""A build that broke down where no check foresaw it, said in one finding."""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import TemplateNotFound, TemplateSyntaxError

from editorial import templates
from firstparty.model import Finding, Location, Severity
from messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def explain(error: Exception, messages: Iterable[str], root: Path) -> Finding:
    """Name the template that broke down, or else say what Pelican and Python said."""
    for cause in _causes(error):
        if isinstance(cause, TemplateNotFound):
            words = say("the template is missing; restore it from the history of the repository")
            missing = Location(f"{templates.FOLDER}/{cause.name}")
            return _finding("broken-template", words, type(cause).__name__, missing)
        if place := _in_template(cause, root):
            return templates.broken(cause, place)
        if isinstance(cause, SyntaxError) and (place := _in_settings(cause, root)):
            words = say("this is no Python: {reason}; correct it", reason=cause.msg)
            return _finding("broken-module", words, type(cause).__name__, place)
    said = [*messages, str(error)]
    words = say(
        "the build stopped: {reason}; run it again with --traceback to see where",
        reason="; ".join(dict.fromkeys(filter(None, said))) or type(error).__name__,
    )
    return _finding("build-stopped", words, type(error).__name__, Location("pelicanconf.py"))


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """Give an error and whatever was being handled when it came up, the first cause first."""
    if error is not None:
        yield from _causes(error.__cause__ or error.__context__)
        yield error


def _in_template(error: BaseException, root: Path) -> Location | None:
    """Give the innermost place in a template of the theme; Jinja names them in its tracebacks."""
    places = [(f.filename, f.lineno or 1) for f in traceback.extract_tb(error.__traceback__)]
    if isinstance(error, TemplateSyntaxError) and error.filename:
        places.append((error.filename, error.lineno))
    for name, line in reversed(places):
        if Path(name).is_relative_to(root / templates.FOLDER):
            return Location(Path(name).relative_to(root).as_posix(), line)
    return None


def _in_settings(error: SyntaxError, root: Path) -> Location | None:
    """Give the place in a module below the root, the settings above all, that is no Python."""
    if error.filename and Path(error.filename).is_relative_to(root):
        return Location(Path(error.filename).relative_to(root).as_posix(), error.lineno or 1)
    return None


def _finding(rule: str, message: str, evidence: str, location: Location) -> Finding:
    return Finding(rule, Severity.ERROR, message, evidence, location)

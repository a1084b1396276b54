"""What an editor has to mend, collected so that one run names everything at once."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from firstparty.model import Finding, Location, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editorial.documents import Document

_found: ContextVar[list[Finding] | None] = ContextVar("problems", default=None)


class BuildStopped(Exception):  # noqa: N818 - a stop, with everything that caused it
    """The build ends here; `findings` says why. Pelican turns `exitcode` into its own."""

    exitcode = 1

    def __init__(self, findings: Iterable[Finding]) -> None:
        """Keep the findings in the order of their places."""
        self.findings = tuple(sorted(set(findings), key=lambda f: (f.location, f.rule, f.message)))
        super().__init__("\n" + "\n".join(map(str, self.findings)))


@contextmanager
def collected() -> Iterator[list[Finding]]:
    """Start with no problems; what is reported inside is in the list."""
    found: list[Finding] = []
    token = _found.set(found)
    try:
        yield found
    finally:
        _found.reset(token)


def report(*findings: Finding) -> None:
    """Add findings; outside of `collected` the first ones stop the work at once."""
    found = _found.get()
    if found is None:
        if findings:
            raise BuildStopped(findings)
        return
    found.extend(findings)


def stop_if_any() -> None:
    """Raise `BuildStopped` when something of severity error was reported."""
    found = _found.get() or []
    if any(finding.severity is Severity.ERROR for finding in found):
        raise BuildStopped(found)


def in_document(  # noqa: PLR0913 - the parts of a message
    document: Document,
    rule: str,
    message: str,
    *,
    text: str = "",
    line: int | None = None,
    column: int = 1,
    severity: Severity = Severity.ERROR,
) -> Finding:
    """Object to a source file, at `line` or where `text` stands in it."""
    if line is None:
        line, column = document.locate(text)
    return Finding(
        rule=rule,
        severity=severity,
        message=message,
        evidence=text,
        location=Location(document.name, line, column),
    )

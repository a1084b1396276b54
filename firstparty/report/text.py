"""The report for people: grouped by file, coloured where a terminal shows it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from firstparty.model import Severity

if TYPE_CHECKING:
    from firstparty.model import Finding, Report

_BOLD: Final = "\x1b[1m"
_DIM: Final = "\x1b[2m"
_RESET: Final = "\x1b[0m"
_COLOURS: Final = {
    Severity.ERROR: "\x1b[31m",
    Severity.WARNING: "\x1b[33m",
    Severity.NOTE: "\x1b[36m",
}


def render(report: Report, *, colour: bool = False) -> str:
    """A paragraph for each file, then one line that sums up."""
    blocks = [
        _file(path, list(findings), colour=colour)
        for path, findings in groupby(report.findings, lambda finding: finding.location.path)
    ]
    return "\n".join([*blocks, summary(report)]) + "\n"


def summary(report: Report) -> str:
    """How many findings in how many files."""
    files = _counted(report.files, "file")
    accepted = f", {report.accepted:,} accepted" if report.accepted else ""
    if not report.findings:
        return f"{files} checked: no browser is sent to another host{accepted}"
    wrong = _counted(len({finding.location.path for finding in report.findings}), "file")
    return f"{files} checked: {_counted(len(report.findings), 'finding')} in {wrong}{accepted}"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _file(path: str, findings: list[Finding], *, colour: bool) -> str:
    """One file: its name, and a line for each finding with line and column."""
    head = f"{_BOLD}{printable(path)}{_RESET}" if colour else printable(path)
    return "\n".join([head, *(_line(finding, colour=colour) for finding in findings), ""])


def _line(finding: Finding, *, colour: bool) -> str:
    message = printable(str(finding))
    if not colour:
        return f"  {message} [{finding.rule}]"
    mark = _COLOURS[finding.severity]
    return f"  {mark}{finding.severity}{_RESET} {message} {_DIM}[{finding.rule}]{_RESET}"


def printable(text: str) -> str:
    """A text that can do nothing to a terminal: control characters are shown, not sent."""
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode() for char in text
    )

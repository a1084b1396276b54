"""Annotations for GitHub: workflow commands on standard output."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from firstparty.model import Severity

if TYPE_CHECKING:
    from firstparty.model import Finding, Report

_COMMANDS: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "notice",
}


def render(report: Report) -> str:
    """One workflow command for each finding."""
    return "".join(f"{_command(finding)}\n" for finding in report.findings)


def _command(finding: Finding) -> str:
    place = finding.location
    return (
        f"::{_COMMANDS[finding.severity]} file={_property(place.path)},line={place.line},"
        f"col={place.column},title={_property(finding.rule)}::{_data(finding.message)}"
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

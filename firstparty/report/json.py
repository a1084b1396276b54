"""The report for programs, version 1: the contract stands in DESIGN.md."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from firstparty.model import Finding, Report


def render(report: Report) -> str:
    """One JSON object, indented, with a newline at its end."""
    return (
        json.dumps(
            {
                "version": 1,
                "site_url": report.site_url,
                "checked": {"files": report.files, "bytes": report.bytes},
                "findings": [_finding(finding) for finding in report.findings],
            },
            indent=2,
        )
        + "\n"
    )


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "evidence": finding.evidence,
        "path": finding.location.path,
        "line": finding.location.line,
        "column": finding.location.column,
        "url": finding.url,
    }

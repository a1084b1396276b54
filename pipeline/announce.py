"""How findings reach an editor: on the terminal, and as JSON for the preview."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING

from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from rich.console import Console

    from firstparty.model import Finding, Report
    from notices.overview import Overview

_STYLES = {"error": "red", "warning": "yellow", "note": "blue"}


def to_console(console: Console, findings: Iterable[Finding]) -> None:
    """Print a line for each finding: place, message, rule."""
    for finding in findings:
        line = Text(f"{finding.location.path}:{finding.location.line}:{finding.location.column}: ")
        line.stylize("bold")
        line.append(finding.message)
        line.append(f" ({finding.rule})", style=_STYLES[finding.severity])
        console.print(line, soft_wrap=True)


def write_report(path: Path, report: Report) -> None:
    """Write the findings with the keys of the guard's JSON report (DESIGN, "JSON report")."""
    findings = [
        {
            "rule": f.rule,
            "severity": str(f.severity),
            "message": f.message,
            "evidence": f.evidence,
            "path": f.location.path,
            "line": f.location.line,
            "column": f.location.column,
            "url": f.url,
        }
        for f in report.findings
    ]
    checked = {"files": report.files, "bytes": report.bytes}
    value = {"version": 1, "site_url": report.site_url, "checked": checked, "findings": findings}
    path.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def write_texts(path: Path, overviews: Mapping[str, Overview]) -> None:
    """Write the clauses and the remarks of every legal text, by address."""
    value = {address: dataclasses.asdict(overview) for address, overview in overviews.items()}
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")

"""How findings reach an editor: on the terminal, and as JSON for the preview."""

from __future__ import annotations

import dataclasses
import json
import signal
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from firstparty.model import ExitCode
from messages import say
from pipeline.places import CannotBuildError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from firstparty.model import Finding, Report
    from notices.overview import Overview

STOPPED = 128 + signal.SIGINT
"""The exit code after Ctrl-C, as shells have it."""

_STYLES = {"error": "red", "warning": "yellow", "note": "blue"}


def ending(work: Callable[[Console], int]) -> int:
    """Give the exit code of some work; what keeps it from being done is one sentence."""
    console = Console(stderr=True)
    try:
        return work(console)
    except CannotBuildError as error:
        console.print(Text(str(error)), soft_wrap=True)
        return ExitCode.COULD_NOT_CHECK
    except OSError as error:
        words = say(
            "'{file}' cannot be written or read: {reason}",
            file=error.filename or "",
            reason=error.strerror or error,
        )
        console.print(Text(words), soft_wrap=True)
        return ExitCode.COULD_NOT_CHECK
    except KeyboardInterrupt:
        console.print(say("Stopped"))
        return STOPPED


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
    _write(path, json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def write_texts(path: Path, overviews: Mapping[str, Overview]) -> None:
    """Write the clauses and the remarks of every legal text, by address."""
    value = {address: dataclasses.asdict(overview) for address, overview in overviews.items()}
    _write(path, json.dumps(value, ensure_ascii=False))


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        words = say(
            "'{file}' cannot be written: {reason}; name another file",
            file=path,
            reason=error.strerror or error,
        )
        raise CannotBuildError(words) from error

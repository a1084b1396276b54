"""Pelican adapter of the guard: the finished output is checked, findings fail the build."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pelican import signals

from firstparty.audit import check
from firstparty.model import ExitCode

if TYPE_CHECKING:
    from pelican import Pelican

    from firstparty.model import Report


class GuardFailed(Exception):  # noqa: N818  # it says what happened
    """The output would send browsers to another host; the findings are its message."""

    exitcode = int(ExitCode.FINDINGS)

    def __init__(self, report: Report) -> None:
        super().__init__("\n" + "\n".join(str(finding) for finding in report.findings))
        self.report = report


def guard_output(pelican: Pelican) -> None:
    """Check the whole output at its published address; raises GuardFailed on findings."""
    settings = pelican.settings
    baseline = settings.get("FIRSTPARTY_BASELINE")
    report = check(
        Path(settings["OUTPUT_PATH"]),
        settings["SITEURL"],
        allow_origins=settings.get("FIRSTPARTY_ALLOW_ORIGINS", ()),
        baseline=Path(baseline) if baseline else None,
    )
    if report.findings:
        raise GuardFailed(report)


def register() -> None:
    """Connect to the only signal at which the whole output exists."""
    signals.finalized.connect(guard_output)

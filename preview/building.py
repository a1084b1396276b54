"""One build in a process of its own, so that changed Python code counts too."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from messages import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from threading import Event

#: How long a build may go on after the server was told to stop, in seconds.
PATIENCE = 5.0
#: How many of its last lines stand for a build that broke down without a report.
LAST_LINES = 12


@dataclass(frozen=True, slots=True)
class Problem:
    """What stopped a build; `place` is `path:line:column`, or "" where there is none."""

    place: str
    message: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one build came to: `problems` is empty exactly when the site was built.

    `texts` are the overviews of the legal texts by address, as `pipeline.build` writes them.
    """

    problems: tuple[Problem, ...]
    printed: str
    seconds: float
    texts: dict[str, Any] = field(default_factory=dict)


def texts_of(report: Path) -> Path:
    """Give the place of the overviews of the legal texts: beside the report."""
    return report.with_name("texts.json")


def pipeline_command(output: Path, report: Path, lang: str = "en") -> Sequence[str]:
    """Give the command of this repository, which says what is wrong in a language."""
    return (
        *(sys.executable, "-m", "pipeline.build"),
        *("--output", str(output), "--report", str(report)),
        *("--texts", str(texts_of(report)), "--lang", lang),
    )


def build(
    command: Callable[[Path, Path], Sequence[str]], root: Path, output: Path, stop: Event
) -> Outcome:
    """Run `command(output, report)` in `root`, and read what it reports and leaves beside that.

    The build may finish when `stop` is set meanwhile, but not for longer than `PATIENCE`.
    """
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="preview-") as folder, tempfile.TemporaryFile() as out:
        report = Path(folder) / "report.json"
        # A session of its own: Ctrl-C in the terminal is ours to handle.
        process = subprocess.Popen(
            list(command(output, report)),
            cwd=root,
            env={**os.environ, "PYTHONUTF8": "1"},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        code = _wait(process, stop)
        out.seek(0)
        printed = out.read().decode(errors="replace").strip()
        problems = () if code == 0 else _problems(report, printed, code)
        texts = _texts(texts_of(report))
    return Outcome(problems, printed, time.monotonic() - began, texts)


def _wait(process: subprocess.Popen[bytes], stop: Event) -> int:
    while process.poll() is None and not stop.wait(0.05):
        pass
    try:
        return process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.terminate()  # it takes away what it has begun
    try:
        return process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()


def _problems(report: Path, printed: str, code: int) -> tuple[Problem, ...]:
    """Read the findings of a failed build; the end of its output where it left none."""
    try:
        found = tuple(map(_problem, json.loads(report.read_text("utf-8"))["findings"]))
    except (OSError, ValueError, KeyError, TypeError):
        found = ()
    return found or (Problem("", _unexplained(printed, code)),)


def _texts(path: Path) -> dict[str, Any]:
    """Read the overviews; a build that leaves none has none."""
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _unexplained(printed: str, code: int) -> str:
    last = "\n".join(printed.splitlines()[-LAST_LINES:])
    if not last:
        return say("the build ended with exit code {code} and no report", code=code)
    return say(
        "the build ended with exit code {code} and no report; its last lines:\n{lines}",
        code=code,
        lines=last,
    )


def _problem(finding: dict[str, Any]) -> Problem:
    place = f"{finding['path']}:{finding['line']}:{finding['column']}" if finding["path"] else ""
    return Problem(place, str(finding["message"]))

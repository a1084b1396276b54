"""One build in a process of its own."""

from __future__ import annotations

import json
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest

from messages import speaking
from preview.building import Outcome, Problem, build, pipeline_command

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

FINDING = {"path": "content/a.md", "line": 3, "column": 1, "message": "broken"}


def script(source: str) -> Callable[[Path, Path], Sequence[str]]:
    """Make a build from a few lines of Python; `output` and `report` are its arguments."""
    head = "import sys; output, report = sys.argv[1:]\n"
    return lambda output, report: [sys.executable, "-c", head + source, str(output), str(report)]


def run(source: str, folder: Path) -> Outcome:
    """Run such a build."""
    return build(script(source), folder, folder / "out", threading.Event())


def test_success(tmp_path: Path) -> None:
    """A build that ends with 0 has no problems; it runs in the root, with its output named."""
    source = "import os, pathlib; pathlib.Path(output).mkdir(); print(os.getcwd())"
    outcome = run(source, tmp_path)
    assert (outcome.problems, outcome.printed) == ((), str(tmp_path))
    assert (tmp_path / "out").is_dir()
    assert outcome.seconds > 0


def test_findings(tmp_path: Path) -> None:
    """The findings of the report are the problems; one without a place has none."""
    nowhere = {**FINDING, "path": "", "message": "lost"}
    report = json.dumps({"findings": [FINDING, nowhere]})
    outcome = run(f"open(report, 'w').write({report!r}); sys.exit(1)", tmp_path)
    assert outcome.problems == (Problem("content/a.md:3:1", "broken"), Problem("", "lost"))


def test_success_with_a_report(tmp_path: Path) -> None:
    """Warnings of a build that succeeded are no problems."""
    report = json.dumps({"findings": [FINDING]})
    assert run(f"open(report, 'w').write({report!r})", tmp_path).problems == ()


@pytest.mark.parametrize(
    ("texts", "read"),
    [('{"/de/": {"source": "a.md"}}', {"/de/": {"source": "a.md"}}), ("{", {}), ("[]", {})],
)
def test_texts(tmp_path: Path, texts: str, read: dict[str, object]) -> None:
    """What a build leaves of the legal texts is read; what is none counts as none."""
    source = f"import pathlib; pathlib.Path(report).with_name('texts.json').write_text({texts!r})"
    assert run(source, tmp_path).texts == read


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("sys.exit(2)", "the build ended with exit code 2 and no report"),
        (
            "print('first'); print('last'); sys.exit(2)",
            "the build ended with exit code 2 and no report; its last lines:\nfirst\nlast",
        ),
        (
            "print('x'); open(report, 'w').write('{'); sys.exit(1)",
            "the build ended with exit code 1 and no report; its last lines:\nx",
        ),
        (
            "open(report, 'w').write('{\"findings\": []}'); sys.exit(1)",
            "the build ended with exit code 1 and no report",
        ),
        (
            "open(report, 'w').write('{\"findings\": [{}]}'); sys.exit(1)",
            "the build ended with exit code 1 and no report",
        ),
    ],
)
def test_no_report(tmp_path: Path, source: str, message: str) -> None:
    """A build that breaks down without a word is a problem too."""
    assert run(source, tmp_path).problems == (Problem("", message),)


def test_no_report_in_german(tmp_path: Path) -> None:
    """What the preview itself says of a build comes in the editor's language."""
    with speaking("de"):
        said = [
            run(source, tmp_path).problems
            for source in ("sys.exit(2)", "print('x', flush=True); 1 / 0")
        ]
    assert said[0] == (Problem("", "der Bau endete mit Exit-Code 2 und ohne Bericht"),)
    message = said[1][0].message.splitlines()
    first = "der Bau endete mit Exit-Code 1 und ohne Bericht; seine letzten Zeilen:"
    assert (message[0], message[-1]) == (first, "ZeroDivisionError: division by zero")


@pytest.mark.parametrize(("handler", "left"), [("tidy", ["tidied"]), ("signal.SIG_IGN", [])])
def test_stop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, handler: str, left: list[str]
) -> None:
    """A build that goes on when the server stops may tidy up; one that is deaf is killed."""
    monkeypatch.setattr("preview.building.PATIENCE", 1.0)
    source = f"""
import signal, time
def tidy(*_):
    open("tidied", "w").close()
    sys.exit(1)
signal.signal(signal.SIGTERM, {handler})
open("ready", "w").close()
time.sleep(60)
"""
    stop = threading.Event()

    def watch() -> None:
        while not (tmp_path / "ready").exists():
            time.sleep(0.01)
        stop.set()

    threading.Thread(target=watch, daemon=True).start()
    began = time.monotonic()
    build(script(source), tmp_path, tmp_path, stop)
    assert time.monotonic() - began < 30
    assert [path.name for path in tmp_path.glob("tidied")] == left


def test_pipeline_command(tmp_path: Path) -> None:
    """The repository's own build is asked for output and report, and told what to speak."""
    assert pipeline_command(tmp_path / "o", tmp_path / "r", "de") == (
        sys.executable,
        "-m",
        "pipeline.build",
        "--output",
        str(tmp_path / "o"),
        "--report",
        str(tmp_path / "r"),
        "--texts",
        str(tmp_path / "texts.json"),
        "--lang",
        "de",
    )

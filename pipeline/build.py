"""Builds the site: `python -m pipeline.build [--output DIR] [--report FILE] [--lang de]`.

Pelican writes into a temporary folder beside the output. Only when nothing is wrong does that
folder take the place of the last good one; a failed build leaves what was there untouched.
Exit codes as everywhere: 0 built, 1 findings, 2 could not build.
"""

from __future__ import annotations

import argparse
import datetime as dt
import logging
import shutil
import signal
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pelican
import pelican.log
from pelican.settings import read_settings

from editorial import discovery, problems
from editorial.problems import BuildStopped
from firstparty.model import ExitCode, Finding, Report
from messages import choice, say, speaking
from notices import enact
from notices.overview import overviews
from pipeline import announce, breakdown, places
from pipeline.places import CannotBuildError
from pipeline.sources import trace
from plugins.guard import GuardFailed
from registers import company, ledger, source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from rich.console import Console

    from editorial.site import Site
    from notices.overview import Overview

ROOT = Path(__file__).resolve().parent.parent


class Quiet(logging.Handler):
    """Keeps Pelican's records for a failed build instead of printing them one by one."""

    def __init__(self) -> None:
        """Take warnings and worse."""
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the words of a record, and of the exception that Pelican is just handling."""
        error = sys.exc_info()[1]
        cause = f" ({type(error).__name__}: {error})" if error else ""
        self.messages.append(record.getMessage() + cause)


def build(
    output: Path,
    settings_file: Path = ROOT / "pelicanconf.py",
    *,
    traceback: bool = False,
    observe: Callable[[Site], object] | None = None,
) -> tuple[Finding, ...]:
    """Build into `output`; give the findings that stopped it, or nothing.

    The folder is replaced as a whole, and only by a build without findings.
    `observe` is shown the texts, once all of them are read and nothing is wrong with them.
    With `traceback`, what no check foresaw is raised instead of being said in one sentence.
    Raises `CannotBuildError` where `output` is no place for a site.
    """
    staging = places.stage(output)
    log = Quiet()
    settings: dict[str, Any] = {}
    pelican.log.init(level=logging.WARNING, fatal="warnings", handler=log)
    try:
        with problems.collected() as found, _heard(log):
            settings = _settings(staging, settings_file, observe)
            _run_pelican(settings)
        places.swap(staging, output)
    except BuildStopped as stopped:
        return stopped.findings
    except GuardFailed as failed:
        inventory, root = settings["SITE"].inventory, Path(settings["PATH"]).parent
        return trace(failed.report.findings, inventory, root)
    except Exception as error:
        if traceback:
            raise
        if found:  # what is wrong with a text explains best why the rest broke down
            return BuildStopped(found).findings
        return (breakdown.explain(error, log.messages, settings_file.parent),)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return ()


@contextmanager
def _heard(log: Quiet) -> Iterator[None]:
    """Let the log hear Pelican: `pelican.log.init` does so once in a process only."""
    root = logging.getLogger()
    kept, root.handlers = root.handlers, [log]
    try:
        yield
    finally:
        root.handlers = kept
        # Pelican makes every logger of the process fatal, a preview server's too
        pelican.log.FatalLogger.fatal_lvl = logging.CRITICAL + 1


def _settings(
    staging: Path, settings_file: Path, observe: Callable[[Site], object] | None
) -> dict[str, Any]:
    """Read the settings; plugins add what they know to this very mapping."""
    overrides = {"OUTPUT_PATH": str(staging), "OBSERVE": observe}
    return dict(read_settings(str(settings_file), override=overrides))


def _run_pelican(settings: dict[str, Any]) -> None:
    wanted = list(settings["PLUGINS"])
    site = pelican.Pelican(settings)
    missing = [name for name in wanted if name not in site.settings["PLUGINS"]]
    if missing:
        raise RuntimeError(f"Pelican did not load {', '.join(missing)}")
    pelican.log.console.quiet = True  # its line of praise; ours comes when the guard has spoken
    site.run()


def due(root: Path, today: dt.date) -> Iterator[Finding]:
    """Warn of what the day demands of people; the site itself never asks what day it is."""
    read, operator = source.load(root / company.FILE, root, company.Company)
    yield from discovery.expiry(read, operator, today)
    written, revisions = source.load(root / ledger.FILE, root, ledger.Ledger)
    yield from enact.overdue(written, revisions, today)


def main(arguments: Sequence[str] | None = None) -> int:
    """Build from the command line."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.build", description=__doc__)
    parser.add_argument("--output", type=Path, default=ROOT / "output")
    parser.add_argument("--report", type=Path, help="write the findings here, as JSON")
    parser.add_argument("--texts", type=Path, help="write the clauses of the legal texts here")
    parser.add_argument("--settings", type=Path, default=ROOT / "pelicanconf.py")
    parser.add_argument("--traceback", action="store_true", help="show where the build stopped")
    choice.add_option(parser)
    options = parser.parse_args(arguments)
    with speaking(options.lang):
        return announce.ending(lambda console: _build(options, console))


def _settings_file(named: Path) -> Path:
    if not named.is_file():
        words = say("there is no file of settings '{file}'; name one", file=named)
        raise CannotBuildError(words)
    return named.resolve()


def _build(options: argparse.Namespace, console: Console) -> int:
    """Build, and say what came of it."""
    texts: dict[str, Overview] = {}
    with console.status(say("Building the site")):
        findings = build(
            places.named(options.output),
            _settings_file(options.settings),
            traceback=options.traceback,
            observe=(lambda site: texts.update(overviews(site))) if options.texts else None,
        )
    if options.texts:
        announce.write_texts(options.texts, texts)
    if options.report:
        announce.write_report(options.report, Report("", 0, 0, findings))
    announce.to_console(console, findings)
    if findings:
        words = say("The site was not built; the last good one is untouched.")
        console.print(words, style="bold", soft_wrap=True)
        return ExitCode.FINDINGS
    announce.to_console(console, due(ROOT, dt.datetime.now(dt.UTC).date()))
    console.print(say("Built {folder}", folder=options.output), soft_wrap=True)
    return ExitCode.CLEAN


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends as Ctrl-C does
    sys.exit(main())

"""The publishable build in `dist/`: `python -m pipeline.release [--allow-gaps] [--lang de]`.

`site/` is what a server publishes, with compressed copies and digests; `site.tar.gz` holds the
same, to be carried there; `nginx/`, `apache/` and `caddy/` are what each of these servers needs
besides, and `SHA256SUMS` has the digest of every file. The same commit gives the same bytes.

A release stops while the registers have open gaps; with `--allow-gaps` the pages say that they
are a draft. It stops, too, on whatever `inv check` holds against a legal text.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from rich.console import Console

from delivery import overlay
from delivery.release import archive, settle_times, write_sums
from delivery.servers.settings import Settings
from editorial import facts, gaps, problems
from firstparty.model import ExitCode, Severity
from messages import choice, say, speaking
from notices.check import check
from pipeline import announce
from pipeline.build import ROOT, build

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editorial.site import Site

DIST = ROOT / "dist"


def main(arguments: Sequence[str] | None = None) -> int:
    """Release from the command line."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.release", description=__doc__)
    parser.add_argument("--allow-gaps", action="store_true")
    choice.add_option(parser)
    options = parser.parse_args(arguments)
    with speaking(options.lang):
        return _release(options, Console(stderr=True))


def refuse(site: Site) -> None:
    """Stop a build on errors of the rules for legal texts: a preview goes on, a release ends."""
    problems.report(*(f for f in check(site) if f.severity is Severity.ERROR))
    problems.stop_if_any()


def _release(options: argparse.Namespace, console: Console) -> int:
    """Build into `dist/`, and say what came of it."""
    open_gaps = gaps.findings(ROOT)
    if open_gaps:
        announce.to_console(console, open_gaps)
        if not options.allow_gaps:
            words = say(
                "{count} facts are missing; supply them, "
                "or release a draft with `inv release --allow-gaps`",
                count=len(open_gaps),
            )
            console.print(words, soft_wrap=True)
            return ExitCode.FINDINGS
    findings = build(DIST / "site", ROOT / "publishconf.py", observe=refuse)
    announce.to_console(console, findings)
    if findings:
        words = say("Nothing was released; what lay in dist/ is untouched.")
        console.print(words, style="bold", soft_wrap=True)
        return ExitCode.FINDINGS
    accompany(DIST)
    console.print(say("Released into {folder}", folder="dist"))
    return ExitCode.CLEAN


def accompany(dist: Path) -> None:
    """Put beside the site what takes it to a server; what lay there of an older release goes."""
    registers = facts.load(ROOT)
    settle_times(dist / "site")
    host = urlsplit(registers.company.site_url).hostname or ""
    with tempfile.TemporaryDirectory(prefix=".release-", dir=dist) as name:
        staging = Path(name)
        archive(dist / "site", staging / "site.tar.gz")
        overlay.write(staging, Settings((host,)), registers.register)
        for made in sorted(staging.iterdir()):
            old = dist / made.name
            if old.is_dir():
                shutil.rmtree(old)
            made.replace(old)
    write_sums(dist)


if __name__ == "__main__":
    sys.exit(main())

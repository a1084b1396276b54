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
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from delivery import overlay
from delivery.release import archive, settle_times, write_sums
from delivery.servers.settings import Settings
from editorial import facts, gaps, problems
from firstparty.model import ExitCode, Severity
from logs import bundle
from logs.settings import Refused
from messages import choice, say, speaking
from notices.check import check
from pipeline import announce, places
from pipeline.build import ROOT, build
from registers import processing, source
from registers.source import RegisterError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from rich.console import Console

    from editorial.facts import Facts
    from editorial.site import Site
    from firstparty.model import Finding

DIST = ROOT / "dist"


def main(arguments: Sequence[str] | None = None) -> int:
    """Release from the command line."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.release", description=__doc__)
    parser.add_argument("--allow-gaps", action="store_true")
    choice.add_option(parser)
    options = parser.parse_args(arguments)
    with speaking(options.lang):
        return announce.ending(lambda console: _release(options, console))


def refuse(site: Site) -> None:
    """Stop a build on errors of the rules for legal texts: a preview goes on, a release ends."""
    problems.report(*(f for f in check(site) if f.severity is Severity.ERROR))
    problems.stop_if_any()


def _release(options: argparse.Namespace, console: Console) -> int:
    """Build into `dist/`, and say what came of it."""
    try:
        open_gaps, registers = gaps.findings(ROOT), facts.load(ROOT)
    except RegisterError as error:
        return _nothing(console, error.findings)
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
    if unkept := tuple(_unkept(registers)):
        return _nothing(console, unkept)
    staging = places.stage(DIST, places.RELEASE)
    try:
        findings = build(staging / "site", ROOT / "publishconf.py", observe=refuse)
        if findings:
            return _nothing(console, findings)
        accompany(staging, registers)
        places.swap(staging, DIST)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    console.print(say("Released into {folder}", folder="dist"))
    return ExitCode.CLEAN


def _nothing(console: Console, findings: Sequence[Finding]) -> int:
    announce.to_console(console, findings)
    words = say("Nothing was released; what lay in dist/ is untouched.")
    console.print(words, style="bold", soft_wrap=True)
    return ExitCode.FINDINGS


def _unkept(registers: Facts) -> Iterator[Finding]:
    """Object to what no server could keep its logs by."""
    read = source.read(ROOT / processing.FILE, ROOT)
    for name in bundle.PERIODS:
        if not registers.register.retention[name].unit:
            words = say(
                "without a period for '{name}' no server can keep logs; supply it, "
                "a draft cannot do without it either",
                name=name,
            )
            yield read.finding(("retention", name, "period"), "open-gap", words)
            return
    try:
        bundle.configuration(registers.register)
    except Refused as refused:
        words = say("no server can keep logs like this: {reason}", reason=refused)
        yield read.finding(("retention",), "wrong-value", words)


def accompany(folder: Path, registers: Facts) -> None:
    """Put beside the site in `folder` what takes it to a server, and list every digest."""
    settle_times(folder / "site")
    host = urlsplit(registers.company.site_url).hostname or ""
    archive(folder / "site", folder / "site.tar.gz")
    overlay.write(folder, Settings((host,)), registers.register)
    write_sums(folder)


if __name__ == "__main__":
    sys.exit(main())

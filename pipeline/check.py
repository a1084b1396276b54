"""What an editor or a CI runs before pushing: `inv check [--lang de]`.

Style and types of the code, words of the theme, registers and texts, and the guard over a build.
Every step runs, so that one call names everything.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from editorial import catalogues, extraction
from firstparty.model import ExitCode, Severity
from messages import choice, po, say, speaking
from notices.check import check
from pipeline import announce
from pipeline.build import ROOT, build

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editorial.extraction import Domain
    from firstparty.model import Finding


def words(root: Path = ROOT) -> tuple[Finding, ...]:
    """Object to missing, fuzzy, unused and broken messages in the catalogues."""
    found = (finding for domain in extraction.DOMAINS for finding in _of_domain(domain, root))
    return tuple(dict.fromkeys(found))  # a module that both domains read is named once


def _of_domain(domain: Domain, root: Path) -> Iterator[Finding]:
    translations = root / "translations"
    try:
        catalogues.load(translations, root, domain.languages, domain.name)
    except catalogues.CatalogueError as error:
        yield from error.findings
        return
    try:
        template = extraction.extract(root, domain)
    except extraction.ExtractionError as error:
        yield error.finding
        return
    for lang in domain.languages:
        path = po.path_of(lang, domain.name, translations)
        name = path.relative_to(root).as_posix()
        yield from catalogues.judge(po.read(path, lang), template, name)


def site() -> tuple[Finding, ...]:
    """Build into a folder of its own; registers, texts, legal texts and guard object there."""
    remarks: list[Finding] = []
    with tempfile.TemporaryDirectory() as folder:
        stopped = build(Path(folder) / "site", observe=lambda read: remarks.extend(check(read)))
        return stopped or tuple(remarks)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run every step; give 1 when one objects."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.check", description=__doc__)
    choice.add_option(parser)
    with speaking(parser.parse_args(arguments).lang):
        return _check(Console(stderr=True))


def _check(console: Console) -> int:
    failed = []
    for name, command in (
        (say("style"), ["ruff", "check", "--quiet", "."]),
        (say("format"), ["ruff", "format", "--check", "--quiet", "."]),
        (say("types"), ["mypy", "--no-error-summary"]),
    ):
        with console.status(say("Checking {step}", step=name)):
            done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, check=False)
        if done.returncode:
            failed.append(name)
    for name, step in ((say("words"), words), (say("site"), site)):
        with console.status(say("Checking {step}", step=name)):
            findings = step()
        announce.to_console(console, findings)
        if any(finding.severity is Severity.ERROR for finding in findings):
            failed.append(name)
    if failed:
        console.print(say("Not in order: {steps}", steps=", ".join(failed)), style="bold red")
        return ExitCode.FINDINGS
    console.print(say("Everything is in order"))
    return ExitCode.CLEAN


if __name__ == "__main__":
    sys.exit(main())

"""The publishable build in `dist/`: `python -m pipeline.release [--allow-gaps]`.

A release stops while the registers have open gaps; with `--allow-gaps` the pages say that they
are a draft.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from rich.console import Console

from editorial import gaps
from firstparty.model import ExitCode
from pipeline import announce
from pipeline.build import ROOT, build

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Release from the command line."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.release", description=__doc__)
    parser.add_argument("--allow-gaps", action="store_true")
    options = parser.parse_args(arguments)
    console = Console(stderr=True)
    open_gaps = gaps.findings(ROOT)
    if open_gaps:
        announce.to_console(console, open_gaps)
        if not options.allow_gaps:
            console.print(
                f"{len(open_gaps)} facts are missing; supply them, "
                "or release a draft with `inv release --allow-gaps`"
            )
            return ExitCode.FINDINGS
    findings = build(ROOT / "dist" / "site", ROOT / "publishconf.py")
    announce.to_console(console, findings)
    if findings:
        console.print("Nothing was released; what lay in dist/ is untouched.", style="bold")
        return ExitCode.FINDINGS
    console.print("Released into dist/site")
    return ExitCode.CLEAN


if __name__ == "__main__":
    sys.exit(main())

"""What Lighthouse says of every page: `python -m benchmarks.lighthouse CLI [--multiplier 1.5]`.

`CLI` is the program that npm installed (docs/ci.md). The site in `output/` is served on loopback
as production would answer, and every address of its sitemap is visited as Lighthouse's phone,
the gateway as a page too, where hosts cannot choose a language. A page that breaks a bound is
visited twice more, and the medians count: times depend on what else the machine does.
Exit codes: 0 every bound is kept, 1 a bound is broken, 2 could not measure.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import math
import os
import statistics
import subprocess
import sys
import tempfile
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from delivery.release import COMPRESS
from pipeline import chromium
from preview.app import create_app
from preview.server import answering
from registers import processing
from witness.addresses import NothingToVisitError, listed, over_network
from witness.local import REGISTER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SITE = Path(__file__).resolve().parent.parent / "output"
GATEWAY = "/index.html"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
BEST = 100
SHIFT = 0.01  # of the window (Layout Instability)
PAINT = 1_500  # milliseconds, simulated: 150 ms a round trip, 1.6 Mbit/s
RUNS = 3
PATIENCE = 300  # seconds for one visit


class CannotMeasureError(Exception):
    """Lighthouse gave no figures; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Scores from 0 to 100 in the order of CATEGORIES, layout shift, largest paint in ms."""

    scores: tuple[int, ...]
    shift: float
    paint: float


def figures(report: dict[str, Any]) -> Figures:
    """Read Lighthouse's JSON; raises CannotMeasureError where it saw no page."""
    if error := report.get("runtimeError"):
        raise CannotMeasureError(f"{report['requestedUrl']}: {error['message']}")
    score, audit = report["categories"], report["audits"]
    return Figures(
        # A category without a score has an audit that failed to run: no ground for 100.
        tuple(round(100 * (score[category]["score"] or 0)) for category in CATEGORIES),
        audit["cumulative-layout-shift"]["numericValue"],
        audit["largest-contentful-paint"]["numericValue"],
    )


def median(runs: Sequence[Figures]) -> Figures:
    """Give the median of each figure; of an even number of runs, the worse score."""
    return Figures(
        tuple(
            statistics.median_low(scores)
            for scores in zip(*(run.scores for run in runs), strict=True)
        ),
        statistics.median_high(run.shift for run in runs),
        statistics.median_high(run.paint for run in runs),
    )


def broken(page: Figures) -> list[str]:
    """Say which bounds a page breaks."""
    wrong = [
        f"{category} {score}, not 100"
        for category, score in zip(CATEGORIES, page.scores, strict=True)
        if score < BEST
    ]
    if page.shift > SHIFT:  # rounded up, so that no figure reads like its bound
        wrong.append(f"layout shift {math.ceil(page.shift * 10_000) / 10_000}, above {SHIFT}")
    if page.paint > PAINT:
        wrong.append(f"largest paint {math.ceil(page.paint):,} ms, above {PAINT:,} ms")
    return wrong


def row(path: str, page: Figures, runs: int) -> str:
    """Write one line of the table."""
    scores = " | ".join(map(str, page.scores))
    return f"| {path} | {scores} | {page.shift:.3f} | {page.paint:,.0f} | {runs} |"


HEAD = (
    f"| page | {' | '.join(CATEGORIES)} | layout shift | largest paint, ms | runs |\n"
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
)


def visit(cli: Path, url: str, multiplier: float) -> Figures:
    """Run Lighthouse once; raises CannotMeasureError."""
    environment = {**os.environ, "CHROME_PATH": str(chromium.ensure())}
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"  # a pipe loses its end when Node leaves early
        command = [
            str(cli),
            url,
            "--quiet",
            "--output=json",
            f"--output-path={report}",
            "--no-enable-error-reporting",
            "--chrome-flags=--headless=new --no-sandbox",
            f"--throttling.cpuSlowdownMultiplier={multiplier}",
        ]
        try:
            subprocess.run(
                command, check=False, capture_output=True, env=environment, timeout=PATIENCE
            )
            return figures(json.loads(report.read_bytes()))
        except OSError as error:
            missing = error.filename == str(cli)
            reason = f"{cli} cannot be started" if missing else f"{url}: Lighthouse gave no report"
            raise CannotMeasureError(f"{reason}: {error.strerror}") from error
        except (subprocess.TimeoutExpired, ValueError) as error:
            raise CannotMeasureError(f"{url}: Lighthouse gave no report: {error}") from error


@contextlib.contextmanager
def served(site: Path) -> Iterator[str]:
    """Give the origin of the site, with every file compressed already, as hosts keep them."""
    register = processing.load(REGISTER)
    with answering(create_app(site, register=register, compressors=COMPRESS)) as server:
        for file in sorted((site / "static").rglob("*.*")) + sorted(site.rglob("*.html")):
            address = f"{server.origin}/{file.relative_to(site).as_posix()}"
            request = urllib.request.Request(address, headers={"Accept-Encoding": "br"})  # noqa: S310 - our own server
            urllib.request.urlopen(request).close()  # noqa: S310 - the same
        yield server.origin


def measure(cli: Path, site: Path, multiplier: float) -> list[str]:
    """Print the table; give what is broken, a sentence each. Raises CannotMeasureError."""
    wrong = []
    print(f"CPU multiplier {multiplier:g}\n\n{HEAD}", flush=True)
    with served(site) as origin:
        for path in [*listed(over_network(origin)), GATEWAY]:
            try:
                runs = [visit(cli, origin + path, multiplier)]
            except CannotMeasureError:  # once in some fifty visits its trace has no beginning
                runs = [visit(cli, origin + path, multiplier)]
            while broken(runs[0]) and len(runs) < RUNS:
                runs.append(visit(cli, origin + path, multiplier))
            page = median(runs)
            print(row(path, page, len(runs)), flush=True)
            wrong += [f"{path}: {sentence}" for sentence in broken(page)]
    return wrong


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure from the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.lighthouse", description=__doc__)
    parser.add_argument("cli", type=Path, help="node_modules/.bin/lighthouse, wherever npm put it")
    parser.add_argument("--multiplier", type=float, default=1.5, help="of the CPU's slow-down")
    options = parser.parse_args(arguments)
    try:
        wrong = measure(options.cli, SITE, options.multiplier)
    except (CannotMeasureError, NothingToVisitError) as error:
        print(error, file=sys.stderr)
        return 2
    print("\n" + "\n".join(wrong or ["Every bound is kept"]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

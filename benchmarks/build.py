"""How long a build takes against plain Pelican on the same content: `python -m benchmarks.build`.

Three sites in one run, because machines are shared and noisy: this one, and generated ones of
1,000 and 5,000 pages per language. Each is built cold in a process of its own, in turn with and
without our plugins; the figure to read is the ratio. Plain Pelican reads the same Markdown with
the same extensions and writes it through its own simple theme, without the menu that would list
every page on every page. It publishes no assets, resolves no links between pages, and checks,
minifies and guards nothing. Processor time tells more than the clock where others use the machine.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ("company.toml", "processing.toml", "pelicanconf.py")
FOLDERS = ("theme", "translations", "content", "plugins")

PLAIN = """
from pelicanconf import *
PLUGINS = []
PAGE_PATHS = ["pages", "legal"]
THEME = "plaintheme"
THEME_STATIC_PATHS = []
DISPLAY_PAGES_ON_MENU = DISPLAY_CATEGORIES_ON_MENU = False
SITEURL = "https://site.test"
FILENAME_METADATA = r"(?P<id>[a-z0-9-]+)(\\.(?P<lang>[a-z]{2}))?"
PATH_METADATA = r".*/(?P<slug>[^/]+)\\.md"
PAGE_SAVE_AS = PAGE_LANG_SAVE_AS = "{slug}.html"
PAGE_URL = PAGE_LANG_URL = "{slug}.html"
JINJA_ENVIRONMENT = {}
MARKDOWN = {"extensions": ["markdown.extensions." + name for name in (
    "attr_list", "tables", "fenced_code", "def_list", "codehilite", "sane_lists", "meta")],
    "extension_configs": {"markdown.extensions.codehilite":
        {"css_class": "highlight", "guess_lang": False}}, "output_format": "html5"}
"""

_WORDS = """
Karte Kachel Dienst Zugriff Daten Maßstab Projektion Fluss Küste Grenze Straße Ort Höhe liefern
zeichnen messen zeigen lesen prüfen kürzen löschen und oder aber weil mit ohne für
"""
WORDS = tuple(_WORDS.split())


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of one build: on the clock, and of all processors together."""

    wall: float
    cpu: float


def text(seed: int, size: int) -> Iterator[str]:
    """Write Markdown like ours: headings with ids, paragraphs, lists, links, a table."""
    chance = random.Random(seed)  # noqa: S311 - content for a benchmark

    def sentence() -> str:
        return " ".join(chance.choices(WORDS, k=12)).capitalize() + "."

    written = part = 0
    while written < size:
        part += 1
        block = "\n".join(
            (
                f"## {' '.join(chance.choices(WORDS, k=3)).capitalize()} {{#part-{part}}}\n",
                *(sentence() for _ in range(6)),
                f"\nMehr dazu auf der [Startseite](page:home), **{chance.choice(WORDS)}**.\n",
                *(f"- {sentence()}" for _ in range(4)),
                "\n| Wort | Zahl |\n| --- | --- |",
                *(f"| {chance.choice(WORDS)} | {chance.randrange(999)} |" for _ in range(3)),
                "",
            )
        )
        written += len(block.encode())
        yield block


def generate(folder: Path, pages: int) -> None:
    """Make a site root with this project's theme and `pages` more pages in each language."""
    for name in SOURCES:
        shutil.copy(ROOT / name, folder)
    for name in FOLDERS:
        shutil.copytree(ROOT / name, folder / name)
    templates = folder / "plaintheme" / "templates"
    templates.mkdir(parents=True)
    for template in (ROOT / "theme" / "templates").glob("*.html"):
        if template.name not in {"base.html", "page.html"}:
            (templates / template.name).write_text('{% extends "!simple/page.html" %}')
    (folder / "plainconf.py").write_text(PLAIN, encoding="utf-8")
    for number in range(pages):
        for lang in ("de", "en"):
            head = f"Title: Seite {number}\nAddress: /{lang}/seite-{number}/\nDescription: Seite\n"
            body = head + "\n" + "\n".join(text(number, 8_000))
            path = folder / "content" / "pages" / f"seite-{number}.{lang}.md"
            path.write_text(body, encoding="utf-8")


def build(folder: Path, *, plain: bool) -> Cost:
    """Build once, cold, in a process of its own."""
    output = folder / "output"
    shutil.rmtree(output, ignore_errors=True)
    if plain:
        module = ["pelican", "content", "-s", "plainconf.py", "-o", "output", "--quiet"]
    else:
        module = ["pipeline.build", "--settings", str(folder / "pelicanconf.py")]
        module += ["--output", str(output)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", *module],
        cwd=folder if plain else ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode or not any(output.rglob("*.html")):
        sys.exit(f"the build failed:\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(wall, cpu)


def measure(pages: int, runs: int) -> dict[str, float]:
    """Build with and without our plugins in turn; give medians in seconds and their ratio."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        generate(folder, pages)
        pairs = [(build(folder, plain=True), build(folder, plain=False)) for _ in range(runs)]
    plain = statistics.median(pair[0].wall for pair in pairs)
    ours = statistics.median(pair[1].wall for pair in pairs)
    return {
        "pages per language": pages,
        "plain wall s": round(plain, 2),
        "ours wall s": round(ours, 2),
        "plain cpu s": round(statistics.median(pair[0].cpu for pair in pairs), 2),
        "ours cpu s": round(statistics.median(pair[1].cpu for pair in pairs), 2),
        "ratio wall": round(statistics.median(p[1].wall / p[0].wall for p in pairs), 2),
        "ratio cpu": round(statistics.median(p[1].cpu / p[0].cpu for p in pairs), 2),
    }


def _at_least(least: int) -> Callable[[str], int]:
    """Give what reads a whole number that is no smaller, for argparse."""

    def count(text: str) -> int:
        if int(text) < least:
            raise argparse.ArgumentTypeError(f"{text} is too few; write {least} or more")
        return int(text)

    return count


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a line for each site."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.build", description=__doc__)
    parser.add_argument("--pages", type=_at_least(0), nargs="+", default=[0, 1000, 5000])
    parser.add_argument("--runs", type=_at_least(1), default=1)
    options = parser.parse_args(arguments)
    for pages in options.pages:
        print(json.dumps(measure(pages, options.runs)), flush=True)


if __name__ == "__main__":
    main()

"""How fast the guard is beside other tools: `python -m benchmarks.guard [--pages 10000]`.

One run, one folder after the other, each tool in a process of its own on the same files: this
site where it is built, and generated pages of about 20 KB with their style sheet and drawing.
The limit is lexbor's parse alone, as a script would do it, and again by a process that keeps
its memory from page to page instead of asking the system anew. Other link checkers are measured
when they are installed (`htmlproofer`, `linkinator`), on folders of at most `--others` files,
and Pelican builds as many pages as `--pelican` says. Python's bytecode is compiled before.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SITE = "https://www.example.org/"

PARSE = """
import sys, pathlib
from selectolax.lexbor import LexborHTMLParser
for path in pathlib.Path(sys.argv[1]).rglob("*.html"):
    LexborHTMLParser(path.read_bytes())
"""
# Freeing a large block makes glibc keep what is freed later: mallopt(3), M_MMAP_THRESHOLD.
PARSE_KEEPING = f"bytes(8 * 1024**2)\n{PARSE}"
PELICAN = """
PATH = "content"
OUTPUT_PATH = "output"
PLUGINS = []
ARTICLE_PATHS = []
DISPLAY_PAGES_ON_MENU = DISPLAY_CATEGORIES_ON_MENU = False
PAGE_PATHS = [""]
DIRECT_TEMPLATES = []
SITEURL = "https://www.example.org"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
"""
# linkinator serves the folder itself, and follows its own links only.
OTHER_HOSTS = "^https?://(?!localhost)"
SENTENCE = "The tile service delivers a map of the coast, its harbours and lights, as pictures. "


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the clock, seconds of all processors, and the most memory in megabytes."""

    wall: float
    processor: float
    memory: float


def main() -> None:
    """Measure everything and print one table for each folder."""
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(work / "bytecode")
        print(f"load before: {', '.join(f'{load:.1f}' for load in os.getloadavg())}")
        own = ROOT / "output"
        if (own / "index.html").exists():
            print(_table("this site", own, work / "cache", options.others))
        for pages in options.pages:
            generated = work / str(pages)
            generate(generated, pages)
            print(_table(f"{pages:,} generated pages", generated, work / "cache", options.others))
            shutil.rmtree(generated)
        if options.pelican:
            print(_beside_pelican(work / "pelican", options.pelican))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, nargs="*", default=[1_000, 10_000])
    parser.add_argument("--pelican", type=int, default=1_000, help="pages that Pelican builds")
    parser.add_argument("--others", type=int, default=2_500, help="files that other tools read")
    return parser.parse_args()


def generate(folder: Path, pages: int) -> None:
    """Pages of about 20 KB, no two alike, that contact nobody, and a list of them."""
    (folder / "css").mkdir(parents=True)
    (folder / "images").mkdir()
    (folder / "css" / "site.css").write_text(_STYLE * 40)
    (folder / "images" / "map.svg").write_text(_DRAWING)
    links = "".join(f'<li><a href="/page-{number}/">{number}</a>\n' for number in range(pages))
    (folder / "index.html").write_text(f"<!doctype html><title>Pages</title><ul>{links}</ul>\n")
    for number in range(pages):
        page = folder / f"page-{number}"
        page.mkdir()
        (page / "index.html").write_text(_page(number))


_STYLE = 'main > p { color: #222; margin: 1em; background: url("/images/map.svg") no-repeat }\n'
_DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><defs><path id="a" d="M0 0h9"/>'
    '</defs><use href="#a"/></svg>\n'
)


def _page(number: int) -> str:
    items = "".join(
        f'<li class="entry" id="e{number}-{item}"><a class="link" href="https://example.net/'
        f'{number}/{item}" rel="external noreferrer">Source {item}</a> <img src="/images/map.svg"'
        f' alt="Map {item}" width="90" height="60" loading="lazy"><p>{SENTENCE}</p></li>\n'
        for item in range(70)
    )
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page {number}</title>'
        f'<link rel="canonical" href="{SITE}page-{number}/"><link rel="stylesheet" '
        'href="/css/site.css"><meta name="viewport" content="width=device-width">'
        '<script type="application/ld+json">{"@context": "https://schema.org"}</script></head>'
        f"<body><main><h1>Page {number}</h1><ul>{items}</ul></main></body></html>\n"
    )


def _table(title: str, folder: Path, cache: Path, others: int) -> str:
    files = [path for path in folder.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    tools = {
        "lexbor parse alone, one core": [sys.executable, "-c", PARSE, str(folder)],
        "the same, keeping its memory": [sys.executable, "-c", PARSE_KEEPING, str(folder)],
        "firstparty check": _guard(folder),
        "firstparty check, one core": [*_one_core(), *_guard(folder)],
        "firstparty check, again with a cache": [*_guard(folder), "--cache", str(cache)],
        "grep -rE": ["grep", "-rEc", r"(src|href)=.?(https?:)?//", str(folder)],
    }
    # Link checkers need minutes for a thousand pages.
    if shutil.which("htmlproofer") and len(files) <= others:
        tools["html-proofer"] = ["htmlproofer", "--disable-external", str(folder)]
    if shutil.which("linkinator") and len(files) <= others:
        tools["linkinator"] = ["linkinator", str(folder), "--recurse", "--skip", OTHER_HOSTS]
    measure([*_guard(folder), "--cache", str(cache)])
    costs = {name: measure(command) for name, command in tools.items()}
    limit = costs["lexbor parse alone, one core"]
    lines = [
        f"\n{title}: {len(files):,} files, {size / 1e6:.1f} MB, {_cores()} cores\n",
        "| tool | seconds | of all cores | megabytes | parse alone |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    lines += [
        f"| {name} | {cost.wall:.2f} | {cost.processor:.2f} | {cost.memory:.0f} "
        f"| × {cost.processor / limit.processor:.1f} |"
        for name, cost in costs.items()
    ]
    return "\n".join(lines)


def _guard(folder: Path) -> list[str]:
    return [sys.executable, "-m", "firstparty", "check", str(folder), "--site-url", SITE]


def _one_core() -> list[str]:
    return ["taskset", "-c", "0"] if shutil.which("taskset") else []


def _cores() -> int:
    return len(os.sched_getaffinity(0))


def measure(command: list[str]) -> Cost:
    """The cost of a command; the guard's own exit code 1 would mean that a page is not clean."""
    before = os.times()
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    peak = _watch(process)
    wall = time.perf_counter() - start
    after = os.times()
    used = after.children_user - before.children_user
    return Cost(wall, used + after.children_system - before.children_system, peak / 1e6)


def _watch(process: subprocess.Popen[bytes]) -> float:
    """The most bytes that a process and its children held together, looked at now and then."""
    peak = 0.0
    while process.poll() is None:
        peak = max(peak, sum(_resident(pid) for pid in _family(process.pid)))
        time.sleep(0.02)
    return peak


def _family(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return [pid]
    return [pid, *(member for child in children for member in _family(int(child)))]


def _resident(pid: int) -> float:
    """Memory that is the process's own: what it shares with its siblings counts once each."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return float(line.split()[1]) * 1024
    except OSError:
        pass
    return 0.0


def _beside_pelican(folder: Path, pages: int) -> str:
    """What the guard costs beside the build of the same pages by plain Pelican."""
    content = folder / "content"
    content.mkdir(parents=True)
    (folder / "conf.py").write_text(PELICAN)
    for number in range(pages):
        text = f"Title: Page {number}\nDate: 2026-01-01\nSlug: page-{number}\n\n"
        (content / f"{number}.md").write_text(
            text + f"[Source](https://example.net/{number}). {SENTENCE * 3}\n\n" * 70
        )
    settings = ["-q", "-s", str(folder / "conf.py"), "-o", str(folder / "output")]
    build = measure([sys.executable, "-m", "pelican", *settings, str(content)])
    guard = measure(_guard(folder / "output"))
    share = 100 * guard.wall / build.wall, 100 * guard.processor / build.processor
    return (
        f"\nPelican builds {pages:,} pages of about 20 KB in {build.wall:.1f} s, "
        f"{build.processor:.1f} s of all cores; the guard checks them in {guard.wall:.2f} s, "
        f"{guard.processor:.2f} s of all cores: {share[0]:.1f} % and {share[1]:.1f} %"
    )


if __name__ == "__main__":
    main()

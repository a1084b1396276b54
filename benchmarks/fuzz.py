"""Coverage-guided fuzzing of the guard's readers: no exception, no hang, no swelling.

    .venv/bin/python -m pip install atheris
    .venv/bin/python -m benchmarks.fuzz html --seconds 300 --keep /var/tmp/fuzz

Run by hand: atheris (libFuzzer for Python) has wheels for Linux alone, and not for every
Python, so it is in no lock. It watches which branches of `firstparty` an input reaches and
changes those that reach new ones, beginning with the cases of `tests/corpus`.
An input that raises, takes over the limit or more memory is written to the folder of
`--keep` as `crash-…`, `timeout-…` or `oom-…`; it becomes a case of the tests before it is mended.

Every second input is repeated until it is long: what costs the square of its length then shows.
"""

from __future__ import annotations

import argparse
import contextlib
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

try:
    import atheris
except ImportError:  # not in the lock, see above
    sys.exit("atheris is not installed: .venv/bin/python -m pip install atheris")

with atheris.instrument_imports(include=["firstparty"]):
    from firstparty.extract import compressed, json_strings, values
    from firstparty.extract.documents import read_document
    from firstparty.extract.page import Page
    from firstparty.extract.read import read_content
    from firstparty.origin import Origins

CORPUS: Final = Path(__file__).parents[1] / "tests" / "corpus"
ORIGINS: Final = Origins("https://site.test")

NAMES: Final = {
    "atom": "a.atom",
    "css": "a.css",
    "headers": "_headers",
    "html": "a.html",
    "json": "a.json",
    "manifest": "a.webmanifest",
    "module": "a.mjs",
    "redirects": "_redirects",
    "script": "a.js",
    "server": ".htaccess",
    "svg": "a.svg",
    "xml": "a.xml",
}
"""What to read, and the name that makes the guard read it so."""

PACKED: Final = ("br", "gz", "zst")
LONGEST: Final = 2_048
LONG: Final = 40_000
LONGEST_S: Final = 5.0
"""Processor time for one input; instrumented code is some ten times slower than without."""
LARGEST_MB: Final = 1_500
LARGEST_UNPACKED: Final = 1_000_000


class SlowError(Exception):
    """An input that took longer than anything of its length should."""


def read(name: str, data: bytes) -> None:
    """Read bytes as a file of this name, as the guard does, without its safety net."""
    page = Page(name, f"https://site.test/{name}", ORIGINS, read_document)
    lines = data.count(b"\n") + data.count(b"\r") + data.count(b"\0") + 2
    for reference in read_content(name, data, page):
        if not (1 <= reference.location.line <= lines and reference.location.column >= 1):
            raise ValueError(f"{reference.location} is not in the file")


def unpack(data: bytes) -> None:
    """Unpack bytes in every way; what comes out stays below the limit."""
    for suffix in PACKED:
        try:
            content = compressed.unpack(data, suffix, LARGEST_UNPACKED)
        except compressed.NotCompressedError:
            continue
        if content is not None and len(content) > LARGEST_UNPACKED:
            raise ValueError(f"{len(content)} bytes came out of {suffix}")


def read_values(data: bytes) -> None:
    """Attribute values with a grammar of their own, and strings of JSON."""
    text = data.decode("utf-8", "surrogateescape")
    for grammar in (values.srcset, values.urls, values.embedded):
        list(grammar(text))
    with contextlib.suppress(json_strings.NotJSONError):
        list(json_strings.strings(text))


def harness(kind: str) -> Callable[[bytes], None]:
    """One input, read by one reader, in time."""
    reader: Callable[[bytes], None]
    if kind == "packed":
        reader = unpack
    elif kind == "values":
        reader = read_values
    else:
        name = NAMES[kind]

        def reader(data: bytes) -> None:
            read(name, data)

    def one(data: bytes) -> None:
        head, body = data[:1], data[1:]
        if head > b"\x7f" and body:
            body *= LONG // len(body) + 1
        started = time.process_time()
        reader(body)
        if time.process_time() - started > LONGEST_S:
            raise SlowError(f"{len(body)} bytes took over {LONGEST_S} s")

    return one


def seeds(kind: str, folder: Path) -> None:
    """Write the small cases of the corpus that this reader reads, as inputs to begin with."""
    folder.mkdir(parents=True, exist_ok=True)
    name = NAMES.get(kind, "")
    ending = name[1:] if name.startswith("a.") else name
    endings = {"values": ".html", "packed": ".gz .br .zst .svgz", "module": ".js .mjs"}
    wanted = tuple(endings.get(kind, ending).split())
    for number, file in enumerate(sorted(CORPUS.rglob("*"))):
        if file.is_file() and file.name.endswith(wanted) and file.stat().st_size < LONGEST:
            (folder / f"seed-{number}").write_bytes(b"\0" + file.read_bytes())


def main() -> None:
    """Fuzz one reader for a while."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz", description=__doc__)
    parser.add_argument("kind", choices=[*NAMES, "packed", "values"])
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--keep", type=Path, required=True, help="inputs that reach something new")
    options = parser.parse_args()
    found = options.keep / options.kind
    seeds(options.kind, found)
    arguments: list[Any] = [
        sys.argv[0],
        f"-max_total_time={options.seconds}",
        f"-max_len={LONGEST}",
        "-len_control=0",
        f"-rss_limit_mb={LARGEST_MB}",
        f"-timeout={int(LONGEST_S * 6)}",
        f"-artifact_prefix={options.keep}/{options.kind}-",
        str(found),
    ]
    atheris.Setup(arguments, harness(options.kind))
    atheris.Fuzz()


if __name__ == "__main__":
    main()

"""The corpus: one small site per vector, and what the guard must say about it.

A case is a file or a folder in the folder of the rule it is about.
`leak-<vector>` expects one finding of that rule about the host `<vector>.leak.test`;
`harmless-<vector>` expects silence.
What differs from that stands in the `cases.toml` beside it, as
`findings`, each `[path] rule host` with `-` for one that can name no host,
`lines` where a finding stands elsewhere than on the line that spells its host, and
`state` for what a person does before the browser reacts.

Every case is a site of its own, published at `https://<case>.localhost/`:
browsers resolve such names to the loopback by themselves and treat them as secure (RFC 6761, 6.3).
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

ROOT = Path(__file__).parent

STATES = (
    "dark",
    "dialog",
    "german",
    "hover",
    "manifest",
    "narrow",
    "no-script",
    "press",
    "print",
    "scroll",
    "second-visit",
    "touch",
)
"""What has to be so, or to be done, before a browser reacts; an empty state is the mere visit."""

PAGES = (".html", ".htm", ".xhtml", ".svg", ".xml", ".xsl", ".atom", ".rss")
"""Files that a browser opens by themselves; anything else needs a page that loads it."""


@dataclass(frozen=True, slots=True, order=True)
class Expectation:
    """One finding that the guard owes, or gave: the place, the rule, the host that it names."""

    path: str
    line: int
    rule: str
    host: str

    def __str__(self) -> str:
        """Reads like the beginning of a message of the guard."""
        return f"{self.path}:{self.line}: {self.rule} {self.host}"


@dataclass(frozen=True, slots=True)
class Case:
    """A site that leaks by one vector, or does not leak."""

    name: str
    rule: str
    path: Path
    findings: tuple[Expectation, ...]
    state: str = ""

    @property
    def kind(self) -> Literal["leak", "harmless"]:
        """What the name says that the case is."""
        return "leak" if self.name.startswith("leak-") else "harmless"

    @property
    def vector(self) -> str:
        """What the case is about, and the first label of the host it contacts."""
        return self.name.removeprefix(f"{self.kind}-")

    @property
    def site_url(self) -> str:
        """Where the guard and the browser believe the site to be published."""
        return f"https://{self.name}.localhost/"

    @property
    def files(self) -> dict[str, Path]:
        """What the site publishes, by path below its root; links are not followed."""
        if not self.path.is_dir():
            return {self.path.name: self.path}
        found = (p for p in self.path.rglob("*") if p.is_symlink() or p.is_file())
        return {p.relative_to(self.path).as_posix(): p for p in sorted(found)}

    @property
    def hosts(self) -> frozenset[str]:
        """The foreign hosts that the findings name."""
        return frozenset(found.host for found in self.findings if found.host != "-")

    @property
    def is_named(self) -> bool:
        """Whether every finding can name its host; a text put together at run time has none."""
        return all(found.host != "-" for found in self.findings)


def usual_line(path: Path, vector: str) -> int:
    """The first line that spells the host of the vector, or the first line of the file."""
    data = path.read_bytes() if path.is_file() else b""
    marked = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}.get(data[:2], "latin-1")
    lines = re.split(r"\r\n|\r|\n", data.decode(marked, "replace"))
    spelled = f"{vector}.leak.test"
    return next((n for n, line in enumerate(lines, 1) if spelled in line), 1)


def expected(text: str, line: int | None, path: Path, vector: str) -> Expectation:
    """One entry of `findings`; raises ValueError for anything but two or three words."""
    words = text.rsplit(" ", 2)
    if len(words) == 2:
        words.insert(0, "index.html" if path.is_dir() else path.name)
    where, rule, host = words
    file = path / where if path.is_dir() else path
    return Expectation(where, line or usual_line(file, vector), rule, host)


def read_folder(folder: Path) -> list[Case]:
    """All cases about one rule; raises KeyError when `cases.toml` names one that is not there."""
    index_file = folder / "cases.toml"
    index = tomllib.loads(index_file.read_text("utf-8")) if index_file.exists() else {}
    found = []
    for path in sorted(folder.iterdir()):
        if not path.name.startswith(("leak-", "harmless-")):
            continue
        name = path.name if path.is_dir() else path.stem
        about = index.pop(name, {})
        usual = [f"{folder.name} {name[5:]}.leak.test"] if name.startswith("leak-") else []
        texts = about.get("findings", usual)
        lines = about.get("lines", [None] * len(texts))
        findings = tuple(
            sorted(
                expected(text, line, path, name.removeprefix("leak-"))
                for text, line in zip(texts, lines, strict=True)
            )
        )
        found.append(Case(name, folder.name, path, findings, about.get("state", "")))
    if index:
        gone = ", ".join(index)
        raise KeyError(f"{index_file}: no such case: {gone}; remove or rename the entry")
    return found


@cache
def cases() -> tuple[Case, ...]:
    """Every case of the corpus, in the order of rules and names."""
    folders = sorted(p for p in ROOT.iterdir() if p.is_dir() and not p.name.startswith(("_", ".")))
    return tuple(case for folder in folders for case in read_folder(folder))

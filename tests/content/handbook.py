"""What `docs/editors.md` tells an editor to do, as steps, and the copy on which they are done.

The notation, as the handbook explains it: a `diff` block belongs to the file that the line above
names, a line with `-` is replaced by the one with `+`, all others stay; a `sh` block is typed into
the terminal, on the day that `# 2026-12-01` names; a `text` block is what the terminal then says.
"""

from __future__ import annotations

import io
import re
import shlex
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from invoke.program import Program
from rich.console import Console

import messages
import tasks
from firstparty.model import Severity
from messages import speaking
from pipeline import announce, build, check, legal

if TYPE_CHECKING:
    from collections.abc import Callable

    from editorial.site import Site
    from firstparty.model import Finding

    Outcome = tuple[tuple[Site, ...], tuple[Finding, ...]]

ROOT = Path(__file__).resolve().parents[2]
HANDBOOK = ROOT / "docs/editors.md"

_BLOCK = re.compile(
    r"^(?P<above>[^\n]*)\n+```(?P<kind>diff|sh|text)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL
)
_DAY = re.compile(r"# (\d{4}-\d\d-\d\d)")
#: Lines move whenever somebody writes into a text; those of the handbook are examples.
_PLACE = re.compile(r":\d+:\d+:", re.MULTILINE)


@dataclass(frozen=True)
class Step:
    """A block of the handbook: its recipe, its kind, its file if it is a change, its lines."""

    recipe: str
    kind: str
    file: str
    body: str


@dataclass(frozen=True)
class Command:
    """What is typed after `inv`, and on which day; "" is any day."""

    day: str
    words: tuple[str, ...]


def halves() -> dict[str, str]:
    """Give the German and the English half."""
    german, english = HANDBOOK.read_text("utf-8").split("\n---\n")
    return {"de": german, "en": english}


def steps(half: str) -> list[Step]:
    """Give the steps of one half, in their order."""
    found = []
    for match in _BLOCK.finditer(half):
        recipe = re.findall(r"^## (.*)$", half[: match.start()], re.MULTILINE)
        names = re.findall(r"`([^`]+)`", match["above"]) if match["kind"] == "diff" else [""]
        found.append(Step(recipe[-1] if recipe else "", match["kind"], names[-1], match["body"]))
    return found


def commands(body: str) -> list[Command]:
    """Give the commands of a `sh` block."""
    day = ""
    found: list[Command] = []
    for line in body.replace("\\\n", " ").splitlines():
        if match := _DAY.fullmatch(line):
            day = match[1]
        else:
            program, *words = shlex.split(line)
            assert program == ".venv/bin/inv", line
            found.append(Command(day, tuple(words)))
    return found


def spoken(text: str) -> str:
    """Give what was said, with the same place in every line."""
    return _PLACE.sub(":1:1:", text)


@dataclass
class Desk:
    """A copy of the sources at `root`, on which an editor called Ada works."""

    root: Path
    patch: Callable[[object, str, object], None]
    capture: Callable[[], str]
    _last: tuple[object, Outcome] = (None, ((), ()))

    def set_up(self) -> None:
        """Copy what an editor writes, link what is only read, and say what day it was."""
        shutil.copytree(ROOT / "content", self.root / "content")
        for name in ("company.toml", "processing.toml", "pelicanconf.py"):
            shutil.copy(ROOT / name, self.root)
        for name in ("theme", "translations", "tests"):
            (self.root / name).symlink_to(ROOT / name)
        ledger = self.root / "content/legal/ledger.toml"
        days = re.compile(r"(confirmed|published) = \d{4}-\d\d-\d\d")
        ledger.write_text(days.sub(r"\1 = 2026-11-25", ledger.read_text("utf-8")), "utf-8")
        self.patch(check, "build", self.read)
        self.patch(legal, "build", self.read)
        self.patch(legal, "_author", lambda: "Ada")

    def read(
        self, _output: Path, _settings: object = None, *, observe: Callable[[Site], object]
    ) -> tuple[Finding, ...]:
        """Read the texts as a build does, and stop it there; once for each state of the files."""
        state = self._state()
        if self._last[0] != state:
            self._last = (state, self._read())
        sites, findings = self._last[1]
        for site in sites:
            observe(site)
        return findings

    def _state(self) -> object:
        """Give all that a reading depends on: the files, and the language of what it says."""
        files = sorted(path for path in self.root.rglob("*") if path.suffix in (".md", ".toml"))
        return messages.spoken(), [(path, path.read_bytes()) for path in files]

    def _read(self) -> Outcome:
        seen: list[Site] = []

        def stop(site: Site) -> None:
            seen.append(site)
            raise _ReadError

        settings = self.root / "pelicanconf.py"
        try:
            found = build.build(self.root / "site", settings, traceback=True, observe=stop)
        except _ReadError:
            found = ()
        return tuple(seen), found

    def change(self, step: Step) -> None:
        """Do what a `diff` block says; the lines stand in the file exactly once."""
        path, lines = self.root / step.file, step.body.splitlines(keepends=True)
        before = "".join(line[1:] for line in lines if line[0] != "+")
        after = "".join(line[1:] for line in lines if line[0] != "-")
        text = path.read_text("utf-8")
        assert text.count(before) == 1, f"{step.recipe}: not once in {step.file}:\n{before}"
        path.write_text(text.replace(before, after), "utf-8")

    def type(self, command: Command, lang: str) -> tuple[int, str]:
        """Type a command; give its exit code and what it says, notes left out."""
        called: list[list[str]] = []
        self.patch(tasks, "_run", lambda _context, line: called.append(shlex.split(line)))
        Program(namespace=tasks.namespace).run(["inv", *command.words], exit=False)
        assert len(called) == 1, (command, self.capture())
        _, module, *arguments = called[0]
        self.capture()
        if module == "pipeline.check":
            return self._check(lang)
        assert module == "pipeline.legal"
        day = [f"--date={command.day}"] if command.day else []
        return legal.main([*arguments, *day, f"--lang={lang}"], self.root), self.capture()

    def _check(self, lang: str) -> tuple[int, str]:
        said = io.StringIO()
        with speaking(lang):
            found = [f for f in check.site() if f.severity is not Severity.NOTE]
        announce.to_console(Console(file=said, highlight=False), found)
        return (1 if found else 0), said.getvalue()


class _ReadError(Exception):
    """Ends a build as soon as its texts are read."""

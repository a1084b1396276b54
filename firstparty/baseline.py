"""Accepted findings, each with a reason and a date, in a TOML file beside the site's source.

    [[accepted]]
    rule = "third-party-data-url"
    path = "config.json"                # may hold `*`
    evidence = "https://tiles.example"  # the whole text of the finding
    reason = "opened only when somebody presses the button; agreed with counsel"
    date = 2026-11-24

    [[script]]
    path = "js/map.js"
    sha256 = "…"
    reason = "reviewed: tiles come from /tiles/ only"
    date = 2026-11-24

An entry that matches nothing any more, and a script that has changed, are findings.
"""

from __future__ import annotations

import datetime
import difflib
import hashlib
import re
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any, Final

from firstparty import rules, toml
from firstparty.model import Location, Reference, Use
from firstparty.origin import MisconfiguredError
from firstparty.toml import BrokenTomlError, Fault

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from firstparty.model import Finding

_HEADING: Final = re.compile(r"^\s*\[\[\s*(accepted|script)\s*\]\]", re.MULTILINE)
_WRONG: Final = {
    Fault.ENCODING: "a character is not UTF-8; save the file as UTF-8",
    Fault.SYNTAX: "this is not TOML: {reason}; look at the quotation marks and brackets here",
    Fault.DIGITS: "a number has too many digits; shorten it",
    Fault.BRACKETS: "too many brackets stand in each other; remove some",
}
# FIPS 180-4 in hexadecimal.
_SHA256: Final = re.compile(r"[0-9a-fA-F]{64}")
_KEYS: Final = {
    "accepted": ({"rule", "path", "reason", "date"}, {"evidence"}),
    "script": ({"path", "sha256", "reason", "date"}, set()),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One acceptance; `sha256` is "" where it is about a finding, not about a script."""

    location: Location
    path: str
    rule: str = ""
    evidence: str | None = None
    sha256: str = ""

    def matches(self, finding: Finding) -> bool:
        """Whether a finding is the one that was accepted."""
        return fnmatchcase(finding.location.path, self.path) and (
            bool(self.sha256)
            or (finding.rule == self.rule and self.evidence in {None, finding.evidence})
        )


@dataclass(frozen=True, slots=True)
class Baseline:
    """The entries of a baseline file, none by default."""

    entries: tuple[Entry, ...] = field(default=())

    def sort(
        self, findings: Iterable[Finding], files: Mapping[str, Path]
    ) -> tuple[list[Finding], list[Reference]]:
        """The findings that nobody accepted, and the entries that are stale.

        `files` are the published files by path: a script is accepted while its bytes are
        those that were reviewed.
        """
        used: set[Entry] = set()
        stale = [entry for entry in self.entries if entry.sha256 and not _is_same(entry, files)]
        live = [entry for entry in self.entries if entry not in stale]
        kept = []
        for finding in findings:
            matching = [entry for entry in live if entry.matches(finding)]
            used.update(matching)
            if not matching:
                kept.append(finding)
        return kept, [_stale(entry) for entry in self.entries if entry not in used]


def _is_same(entry: Entry, files: Mapping[str, Path]) -> bool:
    full = files.get(entry.path)
    try:
        data = full.read_bytes() if full is not None else b""
    except OSError:
        return False
    return hashlib.sha256(data).hexdigest() == entry.sha256.lower()


def _stale(entry: Entry) -> Reference:
    evidence = entry.path if entry.sha256 else f"{entry.rule} {entry.path}"
    detail = "as it was reviewed" if entry.sha256 else "in the published files"
    return Reference(Use.STALE_ACCEPTANCE, entry.location, evidence, "baseline", detail=detail)


def read_baseline(file: Path) -> Baseline:
    """The acceptances of a file; raises MisconfiguredError where it is not as it should be."""
    text, content = _read(file)
    unknown = content.keys() - _KEYS.keys()
    if unknown:
        raise MisconfiguredError(
            f'{file}: "{min(unknown)}" is no table of a baseline; write [[accepted]] or [[script]]'
        )
    lines: dict[str, list[int]] = {"accepted": [], "script": []}
    for match in _HEADING.finditer(text):
        lines[match.group(1)].append(text.count("\n", 0, match.end()) + 1)
    entries = [
        _entry(kind, table, Location(str(file), line))
        for kind in _KEYS
        for table, line in zip(_tables(file, kind, content), _lines(lines[kind]), strict=False)
    ]
    return Baseline(tuple(sorted(entries, key=lambda entry: entry.location)))


def _read(file: Path) -> tuple[str, dict[str, Any]]:
    """The text of a baseline, and what it says."""
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise MisconfiguredError(f"{file}: the baseline cannot be read: {error}") from error
    try:
        content = toml.parse(raw)
    except BrokenTomlError as error:
        message = _WRONG[error.fault].format(reason=error.reason)
        column = f":{error.column}" if error.fault is Fault.SYNTAX else ""
        raise MisconfiguredError(f"{file}:{error.line}{column}: {message}") from error
    return raw.decode("utf-8-sig"), content


def _lines(known: list[int]) -> Iterable[int]:
    yield from known
    while True:
        yield 1


def _tables(file: Path, kind: str, content: dict[str, Any]) -> list[dict[str, Any]]:
    tables = content.get(kind, [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise MisconfiguredError(f'{file}: "{kind}" is no list of tables; write [[{kind}]]')
    return tables


def _entry(kind: str, table: dict[str, Any], location: Location) -> Entry:
    needed, optional = _KEYS[kind]
    place = f"{location.path}:{location.line}"
    for key in sorted(needed - table.keys()):
        raise MisconfiguredError(f'{place}: "{key}" is missing; every acceptance needs one')
    for key in sorted(table.keys() - needed - optional):
        raise MisconfiguredError(f'{place}: "{key}" is unknown; remove it')
    if type(table["date"]) is not datetime.date:
        raise MisconfiguredError(f'{place}: "date" is no date; write it like 2026-11-24')
    for key in sorted((needed | optional) & table.keys() - {"date"}):
        if not isinstance(table[key], str) or not table[key].strip():
            raise MisconfiguredError(f'{place}: "{key}" is no text; write it between quotes')
    _judge(kind, table, place)
    return Entry(
        location,
        table["path"],
        table.get("rule", ""),
        table.get("evidence"),
        table.get("sha256", ""),
    )


def _judge(kind: str, table: dict[str, Any], place: str) -> None:
    """Object to an entry that could never match anything."""
    if kind == "script" and not _SHA256.fullmatch(table["sha256"]):
        raise MisconfiguredError(
            f'{place}: "{table["sha256"]}" is no SHA-256; write the 64 digits that `sha256sum` '
            "prints"
        )
    if kind == "accepted" and table["rule"] not in rules.RULES:
        near = difflib.get_close_matches(table["rule"], rules.RULES, 1, 0) or sorted(rules.RULES)
        raise MisconfiguredError(
            f'{place}: there is no rule "{table["rule"]}"; did you mean "{near[0]}"?'
        )

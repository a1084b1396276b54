"""The facts that travel from extract/ through rules/ to report/."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Severity(StrEnum):
    """How certain the harm is: it happens, it can happen, a person should look."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Use(StrEnum):
    """What a browser does with a reference, or why a file could not be looked at.

    Every use belongs to exactly one rule; a test says so. Uses in which a foreign URL is
    harmless have no name here: `extract/vocabulary.py` and its kin list where they stand.
    """

    ALTERNATIVE_SERVICE = "alternative service"
    BASE = "base"
    DATA = "data"
    DATA_ATTRIBUTE = "data attribute"
    DIFFERING_COPY = "differing copy"
    DOCTYPE = "doctype"
    ENTITY = "entity"
    ESCAPING_SYMLINK = "escaping symbolic link"
    EXCESS = "excess"
    FONT = "font"
    FORM = "form"
    FRAME = "frame"
    HINT = "hint"
    IMAGE = "image"
    LOOKUP = "lookup"
    MALFORMED = "malformed"
    MANIFEST = "manifest"
    MEDIA = "media"
    MODULE = "module"
    METADATA = "metadata"
    PING = "ping"
    REDIRECT = "redirect"
    RELATION = "relation"
    REPORTING = "reporting"
    SCRIPT = "script"
    SCRIPT_INTERFACE = "script interface"
    SCRIPT_UNPARSED = "script unparsed"
    SCRIPT_URL = "script url"
    SOURCE_MAP = "source map"
    SITE_PART = "site part"
    SPECULATION = "speculation"
    STALE_ACCEPTANCE = "stale acceptance"
    STYLE_RESOURCE = "style resource"
    STYLESHEET = "stylesheet"
    SVG_REFERENCE = "svg reference"
    UNKNOWN_ATTRIBUTE = "unknown attribute"
    UNKNOWN_KIND = "unknown kind"
    UNREADABLE = "unreadable"


class ExitCode(IntEnum):
    """What the process says to a build: DESIGN.md, "exit codes"."""

    CLEAN = 0
    FINDINGS = 1
    COULD_NOT_CHECK = 2


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a published file; line and column count from 1, columns in characters."""

    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Reference:
    """A place that names a foreign URL, or something that could not be looked at.

    `url` is the absolute address, None where there is none to name.
    `evidence` is the text as a browser reads it; `where` names the place for people
    (`<img src>`, `@import`, `Link`).
    """

    use: Use
    location: Location
    evidence: str
    where: str
    url: str | None = None
    host: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """The objection of one rule to one reference."""

    rule: str
    severity: Severity
    message: str
    evidence: str
    location: Location
    url: str | None = None

    def __str__(self) -> str:
        """`path:line:column: what is wrong; what to do`."""
        place = self.location
        return f"{place.path}:{place.line}:{place.column}: {self.message}"


@dataclass(frozen=True, slots=True)
class Report:
    """What one check saw: the findings in order of file, line and column."""

    site_url: str
    files: int
    bytes: int
    findings: tuple[Finding, ...]
    accepted: int = 0

    @property
    def exit_code(self) -> ExitCode:
        """Findings of any severity are findings."""
        return ExitCode.FINDINGS if self.findings else ExitCode.CLEAN

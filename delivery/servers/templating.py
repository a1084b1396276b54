"""What all templates of server configurations share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined

from delivery import limits, paths
from delivery.codings import CODINGS, welcome
from delivery.content_types import CONTENT_TYPES, content_type
from delivery.phrases import ERRORS, line
from delivery.policy import EVERYTHING, FINGERPRINTED, HEADERS, Target

if TYPE_CHECKING:
    from collections.abc import Iterator

    from delivery.servers.settings import Settings

#: Mozilla's "intermediate" ciphers (Server Side TLS 5.7); TLS 1.3 brings its own.
CIPHERS = (
    "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:"
    "ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:"
    "ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305"
)
#: Headers of an upstream that make a browser report on its user, or name a program.
UNWANTED = ("NEL", "Report-To", "Reporting-Endpoints", "Server", "X-Powered-By", "Via")
#: Headers that count over TLS alone (RFC 6797 § 7.2, § 8.1).
ENCRYPTED = ("Strict-Transport-Security",)
#: What a visitor or a proxy may say of addresses and hosts; the account service hears none of it.
CLAIMS = (
    "X-Forwarded-For",
    "X-Forwarded-Host",
    "X-Real-IP",
    "Forwarded",
    "Client-IP",
    "True-Client-IP",
    "CF-Connecting-IP",
)

ENVIRONMENT = Environment(
    loader=PackageLoader("delivery.servers"),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
    autoescape=False,  # noqa: S701 - these are no web pages
)


def render(template: str, settings: Settings, **facts: object) -> str:
    """Fill a template with the tables, the settings as `s`, and what else a server needs."""
    everywhere = [(h.name, h.value) for h in HEADERS if h.applies_to == EVERYTHING]
    return ENVIRONMENT.get_template(template).render(
        s=settings,
        limits=limits,
        paths=paths,
        ciphers=CIPHERS,
        fingerprinted=FINGERPRINTED,
        everywhere=[pair for pair in everywhere if pair[0] not in ENCRYPTED],
        encrypted=[pair for pair in everywhere if pair[0] in ENCRYPTED],
        claims=CLAIMS,
        varying=varying(),
        codings=CODINGS,
        welcome=welcome,
        errors={status: line(status) for status in ERRORS},
        text=content_type("error.txt").value,
        hidden=sorted({header.name for header in HEADERS} | set(UNWANTED)),
        **facts,
    )


def varying() -> dict[str, dict[str, str]]:
    """Give the headers that differ from answer to answer: their values by target."""
    found: dict[str, dict[str, str]] = {}
    for header in HEADERS:
        if header.applies_to != EVERYTHING:
            values = found.setdefault(header.name, {})
            values |= {target.name: header.value for target in header.applies_to}
    complete = {target.name for target in Target}
    for name, values in found.items():
        if set(values) != complete:
            raise ValueError(f"{name}: no value for {', '.join(sorted(complete - set(values)))}")
    return found


def compressed() -> list[tuple[str, str]]:
    """Give type and suffix, as `types` does, of what has compressed copies."""
    worth = {entry.suffix.removeprefix(".") for entry in CONTENT_TYPES if entry.compress}
    return [(kind, suffix) for kind, suffix in types() if suffix in worth]


def types() -> Iterator[tuple[str, str]]:
    """Give each type without its charset, and its suffixes without their dots."""
    for entry in CONTENT_TYPES:
        yield entry.value.partition(";")[0], entry.suffix.removeprefix(".")


def with_charset() -> list[str]:
    """Give the types that have a charset, without it."""
    return [e.value.partition(";")[0] for e in CONTENT_TYPES if "charset=utf-8" in e.value]


def choice(name: str) -> str:
    """Read a server's own form of the language choice."""
    return (Path(__file__).parent / "choice" / name).read_text(encoding="utf-8")


def quoted(value: object) -> str:
    """Write a value in double quotes, as nginx and Apache read them.

    Raises `ValueError` for what they would not read as it stands.
    """
    text = str(value)
    if '"' in text or "\n" in text:
        raise ValueError(f"{text!r} cannot stand in quotes; choose a value without them")
    return f'"{text}"'


ENVIRONMENT.filters["quoted"] = quoted

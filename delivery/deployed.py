"""What a deployed copy of a built site has to answer, and what it answers instead.

Nothing here opens a connection: `expected` reads the build, `judge` looks at answers.
"""

from __future__ import annotations

import gzip
import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

import brotli
import zstandard

from delivery.codings import CODINGS
from delivery.content_types import ContentType, content_type
from delivery.language import LANGUAGES, choose_language
from delivery.paths import MISSING, PRIVATE
from delivery.policy import Target, headers_for, target_of
from delivery.release import SUMS
from firstparty.model import Finding, Location, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

INDEX = "index.html"
#: An address that no build has.
NOWHERE = "/no-such-page/"

DECOMPRESS: Mapping[str, Callable[[bytes], bytes]] = {
    "br": lambda data: bytes(brotli.decompress(data)),
    "zstd": lambda data: zstandard.ZstdDecompressor().decompressobj().decompress(data),
    "gzip": gzip.decompress,
}

#: Headers that make browsers report on their users, name the software, or set what nobody asked
#: for; `Server` counts where it gives a version.
UNWANTED = ("NEL", "Report-To", "Reporting-Endpoints", "X-Powered-By", "Set-Cookie")


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer; header names count without their case."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def get(self, name: str) -> str | None:
        """Give a header's value, several of them joined (RFC 9110 § 5.3)."""
        values = [value for key, value in self.headers if key.lower() == name.lower()]
        return ", ".join(values) if values else None


@dataclass(frozen=True, slots=True)
class Expected:
    """One address of the build: `file` is where its bytes are, "" for a redirect."""

    path: str
    file: str
    status: int
    body: bytes | None
    kind: ContentType | None
    location: str = ""
    accept_language: str = ""

    @property
    def target(self) -> Target:
        """What the table of headers calls it."""
        return target_of(self.path, self.status)


def expected(site: Path) -> Iterator[Expected]:
    """Give every address of the built site, and what is not there, in the order of names."""
    for file in sorted(path for path in site.rglob("*") if path.is_file()):
        name = file.relative_to(site).as_posix()
        if name in PRIVATE or _is_copy(file):
            continue
        folder = name.removesuffix(INDEX)
        is_index = name.endswith(f"/{INDEX}")
        path = "/" + quote(folder if is_index else name)
        yield Expected(path, name, 200, file.read_bytes(), content_type(name))
        if is_index:
            yield Expected(path.rstrip("/"), "", 301, None, None, location=path)
    page = site / MISSING.removeprefix("/")
    if page.is_file():
        yield Expected(NOWHERE, page.name, 404, page.read_bytes(), content_type(page.name))
    for wish in ("", *LANGUAGES):
        place = f"/{choose_language(None, wish or None)}/"
        yield Expected("/", "", 302, None, None, location=place, accept_language=wish)


def _is_copy(file: Path) -> bool:
    return file.suffix in CODINGS.values() and file.with_suffix("").is_file()


def judge(wanted: Expected, answer: Answer) -> Iterator[Finding]:
    """Object to whatever an answer to a plain request has that the build has not."""
    if answer.status != wanted.status:
        found = f"answers {answer.status} instead of {wanted.status}"
        yield _object(wanted, "differing-status", f"{found}; publish the release again", found)
        return
    if wanted.location and answer.get("Location") != wanted.location:
        found = f"leads to '{answer.get('Location')}' instead of '{wanted.location}'"
        message = f"{found}; use the configuration of the release"
        yield _object(wanted, "differing-redirect", message, str(answer.get("Location")))
    if wanted.body is not None:
        yield from _judge_body(wanted, answer.body)
    yield from judge_headers(wanted, answer)


def _judge_body(wanted: Expected, body: bytes) -> Iterator[Finding]:
    if wanted.body is None or body == wanted.body:
        return
    pairs = zip(body, wanted.body, strict=False)
    at = next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(body), len(wanted.body)))
    message = (
        f"the file differs from '{wanted.file}' of the build from byte {at + 1} on "
        f"({len(body):,} bytes instead of {len(wanted.body):,}); publish the release again"
    )
    yield _object(wanted, "differing-file", message, hashlib.sha256(body).hexdigest())


def judge_headers(wanted: Expected, answer: Answer) -> Iterator[Finding]:
    """Object to missing, differing and unwanted headers."""
    table = list(headers_for(wanted.target))
    if wanted.kind is not None:
        table.append(("Content-Type", wanted.kind.value))
    advice = "use the configuration of the release"
    for name, value in table:
        found = answer.get(name)
        if found is None:
            message = f"the header '{name}' is missing; {advice}"
            yield _object(wanted, "missing-header", message, name)
        elif not _same(name, found, value):
            message = f"the header '{name}' is '{found}' instead of '{value}'; {advice}"
            yield _object(wanted, "differing-header", message, found)
    for name in UNWANTED:
        if (found := answer.get(name)) is not None:
            message = f"the header '{name}: {found}' is not in the table; {advice}"
            yield _object(wanted, "unwanted-header", message, found)
    server = answer.get("Server") or ""
    if re.search(r"\d", server):
        message = f"the header 'Server: {server}' gives a version away; {advice}"
        yield _object(wanted, "unwanted-header", message, server)


def _same(name: str, found: str, value: str) -> bool:
    """Compare as browsers do: `Vary` is a set, which may have more; types ignore case."""
    if name == "Vary":
        return _names(value) <= _names(found)
    if name == "Content-Type":
        return found.lower().replace(" ", "") == value.lower().replace(" ", "")
    return found == value


def _names(value: str) -> set[str]:
    return {name.strip().lower() for name in value.split(",")}


def judge_copy(wanted: Expected, coding: str, answer: Answer) -> Iterator[Finding]:
    """Object to a compressed answer that holds something else, or is none."""
    used = answer.get("Content-Encoding") or ""
    if not used:
        if answer.body != wanted.body:
            yield from _judge_body(wanted, answer.body)
        return
    try:
        body = DECOMPRESS[used](answer.body) if used == coding else None
    except (OSError, EOFError, ValueError, brotli.error, zstandard.ZstdError):
        body = None
    if body is None or body != wanted.body:
        message = (
            f"the answer in '{used}', where '{coding}' was asked for, does not hold "
            f"'{wanted.file}' of the build; publish the release again"
        )
        yield _object(wanted, "differing-copy", message, used)


def judge_sums(site: Path, answer: Answer) -> Iterator[Finding]:
    """Object to what the deployed list of digests names and the build has not."""
    built = set(_names_in((site / SUMS).read_text(encoding="utf-8")))
    where = Expected(f"/{SUMS}", SUMS, 200, None, None)
    for name in sorted(_names_in(answer.body.decode(errors="replace"))):
        if name not in built:
            message = f"'{name}' is published and not part of the build; remove it there"
            yield _object(where, "surplus-file", message, name)


def _names_in(text: str) -> Iterator[str]:
    """Give the names in lines as sha256sum(1) writes them: digest, two spaces, name."""
    for line in text.splitlines():
        _, listed, name = line.partition("  ")
        if listed:
            yield name


def _object(wanted: Expected, rule: str, message: str, evidence: str) -> Finding:
    wish = f" (Accept-Language: {wanted.accept_language})" if wanted.accept_language else ""
    return Finding(rule, Severity.ERROR, message + wish, evidence, Location(wanted.path))

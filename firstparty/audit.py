"""One check of one folder: files, references, rules, findings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from firstparty import rules
from firstparty.extract import compressed, kinds
from firstparty.extract.kinds import Kind
from firstparty.extract.page import Page
from firstparty.extract.read import read_content
from firstparty.files import PublishedFile, published_files
from firstparty.model import Finding, Location, Reference, Report, Use
from firstparty.origin import Origins

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

# No page is as large; what is, is not read but reported.
LARGEST: Final = 256 * 1024 * 1024
_LARGEST_UNPACKED: Final = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class FileResult:
    """What one file refers to, and which local files it uses as style sheet or script."""

    references: tuple[Reference, ...]
    linked: frozenset[tuple[str, str]] = frozenset()


def check(
    directory: Path,
    site_url: str,
    *,
    allow_origins: Iterable[str] = (),
    progress: Callable[[int, int], None] | None = None,
) -> Report:
    """Check every file of a published folder.

    `site_url` is the address at which the folder is published; `progress` hears the number
    of files done and of all. Raises MisconfiguredError when an origin cannot be read, and
    UnreadableFolderError when the folder cannot be listed.
    """
    origins = Origins(site_url, tuple(allow_origins))
    files = published_files(directory)
    results = []
    for number, file in enumerate(files, 1):
        results.append(read_file(file, origins))
        if progress is not None:
            progress(number, len(files))
    findings = judged(reference for result in results for reference in result.references)
    return Report(site_url, len(files), sum(file.size for file in files), findings)


def judged(references: Iterable[Reference]) -> tuple[Finding, ...]:
    """The findings of all rules, each once, in order of place and rule."""
    found = {rules.judge(reference) for reference in references}
    return tuple(sorted((entry for entry in found if entry is not None), key=_order))


def _order(finding: Finding) -> tuple[Location, str, str, str]:
    return (finding.location, finding.rule, finding.evidence, finding.message)


def read_file(file: PublishedFile, origins: Origins) -> FileResult:
    """The references of one file; trouble with it is one of them."""
    if file.escapes:
        return _trouble(file, Use.ESCAPING_SYMLINK, file.trouble)
    if file.trouble:
        return _trouble(file, Use.UNREADABLE, file.trouble)
    suffix = kinds.suffix_of(file.path.rpartition("/")[2])
    if kinds.SUFFIXES.get(suffix) is Kind.INERT and not file.size:
        return FileResult(())
    if file.size > LARGEST:
        return _trouble(file, Use.EXCESS, f"{file.size} bytes")
    try:
        data = file.full.read_bytes()
    except OSError as error:
        return _trouble(file, Use.UNREADABLE, error.strerror or "unreadable")
    page = Page(file.path, origins.published(file.path), origins)
    if suffix in {"br", "gz", "zst", "svgz"}:
        return _read_compressed(file, data, suffix, page)
    references = read_content(file.path.rpartition("/")[2], data, page)
    return FileResult(tuple(references), frozenset(page.linked))


def _read_compressed(file: PublishedFile, data: bytes, suffix: str, page: Page) -> FileResult:
    """A compressed sibling must hold what the plain file holds; without one it is read."""
    plain = file.full.with_suffix("") if suffix != "svgz" else None
    try:
        expected = plain.read_bytes() if plain is not None and plain.is_file() else None
        limit = _LARGEST_UNPACKED if expected is None else len(expected)
        content = compressed.unpack(data, suffix, limit)
    except (OSError, compressed.NotCompressedError) as error:
        return _trouble(file, Use.UNREADABLE, str(error))
    if expected is not None:
        if content == expected:
            return FileResult(())
        return _trouble(file, Use.DIFFERING_COPY, plain.name if plain else "")
    if content is None:
        return _trouble(file, Use.EXCESS, f"more than {limit} bytes unpacked")
    name = file.path.rpartition("/")[2]
    name = name[:-1] if suffix == "svgz" else name.rpartition(".")[0]
    return FileResult(tuple(read_content(name, content, page)), frozenset(page.linked))


def _trouble(file: PublishedFile, use: Use, detail: str) -> FileResult:
    name = file.path.rpartition("/")[2]
    return FileResult((Reference(use, Location(file.path), name, "file", detail=detail),))

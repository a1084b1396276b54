"""One published file to references: reading it, unpacking it, and what can be wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from firstparty.extract import compressed, kinds
from firstparty.extract.html import read_html
from firstparty.extract.page import Page
from firstparty.extract.read import read_content
from firstparty.model import Location, Reference, Use

if TYPE_CHECKING:
    from firstparty.extract.kinds import Kind
    from firstparty.files import PublishedFile
    from firstparty.origin import Origins

# No page is as large; what is, is not read but reported.
LARGEST: Final = 128 * 1024 * 1024
_LARGEST_UNPACKED: Final = 64 * 1024 * 1024
_COMPRESSED: Final = frozenset({"br", "gz", "svgz", "zst"})


@dataclass(frozen=True, slots=True)
class FileResult:
    """What one file refers to, and which files it uses as style sheet or script."""

    path: str
    references: tuple[Reference, ...]
    linked: frozenset[tuple[Use, str]] = frozenset()


def read_file(file: PublishedFile, origins: Origins, kind: Kind | None = None) -> FileResult:
    """The references of one file; trouble with it is one of them.

    `kind` says how to read it where something else than its name decides. Raises nothing:
    bytes that break a reader are a finding about the file that holds them.
    """
    try:
        return _read(file, origins, kind)
    except Exception as error:  # noqa: BLE001  # fail closed, whatever the parsers raise
        return _trouble(file, Use.UNREADABLE, f"{type(error).__name__} in its reader")


def _read(file: PublishedFile, origins: Origins, kind: Kind | None) -> FileResult:
    if file.escapes:
        return _trouble(file, Use.ESCAPING_SYMLINK, file.trouble)
    if file.trouble:
        return _trouble(file, Use.UNREADABLE, file.trouble)
    try:
        if kind is None and kinds.kind_of(file.name, b"") is kinds.Kind.INERT:
            with file.full.open("rb") as stream:
                head = stream.read(kinds.HEAD)
            if kinds.kind_of(file.name, head) is kinds.Kind.INERT:
                return FileResult(file.path, ())
        if file.size > LARGEST:
            return _excess(file, f"it has {file.size:,} bytes")
        data = file.full.read_bytes()
    except OSError as error:
        return _trouble(file, Use.UNREADABLE, error.strerror or "unreadable")
    page = Page(file.path, origins.published(file.path), origins, read_html)
    suffix = kinds.suffix_of(file.name)
    if suffix in _COMPRESSED and kind is None:
        return _read_compressed(file, data, suffix, page)
    references = read_content(file.name, data, page, kind)
    return FileResult(file.path, tuple(references), frozenset(page.linked))


def _read_compressed(file: PublishedFile, data: bytes, suffix: str, page: Page) -> FileResult:
    """A compressed sibling must hold what the plain file holds; without one it is read."""
    plain = None if suffix == "svgz" else file.full.with_suffix("")
    try:
        expected = plain.read_bytes() if plain is not None and plain.is_file() else None
        limit = _LARGEST_UNPACKED if expected is None else len(expected)
        content = compressed.unpack(data, suffix, limit)
    except OSError as error:
        return _trouble(file, Use.UNREADABLE, error.strerror or "unreadable")
    except compressed.NotCompressedError as error:
        return _trouble(file, Use.UNREADABLE, str(error))
    if plain is not None and expected is not None:
        if content == expected:
            return FileResult(file.path, ())
        return _trouble(file, Use.DIFFERING_COPY, plain.name)
    if content is None:
        return _excess(file, f"it unpacks to more than {limit:,} bytes")
    name = file.name[:-1] if suffix == "svgz" else file.name.rpartition(".")[0]
    if kinds.suffix_of(name) == "tar":
        return FileResult(file.path, ())
    references = read_content(name, content, page)
    return FileResult(file.path, tuple(references), frozenset(page.linked))


def _excess(file: PublishedFile, evidence: str) -> FileResult:
    excess = Reference(Use.EXCESS, Location(file.path), evidence, "the file")
    return FileResult(file.path, (excess,))


def _trouble(file: PublishedFile, use: Use, detail: str) -> FileResult:
    trouble = Reference(use, Location(file.path), file.name, "file", detail=detail)
    return FileResult(file.path, (trouble,))

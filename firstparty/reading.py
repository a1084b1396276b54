"""One published file to references: reading it, unpacking it, and what can be wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from firstparty.extract import compressed, kinds
from firstparty.extract.documents import read_document
from firstparty.extract.kinds import Kind
from firstparty.extract.page import Page
from firstparty.extract.read import read_content
from firstparty.model import Location, Reference, Use

if TYPE_CHECKING:
    from firstparty.cache import Cache
    from firstparty.files import PublishedFile
    from firstparty.origin import Origins

# No page is as large; what is, is not read but reported.
LARGEST: Final = 128 * 1024 * 1024
_LARGEST_UNPACKED: Final = 64 * 1024 * 1024
_COMPRESSED: Final = frozenset({"br", "gz", "svgz", "zst"})


@dataclass(frozen=True, slots=True)
class FileResult:
    """What one file refers to, and which files it uses as style sheet or script.

    `key` is what a cache remembers of a file that refers to nothing.
    """

    path: str
    references: tuple[Reference, ...]
    linked: frozenset[tuple[Use, str]] = frozenset()
    key: bytes = b""

    def __bool__(self) -> bool:
        """Whether anybody needs to know of it."""
        return bool(self.references or self.linked or self.key)


def read_file(
    file: PublishedFile, origins: Origins, kind: Kind | None = None, cache: Cache | None = None
) -> FileResult:
    """The references of one file; trouble with it is one of them.

    `kind` says how to read it where something else than its name decides. Raises nothing:
    bytes that break a reader are a finding about the file that holds them.
    """
    try:
        return _read(file, origins, kind, cache)
    except Exception as error:  # noqa: BLE001  # fail closed
        return _trouble(file, Use.UNREADABLE, f"{type(error).__name__} in its reader")


def _read(
    file: PublishedFile, origins: Origins, kind: Kind | None, cache: Cache | None
) -> FileResult:
    if file.trouble:
        use = Use.ESCAPING_SYMLINK if file.escapes else Use.UNREADABLE
        return _trouble(file, use, file.trouble)
    try:
        return _read_sound(file, origins, kind, cache)
    except OSError as error:
        return _trouble(file, Use.UNREADABLE, error.strerror or "unreadable")
    except compressed.NotCompressedError as error:
        return _trouble(file, Use.UNREADABLE, str(error))


def _read_sound(
    file: PublishedFile, origins: Origins, kind: Kind | None, cache: Cache | None
) -> FileResult:
    if kind is None and _is_inert(file):
        return FileResult(file.path, ())
    if file.size > LARGEST:
        return _excess(file, f"it has {file.size:,} bytes")
    data = file.full.read_bytes()
    if cache is not None and kind is None and _stands_alone(file):
        return _remembered(file, data, origins, cache)
    return _read_bytes(file, data, origins, kind)


def _stands_alone(file: PublishedFile) -> bool:
    """Whether its own bytes are all that decides; a compressed file is held against another."""
    return kinds.suffix_of(file.name) not in _COMPRESSED


def _remembered(file: PublishedFile, data: bytes, origins: Origins, cache: Cache) -> FileResult:
    key = cache.key(file.path, data)
    if key in cache.known:
        return FileResult(file.path, (), key=key)
    result = _read_bytes(file, data, origins, None)
    return result or replace(result, key=key)


def _read_bytes(
    file: PublishedFile, data: bytes, origins: Origins, kind: Kind | None
) -> FileResult:
    page = Page(file.path, origins.published(file.path), origins, read_document)
    suffix = kinds.suffix_of(file.name)
    if suffix in _COMPRESSED and kind is None:
        return _read_compressed(file, data, suffix, page)
    return _content(file, file.name, data, page, kind)


def _is_inert(file: PublishedFile) -> bool:
    """Whether a file is a picture, a font and so on, by its name and its first bytes."""
    if kinds.kind_of(file.name, b"") is not Kind.INERT:
        return False
    with file.full.open("rb") as stream:
        return kinds.kind_of(file.name, stream.read(kinds.HEAD)) is Kind.INERT


def _content(
    file: PublishedFile, name: str, data: bytes, page: Page, kind: Kind | None = None
) -> FileResult:
    content = compressed.revealed(data, _LARGEST_UNPACKED)
    if content is None:
        return _excess(file, f"it unpacks to more than {_LARGEST_UNPACKED:,} bytes")
    references = read_content(name, content, page, kind)
    return FileResult(file.path, tuple(references), frozenset(page.linked))


def _read_compressed(file: PublishedFile, data: bytes, suffix: str, page: Page) -> FileResult:
    """A compressed sibling must hold what the plain file holds; without one it is read."""
    plain = None if suffix == "svgz" else file.full.with_suffix("")
    if plain is not None and plain.is_file():
        expected = plain.read_bytes()
        if compressed.unpack(data, suffix, len(expected)) == expected:
            return FileResult(file.path, ())
        return _trouble(file, Use.DIFFERING_COPY, plain.name)
    content = compressed.unpack(data, suffix, _LARGEST_UNPACKED)
    if content is None:
        return _excess(file, f"it unpacks to more than {_LARGEST_UNPACKED:,} bytes")
    name = file.name[:-1] if suffix == "svgz" else file.name.rpartition(".")[0]
    if kinds.suffix_of(name) == "tar":
        return FileResult(file.path, ())
    return _content(file, name, content, page)


def _excess(file: PublishedFile, evidence: str) -> FileResult:
    excess = Reference(Use.EXCESS, Location(file.path), evidence, "the file")
    return FileResult(file.path, (excess,))


def _trouble(file: PublishedFile, use: Use, detail: str) -> FileResult:
    trouble = Reference(use, Location(file.path), file.name, "file", detail=detail)
    return FileResult(file.path, (trouble,))

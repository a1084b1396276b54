"""Which files were read before and refer to nobody: digests, and nothing but digests.

A file is passed over when its bytes, its path, the site's address, the allowed origins, this
package, its parsers and Python are what they were when it was found clean. Whatever had a
finding, or names other files to be read, is read every time.

Who can write into the cache can have a file passed over, as who can write into the published
folder can have it replaced: a cache that others may write into is refused.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import platform
import stat
import sys
import tempfile
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from firstparty.origin import MisconfiguredError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from firstparty.origin import Origins

_PACKAGE: Final = Path(__file__).parent
# What else decides how a file is read: pyproject.toml, "dependencies".
_PARSERS: Final = (
    "ada-url",
    "brotli",
    "selectolax",
    "tinycss2",
    "tree-sitter",
    "tree-sitter-javascript",
    "webencodings",
    "zstandard",
)
_SIZE: Final = hashlib.sha256().digest_size


@dataclass(frozen=True, slots=True)
class Cache:
    """The clean files of one site: a file of digests, and the one with which each begins."""

    file: Path
    reader: bytes
    known: frozenset[bytes]

    def key(self, path: str, data: bytes) -> bytes:
        """The digest of a file at its path, as this program would read it."""
        name = path.encode()
        head = self.reader + len(name).to_bytes(8, "big") + name
        return hashlib.sha256(head + data).digest()

    def keep(self, keys: Iterable[bytes]) -> None:
        """Remember these files and no others; whoever reads meanwhile sees the old or the new."""
        clean = frozenset(keys)
        if clean == self.known:
            return
        body = b"".join(sorted(clean))
        # A cache that cannot be written makes the next check slower, not wrong.
        with contextlib.suppress(OSError):
            with tempfile.NamedTemporaryFile(dir=self.file.parent, delete=False) as stream:
                stream.write(body + hashlib.sha256(body).digest())
            Path(stream.name).replace(self.file)


def open_cache(folder: Path, origins: Origins, published: Path) -> Cache:
    """The cache of a site in a folder, which is made where there is none.

    Raises MisconfiguredError when it cannot be used, or others could write into it.
    """
    try:
        if folder.resolve().is_relative_to(published.resolve()):
            raise MisconfiguredError(f"{folder}: the cache would be published; keep it elsewhere")
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        status = folder.stat()
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or "a circle of symbolic links"
        raise MisconfiguredError(f"{folder}: no cache can be kept here: {reason}") from error
    others = status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    if hasattr(os, "getuid") and (others or status.st_uid != os.getuid()):
        raise MisconfiguredError(
            f"{folder}: others can write into this cache; make it your own (chmod 700)"
        )
    site = _digest([origins.address, *sorted(origins.home)])
    file = folder / f"{site.hex()[:32]}.clean"
    return Cache(file, _digest([site.hex(), *_program()]), _read(file))


def _read(file: Path) -> frozenset[bytes]:
    """The digests in a file; none where it is missing, cut off or damaged."""
    try:
        data = file.read_bytes()
    except OSError:
        return frozenset()
    body, check = data[:-_SIZE], data[-_SIZE:]
    if len(body) % _SIZE or hashlib.sha256(body).digest() != check:
        return frozenset()
    return frozenset(body[start : start + _SIZE] for start in range(0, len(body), _SIZE))


def _program() -> list[str]:
    """Everything that reads files: this package to the byte, parsers and Python by version."""
    sources = sorted(_PACKAGE.rglob("*.py"))
    digests = [
        f"{file.relative_to(_PACKAGE)} {hashlib.sha256(file.read_bytes()).hexdigest()}"
        for file in sources
    ]
    parsers = [f"{name} {_version(name)}" for name in _PARSERS]
    return [*digests, *parsers, expat.EXPAT_VERSION, sys.version, platform.machine()]


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "unknown"


def _digest(texts: Iterable[str]) -> bytes:
    """One digest of many texts, none of which holds a NUL."""
    return hashlib.sha256("\0".join(texts).encode()).digest()

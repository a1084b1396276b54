"""What a release adds to a built site: compressed copies, a list of digests, one archive.

The same files give the same bytes, whatever the clock, the folder and the order of the disk.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import tarfile
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING, Final

import brotli
import zstandard

from delivery.codings import CODINGS
from delivery.content_types import content_type
from delivery.paths import PRIVATE

if TYPE_CHECKING:
    from pathlib import Path

SUMS = "SHA256SUMS"

Compressors = Mapping[str, Callable[[bytes], bytes]]

COMPRESS: Final[Compressors] = {
    "br": lambda data: bytes(brotli.compress(data, quality=11)),
    "zstd": lambda data: zstandard.ZstdCompressor(level=19).compress(data),
    "gzip": lambda data: gzip.compress(data, compresslevel=9, mtime=0),
}
"""Once for a release: as small as can be."""

COMPRESS_AT_ONCE: Final[Compressors] = {
    "br": lambda data: bytes(brotli.compress(data, quality=5)),
    "zstd": lambda data: zstandard.ZstdCompressor(level=3).compress(data),
    "gzip": lambda data: gzip.compress(data, compresslevel=6, mtime=0),
}
"""While somebody waits: Brotli in a fiftieth of the time gives a seventh more bytes."""


def write_copies(site: Path) -> None:
    """Put a compressed copy for each coding beside every file that is worth it.

    A copy that is not smaller is left out: a server then sends the plain file.
    """
    files = [path for path in sorted(site.rglob("*")) if path.is_file() and _is_worth_it(path)]
    with ProcessPoolExecutor() as pool:
        list(pool.map(_copy, files, chunksize=8))


def _is_worth_it(path: Path) -> bool:
    return content_type(path.name).compress and path.name not in PRIVATE


def _copy(path: Path) -> None:
    data = path.read_bytes()
    for coding, suffix in CODINGS.items():
        packed = COMPRESS[coding](data)
        if len(packed) < len(data):
            path.with_name(path.name + suffix).write_bytes(packed)


def content_time(data: bytes) -> int:
    """Give the time of change that a file with this content gets, in seconds.

    Servers make a file's tag of its time and its size. With one time for all, a correction that
    does not change the size would not change the tag, and readers would keep the old page: so the
    time is made of the content. It lies between 2001 and 2018; two texts of one size share it once
    in 500 million. No server sends it: the table has no `Last-Modified`.
    """
    return 1_000_000_000 + int.from_bytes(hashlib.sha256(data).digest()[:4], "big") % 2**29


def settle_times(folder: Path) -> None:
    """Give every file below a folder the time of its content."""
    for path in _files(folder):
        when = content_time(path.read_bytes())
        os.utime(path, (when, when))


def write_sums(folder: Path) -> None:
    """List the digest of every file below a folder, as `sha256sum --check` reads it."""
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}\n"
        for path in _files(folder)
        if path != folder / SUMS
    ]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8", newline="\n")


def archive(folder: Path, target: Path) -> None:
    """Pack a folder as a `.tar.gz`, without a word about who packed it, where and when."""
    with (
        target.open("wb") as file,
        # The name and the time in gzip's own header are left empty, too.
        gzip.GzipFile("", "wb", compresslevel=9, fileobj=file, mtime=0) as stream,
        tarfile.open(fileobj=stream, mode="w", format=tarfile.PAX_FORMAT) as tar,
    ):
        for path in _files(folder):
            name = f"{folder.name}/{path.relative_to(folder).as_posix()}"
            entry = tarfile.TarInfo(name)
            data = path.read_bytes()
            entry.size, entry.mode, entry.mtime = len(data), 0o644, content_time(data)
            tar.addfile(entry, io.BytesIO(data))


def _files(folder: Path) -> list[Path]:
    """Give every file, in an order that no locale and no disk changes."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return sorted(files, key=lambda path: path.relative_to(folder).as_posix())

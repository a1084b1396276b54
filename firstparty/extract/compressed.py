"""What precompressed files hold, unpacked piece by piece up to a limit."""

from __future__ import annotations

import re
import zlib
from typing import Final

import brotli
import zstandard

_PIECE: Final = 1 << 16
_BITE: Final = 1 << 8


class NotCompressedError(ValueError):
    """Bytes that do not unpack."""


_MAGIC: Final = {b"\x1f\x8b": "gz", b"\x28\xb5\x2f\xfd": "zst"}
# No text has these among its first characters; UTF-16 without a mark is no Brotli either.
_BINARY: Final = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
_HEAD: Final = 256


def revealed(data: bytes, limit: int) -> bytes | None:
    """What a browser reads where a header says that a file under a plain name is compressed.

    Bytes that are not compressed are given back; None where there would be more than `limit`.
    Raises NotCompressedError when they begin like a compressed file, and end otherwise.
    """
    for magic, suffix in _MAGIC.items():
        if data.startswith(magic):
            return unpack(data, suffix, limit)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or not _BINARY.search(data[:_HEAD]):
        return data
    try:
        return unpack(data, "br", limit)
    except NotCompressedError:
        return data


def unpack(data: bytes, suffix: str, limit: int) -> bytes | None:
    """The unpacked bytes; None where there are more than `limit`; raises NotCompressedError."""
    try:
        if suffix == "br":
            return _brotli(data, limit)
        if suffix == "zst":
            return _zstandard(data, limit)
        return _gzip(data, limit)
    except (zlib.error, brotli.error, zstandard.ZstdError, EOFError) as error:
        raise NotCompressedError(str(error)) from error


def _gzip(data: bytes, limit: int) -> bytes | None:
    result = bytearray()
    while data:
        engine = zlib.decompressobj(wbits=31)
        result += engine.decompress(data, limit + 1 - len(result))
        if len(result) > limit:
            return None
        if not engine.eof:
            raise NotCompressedError("it ends too early")
        data = engine.unused_data
    return bytes(result)


def _brotli(data: bytes, limit: int) -> bytes | None:
    engine = brotli.Decompressor()
    result = bytearray()
    for start in range(0, len(data), _PIECE):
        piece = data[start : start + _PIECE]
        made = engine.process(piece, output_buffer_limit=_PIECE)
        # It takes more input while output still waits: only an empty answer means that none does.
        while made and len(result) <= limit:
            result += made
            made = engine.process(b"", output_buffer_limit=_PIECE)
        if len(result) > limit:
            return None
    if not engine.is_finished():
        raise NotCompressedError("it ends too early")
    return bytes(result)


def _zstandard(data: bytes, limit: int) -> bytes | None:
    """Fed in small bites: a block of four bytes can stand for 128 KB."""
    result = bytearray()
    while data:
        engine = zstandard.ZstdDecompressor(max_window_size=1 << 27).decompressobj()
        position = 0
        while position < len(data) and not engine.eof:
            result += engine.decompress(data[position : position + _BITE])
            position += _BITE
            if len(result) > limit:
                return None
        if not engine.eof:
            raise NotCompressedError("it ends too early")
        data = engine.unused_data + data[position:]
    return bytes(result)

"""Compression, entity tags, parts."""

from __future__ import annotations

import gzip
import hashlib
import os
from typing import TYPE_CHECKING

import brotli
import pytest
import zstandard

from tests.unit.preview.conftest import PAGE

if TYPE_CHECKING:
    from pathlib import Path

    from werkzeug.test import Client

BODY = PAGE.encode()
TAG = hashlib.sha256(BODY).hexdigest()[:16]
DECODE = {
    "br": brotli.decompress,
    "zstd": lambda data: zstandard.ZstdDecompressor().decompress(data),
    "gzip": gzip.decompress,
    None: lambda data: data,
}


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        (None, None),
        ("", None),
        ("gzip", "gzip"),
        ("zstd", "zstd"),
        ("br", "br"),
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, zstd", "zstd"),
        ("gzip;q=1.0, br;q=0.5", "gzip"),
        ("gzip;q=0, br;q=0", None),
        ("br;q=0, *", "zstd"),
        ("*", "br"),
        ("*;q=0", None),
        ("identity", None),
        ("identity;q=1, br;q=0.5", None),
        ("identity;q=0.5, gzip", "gzip"),
        ("identity;q=0, gzip;q=0.1", "gzip"),
        ("deflate", None),
        ("BR", "br"),
        ("nonsense;;;q=x", None),
    ],
)
def test_encoding(client: Client, accepted: str | None, encoding: str | None) -> None:
    """The encoding follows the weights, then the size; the content is the same in each."""
    headers = {} if accepted is None else {"Accept-Encoding": accepted}
    response = client.get("/de/", headers=headers)
    assert response.headers.get("Content-Encoding") == encoding
    assert DECODE[encoding](response.data) == BODY
    assert response.headers["Vary"] == "Accept-Encoding"
    assert response.headers["ETag"] == f'"{TAG}{f"-{encoding}" if encoding else ""}"'


def test_already_compressed(client: Client) -> None:
    """A font is sent as it is."""
    response = client.get("/static/fonts/a.89abcdef.woff2", headers={"Accept-Encoding": "br"})
    assert response.headers.get("Content-Encoding") is None
    assert response.data == b"w" * 400


def test_not_modified(client: Client) -> None:
    """A copy that is still right costs no body, per encoding."""
    headers = {"Accept-Encoding": "br", "If-None-Match": f'"{TAG}-br"'}
    response = client.get("/de/", headers=headers)
    assert (response.status_code, response.data) == (304, b"")
    assert response.headers["ETag"] == f'"{TAG}-br"'
    assert "Content-Length" not in response.headers


def test_other_encoding_is_other_copy(client: Client) -> None:
    """The tag of one encoding does not stand for another (RFC 9110 § 8.8.3.3)."""
    response = client.get("/de/", headers={"If-None-Match": f'"{TAG}-br"'})
    assert (response.status_code, response.data) == (200, BODY)


def test_changed_file(client: Client, root: Path) -> None:
    """The tag follows the bytes, even when size and date stay as they were."""
    path = root / "de" / "index.html"
    before = path.stat()
    path.write_bytes(BODY.replace(b"Oldenburg", b"Oldenborg"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert client.get("/de/", headers={"If-None-Match": f'"{TAG}"'}).status_code == 200


@pytest.mark.parametrize(
    ("wanted", "status", "content_range", "body"),
    [
        ("bytes=0-14", 206, f"bytes 0-14/{len(BODY)}", BODY[:15]),
        ("bytes=-3", 206, f"bytes {len(BODY) - 3}-{len(BODY) - 1}/{len(BODY)}", BODY[-3:]),
        ("bytes=5-", 206, f"bytes 5-{len(BODY) - 1}/{len(BODY)}", BODY[5:]),
        ("lines=1-2", 200, None, BODY),
        ("bytes=9-5", 200, None, BODY),
        ("bytes=0-1,3-4", 200, None, BODY),
        ("bytes=nonsense", 200, None, BODY),
    ],
)
def test_range(
    client: Client, wanted: str, status: int, content_range: str | None, body: bytes
) -> None:
    """A part is sent when a part is asked for."""
    response = client.get("/de/", headers={"Range": wanted})
    assert (response.status_code, response.data) == (status, body)
    assert response.headers.get("Content-Range") == content_range
    assert response.headers["Content-Length"] == str(len(body))


def test_range_beyond_the_end(client: Client) -> None:
    """A part that is not there is refused with the length that there is."""
    response = client.get("/de/", headers={"Range": f"bytes={len(BODY)}-"})
    assert response.status_code == 416
    assert response.headers["Content-Range"] == f"bytes */{len(BODY)}"


def test_range_of_an_old_copy(client: Client) -> None:
    """Half of an old copy is not continued with the other half of a new one."""
    headers = {"Range": "bytes=5-", "If-Range": '"old"'}
    assert client.get("/de/", headers=headers).data == BODY

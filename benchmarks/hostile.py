"""Requests that nobody means well with, the same for every server."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SEED = 20261126
PATHS = (
    "/de/", "/", "/robots.txt", "/../../etc/passwd", "/..%2f..%2fetc/passwd", "/%2e%2e/etc/passwd",
    "/%252e%252e/etc/passwd", "/..%5c..%5cetc/passwd", "/..%c0%af..%c0%afetc/passwd",
    "/%c0%ae%c0%ae/etc/passwd", "/de/%00.html", "/.git/config", "/%2egit/config", "/.GIT/config",
    "/_headers", "/%5fheaders", "//etc/passwd", "/de/..;/.git/config", "/de/index.html.br",
    "/.well-known/.secret", "/de/.entwurf.html", "/de/%2eentwurf.html", "/static/../.git/config",
    "/DE/../.git/config", "/de/index.html/../../_headers", "/proc/self/environ", "/server-status",
    "/nginx_status", "/config/", "/account/../.git/config", "/account/%2e%2e/.git/config",
    "/%0d%0aSet-Cookie:%20a=b", "/de/?%0d%0aX:%20y", "/" + "a/" * 500, "/" + "%41" * 800,
)  # fmt: skip
METHODS = (
    "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "TRACK", "CONNECT", "PATCH",
    "PROPFIND", "DEBUG", "get", "G\x01T", "GET" * 400,
)  # fmt: skip
VERSIONS = ("HTTP/1.1", "HTTP/1.0", "HTTP/1.2", "HTTP/0.9", "HTTP/3.0", "HTTP/11", "HTTP/1.1 x")
HOSTS = (
    "localhost", "localhost:443", "LOCALHOST", "localhost.", "evil.example", "127.0.0.1", "",
    "localhost@evil.example", "localhost/../x", "localhost\tx", "[::1]", "a" * 5000,
)  # fmt: skip
HEADERS = (
    ("Range", "bytes=" + ",".join(f"{n}-" for n in range(1000))),
    ("Range", "bytes=0-0,-1," + "0-," * 500),
    ("Range", "bytes=99999999999999999999-"),
    ("X-Long", "a" * 9000),
    ("Cookie", "language=en;" * 600),
    ("Accept-Language", "de;q=0.1," * 800),
    ("Accept-Encoding", "br," * 2000),
    ("X-Forwarded-For", "203.0.113.77"),
    ("X-Original-URL", "/.git/config"),
    ("X-Rewrite-URL", "/.git/config"),
    ("X-HTTP-Method-Override", "DELETE"),
    ("Content-Length", "99999999999999999999"),
    ("Content-Length", "5, 6"),
    ("Content-Length", "+5"),
    ("Transfer-Encoding", "chunked, identity"),
    ("Transfer-Encoding", "\x0bchunked"),
    ("Expect", "100-continue, nonsense"),
    ("Upgrade", "h2c"),
    ("If-None-Match", '"' + "x" * 4000 + '"'),
    ("Bad Name", "x"),
    ("", "x"),
    ("X-Null", "a\x00b"),
)


def requests(count: int) -> Iterator[bytes]:
    """Give so many requests; the seed is fixed, so every server gets the same."""
    chance = random.Random(SEED)  # noqa: S311 - no secret
    for _ in range(count):
        method = chance.choice(METHODS) if chance.random() < 1 / 3 else "GET"
        version = chance.choice(VERSIONS) if chance.random() < 1 / 6 else "HTTP/1.1"
        host = chance.choice(HOSTS) if chance.random() < 1 / 4 else "localhost"
        line = f"{method} {chance.choice(PATHS)} {version}"
        fields = [("Host", host), ("Connection", "close"), *chance.choices(HEADERS, k=2)]
        raw = line + "\r\n" + "".join(f"{n}: {v}\r\n" for n, v in fields) + "\r\n"
        data = bytearray(raw.encode("latin-1"))
        if chance.random() < 1 / 5:  # and some of them broken at one place
            data[chance.randrange(len(data))] = chance.randrange(256)
        yield bytes(data)


#: What a server may take for one request and the service behind it for two.
_INNER = "GET /account/smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n"
_POST = "POST /account/trial HTTP/1.1\r\nHost: localhost\r\n"
SMUGGLED = tuple(
    (_POST + head + "\r\n" + body).encode("latin-1")
    for head, body in (
        ("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", f"0\r\n\r\n{_INNER}"),
        ("Transfer-Encoding: chunked\r\nContent-Length: 400\r\n", f"0\r\n\r\n{_INNER}"),
        ("Transfer-Encoding: xchunked\r\nContent-Length: 5\r\n", f"0\r\n\r\n{_INNER}"),
        ("Transfer-Encoding : chunked\r\nContent-Length: 5\r\n", f"0\r\n\r\n{_INNER}"),
        ("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", f"0\r\n\r\n{_INNER}"),
        ("Transfer-Encoding:\x0bchunked\r\nContent-Length: 5\r\n", f"0\r\n\r\n{_INNER}"),
        ("X: y\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n", f"0\r\n\r\n{_INNER}"),
        ("Content-Length: 0\r\nContent-Length: 60\r\n", _INNER),
        ("Content-Length: 0, 60\r\n", _INNER),
        ("Content-Length: +0\r\n", _INNER),
        ("Content-Length: 0x10\r\n", _INNER),
        ("Transfer-Encoding: chunked\r\n", f"0;ext=\n\r\n\r\n{_INNER}"),
        ("Transfer-Encoding: chunked\r\n", f"00000000000000000\r\n\r\n{_INNER}"),
        ("Transfer-Encoding: chunked\r\n", f"5 \r\nname=\r\n0\r\n\r\n{_INNER}"),
        ("Transfer-Encoding: chunked\r\n", f"0\r\nX: y\r\n\r\n{_INNER}"),
    )
)

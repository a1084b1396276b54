"""`logs.errors`: what remains of an error message."""

from __future__ import annotations

import json

import pytest

from logs import errors

NGINX = "2026/11/26 02:12:38 [error] 21580#21580: *6 "
CONTEXT = (
    ', client: 203.0.113.77, server: , request: "GET /x?key=SECRET HTTP/1.1",'
    ' host: "a", referrer: "https://example.org/?q=anna"'
)
APACHE = "2026-11-26 02:11:09\terror\tproxy_http\t"


def written(line: str) -> dict[str, object]:
    """What is written of a line, without its time and without what is null."""
    entry = json.loads(errors.line(errors.read(line), 0))
    assert list(entry) == ["time", "level", "module", "code", "status", "message"]
    return {key: value for key, value in entry.items() if value is not None and key != "time"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            'open() "/var/www/203.0.113.77" failed (2: No such file or directory)',
            "open … failed … No such file or directory",
        ),
        (
            "client sent invalid method while reading client request line",
            "client sent invalid method while reading client request line",
        ),
        (
            'client sent invalid header line: "X-Key: SECRET" while reading client request headers',
            "client sent invalid header line … while reading client request headers",
        ),
        (
            "client intended to send too large body: 99999999 bytes",
            "client intended to send too large body … bytes",
        ),
        ("access forbidden by rule", "access forbidden by rule"),
        ('limiting requests, excess: 1.000 by zone "z"', "limiting requests excess … by zone …"),
        (
            "connect() failed (111: Connection refused) while connecting to upstream",
            "connect failed … Connection refused while connecting to upstream",
        ),
        (
            "SSL_do_handshake() failed (SSL: error:0A00006C:SSL routines::bad key share)"
            " while SSL handshaking",
            "SSL_do_handshake failed SSL … key … while SSL handshaking",
        ),
        ("client 203.0.113.77 closed keepalive connection", "client … closed keepalive connection"),
        ('a "quote that never ends 203.0.113.77 key', "a …"),
        ("the key is abcdefgh, of anna", "the key is … of …"),
    ],
)
def test_nginx(text: str, message: str) -> None:
    """Of nginx's errors the known words remain, and nothing of what tells whose request it was."""
    expected = {"level": "error", "message": message}
    assert written(f"{NGINX}{text}{CONTEXT}") == expected


def test_nginx_with_a_line_feed() -> None:
    """A message over two lines is one message."""
    line = f'{NGINX}client sent invalid method, client: 1.2.3.4, request: "a\nb 203.0.113.77"'
    assert written(line) == {"level": "error", "message": "client sent invalid method"}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            f"{APACHE}-\tAH01114: HTTP: failed to make connection to backend: 203.0.113.77",
            {
                "level": "error",
                "module": "proxy_http",
                "code": "AH01114",
                "message": "HTTP failed to make connection to backend …",
            },
        ),
        (
            "2026-11-26 02:11:09\tinfo\tcore\t-\tAH00128: File does not exist:"
            " /srv/www/key=SECRET, referer: https://example.org/",
            {
                "level": "info",
                "module": "core",
                "code": "AH00128",
                "message": "File does not exist …",
            },
        ),
        (
            f"{APACHE}(111)Connection refused\tAH00957: http: attempt to connect to"
            " 203.0.113.77:80 (203.0.113.77:80) failed",
            {
                "level": "error",
                "module": "proxy_http",
                "code": "AH00957",
                "message": "… Connection refused http attempt to connect to … failed",
            },
        ),
        (
            f"{APACHE}-\tno code, and a tab\tof 203.0.113.77",
            {
                "level": "error",
                "module": "proxy_http",
                "message": "no code and a … of …",
            },
        ),
    ],
)
def test_apache(line: str, expected: dict[str, object]) -> None:
    """Of Apache's errors the code and the module remain, too."""
    assert written(line) == expected


def test_caddy() -> None:
    """Of Caddy's errors the logger and the status remain; the request it names does not."""
    entry = {
        "level": "error",
        "ts": 1795659161.9,
        "logger": "http.log.error.log0",
        "msg": "dial tcp 203.0.113.77:80: connect: connection refused",
        "request": {"remote_ip": "203.0.113.77", "uri": "/?key=SECRET"},
        "status": 502,
        "err_id": "k3y",
        "err_trace": "reverseproxy.go:1299",
    }
    assert written(json.dumps(entry)) == {
        "level": "error",
        "module": "http.log.error.log0",
        "status": 502,
        "message": "dial tcp … connect connection refused",
    }


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", {"message": ""}),
        ("anything at all from 203.0.113.77", {"message": "… at all from …"}),
        ('{"level": 1}', {"message": "…"}),
        (
            '{"level": "203.0.113.77", "ts": 1, "logger": "cb00714d", "msg": "x", "status": 2}',
            {"message": "…"},
        ),
        ("{" * 100_000, {"message": "…"}),
        ("error " * 1000, {"message": " ".join(["error"] * 24)}),
    ],
)
def test_no_known_shape(line: str, expected: dict[str, object]) -> None:
    """A line in no known shape leaves its known words; levels and modules are no free text."""
    assert written(line) == expected


def test_times() -> None:
    """Servers write the time of the machine; Caddy the seconds since 1970."""
    times = [
        errors.read(f"{NGINX}x").time,
        errors.read("2026-11-26 02:12:38\terror\tcore\t-\tx").time,
        errors.read('{"level": "info", "ts": 12.5, "msg": "x"}').time,
        errors.read("x").time,
    ]
    assert times[0] == times[1]
    assert times[2:] == [12.5, None]

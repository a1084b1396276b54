"""`logs.requests`: what the servers tell of a request, and what is written of it."""

from __future__ import annotations

import json

import pytest

from logs import requests
from logs.addresses import Prefixes

KEEP = Prefixes(24, 48)
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0"

NGINX = (
    '{"time":"1795659161.188","address":"203.0.113.77","method":"GET",'
    '"target":"/de/zugang/?key=SECRET","protocol":"HTTP/2.0","status":"404","bytes":"153",'
    f'"agent":"{FIREFOX}"}}'
)
APACHE = "1795659161188\t203.0.113.77\tGET /de/zugang/?key=SECRET HTTP/2.0\t404\t153\t" + FIREFOX
COMMON = (
    '203.0.113.77 - anna [26/Nov/2026:03:12:41 +0100] "GET /de/zugang/?key=SECRET HTTP/2.0"'
    f' 404 153 "https://example.org/?q=anna" "{FIREFOX}"'
)
CADDY = json.dumps(
    {
        "level": "info",
        "ts": 1795659161.188,
        "logger": "http.log.access.log0",
        "msg": "handled request",
        "request": {
            "remote_ip": "203.0.113.77",
            "remote_port": "49794",
            "proto": "HTTP/2.0",
            "method": "GET",
            "host": "maps.example",
            "uri": "/de/zugang/?key=SECRET",
            "headers": {
                "User-Agent": [FIREFOX],
                "Referer": ["https://example.org/?q=anna"],
                "X-Forwarded-For": ["198.51.100.9"],
                "Cookie": ["session=1"],
            },
        },
        "user_id": "anna",
        "duration": 0.00009,
        "size": 153,
        "status": 404,
        "resp_headers": {"Server": ["Caddy"]},
    }
)
WRITTEN = (
    '{"time":"2026-11-26T02:12:41Z","address":"203.0.113.0","method":"GET","path":"/de/zugang/",'
    '"protocol":"HTTP/2.0","status":404,"bytes":153,"agent":"Firefox"}'
)


def written(line: str, *, whole: bool = False) -> str | None:
    """What is written of a line, at its own time."""
    request = requests.read(line)
    return request and requests.line(request, request.time or 0, KEEP, whole=whole)


@pytest.mark.parametrize("line", [NGINX, APACHE, COMMON, CADDY])
def test_the_same_of_every_server(line: str) -> None:
    """The same request is written as the same line, whoever served it."""
    assert written(line) == WRITTEN


@pytest.mark.parametrize("line", [NGINX, APACHE, COMMON, CADDY])
def test_whole(line: str) -> None:
    """While anonymisation is suspended the address is whole, and nothing else is."""
    assert written(line, whole=True) == WRITTEN.replace("203.0.113.0", "203.0.113.77")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # nginx on a request that it could not read
        (
            '{"time":"1795659158.052","address":"2001:db8:85a3::1","method":"","target":"",'
            '"protocol":"","status":"400","bytes":"157","agent":""}',
            '{"time":"2026-11-26T02:12:38Z","address":"2001:db8:85a3::","method":null,'
            '"path":null,"protocol":null,"status":400,"bytes":157,"agent":null}',
        ),
        # Apache on the same, on a method nobody knows, and on a line with a blank too many
        (
            "1795659069680\t203.0.113.77\t\\x16\\x03\\x01\t400\t266\t-",
            '{"time":"2026-11-26T02:11:09Z","address":"203.0.113.0","method":null,'
            '"path":null,"protocol":null,"status":400,"bytes":266,"agent":null}',
        ),
        (
            '1795659069680\t203.0.113.77\tBREW /x HTCPCP/1.0\t501\t243\tte\\"st\\tx\\\\\\xc3',
            '{"time":"2026-11-26T02:11:09Z","address":"203.0.113.0","method":"other",'
            '"path":"/x","protocol":"other","status":501,"bytes":243,"agent":"other"}',
        ),
        (
            "1795659069680\tunix:\tGET /a b HTTP/1.1\t400\t-\t-",
            '{"time":"2026-11-26T02:11:09Z","address":null,"method":null,'
            '"path":null,"protocol":null,"status":400,"bytes":null,"agent":null}',
        ),
        # nginx leaves bytes that are no UTF-8 as they are
        (
            NGINX.replace("/de/zugang/", "/�/"),
            WRITTEN.replace("/de/zugang/", "/*/"),
        ),
    ],
)
def test_odd_requests(line: str, expected: str) -> None:
    """What is missing or in no expected shape is null; what is not on a list is `other`."""
    assert written(line) == expected


def test_a_proxy_that_caddy_trusts() -> None:
    """Newer Caddys name the client behind a trusted proxy in a field of its own."""
    line = CADDY.replace('"remote_port"', '"client_ip": "198.51.100.9", "remote_port"')
    assert written(line) == WRITTEN.replace("203.0.113.0", "198.51.100.0")


@pytest.mark.parametrize(
    "line",
    [
        "",
        "GET /?key=SECRET",
        "{",
        "{}",
        "[]",
        "null",
        '{"time":"soon","address":"203.0.113.77"}',
        '{"request":null}',
        '{"logger":"http.log.error","request":{"remote_ip":"203.0.113.77"}}',
        '{"logger":"http.log.access","request":"203.0.113.77","ts":1}',
        "1\t2",
        "soon\t203.0.113.77\tGET / HTTP/1.1\t200\t1\t-",
        '203.0.113.77 - - [soon, but not at any time] "GET / HTTP/1.1" 200 1',
        "[" * 100_000,
        '{"a":' * 100_000,
    ],
)
def test_no_request(line: str) -> None:
    """A line in no known shape tells of no request, and nothing is copied of it."""
    assert requests.read(line) is None

"""No address survives, whatever its notation and wherever a visitor puts it."""

from __future__ import annotations

import ipaddress
import json
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logs import errors, requests
from logs.addresses import Prefixes
from tests.unit.logs import notations

KEEP = Prefixes(24, 48)

v4 = notations.ipv4.flatmap(
    lambda address: st.tuples(st.just(address), st.sampled_from(notations.of_ipv4(address)))
)
v6 = notations.ipv6.flatmap(
    lambda address: st.tuples(st.just(address), st.sampled_from(notations.of_ipv6(address)))
)
Found = tuple[ipaddress.IPv4Address | ipaddress.IPv6Address, str]


def access_lines(text: str) -> list[str]:
    """Lines of every server with a text wherever a visitor may have put it."""
    target = f"/tiles/{text}/{quote(text, safe='')}.png?from={text}&key={text}"
    agent = f"Mozilla/5.0 ({text}) Firefox/{text}"
    nginx = {
        "time": "1795659161.188",
        "address": text,
        "method": text,
        "target": target,
        "protocol": text,
        "status": text,
        "bytes": "153",  # the server's own figure
        "agent": agent,
    }
    headers = {
        "User-Agent": [agent],
        "Referer": [text],
        "X-Forwarded-For": [text],
        "Forwarded": [f'for="{text}"'],
        "Cookie": [text],
    }
    caddy = {
        "logger": "http.log.access",
        "ts": 1795659161,
        "request": {"remote_ip": text, "uri": target, "method": text, "headers": headers},
        "user_id": text,
        "status": text,
    }
    return [
        json.dumps(nginx),
        json.dumps(caddy),
        f"1795659161188\t{text}\tGET {target} HTTP/1.1\t200\t1\t{agent}",
        f'{text} - {text} [26/Nov/2026:03:12:41 +0100] "GET {target} HTTP/1.1" 200 1'
        f' "{text}" "{agent}"',
    ]


def error_lines(text: str) -> list[str]:
    """The same for error logs: where servers quote a visitor, and where they would not."""
    return [
        f"2026/11/26 02:12:38 [error] 1#1: *1 open() failed, client: {text},"
        f' request: "GET /{text}", upstream: "http://{text}/"',
        f'2026/11/26 02:12:38 [error] 1#1: *1 client {text} said "{text}" and {text}',
        f"2026-11-26 02:11:09\terror\tcore\t({text})\tAH00128: File does not exist: /{text}",
        f"2026-11-26 02:11:09\t{text}\t{text}\t{text}\t{text}",
        json.dumps({"level": "error", "ts": 1, "msg": f"dial {text}: {text}", "logger": text}),
        f"({text}) [{text}] <{text}>,{text};{text}",
    ]


def survivors(address: object, notation: str, line: str) -> list[str]:
    """Find a notation, or more of an address than its network, on a line that was written."""
    rest = line.partition('"address":')[2] if '"address":' in line else line
    seen = [part for part in (notation, notations.bare(notation)) if part.lower() in line.lower()]
    if isinstance(address, ipaddress.IPv4Address):
        longer = [str(address), str(int(address)), f"{int(address):x}"]
    else:
        longer = [address.compressed, ":".join(address.exploded.split(":")[:4])]  # type: ignore[attr-defined]  # it is IPv6
    return seen + [part for part in longer if part in rest]


@given(st.one_of(v4, v6))
def test_access(found: Found) -> None:
    """An access line holds the network of the client's address, and no address anywhere else."""
    address, notation = found
    for line in access_lines(notation):
        request = requests.read(line)
        if request:
            assert survivors(address, notation, requests.line(request, 1e9, KEEP)) == []


@given(st.one_of(v4, v6))
def test_error(found: Found) -> None:
    """An error line holds no address at all."""
    address, notation = found
    for line in error_lines(notation):
        assert survivors(address, notation, errors.line(errors.read(line), 1e9)) == []


@given(st.text(min_size=1), st.integers(0, 5))
def test_any_text_in_an_error(text: str, which: int) -> None:
    """Whatever is quoted, one line of known words is written."""
    line = errors.line(errors.read(error_lines(text)[which]), 1e9)
    assert "\n" not in line
    words = set(json.loads(line)["message"].lower().split())
    assert words <= errors.VOCABULARY | {"…"}


@pytest.mark.parametrize("notation", ["203.0.113.77", "2001:db8:85a3::8a2e:370:7334"])
def test_a_leak_would_be_seen(notation: str) -> None:
    """The search of these tests finds an address that was written whole."""
    request = requests.read(access_lines(notation)[0])
    assert request is not None
    line = requests.line(request, 1e9, KEEP, whole=True)
    assert survivors(ipaddress.ip_address(notation), notation, line) != []

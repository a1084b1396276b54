"""No server writes a visitor's whole address into any file, whoever claims which address."""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING

import pytest

from delivery.servers import files
from delivery.servers.settings import Settings
from tests.servers.asking import Where, ask, ask_h2, request
from tests.servers.running import running

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.servers.running import Running

#: Addresses of every shape, as proxies and forgers write them.
SHAPES = (
    "203.0.113.77",
    "198.51.100.203",
    "2001:db8:1234:5678:9abc:def0:1234:5678",
    "2001:db8::beef:77",
    "2001:DB8:0:0:0:0:CAFE:99",
    "::ffff:192.0.2.199",
    "fe80::1234:5678:9abc:def1",
    "64:ff9b::198.51.100.7",
)
MALFORMED = ("203.0.113.777", "203.0.113.78:4711", "[2001:db8::f00d]:99", "unknown", "_hidden")
#: Addresses that a connection on loopback can really come from.
REAL = ("127.11.22.33", "127.200.100.50")
#: One request for every kind of answer, and for every kind of line in an error log.
LINES = (
    b"GET /de/ HTTP/1.1",
    b"GET /nothing HTTP/1.1",
    b"GET /de HTTP/1.1",
    b"GET / HTTP/1.1",
    b"POST /de/ HTTP/1.1",
    b"GET /account/ HTTP/1.1",  # the service is not there
    b"GET /.git/config HTTP/1.1",
    b"GET /../../etc/passwd HTTP/1.1",
    b"GET /de/passwd.txt HTTP/1.1",
    b"GET /% HTTP/1.1",
    b"GET /" + b"a" * 10_000 + b" HTTP/1.1",
    b"GET /de/ HTTP/9.9",
    b"nonsense",
    b"GET /de/ HTTP/1.1\r\nContent-Length: 20000",
    b"GET /de/ HTTP/1.1\r\nContent-Length: nonsense",
    b"GET /de/ HTTP/1.1\r\nBad Header: x",
    b"GET /de/ HTTP/1.1\r\nX-Long: " + b"a" * 10_000,
    b"GET /robots.txt HTTP/1.1\r\nRange: bytes=5000-",
)
NAMED = ("X-Forwarded-For", "X-Real-IP", "Forwarded", "Client-IP", "X-Client-IP")


def notations(address: str) -> Iterator[bytes]:
    """Give every way in which an address may be written, bytes and numbers included."""
    yield address.encode()
    yield address.lower().encode()
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return
    forms = [parsed]
    if isinstance(parsed, ipaddress.IPv6Address):
        forms += [found for found in (parsed.ipv4_mapped,) if found is not None]
    for form in forms:
        yield str(form).encode()
        yield form.exploded.encode()
        yield form.exploded.upper().encode()
        yield form.reverse_pointer.encode()
        yield str(int(form)).encode()
        yield f"{int(form):x}".encode()
        yield form.packed


def planted(server: Running, where: Where, claim: str) -> None:
    """Send everything once, with headers that claim an address."""
    headers = "".join(f"{name}: {claim}\r\n" for name in NAMED).encode()
    for line in LINES:
        raw = line + b"\r\nHost: localhost\r\nConnection: close\r\n" + headers + b"\r\n"
        ask(where, raw)
    ask(server.plain(where.source), request("GET /de/", [(name, claim) for name in NAMED]))
    # No TLS at all, a broken handshake, and a connection that says nothing.
    ask(
        Where(server.settings.https_port, None, where.source, where.preface), LINES[0] + b"\r\n\r\n"
    )
    ask(
        Where(server.settings.https_port, None, where.source, where.preface),
        b"\x16\x03\x01\x00\x04\x01\x00\x00\x00",
    )


def found(server: Running, addresses: tuple[str, ...]) -> list[str]:
    """Say which addresses stand in which files."""
    return [
        f"{address} as {form!r} in {path}"
        for path, content in server.written().items()
        for address in addresses
        for form in notations(address)
        if form in content
    ]


def test_believed_and_forged(name: str) -> None:
    """Real addresses, those that a trusted proxy names and those that a forger claims."""
    with running(name, account="127.0.0.1:9", trusted_proxies=("127.0.0.1",)) as server:
        for claim in (*SHAPES, *MALFORMED):
            planted(server, server.at(), claim)
        for source in REAL:
            planted(server, server.at(source), "192.0.2.7")
        ask_h2(server.at(REAL[0]), "GET /nothing", [("x-forwarded-for", "192.0.2.8")])
        ask(server.at(), request("GET /last"))
        server.collector.wait_for("/last")
        handed = "\n".join(server.collector.lines)
        server.close()
        # The addresses did pass through, so they could have been written.
        assert REAL[0] in handed
        everything = (*SHAPES, *MALFORMED[:3], *REAL, "192.0.2.7", "192.0.2.8")
        assert found(server, everything) == []


def test_trust(server: Running) -> None:
    """What a proxy of ours says counts; what anybody else says does not."""
    ask(server.at(), request("GET /believed", [("X-Forwarded-For", "203.0.113.77")]))
    ask(server.at("127.0.0.9"), request("GET /forged", [("X-Forwarded-For", "203.0.113.77")]))
    believed = "127.0.0.1" if server.name == "caddy" else "203.0.113.77"  # Caddy takes no word
    for word, address in (("/believed", believed), ("/forged", "127.0.0.9")):
        server.collector.wait_for(word)
        line = next(line for line in server.collector.lines if word in line)
        assert address in line
    line = next(line for line in server.collector.lines if "/forged" in line)
    assert "203.0.113.77" not in line


def test_proxy_protocol(name: str) -> None:
    """Addresses that stand before the connection count as the visitor's, and are not written."""
    if name == "caddy":
        with pytest.raises(ValueError, match=r"^proxy_protocol: Caddy 2\.6 does not know it; use"):
            files(name, Settings(names=("localhost",), proxy_protocol=True))
        return
    with running(name, trusted_proxies=("127.0.0.1",), proxy_protocol=True) as server:
        for claim in SHAPES:
            family = "TCP6" if ":" in claim else "TCP4"
            home = "::1" if ":" in claim else "127.0.0.1"
            preface = f"PROXY {family} {claim} {home} 4711 443\r\n".encode()
            for line in ("GET /de/", "GET /nothing", "POST /de/"):
                ask(server.at(preface=preface), request(line))
            ask(server.at(preface=preface), b"nonsense\r\n\r\n")
        ask(server.at(), request("GET /last"))
        server.collector.wait_for("/last")
        handed = "\n".join(server.collector.lines)
        server.close()
        assert "203.0.113.77" in handed
        assert found(server, SHAPES) == []


@pytest.mark.parametrize("address", ["203.0.113.77", "::ffff:192.0.2.199"])
def test_notations(address: str) -> None:
    """The search finds an address whichever way it is written."""
    wanted = {
        "203.0.113.77": {b"3405803853", b"cb00714d", b"\xcb\x00\x71\x4d"},
        "::ffff:192.0.2.199": {b"192.0.2.199", b"::ffff:c000:2c7", b"\xc0\x00\x02\xc7"},
    }
    assert wanted[address] <= set(notations(address))


#: A line of each configuration, and what a careless one would say instead.
OWN = {
    "error_log /dev/null emerg;": "error_log {} error;",
    "LogLevel error\n": 'LogLevel error\nCustomLog {} "%a"\n',
    "\tlog default {\n": "\tlog own {{\n\t\toutput file {}\n\t}}\n\tlog default {{\n",
}


def test_search_finds(name: str) -> None:
    """A server that keeps a log of its own would be found out."""

    def edit(_: str, text: str) -> str:
        for line, own in OWN.items():
            prefix = text.partition("/run/")[0].rpartition(" ")[2]
            text = text.replace(line, own.format(f"{prefix}/var/log/own.log"))
        return text

    with running(name, account="127.0.0.1:9", edit=edit) as server:
        planted(server, server.at(REAL[0]), "192.0.2.7")
        server.close()
        assert {line.rpartition("/")[2] for line in found(server, REAL[:1])} == {"own.log"}

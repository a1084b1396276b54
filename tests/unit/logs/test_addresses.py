"""`logs.addresses`: cutting addresses."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logs.addresses import Prefixes, read, shortened
from tests.unit.logs import notations

KEEP = Prefixes(24, 48)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("203.0.113.77", "203.0.113.0"),
        ("203.0.113.77:4711", "203.0.113.0"),
        ("3405803853", "203.0.113.0"),
        ("0xcb00714d", "203.0.113.0"),
        ("0313.0.0161.0115", "203.0.113.0"),
        ("0xCB.0.29005", "203.0.113.0"),
        ("::ffff:203.0.113.77", "203.0.113.0"),
        ("::ffff:cb00:714d", "203.0.113.0"),
        ("[::ffff:203.0.113.77]:443", "203.0.113.0"),
        ("64:ff9b::cb00:714d", "203.0.113.0"),
        ("2002:cb00:714d::1", "203.0.113.0"),
        ("::203.0.113.77", "203.0.113.0"),
        ("2001:db8:85a3::8a2e:370:7334", "2001:db8:85a3::"),
        ("2001:0DB8:85A3:0000:0000:8A2E:0370:7334", "2001:db8:85a3::"),
        ("fe80::abcd:ef01:2345:6789", "fe80::"),
        ("fe80::1%eth0", "fe80::"),
        ("fe80::1%", "fe80::"),
        ("[fe80::1%25eth0]:80", "fe80::"),
        ("::1", "::"),
        ("::", "::"),
        (" 203.0.113.77 ", "203.0.113.0"),
        ('"[2001:db8::17]:47011"', "2001:db8::"),
        ("", None),
        ("-", None),
        ("unix:", None),
        ("unknown", None),
        ("_hidden", None),
        ("203.0.113", "203.0.0.0"),
        ("203.0.113.256", None),
        ("203.0.113.77.1", None),
        ("203.0.113.08", None),
        ("203.0.113.", None),
        ("4294967296", None),
        ("2001:db8::1::2", None),
        ("2001:db8:85a3:0:0:8a2e:370:7334:1", None),
        ("fe80:::1", None),
        ("١.٢.٣.٤", None),
        ("1" * 300, None),
    ],
)
def test_shortened(text: str, written: str | None) -> None:
    """IPv4 keeps 24 bits and IPv6 48, whatever the notation; what is no address is not written."""
    assert shortened(text, KEEP) == written


@pytest.mark.parametrize(
    ("keep", "written"),
    [
        (Prefixes(16, 32), ["203.0.0.0", "2001:db8::", "203.0.0.0"]),
        (Prefixes(8, 16), ["203.0.0.0", "2001::", "203.0.0.0"]),
        (Prefixes(1, 1), ["128.0.0.0", "::", "128.0.0.0"]),
        (Prefixes(20, 40), ["203.0.112.0", "2001:db8:8500::", "203.0.112.0"]),
    ],
)
def test_stronger(keep: Prefixes, written: list[str]) -> None:
    """Fewer bits remain where the register says so, of IPv4 inside IPv6 as well."""
    texts = ["203.0.113.77", "2001:db8:85a3::1", "2002:cb00:714d::1"]
    assert [shortened(text, keep) for text in texts] == written


@given(notations.ipv4)
def test_every_notation_of_ipv4(address: ipaddress.IPv4Address) -> None:
    """All notations of an address are written as the same network."""
    network = str(ipaddress.ip_network((address, 24), strict=False).network_address)
    written = {text: shortened(text, KEEP) for text in notations.of_ipv4(address)}
    assert written == dict.fromkeys(written, network)


@given(notations.ipv6)
def test_every_notation_of_ipv6(address: ipaddress.IPv6Address) -> None:
    """The same for IPv6."""
    network = str(ipaddress.IPv6Network((int(address), 48), strict=False).network_address)
    written = {text: shortened(text, KEEP) for text in notations.of_ipv6(address)}
    assert written == dict.fromkeys(written, network)


@given(st.text())
def test_any_text(text: str) -> None:
    """Whatever comes, either a network is written or nothing; no text raises."""
    written = shortened(text, KEEP)
    if written is not None:
        bits = int(ipaddress.ip_address(written))
        assert bits & (0xFF if "." in written else (1 << 80) - 1) == 0


@given(st.ip_addresses())
def test_read_canonical(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> None:
    """What the standard library writes is read as the address it is or stands for."""
    found = read(str(address))
    assert found == address or isinstance(found, ipaddress.IPv4Address)

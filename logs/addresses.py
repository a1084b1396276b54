"""Addresses, in whatever notation they come, cut to as many bits as the register keeps.

Whatever cannot be read as an address is not written at all: `shortened` gives None.
An IPv6 address that holds an IPv4 address in its first bits (6to4) or stands for one (mapped,
NAT64) is cut as that IPv4 address, since 48 bits of it would be the whole.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

#: 64:ff9b::/96 (RFC 6052 § 2.1): the last 32 bits are the IPv4 address.
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
#: ::ffff:0:0:0/96 (RFC 2765 § 2.1), where a translator puts the address of an IPv4 host.
TRANSLATED = ipaddress.IPv6Network("::ffff:0:0:0/96")
#: ::/96 (RFC 4291 § 2.5.5.1), without `::` and `::1`.
COMPATIBLE = ipaddress.IPv6Network("::/96")

#: `[v6]:port`, `v4:port` and a zone behind `%` are what proxies and sockets add.
BRACKETED = re.compile(r"\[([^\[\]]*)\](?::\d*)?")
WITH_PORT = re.compile(r"([^:]+):\d*")
#: The forms that `inet_aton` reads: one to four numbers, decimal, octal or hexadecimal.
NUMBER = re.compile(r"0[xX][0-9a-fA-F]+|[0-9]+")
BYTES = 4
LONGEST = 256  # characters; no notation of an address is longer


@dataclass(frozen=True, slots=True)
class Prefixes:
    """How many bits of an address remain."""

    ipv4: int
    ipv6: int


def shortened(text: str, keep: Prefixes) -> str | None:
    """Cut an address to the network it is from, like `203.0.113.0`; None where it is none."""
    address = read(text)
    if address is None:
        return None
    kept = keep.ipv4 if isinstance(address, ipaddress.IPv4Address) else keep.ipv6
    gone = address.max_prefixlen - kept
    return str(type(address)(int(address) >> gone << gone))


def read(text: str) -> Address | None:
    """Read an address in any notation; one that holds or stands for IPv4 comes as IPv4."""
    if len(text) > LONGEST:
        return None
    bare = text.strip().strip('"')
    if bracketed := BRACKETED.fullmatch(bare):
        bare = bracketed[1]
    elif ported := WITH_PORT.fullmatch(bare):
        bare = ported[1]
    bare = bare.partition("%")[0]
    if ":" not in bare:
        return _ipv4(bare)
    try:
        return unwrapped(ipaddress.IPv6Address(bare))
    except ValueError:
        return None


def unwrapped(address: ipaddress.IPv6Address) -> Address:
    """Give the IPv4 address that an IPv6 address holds or stands for, else itself."""
    if inner := address.ipv4_mapped or address.sixtofour:
        return inner
    embeds = any(address in network for network in (NAT64, TRANSLATED, COMPATIBLE))
    if embeds and int(address) > 1:
        return ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
    return address


def _ipv4(text: str) -> ipaddress.IPv4Address | None:
    """Read what `inet_aton` reads: the last number fills all bytes that are left."""
    numbers = text.split(".")
    if len(numbers) > BYTES or not all(NUMBER.fullmatch(number) for number in numbers):
        return None
    try:
        *leading, last = [_number(number) for number in numbers]
        value = int.from_bytes(bytes(leading), "big")
        room = 8 * (BYTES - len(leading))
        return ipaddress.IPv4Address(value << room | last) if last < 1 << room else None
    except ValueError:
        return None


def _number(text: str) -> int:
    if text[:2] in {"0x", "0X"}:
        return int(text, 16)
    return int(text, 8 if text.startswith("0") else 10)

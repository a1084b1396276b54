"""Every notation of an address that a log might meet."""

from __future__ import annotations

import ipaddress

from hypothesis import strategies as st

#: Addresses that are no network, and whose notations are long enough to be told from other figures.
ipv4 = (
    st.integers(0x0B0B0B0B, 0xDFFFFFFF)
    .filter(lambda value: value & 0xFF)
    .map(ipaddress.IPv4Address)
)
ipv6 = st.builds(
    lambda network, host: ipaddress.IPv6Address(network << 80 | host),
    st.integers(0x2003_0000_0000, 0x3FFF_FFFF_FFFF),
    st.integers(1 << 64, (1 << 80) - 1),
)


def of_ipv4(address: ipaddress.IPv4Address) -> list[str]:
    """Give an IPv4 address as `inet_aton` and IPv6 may spell it."""
    a, b, c, d = address.packed
    value = int(address)
    low, high = f"{value & 0xFFFF:x}", f"{value >> 16:x}"
    return [
        f"{a}.{b}.{c}.{d}",
        f"{a}.{b}.{c}.{d}:4711",
        f"{a:#o}.{b:#o}.{c:#o}.{d:#o}".replace("0o", "0"),
        f"{a:#x}.{b:#x}.{c:#x}.{d:#x}",
        f"{a}.{b}.{c << 8 | d}",
        f"{a}.{b << 16 | c << 8 | d}",
        str(value),
        f"{value:#x}",
        f"{value:#X}".replace("0X", "0x"),
        f"0{value:o}",
        f"::ffff:{a}.{b}.{c}.{d}",
        f"::FFFF:{high}:{low}",
        f"[::ffff:{a}.{b}.{c}.{d}]:443",
        f"0:0:0:0:0:ffff:{high}:{low}",
        f"64:ff9b::{a}.{b}.{c}.{d}",
        f"64:ff9b::{high}:{low}",
        f"2002:{high}:{low}::1",
        f"::{a}.{b}.{c}.{d}",
        f"::ffff:0:{a}.{b}.{c}.{d}",
    ]


def of_ipv6(address: ipaddress.IPv6Address) -> list[str]:
    """Give an IPv6 address compressed or not, in either case, with what sockets add."""
    return [
        address.compressed,
        address.exploded,
        address.compressed.upper(),
        f"[{address.compressed}]",
        f"[{address.exploded}]:8443",
        f"{address.compressed}%eth0",
        f'"[{address.compressed}]:1"',
    ]


def bare(notation: str) -> str:
    """Give a notation without what sockets add: the part that must not survive."""
    inner = notation.strip('"').partition("]")[0].lstrip("[").partition("%")[0]
    return inner.removesuffix(":4711") if "." in inner else inner

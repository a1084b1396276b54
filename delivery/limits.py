"""How much a visitor may send and how long one may take: one table for every server.

A site of small files needs little. Whatever is above a limit is refused early, so that slow and
oversized requests cost the server less than they cost whoever sends them.
"""

from __future__ import annotations

from dataclasses import dataclass

#: What files answer (RFC 9110 § 9.1: the two methods that every server must support).
READING = ("GET", "HEAD")
#: What the account service answers: its forms are sent with POST (HTML § 4.10.21.3).
ACCOUNT = (*READING, "POST")


@dataclass(frozen=True, slots=True)
class Limit:
    """One bound; `value` in `unit`."""

    value: int
    unit: str
    why: str
    source: str


LINE = Limit(
    8_192,
    "bytes of a request's first line",
    "no address of the site has 100; this is the most that every server reads without being told",
    "RFC 9112 § 3 recommends at least 8,000",
)
HEADER = Limit(
    8_192,
    "bytes of one header",
    "browsers send cookies, languages and a user agent: far below 4,096",
    "RFC 9110 § 5.4 leaves it to the server; RFC 6265 § 6.1 has cookies of 4,096",
)
HEADERS = Limit(
    32_768,
    "bytes of all headers",
    "four times one header: what a connection can make the server keep",
    "RFC 6585 § 5",
)
BODY = Limit(
    10_000,
    "bytes of a request's content",
    "the largest form has a name and an e-mail address; it never reaches a disk",
    "RFC 9110 § 15.5.14",
)
HEAD_TIME = Limit(
    10,
    "seconds for a request's line and headers",
    "a phone on a bad line needs two; a slow client by intent would keep a connection for ever",
    "RFC 9110 § 15.5.9",
)
BODY_TIME = Limit(
    10, "seconds between two pieces of content", "as for the headers", "RFC 9110 § 15.5.9"
)
SEND_TIME = Limit(
    30,
    "seconds in which a client must take something of an answer",
    "the largest file has 100 KB; whoever takes nothing for so long has gone",
    "RFC 9112 § 9.5",
)
IDLE_TIME = Limit(
    30,
    "seconds that a connection without a request is kept",
    "a page and what it loads come over one connection; the next page may take a while to read",
    "RFC 9112 § 9.5",
)
RANGES = Limit(
    1,
    "ranges of one request",
    "readers that resume ask for one; many small or overlapping ones are an attack, "
    "and a server may answer with the whole file",
    "RFC 9110 § 14.2, § 17.15",
)
UPSTREAM_TIME = Limit(
    10, "seconds for the account service", "then the visitor is told", "RFC 9110 § 15.6.5"
)
CONNECTIONS = Limit(
    16_384,
    "connections at one time, where the server counts them",
    "each costs some kilobytes; idle ones must not keep readers out",
    "measured: docs/servers.md",
)

LIMITS = (
    LINE,
    HEADER,
    HEADERS,
    BODY,
    HEAD_TIME,
    BODY_TIME,
    SEND_TIME,
    IDLE_TIME,
    RANGES,
    UPSTREAM_TIME,
    CONNECTIONS,
)

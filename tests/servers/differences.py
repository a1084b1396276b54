"""Where a server answers otherwise than the rest, and why it cannot be helped.

`python -m tests.servers.differences` writes the table in docs/servers.md.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from tests.servers.matrix import AVIF, CASES, GONE, HTML, HTTP1_CASES, TEXT, error

PAGE = Path(__file__).resolve().parents[2] / "docs" / "servers.md"
BEGIN, END = "<!-- differences: begin -->\n", "<!-- differences: end -->\n"


class Difference(NamedTuple):
    """What a server answers instead, in the words of the matrix."""

    answer: str
    why: str


_PLAIN = f"200, de/index.html, {HTML}, STABLE, tag"
_BAD = error(400, "Bad Request")
_LOCAL = "the preview is for one person on one machine: it knows no limits and no host names"
_CLIMBS = "a path that climbs out of the site is no valid request"
_ZERO = "a null byte makes no valid request"
_LATE = "nginx judges a range when the headers are set"
_EARLIER = "its gateway to the application has put the path together already"

NGINX = {
    "GET /de/ (Accept-Encoding: br;q=0.5, gzip;q=0.8)": Difference(
        f"200, de/index.html, {HTML}, br, STABLE, tag",
        "it cannot compare weights: the smallest copy that is welcome at all",
    ),
    f"GET {AVIF} (Range: bytes=5000-)": Difference(
        "416, '416 Range Not Satisfiable', text/plain, FINGERPRINTED, tag, bytes */1024", _LATE
    ),
    "GET /robots.txt (Range: bytes=5000-)": Difference(
        f"416, '416 Range Not Satisfiable', {TEXT}, STABLE, tag, bytes */23", _LATE
    ),
    "GET /../../../../etc/passwd": Difference(_BAD, _CLIMBS),
    "GET /%2e%2e/%2e%2e/etc/passwd": Difference(_BAD, _CLIMBS),
    "GET /..%2f..%2fetc/passwd": Difference(_BAD, _CLIMBS),
    "GET /de/%00": Difference(_BAD, _ZERO),
    "GET /de%00.html": Difference(_BAD, _ZERO),
}
_SMALL = "it knows one status for every header that is too much"
APACHE = {
    "GET /de/ (Accept-Encoding: br;q=0.5, gzip;q=0.8)": NGINX[
        "GET /de/ (Accept-Encoding: br;q=0.5, gzip;q=0.8)"
    ],
    f"GET {AVIF} (Range: bytes=5000-)": Difference(
        error(416, "Range Not Satisfiable"), "it does not say how long the file is"
    ),
    "GET /robots.txt (Range: bytes=5000-)": Difference(
        error(416, "Range Not Satisfiable"), "it does not say how long the file is"
    ),
    "GET /de?a=b": Difference("301, STABLE, to /de/?a=b", "the query goes along"),
    "GET /../../../../etc/passwd": Difference(_BAD, _CLIMBS),
    "GET /%2e%2e/%2e%2e/etc/passwd": Difference(_BAD, _CLIMBS),
    "a header of 10,000 bytes": Difference(_BAD, _SMALL),
    "100 headers of 1,000 bytes": Difference(_BAD, _SMALL),
    "a length and chunks": Difference(
        error(405, "Method Not Allowed", "CHOICE", ", Allow: GET, HEAD"),
        "the chunks count; the service gets one request, and the connection ends",
    ),
    "a coding that is not chunked": Difference(
        error(400, "Bad Request", "CHOICE"), "it calls this a bad request"
    ),
    GONE.name: Difference(error(503, "Service Unavailable", "CHOICE"), "its word for it"),
    "HTTP/0.9": Difference(_BAD, "it answers with a head, which HTTP/0.9 does not have"),
    "CONNECT": Difference(error(421, "Misdirected Request"), "the host is looked at first"),
    "HTTP/1.0 without Host": Difference(_BAD, "TLS named a host, and the request does not"),
}
PREVIEW = {
    **dict.fromkeys(
        ("GET /de%2findex.html", "GET /de%2f", "GET //de/"), Difference(_PLAIN, _EARLIER)
    ),
    "GET /%": Difference(f"404, 404.html, {HTML}, STABLE", "no file has that name"),
    "a path of 10,000 bytes": Difference(f"404, 404.html, {HTML}, STABLE", _LOCAL),
    **dict.fromkeys(
        (
            "a header of 10,000 bytes",
            "HTTP/1.1 without Host",
            "two Hosts",
            "a Host with a blank",
            "a Host that is not ours",
            "an address of another host in the request line",
            "a second name of ours",
            "HTTP/9.9",
            "HTTP/0.9",
        ),
        Difference(_PLAIN, _LOCAL),
    ),
    "a length and chunks": Difference(
        error(405, "Method Not Allowed", "CHOICE", ", Allow: GET, HEAD"),
        "the chunks count, and the connection ends with the answer",
    ),
    "a coding that is not chunked": Difference(
        error(501, "Not Implemented"), "refused before anything looked at the path"
    ),
    "CONNECT": Difference(
        error(405, "Method Not Allowed", more=", Allow: GET, HEAD"), "a method as any other"
    ),
}
BY_SERVER = {"preview": PREVIEW, "nginx": NGINX, "apache": APACHE}
DIFFERENCES = {
    (name, server): difference
    for server, found in BY_SERVER.items()
    for name, difference in found.items()
}


def table() -> str:
    """Write the differences as a table: a row for each request, what is usual, and who differs."""
    rows = ["| request | usual answer | otherwise |", "| --- | --- | --- |"]
    for case in (*CASES, *HTTP1_CASES, GONE):
        found = [(s, known[case.name]) for s, known in BY_SERVER.items() if case.name in known]
        if found:
            others = "<br>".join(f"**{s}**: {d.answer} – {d.why}" for s, d in found)
            rows.append(f"| `{case.name}` | {case.answer} | {others} |")
    return "\n".join(rows) + "\n"


def main() -> None:
    """Write the table into the page."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    PAGE.write_text(before + BEGIN + table() + END + after, encoding="utf-8")


if __name__ == "__main__":
    main()

"""Where a server answers otherwise than the rest, and why it cannot be helped.

`python -m tests.servers.differences` writes the table in docs/servers.md.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from tests.servers.matrix import (
    AVIF,
    CASES,
    GONE,
    HTML,
    HTTP1_CASES,
    NO_HSTS,
    OTHERS,
    PLAIN,
    TEXT,
    error,
)

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
_ENDS = "it says why before it hangs up"
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
    PLAIN.name: Difference(
        error(400, "Bad Request", "CHOICE") + NO_HSTS, "it does not know yet what was asked for"
    ),
    GONE.name: Difference(error(503, "Service Unavailable", "CHOICE"), "its word for it"),
    "headers that stop": Difference(error(408, "Request Timeout"), _ENDS),
    "a form that stops": Difference(error(408, "Request Timeout", "CHOICE"), _ENDS),
    "HTTP/0.9": Difference(_BAD, "it answers with a head, which HTTP/0.9 does not have"),
    "CONNECT": Difference(error(421, "Misdirected Request"), "the host is looked at first"),
    "HTTP/1.0 without Host": Difference(_BAD, "TLS named a host, and the request does not"),
}
_BARE = ", - by -, none of the table"
_GO = "Go's own server answers, before Caddy: nothing that loads or runs, and it hangs up"
_OVERLAP = "416, 'invalid range: failed to overlap', text/plain; charset=utf-8"


def _bare(text: str) -> Difference:
    return Difference(f"{text[:3]}, '{text}', {TEXT}{_BARE}", _GO)


CADDY = {
    f"GET {AVIF} (Range: bytes=5000-)": Difference(
        f"{_OVERLAP}, FINGERPRINTED, tag, bytes */1024", "Go's own words"
    ),
    "GET /robots.txt (Range: bytes=5000-)": Difference(
        f"{_OVERLAP}, STABLE, tag, bytes */23", "Go's own words"
    ),
    "GET /de/passwd.txt": Difference(
        f"200, a file of the machine, {TEXT}, STABLE, tag",
        "it follows links: a release has none, and whoever can write one into it can write a page",
    ),
    "a header of 10,000 bytes": Difference(_PLAIN, "it has a limit for all headers together"),
    "100 headers of 1,000 bytes": _bare("431 Request Header Fields Too Large"),
    **dict.fromkeys(
        ("GET /%", "a line without a method", "two Hosts", "two lengths", "a negative length"),
        _bare("400 Bad Request"),
    ),
    "a first line that stops": _bare("400 Bad Request"),
    "a form that stops": Difference(
        "200, nothing, no type, CHOICE", "it takes the visitor for gone, and its framework says 200"
    ),
    "HTTP/0.9": _bare("400 Bad Request"),
    "HTTP/1.1 without Host": _bare("400 Bad Request: missing required Host header"),
    "a blank before the colon": _bare("400 Bad Request: missing required Host header"),
    "a Host with a blank": _bare("400 Bad Request: malformed Host header"),
    "a blank in the name of a header": _bare("400 Bad Request: invalid header name"),
    "a coding that is not chunked": Difference(
        f"501, 'Unsupported transfer encoding', {TEXT}{_BARE}", _GO
    ),
    "HTTP/9.9": Difference(f"505, 60 bytes of its own, {TEXT}{_BARE}", _GO),
    PLAIN.name: Difference(
        f"400, 'Client sent an HTTP request to an HTTPS server.', no type{_BARE}", _GO
    ),
    "a length and chunks": APACHE["a length and chunks"],
    "CONNECT": Difference(error(421, "Misdirected Request"), "the host is looked at first"),
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
BY_SERVER = {"preview": PREVIEW, "nginx": NGINX, "apache": APACHE, "caddy": CADDY}
DIFFERENCES = {
    (name, server): difference
    for server, found in BY_SERVER.items()
    for name, difference in found.items()
}


def table() -> str:
    """Write the differences as a table: a row for each request, what is usual, and who differs."""
    rows = ["| request | usual answer | otherwise |", "| --- | --- | --- |"]
    for case in (*CASES, *HTTP1_CASES, *OTHERS):
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

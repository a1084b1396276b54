"""The same requests for every server, and what each is to answer.

The answers are written in the words of `tests.servers.words`.
"""

from __future__ import annotations

from typing import NamedTuple

from tests.servers.asking import request
from tests.servers.small_site import AVIF, CSS

BR = (("Accept-Encoding", "gzip, deflate, br, zstd"),)
HTML, TEXT = "text/html; charset=utf-8", "text/plain; charset=utf-8"


class Case(NamedTuple):
    """One request and its answer in words; `raw` replaces what would be written of the rest."""

    line: str
    answer: str
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    raw: bytes = b""
    note: str = ""

    @property
    def name(self) -> str:
        """Give the request in words, for the reader of a table and of a failure."""
        said = ", ".join(f"{name}: {value}" for name, value in self.headers)
        return self.note or (f"{self.line} ({said})" if said else self.line)

    def bytes(self, version: str = "HTTP/1.1") -> bytes:
        """Write the request."""
        return self.raw or request(self.line, self.headers, self.body, version=version)


def error(status: int, phrase: str, target: str = "STABLE", more: str = "") -> str:
    """Write the words for an error that is answered in one line of text."""
    return f"{status}, '{status} {phrase}', {TEXT}, {target}{more}"


MISSING = f"404, 404.html, {HTML}, STABLE"
UNREAD = error(405, "Method Not Allowed", more=", Allow: GET, HEAD")
STATIC = "application/octet-stream"

CASES = (
    # pages and files
    Case("GET /de/", f"200, de/index.html, {HTML}, STABLE, tag"),
    Case("HEAD /de/", f"200, nothing, {HTML}, STABLE, tag"),
    Case("GET /de/index.html", f"200, de/index.html, {HTML}, STABLE, tag"),
    Case("GET /de/?a=b", f"200, de/index.html, {HTML}, STABLE, tag"),
    Case("GET /%64e/", f"200, de/index.html, {HTML}, STABLE, tag"),
    Case("GET /index.html", f"200, index.html, {HTML}, STABLE, tag"),
    Case("GET /404.html", f"200, 404.html, {HTML}, STABLE, tag"),
    Case("GET /robots.txt", f"200, robots.txt, {TEXT}, STABLE, tag"),
    Case("GET /sitemap.xml", "200, sitemap.xml, application/xml; charset=utf-8, STABLE, tag"),
    Case(
        "GET /de/fassungen.atom",
        "200, de/fassungen.atom, application/atom+xml; charset=utf-8, STABLE, tag",
    ),
    Case("GET /de/impressum.md", "200, de/impressum.md, text/markdown; charset=utf-8, STABLE, tag"),
    Case("GET /site.webmanifest", "200, site.webmanifest, application/manifest+json, STABLE, tag"),
    Case("GET /favicon.ico", "200, favicon.ico, image/vnd.microsoft.icon, STABLE, tag"),
    Case("GET /unknown.xyz", f"200, unknown.xyz, {STATIC}, STABLE, tag"),
    Case("GET /.well-known/security.txt", f"200, .well-known/security.txt, {TEXT}, STABLE, tag"),
    Case("GET /.well-known/gpc.json", "200, .well-known/gpc.json, application/json, STABLE, tag"),
    Case(f"GET {CSS}", f"200, {CSS[1:]}, text/css; charset=utf-8, FINGERPRINTED, tag"),
    Case(
        "GET /static/js/language.01234567.js",
        "200, static/js/language.01234567.js, text/javascript; charset=utf-8, FINGERPRINTED, tag",
    ),
    Case(
        "GET /static/images/mark.01234567.svg",
        "200, static/images/mark.01234567.svg, image/svg+xml; charset=utf-8, FINGERPRINTED, tag",
    ),
    Case(f"GET {AVIF}", f"200, {AVIF[1:]}, image/avif, FINGERPRINTED, tag"),
    Case(
        "GET /static/fonts/vollkorn.01234567.woff2",
        "200, static/fonts/vollkorn.01234567.woff2, font/woff2, FINGERPRINTED, tag",
    ),
    Case(
        "GET /static/fonts/vollkorn-LICENSE.txt",
        f"200, static/fonts/vollkorn-LICENSE.txt, {TEXT}, STABLE, tag",
    ),
    # compressed copies
    Case("GET /de/", f"200, de/index.html, {HTML}, br, STABLE, tag", BR),
    Case("HEAD /de/", f"200, nothing, {HTML}, br, STABLE, tag", BR),
    Case(
        "GET /de/",
        f"200, de/index.html, {HTML}, gzip, STABLE, tag",
        (("Accept-Encoding", "gzip"),),
    ),
    Case(
        "GET /de/",
        f"200, de/index.html, {HTML}, zstd, STABLE, tag",
        (("Accept-Encoding", "zstd"),),
    ),
    Case(
        "GET /de/",
        f"200, de/index.html, {HTML}, gzip, STABLE, tag",
        (("Accept-Encoding", "br;q=0, gzip"),),
    ),
    Case(
        "GET /de/",
        f"200, de/index.html, {HTML}, STABLE, tag",
        (("Accept-Encoding", "gzip;q=0, br;q=0.000"),),
    ),
    Case(
        "GET /de/",
        f"200, de/index.html, {HTML}, gzip, STABLE, tag",
        (("Accept-Encoding", "br;q=0.5, gzip;q=0.8"),),
    ),
    Case("GET /de/", f"200, de/index.html, {HTML}, STABLE, tag", (("Accept-Encoding", "brr"),)),
    Case(f"GET {CSS}", f"200, {CSS[1:]}, text/css; charset=utf-8, br, FINGERPRINTED, tag", BR),
    Case(f"GET {AVIF}", f"200, {AVIF[1:]}, image/avif, FINGERPRINTED, tag", BR),
    # parts
    Case(
        f"GET {AVIF}",
        "206, 4 bytes, image/avif, FINGERPRINTED, tag, bytes 0-3/1024",
        (("Range", "bytes=0-3"),),
    ),
    Case(
        f"GET {AVIF}",
        "206, 4 bytes, image/avif, FINGERPRINTED, tag, bytes 1020-1023/1024",
        (("Range", "bytes=-4"),),
    ),
    Case(
        f"GET {AVIF}",
        error(416, "Range Not Satisfiable", more=", bytes */1024"),
        (("Range", "bytes=5000-"),),
    ),
    Case(
        "GET /robots.txt",
        error(416, "Range Not Satisfiable", more=", bytes */23"),
        (("Range", "bytes=5000-"),),
    ),
    Case(
        f"GET {AVIF}",
        f"200, {AVIF[1:]}, image/avif, FINGERPRINTED, tag",
        (("Range", "bytes=0-1,4-5"),),
    ),
    Case(
        f"GET {AVIF}",
        f"200, {AVIF[1:]}, image/avif, FINGERPRINTED, tag",
        (("Range", "lines=0-1"),),
    ),
    Case(
        f"GET {AVIF}",
        f"200, {AVIF[1:]}, image/avif, FINGERPRINTED, tag",
        (("Range", "bytes=0-3"), ("If-Range", '"another"')),
    ),
    # asking again
    Case("GET /de/", "304, STABLE, tag", (("If-None-Match", "*"),)),
    Case(f"GET {CSS}", "304, FINGERPRINTED, tag", (("If-None-Match", "*"),)),
    Case(
        "GET /de/",
        f"200, de/index.html, {HTML}, STABLE, tag",
        (("If-None-Match", '"another"'),),
    ),
    Case(
        "GET /de/",
        f"200, de/index.html, {HTML}, STABLE, tag",
        (("If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT"),),
    ),
    # folders
    Case("GET /de", "301, STABLE, to /de/"),
    Case("GET /de?a=b", "301, STABLE, to /de/"),
    Case("HEAD /de", "301, STABLE, to /de/"),
    Case("GET /de/impressum", "301, STABLE, to /de/impressum/"),
    Case("GET /de/leer", MISSING),
    Case("GET /de/leer/", MISSING),
    Case("GET /static", MISSING),
    Case("GET /static/", MISSING),
    Case("GET /robots.txt/", MISSING),
    Case("GET /robots.txt/more", MISSING),
    Case("GET /.well-known/", MISSING),
    Case("GET /.well-known", MISSING),
    # what is not there, and what is not for visitors
    Case("GET /nothing", MISSING),
    Case("HEAD /nothing", f"404, nothing, {HTML}, STABLE"),
    Case("GET /nothing", MISSING, (("Range", "bytes=0-3"),)),
    Case("GET /nothing", MISSING, (("If-None-Match", "*"),)),
    Case("GET /static/css/main.76543210.css", MISSING),
    Case("GET /_headers", MISSING),
    Case("GET /_redirects", MISSING),
    Case("GET /.git/config", MISSING),
    Case("GET /.git", MISSING),
    Case("GET /de/.entwurf.html", MISSING),
    Case("GET /.well-known/.secret", MISSING),
    Case("GET /de/passwd.txt", MISSING),
    Case("GET /de/index.html.br", MISSING),
    Case("GET /de/index.html.gz", MISSING),
    Case("GET /de/index.html.zst", MISSING),
    Case("GET /.error/400", MISSING),
    # paths that mean others
    Case("GET /de/../en/", MISSING),
    Case("GET /../../../../etc/passwd", MISSING),
    Case("GET /de/%2e%2e/en/", MISSING),
    Case("GET /%2e%2e/%2e%2e/etc/passwd", MISSING),
    Case("GET /..%2f..%2fetc/passwd", MISSING),
    Case("GET /de%2findex.html", MISSING),
    Case("GET /de%2f", MISSING),
    Case("GET /..%5c..%5cetc/passwd", MISSING),
    Case("GET /de/./", MISSING),
    Case("GET //de/", MISSING),
    Case("GET //example.org/de", MISSING),
    Case("GET /de//", MISSING),
    Case("GET /de/%00", MISSING),
    Case("GET /de%00.html", MISSING),
    Case("GET /%c0%ae%c0%ae/etc/passwd", MISSING),
    Case("GET /%252e%252e/etc/passwd", MISSING),
    Case("GET /DE/", MISSING),
    Case("GET /de/%0d%0aX-Planted:%20yes", MISSING),
    Case("GET /de%0d%0aX-Planted:%20yes", MISSING),
    Case("GET /" + 300 * "a", MISSING, note="GET / and 300 letters"),
    # the choice of language
    Case("GET /", "302, CHOICE, to /de/"),
    Case("GET /?a=b", "302, CHOICE, to /de/"),
    Case("HEAD /", "302, CHOICE, to /de/"),
    Case("GET /", "302, CHOICE, to /en/", (("Accept-Language", "de;q=0.1,en;q=0.9"),)),
    Case("GET /", "302, CHOICE, to /en/", (("Cookie", "a=b; language=en; c=d"),)),
    Case("GET /", "302, CHOICE, to /en/", (("If-None-Match", "*"), ("Cookie", "language=en"))),
    # methods
    Case("POST /de/", UNREAD),
    Case("POST /de/", UNREAD, (), b"a" * 100, note="POST /de/ with 100 bytes"),
    Case("POST /nothing", UNREAD),
    Case("PUT /de/", UNREAD),
    Case("DELETE /de/index.html", UNREAD),
    Case("OPTIONS /de/", UNREAD),
    Case("PATCH /de/", UNREAD),
    Case("PROPFIND /de/", UNREAD),
    Case("TRACE /de/", UNREAD),
    Case("BREW /de/", UNREAD),
    Case("POST /", error(405, "Method Not Allowed", "CHOICE", ", Allow: GET, HEAD")),
    *(
        Case(
            f"{method} /de/",
            error(413, "Content Too Large"),
            (),
            b"a" * 20_000,
            note=f"{method} /de/ with 20,000 bytes",
        )
        for method in ("GET", "POST")
    ),
)

#: Requests that only HTTP/1 can be made to carry.
HTTP1_CASES = (
    Case("GET /%", error(400, "Bad Request")),
    Case(
        "",
        error(414, "URI Too Long"),
        raw=request("GET /" + "a" * 10_000),
        note="a path of 10,000 bytes",
    ),
    Case(
        "",
        error(431, "Request Header Fields Too Large"),
        raw=request("GET /de/", [("X-Long", "a" * 10_000)]),
        note="a header of 10,000 bytes",
    ),
    Case(
        "",
        error(431, "Request Header Fields Too Large"),
        raw=request("GET /de/", [(f"X-{n}", "a" * 1000) for n in range(100)]),
        note="100 headers of 1,000 bytes",
    ),
    Case("", error(400, "Bad Request"), raw=b"nonsense\r\n\r\n", note="a line without a method"),
    Case(
        "",
        error(400, "Bad Request"),
        raw=b"GET /de/ HTTP/1.1\r\nConnection: close\r\n\r\n",
        note="HTTP/1.1 without Host",
    ),
    Case(
        "",
        error(400, "Bad Request"),
        raw=request("GET /de/", [("Host", "example.org")]),
        note="two Hosts",
    ),
    Case(
        "",
        error(400, "Bad Request"),
        raw=request("GET /de/", host="loc alhost"),
        note="a Host with a blank",
    ),
    Case(
        "",
        error(421, "Misdirected Request"),
        raw=request("GET /de/", host="evil.example"),
        note="a Host that is not ours",
    ),
    Case(
        "",
        error(421, "Misdirected Request"),
        raw=request("GET http://evil.example/de/"),
        note="an address of another host in the request line",
    ),
    Case(
        "",
        "301, STABLE, to {origin}/de/",
        raw=request("GET /de/", host="www.localhost"),
        note="a second name of ours",
    ),
    Case(
        "",
        "301, STABLE, to /de/",
        raw=request("GET /de", [("X-Forwarded-Host", "evil.example")]),
        note="GET /de (X-Forwarded-Host: evil.example)",
    ),
    Case(
        "",
        error(400, "Bad Request"),
        raw=request("GET /de/", [("Bad Header", "x")]),
        note="a blank in the name of a header",
    ),
    Case(
        "",
        error(400, "Bad Request"),
        raw=b"GET /de/ HTTP/1.1\r\nHost : localhost\r\nConnection: close\r\n\r\n",
        note="a blank before the colon",
    ),
    Case(
        "",
        error(400, "Bad Request"),
        raw=request("GET /de/", [("Content-Length", "5"), ("Content-Length", "6")], b""),
        note="two lengths",
    ),
    Case(
        "",
        error(400, "Bad Request", "CHOICE"),
        raw=request("POST /account/", [("Content-Length", "4"), ("Transfer-Encoding", "chunked")])
        + b"0\r\n\r\nGET /de/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
        note="a length and chunks",
    ),
    Case(
        "",
        error(400, "Bad Request"),
        raw=request("GET /de/", [("Content-Length", "-1")]),
        note="a negative length",
    ),
    Case(
        "",
        error(501, "Not Implemented", "CHOICE"),
        raw=request("POST /account/", [("Transfer-Encoding", "gzip, identity")]),
        note="a coding that is not chunked",
    ),
    Case(
        "",
        error(505, "HTTP Version Not Supported"),
        raw=b"GET /de/ HTTP/9.9\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        note="HTTP/9.9",
    ),
    Case("", "hangs up", raw=b"GET /de/\r\n\r\n", note="HTTP/0.9"),
    Case(
        "",
        error(400, "Bad Request"),
        raw=request("CONNECT example.org:443", host="example.org:443"),
        note="CONNECT",
    ),
    Case(
        "",
        f"200, de/index.html, {HTML}, STABLE, tag",
        raw=b"GET /de/ HTTP/1.0\r\n\r\n",
        note="HTTP/1.0 without Host",
    ),
)

#: What else may differ; `test_account` asks for it.
GONE = Case("", error(502, "Bad Gateway", "CHOICE"), note="the account service is gone")
#: The same in `test_plain`. RFC 6797 § 7.2: no promise of encryption over plain HTTP.
NO_HSTS = ", 0 × Strict-Transport-Security"
PLAIN = Case("", error(400, "Bad Request") + NO_HSTS, note="plain HTTP on the encrypted port")
#: The same in `test_slow`: a request begins so, and then nothing more comes.
SLOW = (
    Case("", "hangs up", raw=b"GET /de/ HTT", note="a first line that stops"),
    Case(
        "",
        "hangs up",
        raw=b"GET /de/ HTTP/1.1\r\nHost: localhost\r\nX-Slow: ",
        note="headers that stop",
    ),
    Case(
        "",
        "hangs up",
        raw=request("POST /account/trial", [("Content-Length", "100")]) + b"name=",
        note="a form that stops",
    ),
)
OTHERS = (GONE, PLAIN, *SLOW)

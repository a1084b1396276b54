"""Serves every case as a site of its own, over TLS on the loopback, as a plain web host would.

The host name picks the site; `_headers` and precompressed siblings are honoured,
because a browser acts on what arrives, not on what lies in the folder.
"""

from __future__ import annotations

import asyncio
import ssl
import subprocess
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

ENCODINGS = (("br", ".br"), ("zstd", ".zst"), ("gzip", ".gz"))
"""Content codings and the ending of the sibling that holds them, the best first."""

TYPES = {
    "atom": "application/atom+xml",
    "css": "text/css",
    "gif": "image/gif",
    "geojson": "application/geo+json",
    "htm": "text/html",
    "html": "text/html",
    "ico": "image/x-icon",
    "js": "text/javascript",
    "json": "application/json",
    "mjs": "text/javascript",
    "png": "image/png",
    "rss": "application/rss+xml",
    "svg": "image/svg+xml",
    "svgz": "image/svg+xml",
    "txt": "text/plain",
    "vtt": "text/vtt",
    "webmanifest": "application/manifest+json",
    "xhtml": "application/xhtml+xml",
    "xml": "application/xml",
    "xsl": "application/xslt+xml",
}
"""What a host says about a file by its ending; without an entry it says nothing.

No charset: what the bytes declare must decide (Encoding, 6.1).
"""


@dataclass(frozen=True, slots=True)
class Site:
    """Files by path below the root; `start` is the page to open."""

    files: dict[str, Path | bytes]
    start: str = "index.html"
    visible: bool = True

    def read(self, path: str) -> bytes | None:
        """The bytes of one file; None when there is none."""
        held = self.files.get(path)
        if isinstance(held, Path):
            return held.read_bytes() if held.is_file() else None
        return held


def declared_headers(text: str, path: str) -> list[tuple[str, str]]:
    """What a `_headers` file (Netlify's and Cloudflare's format) says about a path."""
    found: list[tuple[str, str]] = []
    applies = False
    for line in text.splitlines():
        if line.startswith("/"):
            pattern = line.strip()
            applies = pattern in (path, "/*") or (pattern == "/index.html" and path == "/")
        elif applies and ":" in line and not line.strip().startswith("#"):
            name, value = line.split(":", 1)
            found.append((name.strip(), value.strip()))
    return found


def answer(site: Site, target: str, accepted: str) -> tuple[int, list[tuple[str, str]], bytes]:
    """Status, headers and body for a request target such as `/a/b.css?c`."""
    path = unquote(urlsplit("//host" + target).path).lstrip("/")
    name = path + "index.html" if path.endswith("/") or not path else path
    body = site.read(name)
    if body is None:
        return 404, [("Content-Type", "text/plain")], b"not found"
    ending = name.rsplit("/", 1)[-1].rpartition(".")[2].lower() if "." in name else ""
    headers = [("Content-Type", TYPES[ending])] if ending in TYPES else []
    if ending == "svgz":
        headers.append(("Content-Encoding", "gzip"))
    for coding, suffix in ENCODINGS:
        sibling = site.read(name + suffix)
        if sibling is not None and coding in accepted:
            headers.append(("Content-Encoding", coding))
            body = sibling
            break
    declared = declared_headers((site.read("_headers") or b"").decode("utf-8"), f"/{path}")
    replaced = {key.lower() for key, _ in declared}
    headers = [pair for pair in headers if pair[0].lower() not in replaced] + declared
    status = 302 if "location" in replaced else 200
    return status, headers, body


def certificate(folder: Path) -> ssl.SSLContext:
    """A key and a certificate for `*.localhost`, made on the spot with OpenSSL's own program."""
    key, signed = folder / "key.pem", folder / "cert.pem"
    curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"]
    names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,DNS:*.localhost"]
    command = ["openssl", "req", "-x509", "-nodes", "-days", "2", *curve, *names]
    subprocess.run(
        [*command, "-keyout", str(key), "-out", str(signed)], check=True, capture_output=True
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(signed, key)
    return context


async def serve(sites: dict[str, Site], context: ssl.SSLContext, port: int) -> asyncio.Server:
    """Starts to answer for `<name>.localhost`; the caller closes the server."""

    async def connection(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                first, *lines = head.decode("latin-1").split("\r\n")
                method, target, _ = first.split(" ", 2)
                fields = dict(line.lower().split(": ", 1) for line in lines if ": " in line)
                await reader.readexactly(int(fields.get("content-length", "0")))
                name = fields.get("host", "").partition(":")[0].removesuffix(".localhost")
                status, headers, body = answer(
                    sites.get(name, Site({})), target, fields.get("accept-encoding", "")
                )
                headers.append(("Content-Length", str(len(body))))
                rest = "".join(f"{key}: {value}\r\n" for key, value in headers)
                writer.write(f"HTTP/1.1 {status} -\r\n{rest}\r\n".encode())
                writer.write(b"" if method == "HEAD" else body)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError, ssl.SSLError):
            pass  # the browser has gone, which is its right
        finally:
            writer.close()

    return await asyncio.start_server(connection, "127.0.0.1", port, ssl=context)

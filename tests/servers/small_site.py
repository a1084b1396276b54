"""A small built site for real servers: every kind of file, and files that nobody may read."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import brotli
import zstandard

from delivery.content_types import content_type

if TYPE_CHECKING:
    from pathlib import Path

CSS = "/static/css/main.01234567.css"
AVIF = "/static/images/map.01234567.avif"


def page(lang: str, word: str) -> bytes:
    """Write a page of some kilobytes, longer than a packet."""
    head = f'<!doctype html><html lang="{lang}"><title>{word}</title>'
    text = f'{head}<link rel="stylesheet" href="{CSS}">'
    return (text + f"<p>{word} – größer als ein Paket.</p>\n" * 200).encode()


#: Every file that visitors may have, by its path.
PUBLIC = {
    "index.html": page("de", "Deutsch oder English"),
    "404.html": page("de", "Diese Seite gibt es nicht"),
    "de/index.html": page("de", "Karten"),
    "de/impressum/index.html": page("de", "Impressum"),
    "en/index.html": page("en", "Maps"),
    "de/fassungen.atom": b"<feed/>" * 100,
    "de/impressum.md": "# Impressum – kurz\n".encode() * 50,
    "de/leer/datei.txt": b"a folder without a page\n",
    "robots.txt": b"User-agent: *\nAllow: /\n",
    "sitemap.xml": b"<urlset/>\n" * 100,
    "site.webmanifest": b'{"name": "Karten"}',
    "favicon.ico": b"\x00\x00\x01\x00" * 20,
    "unknown.xyz": b"nobody knows what this is",
    ".well-known/security.txt": b"Contact: mailto:security@example.org\n",
    ".well-known/gpc.json": b'{"gpc": true}',
    CSS[1:]: b"p { color: black }\n" * 200,
    "static/js/language.01234567.js": b"console.log('first-party');\n" * 100,
    "static/images/mark.01234567.svg": b'<svg xmlns="http://www.w3.org/2000/svg"/>\n' * 50,
    AVIF[1:]: bytes(range(256)) * 4,
    "static/fonts/vollkorn.01234567.woff2": b"wOF2" + bytes(range(256)) * 8,
    "static/fonts/vollkorn-LICENSE.txt": b"SIL Open Font License\n" * 30,
}
#: What lies there and is never an answer.
SECRET = {
    "_headers": b"/*\n  X: secret\n",
    "_redirects": b"/a /b 301\n# secret\n",
    ".git/config": b"[core] secret\n",
    "de/.entwurf.html": b"<p>secret draft\n",
    ".well-known/.secret": b"secret\n",
}


def write(folder: Path) -> None:
    """Write the site, a compressed sibling of every file that is worth one, and a link outside."""
    for name, body in (PUBLIC | SECRET).items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(body)
        if content_type(name).compress and name in PUBLIC:
            compress(file)
    (folder / "de" / "passwd.txt").symlink_to("/etc/passwd")


def compress(file: Path) -> None:
    """Put the three compressed copies beside a file."""
    body = file.read_bytes()
    file.with_name(f"{file.name}.br").write_bytes(brotli.compress(body))
    file.with_name(f"{file.name}.gz").write_bytes(gzip.compress(body, mtime=0))
    file.with_name(f"{file.name}.zst").write_bytes(zstandard.compress(body))

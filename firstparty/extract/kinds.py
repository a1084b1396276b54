"""What a published file is, by its name and by how it begins."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """How a file is read."""

    COMPRESSED = "compressed"
    CSS = "style sheet"
    DATA = "JSON"
    HEADERS = "headers"
    HTML = "HTML"
    INERT = "inert"
    MANIFEST = "web manifest"
    MODULE = "module"
    PLAYLIST = "playlist"
    REDIRECTS = "redirects"
    SCRIPT = "script"
    SERVER = "server configuration"
    SPECULATION = "speculation rules"
    SUBTITLES = "subtitles"
    SVGZ = "compressed SVG"
    TEXT = "text"
    UNKNOWN = "unknown"
    XML = "XML"


_BY_SUFFIX: Final[dict[Kind, str]] = {
    Kind.COMPRESSED: "br gz zst",
    Kind.CSS: "css",
    Kind.DATA: "geojson json json5 jsonc map topojson tilejson",
    Kind.HTML: "htm html shtml",
    Kind.INERT: (
        "7z aac apng avi avif bin bmp bz2 cur doc docx eot epub flac flv gif glb heic heif "
        "ico jfif jpe jpeg jpg jxl ktx2 m4a m4s m4v mid mkv mov mp3 mp4 mpeg mpg mvt oga ogg "
        "ogv ods odt opus otf pbf pdf pjpeg pmtiles png ppt pptx psd sqlite tar tif tiff ttc "
        "ttf wasm wav webm webp woff woff2 xls xlsx xz zip mbtiles"
    ),
    Kind.MANIFEST: "webmanifest",
    Kind.MODULE: "mjs",
    Kind.PLAYLIST: "m3u m3u8",
    Kind.SCRIPT: "js cjs",
    Kind.SUBTITLES: "vtt",
    Kind.SVGZ: "svgz",
    Kind.TEXT: (
        "adoc asc bib csv diff ics jsonld log markdown md patch pem po pot rst sha256 sha512 "
        "sig srt tex toml tsv txt vcf yaml yml"
    ),
    Kind.XML: "atom gml gpx kml opml osd rdf rss svg wsdl xht xhtml xml xsd xsl xslt mpd",
}
SUFFIXES: Final = {
    suffix: kind for kind, suffixes in _BY_SUFFIX.items() for suffix in suffixes.split()
}

_BY_NAME: Final = {
    ".htaccess": Kind.SERVER,
    ".nojekyll": Kind.TEXT,
    "_headers": Kind.HEADERS,
    "_redirects": Kind.REDIRECTS,
    "apple-app-site-association": Kind.DATA,
    "authors": Kind.TEXT,
    "changelog": Kind.TEXT,
    "cname": Kind.TEXT,
    "copying": Kind.TEXT,
    "license": Kind.TEXT,
    "manifest.json": Kind.MANIFEST,
    "nginx.conf": Kind.SERVER,
    "notice": Kind.TEXT,
    "ofl": Kind.TEXT,
    "readme": Kind.TEXT,
    "sha256sums": Kind.TEXT,
    "sha512sums": Kind.TEXT,
    "site.webmanifest": Kind.MANIFEST,
    "web.config": Kind.XML,
}

# How many bytes decide what a file is.
HEAD: Final = 1024

# MIME Sniffing standard, section 7.1, as far as it finds markup.
_HTML_HEAD: Final = re.compile(
    rb"[\t\n\x0c\r ]*<(?:!doctype html|html|head|script|iframe|h1|div|font|table|a|style|title"
    rb"|b|body|br|p|!--)[\s>]",
    re.IGNORECASE,
)
_XML_HEAD: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml|svg[\s>])", re.IGNORECASE)
# RFC 8216, 4.3.1.1: players look at the first line, whatever the name and the type.
_PLAYLIST_HEAD: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*#EXTM3U")
_JSON_HEAD: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*[{\[]")


_MEDIA: Final = frozenset({Kind.INERT, Kind.TEXT, None})


def suffix_of(name: str) -> str:
    """The last suffix of a file name in lower case, without its dot; "" where there is none."""
    stem, dot, suffix = name.rpartition(".")
    return suffix.lower() if dot and stem else ""


def kind_of(name: str, head: bytes) -> Kind:
    """The kind of a file by its name, and where the name says nothing, by how it begins."""
    lower = name.lower()
    if lower in _BY_NAME:
        return _BY_NAME[lower]
    if lower.endswith(".conf"):
        return Kind.SERVER
    suffix = suffix_of(lower)
    kind = SUFFIXES.get(suffix)
    if kind in _MEDIA and _PLAYLIST_HEAD.match(head):
        return Kind.PLAYLIST
    if kind is Kind.INERT and _looks_like_markup(head):
        return _sniffed(head)
    if kind is not None:
        return kind
    return _sniffed(head) if not suffix else Kind.UNKNOWN


def _looks_like_markup(head: bytes) -> bool:
    return bool(_HTML_HEAD.match(head) or _XML_HEAD.match(head))


def _sniffed(head: bytes) -> Kind:
    if _HTML_HEAD.match(head):
        return Kind.HTML
    if _XML_HEAD.match(head):
        return Kind.XML
    if _JSON_HEAD.match(head):
        return Kind.DATA
    return Kind.UNKNOWN

"""Content types by suffix, with charset where the type has one, and what is worth compressing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath


@dataclass(frozen=True, slots=True)
class ContentType:
    """The type of a file; `compress` is false where the format is compressed already."""

    suffix: str
    value: str
    compress: bool


#: application/json has no charset (RFC 8259 § 11); text/javascript and the XML types have one
#: (RFC 9239, RFC 7303), and without it some servers add their own.
CONTENT_TYPES = (
    ContentType(".html", "text/html; charset=utf-8", compress=True),
    ContentType(".css", "text/css; charset=utf-8", compress=True),
    ContentType(".js", "text/javascript; charset=utf-8", compress=True),
    ContentType(".txt", "text/plain; charset=utf-8", compress=True),
    ContentType(".xml", "application/xml; charset=utf-8", compress=True),
    ContentType(".atom", "application/atom+xml; charset=utf-8", compress=True),
    ContentType(".md", "text/markdown; charset=utf-8", compress=True),
    ContentType(".svg", "image/svg+xml; charset=utf-8", compress=True),
    ContentType(".json", "application/json", compress=True),
    ContentType(".webmanifest", "application/manifest+json", compress=True),
    ContentType(".ico", "image/vnd.microsoft.icon", compress=True),
    ContentType(".png", "image/png", compress=False),
    ContentType(".jpg", "image/jpeg", compress=False),
    ContentType(".webp", "image/webp", compress=False),
    ContentType(".avif", "image/avif", compress=False),
    ContentType(".woff2", "font/woff2", compress=False),
    ContentType(".pdf", "application/pdf", compress=False),
)

UNKNOWN = ContentType("", "application/octet-stream", compress=False)

_BY_SUFFIX = {entry.suffix: entry for entry in CONTENT_TYPES}


def content_type(path: str) -> ContentType:
    """Give the type of a file; with `nosniff`, an unknown suffix is offered as a download."""
    return _BY_SUFFIX.get(PurePosixPath(path).suffix.lower(), UNKNOWN)

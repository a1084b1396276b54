"""One file of the published folder to references, by its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from firstparty.extract import (
    css,
    encoding,
    json_documents,
    kinds,
    playlist,
    scripts,
    server_files,
)
from firstparty.extract.html import read_html
from firstparty.extract.kinds import Kind
from firstparty.extract.locate import placed
from firstparty.extract.page import START
from firstparty.extract.xml import read_xml
from firstparty.model import Use

if TYPE_CHECKING:
    from collections.abc import Callable

    from firstparty.extract.page import Page
    from firstparty.model import Reference

_NOTHING_TO_READ: Final = frozenset({Kind.INERT, Kind.TEXT})


def read_content(name: str, data: bytes, page: Page, kind: Kind | None = None) -> list[Reference]:
    """The references of a file that is not compressed, with their locations.

    `kind` says how to read it where something else than its name decides.
    """
    kind = kind or kinds.kind_of(name, data[: kinds.HEAD])
    if kind in _NOTHING_TO_READ:
        return []
    if kind is Kind.UNKNOWN:
        page.object(Use.UNKNOWN_KIND, name, START)
        return placed("", page.found)
    decode, read = _READERS[kind]
    text = decode(data)
    read(text, page)
    found = placed(text, page.found)
    other = encoding.decode_otherwise(data, text) if kind is Kind.HTML else None
    if other is not None:
        page.found.clear()
        read(other, page)
        found += placed(other, page.found)
    return found


def _css(text: str, page: Page) -> None:
    css.read_sheet(text, page)


def _data(text: str, page: Page) -> None:
    json_documents.read_data(text, page)


def _script(text: str, page: Page) -> None:
    scripts.read(text, "classic", page)


def _module(text: str, page: Page) -> None:
    scripts.read(text, "module", page)


_READERS: Final[dict[Kind, tuple[Callable[[bytes], str], Callable[[str, Page], None]]]] = {
    Kind.CSS: (encoding.decode_css, _css),
    Kind.DATA: (encoding.decode_text, _data),
    Kind.HEADERS: (encoding.decode_text, server_files.read_headers),
    Kind.HTML: (encoding.decode_html, read_html),
    Kind.MANIFEST: (encoding.decode_text, json_documents.read_manifest),
    Kind.MODULE: (encoding.decode_text, _module),
    Kind.PLAYLIST: (encoding.decode_text, playlist.read_playlist),
    Kind.REDIRECTS: (encoding.decode_text, server_files.read_redirects),
    Kind.SCRIPT: (encoding.decode_text, _script),
    Kind.SERVER: (encoding.decode_text, server_files.read_server),
    Kind.SUBTITLES: (encoding.decode_text, playlist.read_subtitles),
    Kind.SPECULATION: (encoding.decode_text, json_documents.read_speculation_rules),
    Kind.XML: (encoding.decode_xml, read_xml),
}

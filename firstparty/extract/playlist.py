"""What players read: HTTP Live Streaming playlists (RFC 8216), WebVTT subtitles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from firstparty.extract import css
from firstparty.extract.page import Place
from firstparty.model import Use

if TYPE_CHECKING:
    from firstparty.extract.page import Page

_URI: Final = re.compile(r'URI="([^"]*)"')


def read_playlist(text: str, page: Page) -> None:
    """Note every segment, playlist and key that a player would fetch."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.startswith("#"):
            page.refer(Use.MEDIA, line.strip(), Place("playlist", number, 1))
            continue
        for match in _URI.finditer(line):
            place = Place("playlist", number, match.start(1) + 1)
            page.refer(Use.MEDIA, match.group(1), place)


def read_subtitles(text: str, page: Page) -> None:
    """Note what the STYLE blocks of a WebVTT file refer to (WebVTT, section 4.2)."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    number = 0
    while number < len(lines):
        if lines[number].rstrip() == "STYLE":
            end = number + 1
            while end < len(lines) and lines[end].strip():
                end += 1
            css.read_sheet("\n".join(lines[number + 1 : end]), page, Place("STYLE", number + 2))
            number = end
        number += 1

"""HTTP Live Streaming playlists: RFC 8216, section 4."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from firstparty.extract.page import Place
from firstparty.model import Use

if TYPE_CHECKING:
    from firstparty.extract.page import Page

_URI: Final = re.compile(r'URI="([^"]*)"')


def read_playlist(text: str, page: Page) -> None:
    """Note every segment, playlist and key that a player would fetch."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.startswith("#"):
            page.refer(Use.MEDIA, line.strip(), "playlist", Place(number, 1))
            continue
        for match in _URI.finditer(line):
            page.refer(Use.MEDIA, match.group(1), "playlist", Place(number, match.start(1) + 1))

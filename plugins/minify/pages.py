"""Pages without needless white space: htmlmin, set so that the tree stays the same."""

from __future__ import annotations

import os
import re
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING, ClassVar

import htmlmin
from htmlmin.parser import HTMLMinParser

if TYPE_CHECKING:
    from pathlib import Path

    #: Name, attributes, and whether it closes itself.
    _Tag = tuple[str, tuple[tuple[str, str | None], ...], bool]
    #: Whether white space inside counts, the tag as written, the language.
    _Built = tuple[bool, str, str | None]

#: Below this many pages a pool of processes costs more than it gives.
_WORTH_A_POOL = 200
_CHUNK = 50
#: How many tags are remembered.
_MOST_TAGS = 10_000


_BARE_START = re.compile(r"<([a-z][a-z0-9]*)>")
_BARE_END = re.compile(r"</([a-z][a-z0-9]*)>")


class EveryLanguage(HTMLMinParser):  # type: ignore[misc]  # htmlmin ships no types
    """Keeps `lang` where the element around has the same: sheets and scripts may look for it."""

    def _tag_lang(self) -> None:
        """Name no language that an attribute could repeat."""


class _Swift(EveryLanguage):
    """Gives the same in half the time; tests compare. Most tags are bare, or were there before."""

    _built: ClassVar[dict[_Tag, _Built]] = {}

    def updatepos(self, _start: int, end: int) -> int:
        """Count no lines: nobody asks for them."""
        return end

    def build_tag(self, tag: str, attrs: list[tuple[str, str | None]], close_tag: bool) -> _Built:  # noqa: FBT001 - htmlmin calls it so
        """Write a tag that was written before in the same way."""
        key = (tag, tuple(attrs), close_tag)
        if key not in self._built:
            if len(self._built) >= _MOST_TAGS:
                self._built.clear()
            self._built[key] = super().build_tag(tag, attrs, close_tag)
        return self._built[key]

    def parse_starttag(self, start: int) -> int:
        """Read a tag without attributes at a glance; give where it ends."""
        match = _BARE_START.match(self.rawdata, start)
        if match is None or match[1] in self.CDATA_CONTENT_ELEMENTS:
            return int(super().parse_starttag(start))
        self.lasttag = match[1]
        self.handle_starttag(match[1], [])
        return match.end()

    def parse_endtag(self, start: int) -> int:
        """Read the usual end tag at a glance; give where it ends."""
        match = _BARE_END.match(self.rawdata, start)
        if match is None or self.cdata_elem is not None:
            return int(super().parse_endtag(start))
        self.handle_endtag(match[1])
        return match.end()


def minify(text: str, parser: type[EveryLanguage] = _Swift) -> str:
    """Minify a page; tests compare the trees of every page before and after.

    htmlmin's defaults are changed where they change the document: character references would be
    decoded twice, words joined, `hidden="until-found"` shortened, `lang` left out.
    """
    return str(
        htmlmin.minify(
            text,
            remove_comments=True,
            remove_empty_space=False,
            reduce_boolean_attributes=False,
            remove_optional_attribute_quotes=False,
            convert_charrefs=False,
            cls=parser,
        )
    )


def minify_file(path: Path) -> None:
    """Minify a page in place."""
    path.write_text(minify(path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")


def minify_folder(folder: Path) -> None:
    """Minify every page below a folder, on all cores when there are many."""
    pages = sorted(folder.rglob("*.html"))
    if len(pages) < _WORTH_A_POOL:
        for page in pages:
            minify_file(page)
        return
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for _ in pool.map(minify_file, pages, chunksize=_CHUNK):
            pass  # the results are None; an exception would surface here

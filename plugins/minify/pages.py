"""Pages without needless white space: htmlmin, set so that the tree stays the same."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING

import htmlmin
from htmlmin.parser import HTMLMinParser

if TYPE_CHECKING:
    from pathlib import Path

#: Below this many pages a pool of processes costs more than it gives.
_WORTH_A_POOL = 200
_CHUNK = 50


class _EveryLanguage(HTMLMinParser):  # type: ignore[misc]  # htmlmin ships no types
    """Keeps `lang` where the element around has the same: sheets and scripts may look for it."""

    def _tag_lang(self) -> None:
        """Name no language that an attribute could repeat."""


def minify(text: str) -> str:
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
            cls=_EveryLanguage,
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

"""Scripts to references, by the analyser in `extract/script`."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from firstparty.extract import css, data_url, values
from firstparty.extract.page import Place
from firstparty.model import Use

if TYPE_CHECKING:
    from firstparty.extract.page import Page
    from firstparty.extract.script import Kind, ScriptUse

# Names of XML vocabularies that scripts compare and create elements with; nobody fetches them.
_NAMESPACE: Final = re.compile(
    r"http://www\.w3\.org/(?:1998/Math/MathML|1999/(?:XSL/Transform|xhtml|xlink)|2000/(?:svg|xmlns/)"
    r"|XML/1998/namespace)"
)
# Sinks that run the file that they are given.
_RUNS: Final = re.compile(r"import|Worker|register|addModule")
# A script that is larger takes longer to analyse than anybody waits.
_LARGEST: Final = 8_000_000
_WHOLE_FILE: Final = Place("script")


@lru_cache(maxsize=256)
def _analysed(source: str, kind: Kind) -> tuple[ScriptUse, ...]:
    from firstparty.extract.script import analyse  # noqa: PLC0415 - large, not for every folder

    return analyse(source, kind=kind)


def read(source: str, kind: Kind, page: Page, place: Place = _WHOLE_FILE) -> None:
    """Note what a script refers to.

    `place` is where it stands: the attribute that holds it, or the element whose text it is.
    """
    if len(source) > _LARGEST:
        page.object(Use.EXCESS, f"it has {len(source):,} characters", place)
        return
    for use in _analysed(source, kind):
        where = use.sink or "script"
        spot = place.within(where, use.line, use.column)
        if place.attribute is not None:
            spot = replace(place, where=where)
        if use.what == "unparsed":
            page.object(Use.SCRIPT_UNPARSED, use.evidence, spot)
        elif use.value is None:
            page.object(Use.SCRIPT_INTERFACE, use.evidence, spot)
        else:
            _read_value(use.value, use, page, spot)


def _read_value(value: str, use: ScriptUse, page: Page, place: Place) -> None:
    """A text that the script is known to use, in the grammar of what it is used for."""
    from firstparty.extract.script import grammar  # noqa: PLC0415 - as above

    written = grammar(use.sink)
    if written == "html":
        data_url.descend("text/html", value, place, page)
    elif written == "css":
        css.read_declarations(value, page, place)
    elif written == "code":
        read(value, "classic", page.inside(place), place)
    elif written == "opaque":
        found = [page.suspect(Use.SCRIPT_URL, piece, place) for piece in values.embedded(value)]
        if not any(found):
            page.object(Use.SCRIPT_INTERFACE, use.evidence, place)
    elif written == "srcset":
        for url in values.srcset(value):
            page.refer(Use.SCRIPT_URL, url, place)
    else:
        for url in values.urls(value) if written == "urls" else [value]:
            _read_url(url, use, page, place)


def _read_url(url: str, use: ScriptUse, page: Page, place: Place) -> None:
    if use.what == "url" and _NAMESPACE.match(url):
        return
    if place.where.endswith((".host", ".hostname")):
        url = f"//{url}"
    note = page.refer if use.what == "interface" else page.suspect
    if note(Use.SCRIPT_URL, url, place):
        return
    runs = _RUNS.search(place.where) is not None
    if runs:
        page.link(Use.MODULE if "import" in place.where else Use.SCRIPT, url)
    data_url.follow(Use.SCRIPT if runs else Use.FRAME, url, place, page)

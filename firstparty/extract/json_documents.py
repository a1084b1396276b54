"""JSON that browsers and pages load: web manifest, import map, speculation rules, the rest."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from firstparty.extract.json_strings import JSONString, NotJSONError, strings
from firstparty.extract.page import START
from firstparty.model import Use

if TYPE_CHECKING:
    from collections.abc import Callable

    from firstparty.extract.page import Page, Place

# Members of a web application manifest that are words, not addresses.
_MANIFEST_WORDS: Final = frozenset(
    """
    name short_name description lang dir display display_override orientation theme_color
    background_color categories iarc_rating_id label purpose sizes type form_factor platform
    title text accept method enctype params protocol client_mode $schema color media
    prefer_related_applications launch_type files minimal_version min_version fingerprints
    value
    """.split()
)
_MANIFEST_IMAGES: Final = frozenset({"icons", "screenshots"})

# Members by which JSON names things without fetching them.
_DATA_NAMES: Final = frozenset(
    """
    $id $schema @context @id @type @vocab author bugs contributors creator doi funding
    homepage homepage_url id identifier license license_url link links mainentityofpage
    namespace permalink publisher related repository sameas schema source sources
    sourcescontent type vocab website
    """.split()
)


def read_manifest(text: str, page: Page) -> None:
    """A web application manifest: icons and screenshots are loaded, the rest is addresses."""

    def judge(string: JSONString, place: Place) -> None:
        if string.keys and string.keys[-1].lower() in _MANIFEST_WORDS:
            return
        use = Use.IMAGE if _MANIFEST_IMAGES.intersection(string.keys) else Use.MANIFEST
        page.refer(use, string.value, _where(string), place)

    _read(text, page, START, judge)


def read_data(text: str, page: Page) -> None:
    """JSON that a script may load: a string that is a foreign URL is one it may follow."""

    def judge(string: JSONString, place: Place) -> None:
        if not _DATA_NAMES.intersection(key.lower() for key in string.keys):
            page.suspect(Use.DATA, string.value, _where(string), place)

    if '"@context"' in text:
        return  # linked data names things, JSON-LD 1.1
    _read(text, page, START, judge)


def read_data_block(kind: str, text: str, page: Page, place: Place) -> None:
    """A `script` element that does not run: only two kinds of data are read by browsers."""
    if kind == "importmap":
        _read(text, page, place, lambda string, spot: _import_map(string, page, spot))
    elif kind == "speculationrules":
        read_speculation_rules(text, page, place)


def _import_map(string: JSONString, page: Page, place: Place) -> None:
    """HTML, "import maps": the values are addresses, the keys and digests are names."""
    if string.keys[:1] != ("integrity",):
        page.refer(Use.SCRIPT, string.value, "import map", place)


def read_speculation_rules(text: str, page: Page, place: Place = START) -> None:
    """HTML, "speculative loading": listed URLs, and document rules that could match any link."""

    def judge(string: JSONString, spot: Place) -> None:
        if "urls" in string.keys or "relative_to" in string.keys:
            page.refer(Use.SPECULATION, string.value, "speculation rules", spot)
        elif "href_matches" in string.keys:
            page.refer(Use.SPECULATION, string.value, "href_matches", spot)

    _read(text, page, place, judge)


def _where(string: JSONString) -> str:
    return ".".join(string.keys) or "JSON"


def _read(text: str, page: Page, place: Place, judge: Callable[[JSONString, Place], None]) -> None:
    try:
        for string in strings(text):
            judge(string, _spot(string.offset, place))
    except NotJSONError as error:
        page.object(Use.MALFORMED, "JSON", "JSON", place=_spot(error.offset, place))


def _spot(offset: int, place: Place) -> Place:
    """Lines are counted later, and only for what is noted."""
    return replace(place, offset=offset)

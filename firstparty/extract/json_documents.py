"""JSON that browsers and pages load: web manifest, import map, speculation rules, the rest."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from firstparty.extract import data_url, headers, speculation
from firstparty.extract.json_strings import JSONString, NotJSONError, strings
from firstparty.extract.page import Place
from firstparty.extract.words import words
from firstparty.model import Use

if TYPE_CHECKING:
    from collections.abc import Callable

    from firstparty.extract.page import Page


# Members of a web application manifest that are words, not addresses.
_MANIFEST_WORDS: Final = words(
    """
    $schema accept background_color categories client_mode color description dir display
    display_override enctype files fingerprints form_factor iarc_rating_id label lang
    launch_type media method min_version minimal_version name orientation params platform
    prefer_related_applications protocol purpose short_name sizes text theme_color title type
    value
    """
)
_MANIFEST_IMAGES: Final = words("icons screenshots")

# Members by which JSON names things without fetching them.
_NAMES: Final = words(
    """
    $id $schema @context @id @type @vocab author bugs contributors creator doi funding
    homepage homepage_url license license_url namespace permalink publisher repository sameas
    vocab
    """
)
_INERT_VALUE: Final = re.compile(r"https?://(?:www\.)?(?:jsonfeed\.org/version/|schema\.org)")
# Linked data names things, nobody fetches them: JSON-LD 1.1, with the vocabularies of old.
_LINKED_DATA: Final = re.compile(
    r"""["']@context["']\s*:\s*\[?\s*["']https?://(?:www\.)?(?:schema\.org|w3\.org|w3id\.org)"""
)
_MARKUP: Final = re.compile(r"<[a-zA-Z]")
_LARGEST: Final = 64_000_000
_WHOLE_FILE: Final = Place("JSON")


def read_manifest(text: str, page: Page) -> None:
    """A web application manifest: icons and screenshots are loaded, the rest is addresses."""

    def judge(string: JSONString, place: Place) -> None:
        if string.is_key or (string.keys and string.keys[-1].lower() in _MANIFEST_WORDS):
            return
        use = Use.IMAGE if _MANIFEST_IMAGES.intersection(string.keys) else Use.MANIFEST
        page.refer(use, string.value, place)

    _read(text, page, _WHOLE_FILE, judge)


def read_data(text: str, page: Page, place: Place = _WHOLE_FILE) -> None:
    """JSON that a script may load: a string that is a foreign URL is one it may follow."""
    header = ""

    def judge(string: JSONString, spot: Place) -> None:
        nonlocal header
        last = string.keys[-1] if string.keys else ""
        if last == "key" and not string.is_key:
            header = string.value  # {"key": "Link", "value": "…"}, as hosts are configured
            return
        if header and last == "value" and not string.is_key:
            headers.read_header(header.lower(), string.value, page, replace(spot, where=header))
            header = ""
            return
        if _INERT_VALUE.match(string.value) or _NAMES.intersection(map(str.lower, string.keys)):
            return
        if not page.suspect(Use.DATA, string.value, spot) and _MARKUP.search(string.value):
            data_url.descend("text/html", string.value, spot, page)

    if _LINKED_DATA.search(text):
        return
    _read(text, page, place, judge)


def is_json(kind: str) -> bool:
    """Whether a MIME type, or the type of a script element, holds JSON."""
    return kind.endswith(("json", "+json")) or kind in {"importmap", "speculationrules"}


def read_data_block(kind: str, text: str, page: Page, place: Place) -> None:
    """A `script` element that does not run: browsers read two kinds, scripts may read others."""
    if kind == "importmap":
        _read(text, page, place, lambda string, spot: _import_map(string, page, spot))
    elif kind == "speculationrules":
        read_speculation_rules(text, page, place)
    elif kind != "application/ld+json":
        read_data(text, page, place)


def _import_map(string: JSONString, page: Page, place: Place) -> None:
    """HTML, "import maps": the values are addresses, and so are the keys with digests."""
    if string.is_key != (string.keys[:1] == ("integrity",)):
        return
    text = string.value
    if not text.startswith(("/", "./", "../")):
        # Read without a base: `https:host` is another host, whatever the scheme of the page.
        text = page.origins.joined(text, "about:blank") or text
    page.refer(Use.SCRIPT, text, place)


def read_speculation_rules(text: str, page: Page, place: Place = _WHOLE_FILE) -> None:
    """HTML, "speculative loading": listed URLs, and rules that could match any link."""

    def judge(string: JSONString, spot: Place) -> None:
        if not string.is_key and {"urls", "href_matches"}.intersection(string.keys):
            page.refer(Use.SPECULATION, string.value, replace(spot, where=place.where))

    _read(text, page, place, judge)
    if speculation.any_link(text, page.leaves):
        page.object(Use.LOOKUP, "speculation rules for any link", place)


def _read(text: str, page: Page, place: Place, judge: Callable[[JSONString, Place], None]) -> None:
    if len(text) > _LARGEST:
        page.object(Use.EXCESS, f"it has {len(text):,} characters", place)
        return
    try:
        for string in strings(text):
            where = ".".join(string.keys[-3:]) or place.where
            # Lines are counted later, and only for what is noted.
            judge(string, _spot(place, where, string.offset))
    except NotJSONError as error:
        spot = _spot(place, "JSON", error.offset)
        page.object(Use.MALFORMED, "JSON", spot, "a value, comma or bracket is missing or stray")


def _spot(place: Place, where: str, offset: int) -> Place:
    """A place in the JSON; in XML that of the whole, because offsets count from its start."""
    if place.line > 1 and not place.tag:
        return replace(place, where=where)
    return replace(place, where=where, offset=offset)

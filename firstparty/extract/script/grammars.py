"""How the value of each sink is written, for those who judge it."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from firstparty.extract.script.interfaces import (
    CALLS,
    ELEMENT_PROPERTIES,
    NEWS,
    PROPERTIES,
    Grammar,
)

_CALLED: Final = {sink.name: sink.grammar for sink in CALLS.values()}
_MADE: Final = {f"new {sink.name}": sink.grammar for sink in NEWS.values()}
_MORE: Final[dict[str, Grammar]] = {
    "CSS.registerProperty": "css",
    "Element.animate": "css",
    "Element.setAttribute": "url",
    "Function": "code",
    "computed member": "opaque",
    "computed property": "opaque",
    "new Function": "code",
    "script text": "code",
    "style text": "css",
    "with": "opaque",
}
_ATTRIBUTES: Final[dict[str, Grammar]] = {
    "attributionsrc": "urls",
    "content": "opaque",
    "imagesrcset": "srcset",
    "ping": "urls",
    "srcdoc": "html",
    "srcset": "srcset",
    "style": "css",
}
_PRESENTATION: Final = frozenset(
    {
        "clip-path",
        "cursor",
        "fill",
        "filter",
        "marker",
        "marker-end",
        "marker-mid",
        "marker-start",
        "mask",
        "stroke",
    }
)


def attribute_grammar(name: str) -> Grammar:
    """Tell how the value of an attribute is written."""
    if name.startswith("on"):
        return "code"
    if name in _PRESENTATION:
        return "css"
    return _ATTRIBUTES.get(name, "url")


@lru_cache(maxsize=1024)
def grammar(sink: str | None) -> Grammar:
    """Tell how the value of a `ScriptUse` with this sink is written."""
    if sink is None:
        return "url"
    for table in (_CALLED, _MADE, _MORE):
        if sink in table:
            return table[sink]
    owner, _, name = sink.partition(".")
    if name.startswith("setAttribute("):
        return attribute_grammar(name[len("setAttribute(") : -1])
    if owner == "CSSStyleDeclaration":
        return "css"
    if (owner, name) in ELEMENT_PROPERTIES:
        return ELEMENT_PROPERTIES[owner, name]
    return PROPERTIES.get(name, "url")

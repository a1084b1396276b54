"""Whether a document would make a WHATWG parser slow: seen from its tags, in linear time.

Nesting without end, and formatting elements that are opened again in every paragraph, cost a
conforming parser the square of the input. Browsers cut off at a depth of 512.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from firstparty.extract.words import words

_FEW_TAGS: Final = 2_000
_DEEPEST: Final = 5_000
_MOST_COPIES: Final = 2_000_000

_TAG: Final = re.compile(r"<(/?[a-zA-Z][^\s/>\x00]{0,16})")
# Elements without an end tag, or with one that is usually left out.
_UNCLOSED: Final = words(
    """
    area base basefont bgsound body br caption col colgroup dd dt embed frame head hr html img
    input keygen li link meta optgroup option p param rp rt source tbody td tfoot th thead tr
    track wbr
    """
)
# Shapes of SVG end themselves; a drawing with many of them is flat all the same.
_SHAPES: Final = words(
    """
    animate animatetransform circle ellipse feblend fecolormatrix fecomposite fegaussianblur
    feoffset image line path polygon polyline rect set stop use
    """
)
# HTML, "the list of active formatting elements".
_FORMATTING: Final = words("a b big code em font i nobr s small strike strong tt u")


def is_tangled(text: str) -> bool:
    """Whether so many elements stay open that a tree would be deeper or larger than any page."""
    if text.count("<") < _FEW_TAGS:
        return False
    tags = Counter(tag.lower() for tag in _TAG.findall(text))
    still_open = {
        name: count - tags[f"/{name}"]
        for name, count in tags.items()
        if name[0] != "/" and name not in _UNCLOSED | _SHAPES and count > tags[f"/{name}"]
    }
    formatting = sum(still_open.get(name, 0) for name in _FORMATTING)
    deep = sum(still_open.values())
    return deep > _DEEPEST or formatting * sum(tags.values()) > _MOST_COPIES

"""Glyphs that the Latin files lack, made from the ones they have.

Arrows are the font's own upward arrow, turned; its weight variation turns with it.
"""

import math
from collections.abc import Sequence
from copy import deepcopy

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph
from fontTools.ttLib.tables.TupleVariation import TupleVariation
from fontTools.varLib.iup import iup_delta

FIGURES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
Point = tuple[float, float]
PHANTOM_POINTS = 4  # after the outline: origin, advance, top, bottom (OpenType, `gvar`)

# Clockwise turns of the upward arrow, in degrees.
TURNS = {"→": 90, "↗": 45, "←": 270, "↓": 180}
# Characters that look like another one and differ in how lines may break.
LIKE = {"\u202f": "\u2009", "\u2011": "-"}


def complete(font: TTFont, wanted: frozenset[int], lining_suffix: str) -> None:
    """Give `font` the wanted characters it can make of its own glyphs, and lining figures."""
    # Advances come from the phantom points of `gvar`, which new glyphs have and `HVAR` has not.
    if "HVAR" in font:
        del font["HVAR"]
    for table in ("glyf", "gvar", "hmtx"):
        _ = font[table]  # read now, while the glyph order still is the file's
    has = set(font.getBestCmap())
    if lining_suffix:
        _set_lining_figures(font, lining_suffix)
    if ord("ẞ") in wanted - has and "uni1E9E" in font.getGlyphOrder():
        _map(font, ord("ẞ"), "uni1E9E")
    if ord("\u2009") in wanted - has:
        _add_thin_space(font)
    for character, turn in TURNS.items():
        if ord(character) in wanted - has:
            _add_turned(font, ord(character), turn)
    for character, model in LIKE.items():
        if ord(character) in wanted - has:
            _map(font, ord(character), font.getBestCmap()[ord(model)])


def _set_lining_figures(font: TTFont, suffix: str) -> None:
    for digit, name in enumerate(FIGURES, start=ord("0")):
        _map(font, digit, name + suffix)


def _map(font: TTFont, character: int, glyph: str) -> None:
    for table in font["cmap"].tables:
        table.cmap[character] = glyph


def _add(font: TTFont, character: int, outline: Glyph, advance: int) -> str:
    name = f"made{character:04X}"
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"][name] = outline
    outline.recalcBounds(font["glyf"])
    font["hmtx"][name] = (advance, getattr(outline, "xMin", 0))
    font["gvar"].variations[name] = []
    _map(font, character, name)
    return name


def _add_thin_space(font: TTFont) -> None:
    _add(font, 0x2009, Glyph(), font["head"].unitsPerEm // 6)


def _add_turned(font: TTFont, character: int, degrees: int) -> None:
    model = font.getBestCmap()[ord("↑")]
    glyf, gvar = font["glyf"], font["gvar"]
    points = list(glyf[model].coordinates)
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    side = min(left, font["hmtx"][model][0] - right)  # the same white on either side

    turned = _turned(points, degrees, side)
    outline = deepcopy(glyf[model])
    for index, point in enumerate(turned):
        outline.coordinates[index] = point
    name = _add(font, character, outline, _advance(turned, side))
    for variation in gvar.variations[model]:
        deltas = _deltas(variation, points, outline.endPtsOfContours)
        moved = [(x + dx, y + dy) for (x, y), (dx, dy) in zip(points, deltas, strict=True)]
        turned_moved = _turned(moved, degrees, side)
        growth = _advance(turned_moved, side) - _advance(turned, side)
        gvar.variations[name].append(
            TupleVariation(
                dict(variation.axes),
                [
                    *(
                        (x1 - x0, y1 - y0)
                        for (x0, y0), (x1, y1) in zip(turned, turned_moved, strict=True)
                    ),
                    *((0, 0), (growth, 0), (0, 0), (0, 0)),
                ],
            )
        )


def _deltas(variation: TupleVariation, points: list[Point], ends: list[int]) -> list[Point]:
    """Return a delta for every point; those without one get theirs as a browser infers it."""
    still: list[Point] = [(0, 0)] * PHANTOM_POINTS
    outline = variation.coordinates[:-PHANTOM_POINTS]
    return list(iup_delta([*outline, *still], [*points, *still], ends)[:-PHANTOM_POINTS])


def _turned(points: list[Point], degrees: int, side: float) -> list[tuple[int, int]]:
    """Turn `points` clockwise, keep the height of their middle, start at `side`."""
    angle = math.radians(degrees)
    cos, sin = math.cos(angle), math.sin(angle)
    turned = [(x * cos + y * sin, y * cos - x * sin) for x, y in points]
    left = min(x for x, _ in turned)
    rise = _middle(points) - _middle(turned)
    return [(round(x - left + side), round(y + rise)) for x, y in turned]


def _middle(points: Sequence[Point]) -> float:
    return (min(y for _, y in points) + max(y for _, y in points)) / 2


def _advance(points: Sequence[Point], side: float) -> int:
    return round(max(x for x, _ in points) + side)

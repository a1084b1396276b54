"""Draws the emblem: the wind rose of the maps. It names no company; it says «map»."""

import math

from maps.geometry import Line, Point
from maps.svg import Attributes, document, element, path, units

SIZE = 64  # pixels
MIDDLE = SIZE / 2
# One colour that stands out on the light and on the dark paper, as one file serves both.
COLOUR = "#2c828f"
TITLE = "Windrose"

LONG, SHORT = 31.0, 19.0  # pixels: the four winds, and the four between them
WAIST = 8.5
FOOT = 0.2  # where a short point stands on the edge of a long one
RING, RING_WIDTH = 24.0, 2.6
GAP = 9.0  # degrees that the ring leaves clear beside a long point
OUTLINE = 1.8


def _polar(angle: float, radius: float) -> Point:
    bearing = math.radians(angle)
    return (MIDDLE + math.sin(bearing) * radius, MIDDLE - math.cos(bearing) * radius)


def _halves(length: float, waist: float, side: int) -> list[Line]:
    """Return one half of each long point; `side` 1 lies clockwise of its tip."""
    middle = (MIDDLE, MIDDLE)
    return [
        [middle, _polar(angle, length), _polar(angle + 45 * side, waist), middle]
        for angle in range(0, 360, 90)
    ]


def _between() -> list[Line]:
    """Return the short points: what shows of them beyond the long ones."""
    points = []
    for angle in range(45, 360, 90):
        waist = _polar(angle, WAIST)
        feet = [_toward(waist, _polar(angle + turn, LONG), FOOT) for turn in (-45, 45)]
        points.append([waist, feet[0], _polar(angle, SHORT), feet[1], waist])
    return points


def _toward(one: Point, two: Point, share: float) -> Point:
    return (one[0] + share * (two[0] - one[0]), one[1] + share * (two[1] - one[1]))


def _ring() -> list[Line]:
    return [
        [_polar(start + GAP + step * (90 - 2 * GAP) / 24, RING) for step in range(25)]
        for start in range(0, 360, 90)
    ]


def _dark() -> list[Line]:
    return [*_halves(LONG, WAIST, 1), *_between()]


def _drawn(colour: str) -> list[str]:
    """Return the elements of the emblem: ring, dark halves, light halves."""
    line: Attributes = {
        "fill": "none",
        "stroke": colour,
        "stroke-width": units(OUTLINE),
        "stroke-linejoin": "round",
    }
    inset = OUTLINE / 2
    light = _halves(LONG - 2 * inset, WAIST - inset, -1)
    return [
        element("path", {"d": path(_ring()), **line, "stroke-width": units(RING_WIDTH)}),
        element("path", {"d": path(_dark(), closed=True), "fill": colour}),
        element("path", {"d": path(light, closed=True), **line}),
    ]


def beside_the_name() -> str:
    """Return the emblem as part of a page: it says nothing that the name does not say."""
    attributes: Attributes = {
        "width": SIZE // 2,
        "height": SIZE // 2,
        "viewBox": f"0 0 {units(SIZE)} {units(SIZE)}",
        "aria-hidden": "true",
    }
    return element("svg", attributes, *_drawn(COLOUR))


def mark(
    colour: str = COLOUR, ground: str | None = None, share: float = 1.0, *, small: bool = False
) -> str:
    """Return the emblem as SVG; with `ground`, on a square of that colour, `share` of its size.

    A `small` one, for 16 pixels, has neither ring nor hollow halves.
    """
    if small:
        whole = [*_dark(), *_halves(LONG, WAIST, -1)]
        return document(SIZE, SIZE, TITLE, element("path", {"d": path(whole), "fill": colour}))
    parts = _drawn(colour)
    if ground is None:
        return document(SIZE, SIZE, TITLE, *parts)
    edge = round(units(MIDDLE) * (1 - share))
    square = element("rect", {"width": units(SIZE), "height": units(SIZE), "fill": ground})
    inner = element("g", {"transform": f"translate({edge} {edge})scale({share:g})"}, *parts)
    return document(SIZE, SIZE, TITLE, square, inner)

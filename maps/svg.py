"""Writes SVG with presentation attributes only: it must draw under `style-src 'none'`."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from xml.sax.saxutils import escape, quoteattr

from maps.geometry import Point

UNIT = 10  # user units per pixel: tenths, so that path data needs no decimal point
NAMESPACE = "http://www.w3.org/2000/svg"

Attributes = Mapping[str, str | int]


def units(pixels: float) -> int:
    """Return `pixels` in user units."""
    return round(pixels * UNIT)


def element(name: str, attributes: Attributes, *children: str) -> str:
    """Return one element; children are markup already."""
    written = "".join(f" {key}={quoteattr(str(value))}" for key, value in attributes.items())
    return f"<{name}{written}>{''.join(children)}</{name}>" if children else f"<{name}{written}/>"


def document(width: int, height: int, title: str, *children: str) -> str:
    """Return a whole picture of `width` by `height` pixels."""
    attributes: Attributes = {
        "xmlns": NAMESPACE,
        "width": width,
        "height": height,
        "viewBox": f"0 0 {units(width)} {units(height)}",
    }
    return element("svg", attributes, element("title", {}, escape(title)), *children) + "\n"


def path(lines: Iterable[Sequence[Point]], *, closed: bool = False) -> str:
    """Return path data: whole tenths of a pixel, relative, without what can be left out."""
    parts: list[str] = []
    for line in lines:
        rounded = [(units(x), units(y)) for x, y in line]
        steps = [
            (x1 - x0, y1 - y0) for (x0, y0), (x1, y1) in pairwise(rounded) if (x0, y0) != (x1, y1)
        ]
        if closed and steps and rounded[0] == rounded[-1]:
            steps.pop()  # `z` draws the last side
        parts.append(f"M{numbers(rounded[:1])}")
        if steps:
            parts.append(f"l{numbers(steps)}")
        if closed:
            parts.append("z")
    return "".join(parts)


def numbers(points: Iterable[tuple[int, int]]) -> str:
    """Return the numbers of path data, a minus sign serving as separator."""
    written = ""
    for value in (value for point in points for value in point):
        written += f"{'' if value < 0 or not written else ' '}{value}"
    return written

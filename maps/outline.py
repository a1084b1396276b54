"""Turns the atlas into the three shapes of a sheet: land, one country, borders."""

from dataclasses import dataclass

from maps.atlas import Atlas, Ring, points
from maps.geometry import Box, Line, area, clip_line, clip_ring, extent, simplify, smooth
from maps.projection import Projection

MARGIN = 40.0  # pixels drawn beyond what shows, so that no stroke follows the clipping edge
FEWEST = 4  # points of the smallest ring
STEP = 4.0  # pixels between the points of a curve
FLAT = 0.25  # square pixels: a curve needs no point that bends it less
_NOTHING: Line = [(0.0, 0.0)]


@dataclass(frozen=True)
class Outline:
    """What the map shows, in pixels."""

    land: list[Line]
    home: list[Line]
    borders: list[Line]
    lakes: list[Line]
    rivers: list[Line]


@dataclass(frozen=True)
class Detail:
    """How much a scale bears, in square pixels."""

    triangle: float  # smaller bends are straightened
    island: float  # smaller islands and lakes are left out
    rivers: bool = False  # the file has the great rivers only: they suit a small scale


def outline(atlas: Atlas, home: str, projection: Projection, view: Box, detail: Detail) -> Outline:
    """Return the shapes inside `view`, simplified for its scale."""
    box = view.grown(MARGIN)
    near = _near(atlas, projection, box)
    arcs = {
        number: _general(line, detail) if number in near else line
        for number, line in _drawn(atlas, projection, near).items()
    }

    def shapes(rings: tuple[Ring, ...]) -> list[Line]:
        whole = [ring for ring in rings if any(max(arc, ~arc) in near for arc in ring)]
        clipped = [clip_ring(points(ring, arcs), box) for ring in whole]
        return [ring for ring in clipped if len(ring) >= FEWEST and area(ring) >= detail.island]

    borders = [piece for arc in atlas.borders if arc in near for piece in clip_line(arcs[arc], box)]
    lakes = [
        ring
        for lake in atlas.lakes
        if area(ring := clip_ring(_general(_projected(lake, projection), detail), box) or _NOTHING)
        >= detail.island
    ]
    rivers = [
        piece
        for river in (atlas.rivers if detail.rivers else ())
        for piece in clip_line(_general(_projected(river, projection), detail), box)
    ]
    return Outline(shapes(atlas.coast), shapes(atlas.countries[home]), borders, lakes, rivers)


def _projected(line: Line, projection: Projection) -> Line:
    return [projection.project(place) for place in line]


def _general(line: Line, detail: Detail) -> Line:
    """Leave out what the scale does not bear, and round what the data left angular."""
    bends = simplify(line, detail.triangle, _least(line))
    return simplify(smooth(bends, STEP), FLAT, _least(line))


def _least(line: Line) -> int:
    """Return how many points stay: a ring of one arc must not shrink to a stroke."""
    return FEWEST if line[0] == line[-1] else 2


def _drawn(atlas: Atlas, projection: Projection, near: set[int]) -> dict[int, Line]:
    """Project the arcs; of those off the sheet, only the ends.

    The chord of an arc lies in the arc's own box: when that box misses the sheet, the chord
    encloses the same part of the sheet as the arc does.
    """
    return {
        number: _projected(line if number in near else _chord(line), projection)
        for number, line in enumerate(atlas.arcs)
        if _on_the_cone(line)
    }


def _chord(line: Line) -> Line:
    return [line[0], line[-1]]


def _on_the_cone(line: Line) -> bool:
    """Leave Antarctica out: near the far pole both projections go to infinity."""
    return min(latitude for _, latitude in line) > -60  # noqa: PLR2004 - south of all other land


def _near(atlas: Atlas, projection: Projection, box: Box) -> set[int]:
    """Return the arcs whose box meets the sheet; a first look in degrees spares the projecting."""
    corners = [
        projection.locate((x, y))
        for x in _spread(box.left, box.right)
        for y in _spread(box.top, box.bottom)
    ]
    around = extent(corners).grown(0.5)
    return {
        number
        for number, line in enumerate(atlas.arcs)
        if extent(line).meets(around) and extent(_projected(line, projection)).meets(box)
    }


def _spread(low: float, high: float) -> list[float]:
    return [low + (high - low) * step / 8 for step in range(9)]

"""What surrounds a map: frame with degrees, graticule, scale bar, compass.

Every function returns markup in the ink of the page (`map-label`) unless it says otherwise.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from maps.geometry import Box, Line, Point, clip_line
from maps.lettering import REGULAR, Lettering, compose, inked
from maps.palette import Palette
from maps.projection import Projection, north, pixels_per_km
from maps.svg import Attributes, element, path, units
from maps.words import degrees

HAIR = 5  # user units: half a pixel
MARGIN = 26.0  # pixels from the rim of the picture to the map
BAND = 5.0  # pixels: width of the degree band in the frame
GAP = 2.5  # pixels between the map's edge and the band
DEGREES = Lettering("vollkorn.woff2", 11.5, REGULAR)
SMALL = Lettering("vollkorn.woff2", 11, REGULAR)


@dataclass(frozen=True)
class Grid:
    """Steps in degrees, as fractions that meet whole degrees."""

    lines: float
    band: float
    labels: float


def _multiples(low: float, high: float, step: float) -> list[float]:
    first = math.ceil(min(low, high) / step - 1e-9)
    last = math.floor(max(low, high) / step + 1e-9)
    return [count * step for count in range(first, last + 1)]


def graticule(projection: Projection, view: Box, grid: Grid, colours: Palette) -> str:
    """Return meridians and parallels at every `grid.lines` degrees."""
    corners = [
        projection.locate((x, y))
        for x in (view.left, (view.left + view.right) / 2, view.right)
        for y in (view.top, view.bottom)
    ]
    west, east = min(x for x, _ in corners), max(x for x, _ in corners)
    south, north_ = min(y for _, y in corners), max(y for _, y in corners)
    lines: list[Line] = [
        [(x, south - 1), (x, north_ + 1)] for x in _multiples(west, east, grid.lines)
    ]
    lines += [
        [(west - 1 + (east - west + 2) * part / 24, y) for part in range(25)]
        for y in _multiples(south, north_, grid.lines)
    ]
    drawn = [
        piece for line in lines for piece in clip_line(list(map(projection.project, line)), view)
    ]
    return element(
        "path", {"d": path(drawn), "fill": "none", "stroke": colours["map-grid"], "stroke-width": 6}
    )


def _crossings(
    projection: Projection, start: Point, end: Point, step: float, axis: int
) -> Iterator[tuple[float, Point]]:
    """Yield where the edge from `start` to `end` crosses a multiple of `step` degrees."""
    parts = 400
    along = [
        (
            start[0] + (end[0] - start[0]) * part / parts,
            start[1] + (end[1] - start[1]) * part / parts,
        )
        for part in range(parts + 1)
    ]
    values = [projection.locate(point)[axis] for point in along]
    for (a, b), (low, high) in zip(pairwise(along), pairwise(values), strict=True):
        for value in _multiples(low, high, step):
            if value in (low, high) and value != high:
                continue
            share = (value - low) / (high - low)
            yield value, (a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1]))


def frame(projection: Projection, view: Box, grid: Grid, colours: Palette, language: str) -> str:
    """Return the margin of the sheet: paper, two lines, the degree band and its figures."""
    ink, inner, rim = colours["map-label"], view.grown(GAP), view.grown(GAP + BAND)
    outer = view.grown(MARGIN + 1)  # a little over the rim of the picture, lest the sea shows
    filled: list[Line] = []
    upright: list[str] = []
    turned: list[str] = []
    for side in _sides(view):
        stops = sorted(_crossings(projection, side.start, side.end, grid.band, side.axis))
        if not stops:
            continue
        bounds = [_before(stops[0][0], grid.band, side.start), *stops, (math.inf, side.end)]
        for (value, a), (_, b) in pairwise(bounds):
            if round(value / grid.band) % 2:
                filled.append(side.strip(a, b))
        for value, point in stops:
            if not math.isclose(value / grid.labels, round(value / grid.labels), abs_tol=1e-6):
                continue
            words = compose(degrees(value, side.axis, language), DEGREES)
            if side.room(point, words.width):
                (upright if side.axis == 0 else turned).append(words.at(side.label(point), 0.5))
    margin = path([_corners(outer), _corners(view)[::-1]], closed=True)
    parts = [
        element("path", {"d": margin, "fill": colours["paper"]}),
        element("path", {"d": path(filled, closed=True), "fill": ink}),
        inked(DEGREES, "".join(upright), ink),
        inked(DEGREES, "".join(turned), ink, transform="rotate(-90)"),
        element(
            "path",
            {
                "d": path(map(_corners, (view, inner, rim)), closed=True),
                "fill": "none",
                "stroke": ink,
                "stroke-width": HAIR,
            },
        ),
    ]
    return "".join(parts)


def _before(value: float, step: float, start: Point) -> tuple[float, Point]:
    return (value - step, start)


def _corners(box: Box) -> Line:
    return [
        (box.left, box.top),
        (box.right, box.top),
        (box.right, box.bottom),
        (box.left, box.bottom),
        (box.left, box.top),
    ]


@dataclass(frozen=True)
class _Side:
    """One edge of the map, from west to east or from south to north."""

    start: Point
    end: Point
    axis: int  # 0: longitudes are marked here, 1: latitudes
    out: int  # -1: the margin lies above or left, 1: below or right

    def strip(self, a: Point, b: Point) -> Line:
        """Return the piece of the degree band between two points of the edge."""
        near, far = self.out * GAP, self.out * (GAP + BAND)
        if self.axis == 0:
            return [
                (a[0], a[1] + near),
                (b[0], a[1] + near),
                (b[0], a[1] + far),
                (a[0], a[1] + far),
            ]
        return [(a[0] + near, a[1]), (a[0] + near, b[1]), (a[0] + far, b[1]), (a[0] + far, a[1])]

    def room(self, point: Point, width: float) -> bool:
        """Whether words of `width` around `point` stay clear of the corners."""
        position, ends = point[self.axis], (self.start[self.axis], self.end[self.axis])
        return min(ends) + width / 2 <= position <= max(ends) - width / 2

    def label(self, point: Point) -> Point:
        """Return the middle of the base line; on the turned sides, in turned coordinates."""
        rise = 0.35 * DEGREES.size
        off = self.out * (GAP + BAND + 10)
        if self.axis == 0:
            return (point[0], point[1] + off + rise)
        return (-point[1], point[0] + off + rise)


def _sides(view: Box) -> tuple[_Side, ...]:
    return (
        _Side((view.left, view.top), (view.right, view.top), 0, -1),
        _Side((view.left, view.bottom), (view.right, view.bottom), 0, 1),
        _Side((view.left, view.bottom), (view.left, view.top), 1, -1),
        _Side((view.right, view.bottom), (view.right, view.top), 1, 1),
    )


@dataclass(frozen=True)
class Scale:
    """A scale bar: where its left end stands, its figures in km, and where it is true."""

    place: Point
    stops: tuple[int, ...]  # from 0 up
    latitude: float


def scale_bar(projection: Projection, view: Box, scale: Scale, colours: Palette) -> str:
    """Return a bar that is true along its latitude, in the middle of the sheet."""
    (left, top), height = scale.place, 4.0
    middle = projection.locate(((view.left + view.right) / 2, (view.top + view.bottom) / 2))
    pixels = pixels_per_km(projection, projection.project((middle[0], scale.latitude)))
    xs = [left + stop * pixels for stop in scale.stops]
    blocks = [_corners(Box(a, top, b, top + height)) for a, b in pairwise(xs)]
    figures = [
        compose(str(stop), SMALL).at((x, top - 4), 0.5)
        for stop, x in zip(scale.stops, xs, strict=True)
    ]
    last = compose(str(scale.stops[-1]), SMALL).width
    figures.append(compose("km", SMALL).at((xs[-1] + last / 2 + 3, top - 4)))
    ink = colours["map-label"]
    return "".join(
        (
            element(
                "path",
                {
                    "d": path(blocks, closed=True),
                    "fill": colours["paper"],
                    "stroke": ink,
                    "stroke-width": HAIR + 1,
                },
            ),
            element("path", {"d": path(blocks[::2], closed=True), "fill": ink}),
            inked(SMALL, "".join(figures), ink),
        )
    )


def cartouche(box: Box, colours: Palette) -> str:
    """Return a framed label of paper, for words to stand on."""
    line: Attributes = {
        "fill": colours["paper"],
        "stroke": colours["map-label"],
        "stroke-width": HAIR,
    }
    return element("path", {"d": path(map(_corners, (box, box.grown(-3))), closed=True), **line})


def compass(projection: Projection, place: Point, radius: float, colours: Palette) -> str:
    """Return a compass rose that points to true north where it stands."""
    ink, paper = colours["map-label"], colours["map-sea"]
    turn = north(projection, place)

    def polar(angle: float, share: float) -> Point:
        bearing = math.radians(angle)
        return (math.sin(bearing) * share * radius, -math.cos(bearing) * share * radius)

    dark: list[Line] = []
    light: list[Line] = []
    for first, step, length, waist in ((45, 90, 0.62, 0.15), (0, 90, 0.95, 0.17)):
        for angle in range(first, 360, step):
            tip, root = polar(angle, length), (0.0, 0.0)
            dark.append([root, tip, polar(angle + 45, waist), root])
            light.append([root, tip, polar(angle - 45, waist), root])
    ticks = [
        [polar(angle, 1.0), polar(angle, 1.07 if angle % 30 else 1.11)]
        for angle in range(0, 360, 10)
    ]
    lettering = Lettering("vollkorn.woff2", radius * 0.36, REGULAR)
    letter = compose("N", lettering).at((0, -radius * 1.2), 0.5)
    ring: Attributes = {"fill": "none", "stroke": ink, "stroke-width": HAIR}
    star: Attributes = {"stroke": ink, "stroke-width": HAIR, "stroke-linejoin": "round"}
    mark = colours["map-mark"]
    return element(
        "g",
        {"transform": f"translate({units(place[0])} {units(place[1])})rotate({turn:.1f})"},
        element("circle", {"r": units(radius), **ring}),
        element("circle", {"r": units(radius * 0.72), **ring}),
        element("path", {"d": path(ticks), **ring}),
        element("path", {"d": path(light, closed=True), "fill": paper, **star}),
        element("path", {"d": path(dark, closed=True), "fill": ink, **star}),
        element("path", {**star, "d": path(dark[4:5], closed=True), "fill": mark, "stroke": mark}),
        inked(lettering, letter, ink),
    )

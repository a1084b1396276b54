"""From degrees to pixels and back.

Formulas: J. P. Snyder, Map Projections: A Working Manual, USGS 1395 (1987), sphere.
"""

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from maps.geometry import Point

EARTH = 6371.0088  # mean radius in km (IUGG)
TILE = 256  # pixels, as in web map tiles


class Projection(Protocol):
    """A map from degrees (longitude, latitude) to pixels of the sheet."""

    def project(self, place: Point) -> Point:
        """Return the pixel of a place."""
        ...

    def locate(self, pixel: Point) -> Point:
        """Return the place of a pixel."""
        ...


@dataclass(frozen=True)
class WebMercator:
    """The projection of map tiles at one zoom level (Snyder, chapter 7).

    `place` lies in the `centre` of the sheet.
    """

    zoom: int
    place: Point
    centre: Point

    @cached_property
    def _radius(self) -> float:
        return float(TILE * 2**self.zoom) / (2 * math.pi)

    def _plane(self, place: Point) -> Point:
        longitude, latitude = map(math.radians, place)
        return (
            self._radius * longitude,
            -self._radius * math.log(math.tan(math.pi / 4 + latitude / 2)),
        )

    @cached_property
    def _shift(self) -> Point:
        x, y = self._plane(self.place)
        return (self.centre[0] - x, self.centre[1] - y)

    def project(self, place: Point) -> Point:
        """Return the pixel of a place."""
        x, y = self._plane(place)
        return (x + self._shift[0], y + self._shift[1])

    def locate(self, pixel: Point) -> Point:
        """Return the place of a pixel."""
        x, y = pixel[0] - self._shift[0], pixel[1] - self._shift[1]
        latitude = 2 * math.atan(math.exp(-y / self._radius)) - math.pi / 2
        return (math.degrees(x / self._radius), math.degrees(latitude))


@dataclass(frozen=True)
class LambertConic:
    """Lambert's conformal conic with two standard parallels (Snyder, chapter 15)."""

    parallels: tuple[float, float]
    scale: float  # pixels per km on the standard parallels
    place: Point
    centre: Point

    @cached_property
    def _cone(self) -> float:
        one, two = map(math.radians, self.parallels)
        return math.log(math.cos(one) / math.cos(two)) / math.log(
            math.tan(math.pi / 4 + two / 2) / math.tan(math.pi / 4 + one / 2)
        )

    @cached_property
    def _size(self) -> float:
        """Pixels: the radius that Snyder calls RF."""
        one = math.radians(self.parallels[0])
        stretch: float = math.tan(math.pi / 4 + one / 2) ** self._cone
        return EARTH * self.scale * math.cos(one) * stretch / self._cone

    def _plane(self, place: Point) -> Point:
        radius = self._size / math.tan(math.pi / 4 + math.radians(place[1]) / 2) ** self._cone
        angle = self._cone * math.radians(place[0] - self.place[0])
        return (radius * math.sin(angle), radius * math.cos(angle))

    @cached_property
    def _shift(self) -> Point:
        x, y = self._plane(self.place)
        return (self.centre[0] - x, self.centre[1] - y)

    def project(self, place: Point) -> Point:
        """Return the pixel of a place."""
        x, y = self._plane(place)
        return (x + self._shift[0], y + self._shift[1])

    def locate(self, pixel: Point) -> Point:
        """Return the place of a pixel."""
        x, y = pixel[0] - self._shift[0], pixel[1] - self._shift[1]
        latitude = 2 * math.atan((self._size / math.hypot(x, y)) ** (1 / self._cone)) - math.pi / 2
        longitude = math.degrees(math.atan2(x, y) / self._cone) + self.place[0]
        return (longitude, math.degrees(latitude))


def distance(one: Point, two: Point) -> float:
    """Return the km between two places on the great circle (haversine)."""
    (lon1, lat1), (lon2, lat2) = (tuple(map(math.radians, place)) for place in (one, two))
    half = (
        math.sin((lat2 - lat1) / 2) ** 2
        + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * EARTH * math.asin(math.sqrt(half))


def pixels_per_km(projection: Projection, pixel: Point) -> float:
    """Return the scale along the row through `pixel`, measured on the sphere."""
    reach = 20.0
    ends = (pixel[0] - reach, pixel[1]), (pixel[0] + reach, pixel[1])
    return 2 * reach / distance(projection.locate(ends[0]), projection.locate(ends[1]))


def north(projection: Projection, pixel: Point) -> float:
    """Return the direction of true north at `pixel`, in degrees clockwise from up."""
    longitude, latitude = projection.locate(pixel)
    x, y = projection.project((longitude, latitude + 0.1))
    return math.degrees(math.atan2(x - pixel[0], pixel[1] - y))

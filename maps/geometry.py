"""Plane geometry: simplifying, clipping, measuring. Coordinates are pixels, y downwards."""

import heapq
import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

Point = tuple[float, float]
Line = list[Point]


@dataclass(frozen=True)
class Box:
    """A rectangle with its edges parallel to the axes."""

    left: float
    top: float
    right: float
    bottom: float

    def grown(self, by: float) -> "Box":
        """Return the box with `by` added on every side."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def meets(self, other: "Box") -> bool:
        """Whether the two boxes share a point."""
        return (
            self.left <= other.right
            and other.left <= self.right
            and self.top <= other.bottom
            and other.top <= self.bottom
        )


def extent(points: Sequence[Point]) -> Box:
    """Return the smallest box around `points`."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


def area(ring: Sequence[Point]) -> float:
    """Return the area inside `ring`, never negative; first and last point may be the same."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*ring, ring[0]]))) / 2


def simplify(points: Sequence[Point], threshold: float, keep: int = 2) -> Line:
    """Return `points` without those that make a triangle smaller than `threshold` square pixels.

    Visvalingam and Whyatt, 1993: the least important point goes first, and its neighbours are
    weighed again. The ends stay, so that lines that share an end still do; at least `keep` stay.
    """
    size = len(points)
    before, after = list(range(-1, size - 1)), list(range(1, size + 1))
    weight = [float("inf")] * size
    for index in range(1, size - 1):
        weight[index] = _triangle(points[index - 1], points[index], points[index + 1])
    heap = [(weight[index], index) for index in range(1, size - 1)]
    heapq.heapify(heap)
    left = size
    while heap and left > keep:
        least, index = heapq.heappop(heap)
        if least != weight[index]:
            continue  # weighed again since
        if least >= threshold:
            break
        left -= 1
        weight[index] = -1
        previous, following = before[index], after[index]
        after[previous], before[following] = following, previous
        for neighbour in (previous, following):
            if 0 < neighbour < size - 1:
                fresh = _triangle(
                    points[before[neighbour]], points[neighbour], points[after[neighbour]]
                )
                weight[neighbour] = max(fresh, least)
                heapq.heappush(heap, (weight[neighbour], neighbour))
    return [point for index, point in enumerate(points) if weight[index] >= 0]


def smooth(points: Sequence[Point], step: float) -> Line:
    """Return a curve through all `points`, drawn with a point about every `step` pixels.

    Catmull and Rom's spline, centripetal, which neither loops nor overshoots at short sides
    (Yuksel and others, 2011). A ring, whose ends are the same, is smooth there too.
    """
    distinct = [point for index, point in enumerate(points) if point != points[index - 1]]
    closed = points[0] == points[-1] and len(distinct) >= 3  # noqa: PLR2004 - a triangle
    if closed:
        around = [distinct[-1], *distinct, distinct[0], distinct[1]]
    elif len(points) > 2:  # noqa: PLR2004 - a single side stays straight
        around = [_beyond(points[1], points[0]), *points, _beyond(points[-2], points[-1])]
    else:
        return list(points)
    curve = [around[1]]
    for a, b, c, d in zip(around, around[1:], around[2:], around[3:], strict=False):
        parts = max(1, round(math.dist(b, c) / step))
        curve += [_spline(a, b, c, d, part / parts) for part in range(1, parts)]
        curve.append(c)
    return curve


def _beyond(a: Point, b: Point) -> Point:
    return (2 * b[0] - a[0], 2 * b[1] - a[1])


def _spline(a: Point, b: Point, c: Point, d: Point, share: float) -> Point:
    """Barry and Goldman's pyramid for the side from `b` to `c`."""
    knots = [0.0]
    for one, two in pairwise((a, b, c, d)):
        knots.append(knots[-1] + max(math.dist(one, two), 1e-6) ** 0.5)
    time = knots[1] + share * (knots[2] - knots[1])
    row: list[Point] = [a, b, c, d]
    for width in (1, 2, 2):
        # In the last row both neighbours span the middle side.
        spans = (
            [(knots[1], knots[2])]
            if len(row) == 2  # noqa: PLR2004
            else [(knots[index], knots[index + width]) for index in range(len(row) - 1)]
        )
        row = [
            _mix(one, two, (time - low) / (high - low))
            for (one, two), (low, high) in zip(pairwise(row), spans, strict=True)
        ]
    return row[0]


def _mix(one: Point, two: Point, share: float) -> Point:
    return (one[0] + share * (two[0] - one[0]), one[1] + share * (two[1] - one[1]))


def _triangle(a: Point, b: Point, c: Point) -> float:
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


def clip_ring(ring: Sequence[Point], box: Box) -> Line:
    """Return the part of the polygon inside `box` (Sutherland and Hodgman, 1974).

    Pieces stay joined along the edge of the box: clip wider than what is shown.
    """
    points = list(ring)
    for axis, limit, sign in (
        (0, box.left, 1),
        (0, box.right, -1),
        (1, box.top, 1),
        (1, box.bottom, -1),
    ):
        kept: Line = []
        for a, b in pairwise([*points[-1:], *points]):
            inside_a = sign * (a[axis] - limit) >= 0
            inside_b = sign * (b[axis] - limit) >= 0
            if inside_a != inside_b:
                kept.append(_meeting(a, b, axis, limit))
            if inside_b:
                kept.append(b)
        points = kept
    return points


def clip_line(line: Sequence[Point], box: Box) -> list[Line]:
    """Return the pieces of `line` inside `box` (Liang and Barsky, 1984)."""
    pieces: list[Line] = []
    for a, b in pairwise(line):
        piece = _clip_segment(a, b, box)
        if piece is None:
            continue
        if pieces and pieces[-1][-1] == piece[0]:
            pieces[-1].append(piece[1])
        else:
            pieces.append(list(piece))
    return pieces


def _clip_segment(a: Point, b: Point, box: Box) -> tuple[Point, Point] | None:
    enter, leave = 0.0, 1.0
    dx, dy = b[0] - a[0], b[1] - a[1]
    for step, room in (
        (-dx, a[0] - box.left),
        (dx, box.right - a[0]),
        (-dy, a[1] - box.top),
        (dy, box.bottom - a[1]),
    ):
        if step == 0:
            if room < 0:
                return None
        elif step < 0:
            enter = max(enter, room / step)
        else:
            leave = min(leave, room / step)
    if enter > leave:
        return None
    start = a if enter == 0 else (a[0] + enter * dx, a[1] + enter * dy)
    end = b if leave == 1 else (a[0] + leave * dx, a[1] + leave * dy)
    return start, end


def _meeting(a: Point, b: Point, axis: int, limit: float) -> Point:
    share = (limit - a[axis]) / (b[axis] - a[axis])
    other = a[1 - axis] + share * (b[1 - axis] - a[1 - axis])
    return (limit, other) if axis == 0 else (other, limit)

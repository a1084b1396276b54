"""Simplifying, smoothing and clipping do what their sources say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maps.geometry import Box, area, clip_line, clip_ring, extent, simplify, smooth

SQUARE = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0), (0.0, 0.0)]
coordinates = st.tuples(
    st.integers(-1000, 1000).map(float),
    st.integers(-1000, 1000).map(float),
)


def test_simplify_drops_the_least_important_point_first():
    """The flat bend goes, the tall one stays."""
    line = [(0, 0), (5, 0.1), (10, 0), (15, 8), (20, 0)]
    assert simplify(line, 5) == [(0, 0), (10, 0), (15, 8), (20, 0)]


def test_simplify_keeps_a_small_ring_a_ring():
    """However small, so many points stay as were asked for."""
    ring = [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)]
    assert len(simplify(ring, 1000, 4)) == 4


@given(st.lists(coordinates, min_size=2, max_size=40), st.floats(0, 500))
def test_simplify_keeps_both_ends(line, threshold):
    """Lines that met before still meet."""
    drawn = simplify(line, threshold)
    assert (drawn[0], drawn[-1]) == (line[0], line[-1])
    assert set(drawn) <= set(line)


def test_smooth_goes_through_every_point():
    """The data are not moved, only joined by a curve."""
    line = [(0.0, 0.0), (20.0, 5.0), (30.0, 40.0)]
    curve = smooth(line, 4)
    assert set(line) <= set(curve)
    assert len(curve) > 10


@given(st.lists(coordinates, min_size=2, max_size=12))
def test_smooth_does_not_stray(line):
    """A curve stays near its points, short sides and doubled points included."""
    box, around = extent(smooth(line, 20)), extent(line)
    reach = max(around.right - around.left, around.bottom - around.top, 1.0)
    wide = around.grown(reach)
    assert wide.left <= box.left
    assert box.right <= wide.right
    assert wide.top <= box.top
    assert box.bottom <= wide.bottom


def test_clip_ring_cuts_a_corner():
    """What remains is the common part."""
    clipped = clip_ring(SQUARE, Box(5, 5, 20, 20))
    assert area(clipped) == 25


def test_clip_ring_around_the_box_is_the_box():
    """Land that covers the sheet covers it whole."""
    assert area(clip_ring(SQUARE, Box(2, 2, 4, 4))) == 4


def test_clip_ring_elsewhere_is_nothing():
    """An island off the sheet leaves no trace."""
    assert clip_ring(SQUARE, Box(20, 20, 30, 30)) == []


def test_clip_line_falls_into_pieces():
    """A border that leaves the sheet and comes back is drawn twice."""
    line = [(-5.0, 5.0), (5.0, 5.0), (5.0, 50.0), (8.0, 50.0), (8.0, 5.0)]
    assert clip_line(line, Box(0, 0, 10, 10)) == [
        [(0.0, 5.0), (5.0, 5.0), (5.0, 10.0)],
        [(8.0, 10.0), (8.0, 5.0)],
    ]


def test_area_does_not_mind_the_direction():
    """Clockwise or not."""
    assert area(SQUARE) == area(SQUARE[::-1]) == pytest.approx(100)

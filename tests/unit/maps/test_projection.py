"""Places come back from the sheet, scale bars are true, and tiles lie where web maps put them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maps.projection import LambertConic, WebMercator, distance, north, pixels_per_km
from maps.sheets import HERO, SHEETS

CONIC = LambertConic((53, 55.5), 1.95, (9.9, 54.25), (600, 320))
places = st.tuples(st.floats(-10, 30), st.floats(40, 65))


@given(places)
@pytest.mark.parametrize("projection", [CONIC, WebMercator(6, (8.6, 51.4), (480, 320))])
def test_a_place_comes_back(projection, place):
    """Locating is the inverse of projecting."""
    assert projection.locate(projection.project(place)) == pytest.approx(place, abs=1e-9)


def test_a_tile_of_zoom_1_is_a_quarter_of_the_world():
    """At level 1 the world is 512 pixels wide; latitude 85.05113° is its upper edge."""
    world = WebMercator(1, (0.0, 0.0), (256, 256))
    assert world.project((-180.0, 85.0511287798)) == pytest.approx((0, 0), abs=1e-6)
    assert world.project((180.0, -85.0511287798)) == pytest.approx((512, 512), abs=1e-6)


def test_every_zoom_level_doubles():
    """Half the degrees for each pixel."""
    one, two = (WebMercator(level, (8.0, 53.0), (0, 0)).project((9.0, 53.0)) for level in (7, 8))
    assert two[0] == pytest.approx(2 * one[0])


def test_a_conic_is_true_on_its_parallels():
    """There, the scale is the one asked for."""
    for latitude in CONIC.parallels:
        pixel = CONIC.project((9.9, latitude))
        assert pixels_per_km(CONIC, pixel) == pytest.approx(1.95, rel=1e-3)


def test_mercator_stretches_with_latitude():
    """Which is why a scale bar names the latitude it was measured at."""
    mercator = WebMercator(6, (8.6, 51.4), (480, 320))
    south, north_ = (
        pixels_per_km(mercator, mercator.project((8.6, latitude))) for latitude in (47.5, 55)
    )
    assert north_ / south == pytest.approx(1.178, abs=1e-3)


def test_a_degree_of_latitude_is_111_km():
    """The sphere of the IUGG."""
    assert distance((8.0, 53.0), (8.0, 54.0)) == pytest.approx(111.195, abs=1e-3)


def test_north_leans_outwards():
    """West of the middle meridian the conic's north points to the right, east of it to the left."""
    assert north(CONIC, (100, 320)) > 1
    assert north(CONIC, (600, 320)) == pytest.approx(0, abs=1e-6)
    assert north(CONIC, (1100, 320)) < -1


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_no_sheet_shows_a_disputed_border(sheet):
    """Everything lies between 46° N and 57° N, and west of 19° E."""
    view = sheet.view
    corners = [
        sheet.projection.locate((x, y))
        for x in (view.left, view.right)
        for y in (view.top, view.bottom)
    ]
    assert min(latitude for _, latitude in corners) > 46
    assert max(latitude for _, latitude in corners) < 57
    assert max(longitude for longitude, _ in corners) < 19


def test_the_scale_of_the_hero_is_true_all_over():
    """Less than one per cent off at any corner."""
    view = HERO.view
    for x in (view.left + 30, view.right - 30):
        for y in (view.top, view.bottom):
            assert pixels_per_km(HERO.projection, (x, y)) == pytest.approx(1.95, rel=0.01)

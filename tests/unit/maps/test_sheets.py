"""Words and marks of the maps stay inside the frame and out of each other's way."""

from itertools import combinations

import pytest

from maps import atlas
from maps.geometry import Box
from maps.lettering import Lettering, compose
from maps.sheet import CHIEF, PLACE
from maps.sheets import OLDENBURG, SHEETS
from maps.svg import path
from maps.words import LANGUAGES, degrees


def boxes(sheet, language) -> list[tuple[str, Box]]:
    """Every upright word on the sheet and the room it takes."""
    found = []
    for name in sheet.names:
        words = name.name.in_(language)
        width = compose(words, name.lettering).width
        x, y = sheet.projection.project(name.place)
        half = 0.35 * name.lettering.size
        if not name.turn:
            found.append((words, Box(x - width / 2, y - half, x + width / 2, y + half)))
    for place in sheet.places:
        words, lettering = place.name.in_(language), CHIEF if place.chief else PLACE
        width = compose(words, lettering).width
        x, y = sheet.projection.project(place.place)
        left = x + place.shift[0] - place.anchor * width
        base = y + place.shift[1]
        found.append((words, Box(left, base - 0.7 * lettering.size, left + width, base)))
    if sheet.cartouche:
        found.append(("cartouche", sheet.cartouche))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_no_two_words_touch(sheet, language):
    """Neither names nor the cartouche."""
    pairs = combinations(boxes(sheet, language), 2)
    assert [(a, b) for (a, one), (b, two) in pairs if one.meets(two)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_every_word_lies_inside_the_frame(sheet, language):
    """With some room to the edge."""
    view = sheet.view.grown(-3)
    outside = [
        words
        for words, box in boxes(sheet, language)
        if box.left < view.left
        or box.right > view.right
        or box.top < view.top
        or box.bottom > view.bottom
    ]
    assert outside == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_every_sheet_marks_the_same_place(sheet):
    """One chief place, Oldenburg."""
    assert [place.place for place in sheet.places if place.chief] == [OLDENBURG]


def test_degrees_are_written_as_the_language_does():
    """East is Ost in German; the meridian of Greenwich is neither."""
    written = [
        degrees(8.5, 0, "de"),
        degrees(8, 0, "en"),
        degrees(0, 0, "de"),
        degrees(54, 1, "de"),
    ]
    assert written == ["8°\u200930′\u00a0O", "8°\u00a0E", "0°", "54°\u00a0N"]


def test_path_data_is_short():
    """Whole tenths, relative, a sign instead of a space; what does not move is left out."""
    assert path([[(1, 2), (1.5, 1), (1.5, 1.04), (3, 3)]]) == "M10 20l5-10 15 20"
    assert path([[(0, 0), (1, 0), (1, 1), (0, 0)]], closed=True) == "M0 0l10 0 0 10z"


def test_kerning_is_applied():
    """A pair that the font draws together stands closer than its letters alone."""
    lettering = Lettering("vollkorn.woff2", 100)
    apart = compose("V", lettering).width + compose("o", lettering).width
    assert compose("Vo", lettering).width < apart


def test_the_atlas_has_closed_coasts():
    """All land as one: every ring ends where it began, and borders are no coast."""
    world = atlas.read()
    for ring in world.coast:
        line = atlas.points(ring, world.arcs)
        assert line[0] == line[-1]
    assert not {max(arc, ~arc) for ring in world.coast for arc in ring} & set(world.borders)

"""The committed fonts are what the recipe makes, light enough, and complete."""

import re
import tomllib
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from typefaces.build import subset
from typefaces.fallback import MEASURED, PAIRINGS, find, sample
from typefaces.recipe import (
    CHARACTERS,
    FACES,
    FONTS,
    FOREIGN,
    FOREIGN_FACES,
    LABEL,
    TEXT,
    TEXT_ITALIC,
)
from typefaces.stylesheet import STYLESHEET, fitted, rules

BUDGET = 48_000  # bytes of all fonts that a text in German or English loads


def characters(face) -> set[int]:
    """The characters a committed font has."""
    return set(TTFont(FONTS / face.result).getBestCmap())


@pytest.mark.parametrize("face", FACES + FOREIGN_FACES, ids=lambda face: face.result)
def test_made_again_a_font_is_the_same(face):
    """The recipe and the sources give the committed bytes."""
    assert subset(face) == (FONTS / face.result).read_bytes()


def test_all_fonts_together_are_light():
    """They fit the weight that a first visit may have."""
    assert sum((FONTS / face.result).stat().st_size for face in FACES) <= BUDGET


def test_text_has_every_character_of_the_recipe():
    """Nothing in running text falls back to another font."""
    assert CHARACTERS - characters(TEXT) == set()


def test_letters_of_other_languages_come_apart():
    """They stand in files of their own, which a text without them does not load."""
    assert [characters(face) for face in FOREIGN_FACES] == [FOREIGN] * len(FACES)
    assert [characters(face) & FOREIGN for face in FACES] == [set()] * len(FACES)
    assert not FOREIGN & CHARACTERS
    assert set(map(ord, "éñçøœÅ«›")) <= FOREIGN
    assert FOREIGN_FACES[0].unicode_range == (
        "U+A1, U+A3, U+AB, U+BB, U+BF-C3, U+C5-D5, U+D8-DB, U+DD-DE, U+E0-E3, U+E5-F5, U+F7-FB, "
        "U+FD-FF, U+152-153, U+2039-203A"
    )


def test_what_the_other_faces_lack_is_known():
    """Italic and labels lack these few, and no others."""
    assert CHARACTERS - characters(TEXT_ITALIC) == {ord("ẞ")}
    assert CHARACTERS - characters(LABEL) == set(map(ord, "ẞ′″"))


def test_figures_are_lining():
    """All figures of the text face stand on the line and are as tall as each other."""
    font = TTFont(FONTS / TEXT.result)
    cmap, glyf = font.getBestCmap(), font["glyf"]
    tops = [glyf[cmap[ord(digit)]].yMax for digit in "0123456789"]
    feet = [glyf[cmap[ord(digit)]].yMin for digit in "0123456789"]
    assert max(tops) - min(tops) <= 50  # the flag of the five
    assert min(feet) >= -20


@pytest.mark.parametrize("face", [TEXT, LABEL], ids=lambda face: face.result)
def test_tabular_figures_are_equally_wide(face):
    """Under `tnum` columns of numbers line up."""
    font = TTFont(FONTS / face.result)
    gsub, cmap = font["GSUB"].table, font.getBestCmap()
    (lookup,) = {
        index
        for record in gsub.FeatureList.FeatureRecord
        if record.FeatureTag == "tnum"
        for index in record.Feature.LookupListIndex
    }
    tables = [getattr(sub, "ExtSubTable", sub) for sub in gsub.LookupList.Lookup[lookup].SubTable]
    mapping = {key: value for table in tables for key, value in table.mapping.items()}
    widths = {font["hmtx"][mapping[cmap[ord(digit)]]][0] for digit in "0123456789"}
    assert len(widths) == 1


def test_stylesheet_follows_from_fonts_and_measurements():
    """fonts.css is what the script writes."""
    assert STYLESHEET.read_text(encoding="utf-8") == "".join(rules())


def test_a_fallback_is_scaled_by_the_ratio():
    """Ascent and descent are divided by what the size is multiplied by."""
    assert fitted(PAIRINGS[0], 2.0) == (
        """
@font-face {
  font-family: "Vollkorn Fallback";
  font-style: normal;
  font-weight: 400;
  src: local("Times New Roman"), local("TimesNewRomanPSMT"), """
        """local("Liberation Serif"), local("LiberationSerif");
  size-adjust: 200.00%;
  ascent-override: 47.60%;
  descent-override: 22.05%;
  line-gap-override: 0.00%;
}
"""
    )


def test_measurements_belong_to_the_pairings():
    """Each ratio was measured on the pairing it is used for, with plausible result."""
    measured = tomllib.loads(MEASURED.read_text(encoding="utf-8"))["pairing"]
    facts = [(m["fallback"], m["ours"], m["weight"], m["measured"]) for m in measured]
    assert facts == [(p.name, p.face.result, p.weight, p.file) for p in PAIRINGS]
    wide = {"DejaVuSerif.ttf", "DejaVuSerif-Bold.ttf", "DejaVuSans-Bold.ttf"}
    assert all(0.85 < m["ratio"] < 1.15 for m in measured if m["measured"] not in wide)
    assert all(0.75 < m["ratio"] < 0.85 for m in measured if m["measured"] in wide)


def test_the_sample_is_real_text_in_both_languages():
    """About two thousand characters, umlauts and articles included."""
    text = "\n".join(sample())
    assert len(text) > 1500
    assert re.search(r"\bund\b", text)
    assert re.search(r"\bthe\b", text)
    assert set("äöüß„") - set(text) == {"„"}


def test_a_missing_local_font_is_named(tmp_path):
    """The message says which file, and where it was looked for."""
    with pytest.raises(FileNotFoundError) as caught:
        find("Serif.ttf", [tmp_path])
    assert str(caught.value) == f"Serif.ttf: not in {tmp_path}; name the folder that holds it"


def test_a_font_is_static_when_both_ends_of_its_weight_are_equal():
    """The italic has one weight; the others keep their axis from 400 to 600."""
    axes = {}
    for face in FACES:
        font = TTFont(BytesIO((FONTS / face.result).read_bytes()))
        axes[face.result] = (
            [(axis.axisTag, axis.minValue, axis.maxValue) for axis in font["fvar"].axes]
            if "fvar" in font
            else []
        )
    assert axes == {
        "vollkorn.woff2": [("wght", 400, 600)],
        "vollkorn-italic.woff2": [],
        "figtree.woff2": [("wght", 400, 600)],
    }

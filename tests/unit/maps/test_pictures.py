"""The committed pictures are what the script draws, light, and draw under the strictest policy."""

import re
from xml.etree import ElementTree as ET

import brotli
import pytest
from PIL import Image

from maps import palette
from maps.draw import EMBLEM, IMAGES, pictures
from maps.icons import ICO_SIZES, SQUARES
from maps.mark import beside_the_name
from maps.svg import NAMESPACE
from maps.words import LANGUAGES

HERO_BUDGET, BUDGET = 20_000, 22_500  # bytes, brotli
DRAWN = dict(pictures())
ATTRIBUTES_OF_STYLE = re.compile(r"\s(?:style|class|on\w+)=")


def test_every_map_exists_in_both_languages_and_palettes():
    """Five sheets, four files each, and the emblem."""
    expected = {
        f"{sheet}-{language}-{scheme}.svg"
        for sheet in ("hero", "hero-narrow", "zoom-1", "zoom-2", "zoom-3")
        for language in LANGUAGES
        for scheme in palette.SCHEMES
    }
    assert set(DRAWN) == expected | {"mark.svg"}
    assert {path.name for path in IMAGES.glob("*.svg")} == set(DRAWN)


@pytest.mark.parametrize("name", sorted(DRAWN))
def test_drawn_again_a_picture_is_the_same(name):
    """Byte for byte."""
    assert DRAWN[name] == (IMAGES / name).read_text(encoding="utf-8")


def test_the_emblem_of_the_pages_is_the_file_s():
    """What every page holds is drawn like `mark.svg`, half as large, and silent."""
    held = EMBLEM.read_text(encoding="utf-8")
    assert held == beside_the_name()
    paths = re.findall(r"<path [^>]*>", held)
    assert paths == re.findall(r"<path [^>]*>", DRAWN["mark.svg"])
    assert held == (
        '<svg width="32" height="32" viewBox="0 0 640 640" aria-hidden="true">'
        + "".join(paths)
        + "</svg>"
    )


@pytest.mark.parametrize("name", sorted(DRAWN))
def test_a_picture_is_light(name):
    """Small enough for a first visit."""
    budget = HERO_BUDGET if name.startswith(("hero", "mark")) else BUDGET
    assert len(brotli.compress(DRAWN[name].encode(), quality=11)) <= budget


@pytest.mark.parametrize("name", sorted(DRAWN))
def test_a_picture_needs_nothing_that_a_policy_forbids(name):
    """No style, no script, no handler, no address but the namespace and its own parts."""
    root = ET.fromstring(DRAWN[name])
    names = {element.tag.removeprefix(f"{{{NAMESPACE}}}") for element in root.iter()}
    assert names <= {"svg", "title", "defs", "g", "path", "use", "rect", "circle"}
    assert ATTRIBUTES_OF_STYLE.search(DRAWN[name]) is None
    links = {e.get("href") for e in root.iter() if e.get("href")}
    assert links <= {"#land"}
    assert DRAWN[name].replace(f'xmlns="{NAMESPACE}"', "").count("://") == 0


@pytest.mark.parametrize("name", sorted(DRAWN))
def test_a_picture_has_its_size(name):
    """Width, height and viewBox agree, so that nothing jumps and any size is crisp."""
    root = ET.fromstring(DRAWN[name])
    width, height = int(root.get("width", "0")), int(root.get("height", "0"))
    assert width > 0
    assert root.get("viewBox") == f"0 0 {width * 10} {height * 10}"


@pytest.mark.parametrize("name", sorted(n for n in DRAWN if n != "mark.svg"))
def test_a_map_uses_only_colours_of_its_palette(name):
    """The light picture has the light colours, the dark one the dark."""
    scheme = name.removesuffix(".svg").rpartition("-")[2]
    used = set(re.findall(r"#[0-9a-f]{6}", DRAWN[name]))
    assert used <= set(palette.read()[scheme].values())


@pytest.mark.parametrize(("name", "size", "share"), SQUARES)
def test_an_icon_has_its_size(name, size, share):
    """A square; the maskable one keeps the emblem inside the circle that no launcher crops."""
    with Image.open(IMAGES / name) as icon:
        assert icon.size == (size, size)
    assert share <= (0.8 / 2**0.5 + 0.05 if "maskable" in name else 0.9)


def test_favicon_has_three_sizes():
    """One file for old browsers."""
    with Image.open(IMAGES / "favicon.ico") as icon:
        assert icon.info["sizes"] == {(size, size) for size in ICO_SIZES}


def test_icons_are_light():
    """All together weigh less than one map."""
    names = ["favicon.ico", *(name for name, _, _ in SQUARES)]
    assert sum((IMAGES / name).stat().st_size for name in names) < 30_000

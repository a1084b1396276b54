"""Draws every map into the theme: `python -m maps.draw`.

No network and no clock: the same data and the same tools give the same bytes.
"""

from collections.abc import Iterator
from pathlib import Path

from maps import atlas, palette
from maps.mark import beside_the_name, mark
from maps.sheet import draw, shapes
from maps.sheets import SHEETS
from maps.words import LANGUAGES

THEME = Path(__file__).parent.parent / "theme"
IMAGES = THEME / "static" / "images"
#: Part of every page's head: a file of its own would cost a first visit a request.
EMBLEM = THEME / "templates" / "mark.html"


def pictures() -> Iterator[tuple[str, str]]:
    """Yield file name and SVG of every map."""
    world, palettes = atlas.read(), palette.read()
    for sheet in SHEETS:
        drawn = shapes(world, sheet)
        for language in LANGUAGES:
            for scheme in palette.SCHEMES:
                name = f"{sheet.name}-{language}-{scheme}.svg"
                yield name, draw(sheet, drawn, palettes[scheme], language)
    yield "mark.svg", mark()


if __name__ == "__main__":
    IMAGES.mkdir(parents=True, exist_ok=True)
    for name, picture in pictures():
        (IMAGES / name).write_text(picture, "utf-8")
    EMBLEM.write_text(beside_the_name(), "utf-8")

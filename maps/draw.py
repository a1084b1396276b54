"""Draws every map into the theme: `python -m maps.draw`.

No network and no clock: the same data and the same tools give the same bytes.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
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
    """Yield file name and SVG of every map; raises `palette.CannotDrawError`."""
    world, palettes = atlas.read(), palette.read()
    for sheet in SHEETS:
        drawn = shapes(world, sheet)
        for language in LANGUAGES:
            for scheme in palette.SCHEMES:
                name = f"{sheet.name}-{language}-{scheme}.svg"
                yield name, draw(sheet, drawn, palettes[scheme], language)
    yield "mark.svg", mark()


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw everything, then write it; 2 where that is not possible, and the old pictures stay."""
    parser = argparse.ArgumentParser(prog="python -m maps.draw", description=__doc__)
    parser.parse_args(arguments)
    try:
        drawn = [*pictures()]
    except palette.CannotDrawError as error:
        print(error, file=sys.stderr)
        return 2
    IMAGES.mkdir(parents=True, exist_ok=True)
    for name, picture in drawn:
        (IMAGES / name).write_text(picture, "utf-8")
    EMBLEM.write_text(beside_the_name(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

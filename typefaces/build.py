"""Writes the subset fonts: `python -m typefaces.build`.

Same sources and same locked tools, same bytes: no time stamp is written.
"""

import argparse
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from typefaces.glyphs import complete
from typefaces.recipe import FACES, FONTS, FOREIGN_FACES, SOURCES, Face

KEPT_NAMES = (0, 1, 2, 4, 5, 6, 13)  # copyright, family, style, full name, version, id, licence
LICENCE_NAME = 13
LICENCE = "SIL Open Font License, Version 1.1"


def subset(face: Face) -> bytes:
    """Return the `woff2` file of `face`: its characters, weights and features, nothing else."""
    font = TTFont(SOURCES / face.source, recalcTimestamp=False)
    complete(font, face.characters, face.lining_suffix)
    font["name"].setName(LICENCE, LICENCE_NAME, 3, 1, 0x409)
    options = Options()
    options.layout_features = list(face.features)
    options.name_IDs = list(KEPT_NAMES)
    options.hinting = False  # the sources carry none worth keeping
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=face.characters)
    subsetter.subset(font)
    low, high = face.weights
    font = instantiateVariableFont(font, {"wght": low if low == high else (low, high)})
    font.flavor = "woff2"
    font.recalcTimestamp = False
    stream = BytesIO()
    font.save(stream)
    return stream.getvalue()


def write(folder: Path) -> None:
    """Write every face into `folder`."""
    for face in FACES + FOREIGN_FACES:
        (folder / face.result).write_bytes(subset(face))


if __name__ == "__main__":
    argparse.ArgumentParser(prog="python -m typefaces.build", description=__doc__).parse_args()
    write(FONTS)

"""Sets words as outlines of the site's own fonts, so that a picture needs no font."""

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont

from maps.geometry import Point
from maps.svg import UNIT, element, numbers

FONTS = Path(__file__).parent.parent / "theme" / "static" / "fonts"


SPACES = " \u00a0"
WORD_SPACE = 0.06  # em more than in running text: words on a map stand alone
REGULAR = 450  # small letters on a tint want a little more than 400
EM = 160  # units of the outlines: the same letter is the same text at every size


@dataclass(frozen=True)
class Lettering:
    """A way to set words."""

    font: str  # file of the site's fonts
    size: float  # pixels per em
    weight: int = 400
    spacing: float = 0.0  # em between letters

    @property
    def scale(self) -> float:
        """User units of the picture per unit of an outline."""
        return self.size * UNIT / EM


@dataclass(frozen=True)
class Setting:
    """A word set: its letters from the left end of the base line, and its width in pixels."""

    lettering: Lettering
    glyphs: tuple[tuple[float, str], ...]  # distance from the left in pixels, outline
    width: float

    def at(self, place: Point, anchor: float = 0.0) -> str:
        """Return path data at `place`; `anchor` 0 puts the left end there, 0.5 the middle.

        In units of the outline: for an element that `inked` makes.
        """
        grid = self.lettering.size / EM
        left, base = place[0] - anchor * self.width, place[1]
        return "".join(
            f"M{round((left + along) / grid)} {round(base / grid)}{outline}"
            for along, outline in self.glyphs
        )


def inked(
    lettering: Lettering,
    data: str,
    colour: str,
    *,
    transform: str = "",
    halo: tuple[str, float] | None = None,
) -> str:
    """Return the element that shows path data of `Setting.at`, with a rim of (colour, pixels)."""
    scale = lettering.scale
    attributes: dict[str, str | int] = {
        "d": data,
        "fill": colour,
        "transform": f"{transform}scale({scale:.4g})",
    }
    if halo:
        attributes |= {
            "stroke": halo[0],
            "stroke-width": round(halo[1] * UNIT / scale),
            "stroke-linejoin": "round",
            "paint-order": "stroke",
        }
    return element("path", attributes)


def compose(words: str, lettering: Lettering) -> Setting:
    """Set `words`, kerned by the font."""
    font, glyphs = _open(lettering.font, lettering.weight)
    scale = lettering.size / font["head"].unitsPerEm
    cmap = font.getBestCmap()
    kerning = _kerning(lettering.font)
    along, placed, previous = 0.0, [], ""
    for letter in words:
        name = cmap[ord(letter)]
        along += kerning(previous, name) * scale if previous else 0
        outline = _outline(lettering.font, lettering.weight, name)
        if outline:
            placed.append((along, outline))
        along += glyphs[name].width * scale + lettering.spacing * lettering.size
        if letter in SPACES:
            along += WORD_SPACE * lettering.size
        previous = name
    return Setting(lettering, tuple(placed), along - lettering.spacing * lettering.size)


@cache
def _open(file: str, weight: int) -> tuple[Any, Any]:
    font = TTFont(FONTS / file)
    return font, font.getGlyphSet(location={"wght": weight} if "fvar" in font else None)


@cache
def _outline(file: str, weight: int, name: str) -> str:
    font, glyphs = _open(file, weight)
    pen = _Pen(glyphs, EM / font["head"].unitsPerEm)
    glyphs[name].draw(pen)
    return "".join(pen.written)


class _Pen(BasePen):  # type: ignore[misc] # fontTools has no types
    """Writes relative path data in whole units; each glyph starts at its own origin.

    The same letter gives the same text wherever it stands, which compresses well.
    """

    def __init__(self, glyphs: Any, scale: float) -> None:  # noqa: ANN401 - fontTools has no types
        super().__init__(glyphs)
        self.scale = scale
        self.written: list[str] = []
        self.here = (0, 0)

    def _grid(self, point: Point, fineness: int = 1) -> tuple[int, int]:
        x, y = point[0] * self.scale / fineness, -point[1] * self.scale / fineness
        return (round(x) * fineness, round(y) * fineness)

    def _step(self, command: str, *points: tuple[int, int]) -> None:
        self.written.append(
            command + numbers((x - self.here[0], y - self.here[1]) for x, y in points)
        )
        self.here = points[-1]

    def _moveTo(self, point: Point) -> None:  # noqa: N802 - fontTools calls it so
        self._step("m", self._grid(point))
        self.start = self.here

    def _lineTo(self, point: Point) -> None:  # noqa: N802 - fontTools calls it so
        if self._grid(point) != self.here:
            self._step("l", self._grid(point))

    def qCurveTo(self, *points: Point) -> None:  # noqa: N802 - fontTools calls it so
        """Write a run of TrueType curves.

        Points in the middle between two handles are implied there, and in SVG (`t`) the handle is
        implied by them: with the handles on even units the middles are whole and both agree.
        """
        *handles, end = points
        even = [self._grid(handle, 2) for handle in handles]
        middles = [((a[0] + b[0]) // 2, (a[1] + b[1]) // 2) for a, b in pairwise(even)]
        self._step("q", even[0], (*middles, self._grid(end))[0])
        for point in (*middles, self._grid(end))[1:]:
            self._step("t", point)

    def _closePath(self) -> None:  # noqa: N802 - fontTools calls it so
        self.written.append("z")
        self.here = self.start


class _Kerning:
    """Looks up pair adjustment (OpenType GPOS, lookup type 2) in the order of the font."""

    def __init__(self, font: TTFont) -> None:
        self.tables = [
            table
            for lookup in font["GPOS"].table.LookupList.Lookup
            for table in (getattr(sub, "ExtSubTable", sub) for sub in lookup.SubTable)
            if table.LookupType == 2  # noqa: PLR2004 - its name in the standard is a number
        ]

    def __call__(self, left: str, right: str) -> int:
        for table in self.tables:
            if left not in table.Coverage.glyphs:
                continue
            if table.Format == 1:
                pairs = table.PairSet[table.Coverage.glyphs.index(left)].PairValueRecord
                for record in pairs:
                    if record.SecondGlyph == right:
                        return getattr(record.Value1, "XAdvance", 0) or 0
            else:
                one = table.ClassDef1.classDefs.get(left, 0)
                two = table.ClassDef2.classDefs.get(right, 0)
                value = table.Class1Record[one].Class2Record[two].Value1
                return getattr(value, "XAdvance", 0) or 0
        return 0


@cache
def _kerning(file: str) -> _Kerning:
    return _Kerning(TTFont(FONTS / file))

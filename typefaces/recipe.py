"""What the site needs of each typeface: characters, weights, features."""

from dataclasses import dataclass, replace
from pathlib import Path

HERE = Path(__file__).parent
SOURCES = HERE / "sources"
STATIC = HERE.parent / "theme" / "static"
FONTS = STATIC / "fonts"

BASIC_LATIN = range(0x20, 0x7F)
LATIN_1 = range(0xA0, 0x100)
GERMAN = "ÄÖÜäöüßẞ"
TYPOGRAPHIC = (
    "„“”‚‘’–—…€•·§©®°"  # quotation marks, dashes, ellipsis, signs
    "→←↗↑↓"  # ways on, back, off this site, up, down
    "′″×−"  # minutes, seconds, by, minus
    "\u00a0\u2009\u202f\u2011"  # no-break, thin, narrow no-break space; non-breaking hyphen
)
FRENCH = "«»‹›Œœ"
#: Signs of Latin-1 that no text of a map service needs; letters of every name stay.
UNUSED = "¢¤¥¦¨ª¬¯±²³´µ¶¸¹º¼½¾\u00ad"
#: What German and English are set in: every visitor loads these.
CHARACTERS = frozenset({*BASIC_LATIN, *map(ord, GERMAN), *map(ord, TYPOGRAPHIC)})
#: The letters of other languages' names, in files of their own: loaded where a page has one.
FOREIGN = frozenset({*LATIN_1, *map(ord, FRENCH)} - {*map(ord, UNUSED)} - CHARACTERS)


@dataclass(frozen=True)
class Face:
    """One font file: where it comes from and what is kept of it."""

    source: str  # file in `sources/`
    result: str  # file in `theme/static/fonts/`
    family: str
    style: str  # as in CSS: normal or italic
    weights: tuple[int, int]  # ends of the `wght` axis; equal ends give a static font
    features: tuple[str, ...]  # OpenType features kept
    lining_suffix: str = ""  # glyphs that take the place of the old-style figures
    characters: frozenset[int] = CHARACTERS

    @property
    def unicode_range(self) -> str:
        """The `unicode-range` descriptor: only a text that has one of these loads the file."""
        runs: list[range] = []
        for character in sorted(self.characters):
            if runs and runs[-1].stop == character:
                runs[-1] = range(runs[-1].start, character + 1)
            else:
                runs.append(range(character, character + 1))
        return ", ".join(
            f"U+{run[0]:X}" + (f"-{run[-1]:X}" if len(run) > 1 else "") for run in runs
        )

    @property
    def css_weight(self) -> str:
        """The `font-weight` descriptor."""
        low, high = self.weights
        return str(low) if low == high else f"{low} {high}"


# `liga` is left out: fi and fl across the joint of a German compound (Auf-lage) are set apart,
# and Vollkorn's `calt` narrows the f where it would collide.
# Vollkorn's old-style 1 looks like a small capital I («Abs. I»): in a legal text the lining
# figures are the default, so they move into the character map.
TEXT = Face(
    source="vollkorn-latin-wght-normal.woff2",
    result="vollkorn.woff2",
    family="Vollkorn",
    style="normal",
    weights=(400, 600),
    features=("kern", "calt", "tnum"),
    lining_suffix=".lf",
)
TEXT_ITALIC = Face(
    source="vollkorn-latin-wght-italic.woff2",
    result="vollkorn-italic.woff2",
    family="Vollkorn",
    style="italic",
    weights=(400, 400),
    features=("kern", "calt"),
    lining_suffix=".lf",
)
LABEL = Face(
    source="figtree-latin-wght-normal.woff2",
    result="figtree.woff2",
    family="Figtree",
    style="normal",
    weights=(400, 600),
    features=("kern", "tnum"),
)
FACES = (TEXT, TEXT_ITALIC, LABEL)
FOREIGN_FACES = tuple(
    replace(
        face,
        result=face.result.replace(".woff2", "-foreign.woff2"),
        features=(),
        lining_suffix="",
        characters=FOREIGN,
    )
    for face in FACES
)

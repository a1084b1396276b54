"""What the site needs of each typeface: characters, weights, features."""

from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
SOURCES = HERE / "sources"
STATIC = HERE.parent / "theme" / "static"
FONTS = STATIC / "fonts"

BASIC_LATIN = range(0x20, 0x7F)
LATIN_1 = range(0xA0, 0x100)
TYPOGRAPHIC = (
    "„“”‚‘’«»‹›–—…€•"  # quotation marks, dashes, ellipsis, euro, bullet
    "→←↗↑↓"  # ways on, back, off this site, up, down
    "ẞŒœ"  # capital sharp s; the ligature that Latin-1 lacks
    "′″×−"  # minutes, seconds, by, minus
    "\u2009\u202f\u2011"  # thin space, narrow no-break space, non-breaking hyphen
)
#: Signs of Latin-1 that no text of a map service needs; letters of every name stay.
UNUSED = "¢¤¥¦¨ª¬¯±²³´µ¶¸¹º¼½¾\u00ad"
CHARACTERS = frozenset({*BASIC_LATIN, *LATIN_1, *map(ord, TYPOGRAPHIC)} - {*map(ord, UNUSED)})


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

"""Writes `theme/static/css/fonts.css` from the fonts and the measured ratios.

`python -m typefaces.stylesheet`. The overrides are those of CSS Fonts 5, section 4:
`size-adjust` makes the fallback as wide as our font; ascent, descent and line gap are our font's,
divided by it, since the adjustment scales them too.
"""

import argparse
import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from fontTools.ttLib import TTFont

from typefaces.fallback import MEASURED, PAIRINGS, Pairing
from typefaces.recipe import FACES, FONTS, FOREIGN_FACES, STATIC, Face

STYLESHEET = STATIC / "css" / "fonts.css"

HEAD = """\
/* Made by `python -m typefaces.stylesheet`; change typefaces/recipe.py, not this file.
   --font-text: Vollkorn, roman 400 to 600 (variable) and italic 400. Figures are lining;
     `font-variant-numeric: tabular-nums` sets them in columns (roman only).
   --font-label: Figtree 400 to 600 (variable), for tables, labels and navigation; no italic.
   The faces called Fallback, Android and DejaVu are local fonts, fitted by measurement
   (typefaces/fallback.toml), so that nothing moves when ours arrive. */

:root {
  --font-text: "Vollkorn", "Vollkorn Fallback", "Vollkorn Android", "Vollkorn DejaVu", Georgia,
    serif;
  --font-label: "Figtree", "Figtree Fallback", "Figtree Android", "Figtree DejaVu", system-ui,
    sans-serif;
}
"""


def own(face: Face) -> str:
    """Return the rule for a font of ours; the last one that has a character draws it."""
    only = f"\n  unicode-range: {face.unicode_range};" if face in FOREIGN_FACES else ""
    return f"""
@font-face {{
  font-family: "{face.family}";
  font-style: {face.style};
  font-weight: {face.css_weight};
  font-display: swap;
  src: url("../fonts/{face.result}") format("woff2");{only}
}}
"""


def fitted(pairing: Pairing, ratio: float) -> str:
    """Return the rule for a local font that is to be as wide as ours is, `ratio` times its own."""
    font = TTFont(FONTS / pairing.face.result)
    units, metrics = font["head"].unitsPerEm, font["hhea"]
    sources = ", ".join(f'local("{name}")' for name in pairing.local)
    return f"""
@font-face {{
  font-family: "{pairing.name}";
  font-style: {pairing.face.style};
  font-weight: {pairing.css_weight};
  src: {sources};
  size-adjust: {ratio:.2%};
  ascent-override: {metrics.ascent / units / ratio:.2%};
  descent-override: {-metrics.descent / units / ratio:.2%};
  line-gap-override: {metrics.lineGap / units / ratio:.2%};
}}
"""


class UnmeasuredError(Exception):
    """The ratios cannot be read; the message is one sentence."""


def ratios(path: Path = MEASURED) -> list[float]:
    """Return the measured ratio of every pairing; raises `UnmeasuredError`."""
    advice = "write it again with `python -m typefaces.fallback FOLDER…`"
    try:
        tables = tomllib.loads(path.read_text("utf-8"))["pairing"]
        found = [float(facts["ratio"]) for facts in tables]
    except OSError as error:
        raise UnmeasuredError(f"{path.name}: {error.strerror}; {advice}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UnmeasuredError(f"{path.name}: this is not TOML: {error}; {advice}") from error
    except (LookupError, TypeError, ValueError, RecursionError) as error:
        raise UnmeasuredError(
            f"{path.name}: a ratio is missing or is no number; {advice}"
        ) from error
    if len(found) != len(PAIRINGS) or not all(0 < ratio < float("inf") for ratio in found):
        raise UnmeasuredError(
            f"{path.name}: there must be a ratio above 0 for each of {len(PAIRINGS)} pairings; "
            f"{advice}"
        )
    return found


def rules() -> Iterator[str]:
    """Yield the style sheet, rule by rule."""
    yield HEAD
    yield from map(own, FACES + FOREIGN_FACES)
    for pairing, ratio in zip(PAIRINGS, ratios(), strict=True):
        yield fitted(pairing, ratio)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the style sheet; 2 where the ratios cannot be read, and the old one stays."""
    parser = argparse.ArgumentParser(prog="python -m typefaces.stylesheet", description=__doc__)
    parser.parse_args(arguments)
    try:
        written = "".join(rules())
    except UnmeasuredError as error:
        print(error, file=sys.stderr)
        return 2
    STYLESHEET.write_text(written, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

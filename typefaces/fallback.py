"""Measures how wide a local font runs against ours: `python -m typefaces.fallback FOLDER…`.

Chromium sets the sentences of `samples/` in both fonts, kerning included; the ratio of the widths
is the `size-adjust` (CSS Fonts 5, section 2.1) that makes lines break where they will break.
Needs the measured files in one of the folders and a Chromium; the result is kept in
`fallback.toml`, so that neither is needed to build the site.
"""

import argparse
import base64
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

from typefaces.recipe import FONTS, HERE, LABEL, TEXT, TEXT_ITALIC, Face

MEASURED = HERE / "fallback.toml"
LANGUAGES = ("de", "en")
CHROMIUM = "/usr/bin/chromium"

MEASURE = """
async ([ours, theirs, weight, lines]) => {
  const load = async (name, data) => {
    const face = new FontFace(name, `url(data:font/woff2;base64,${data})`, {weight: '1 999'});
    document.fonts.add(await face.load());
  };
  await load('ours', ours);
  await load('theirs', theirs);
  const context = document.createElement('canvas').getContext('2d');
  const width = (name) => {
    context.font = `${weight} 100px ${name}`;
    return lines.reduce((sum, line) => sum + context.measureText(line).width, 0);
  };
  return [width('ours'), width('theirs')];
}
"""


@dataclass(frozen=True)
class Pairing:
    """A local font, and the face and weight it stands in for."""

    name: str  # the fallback family in CSS
    face: Face
    weight: int  # at which ours is measured
    css_weight: str  # which weights it stands in for
    file: str  # the local font, or one with the same advances
    local: tuple[str, ...]  # full and PostScript names, as `local()` wants them


# Liberation has the advances of Times New Roman and Arial, by design.
TIMES, TIMES_BOLD, TIMES_ITALIC = (
    ("Times New Roman", "TimesNewRomanPSMT", "Liberation Serif", "LiberationSerif"),
    ("Times New Roman Bold", "TimesNewRomanPS-BoldMT", "Liberation Serif Bold"),
    ("Times New Roman Italic", "TimesNewRomanPS-ItalicMT", "Liberation Serif Italic"),
)
ARIAL, ARIAL_BOLD = (
    ("Arial", "ArialMT", "Liberation Sans", "LiberationSans"),
    ("Arial Bold", "Arial-BoldMT", "Liberation Sans Bold"),
)
PAIRINGS = (
    Pairing("Vollkorn Fallback", TEXT, 400, "400", "LiberationSerif-Regular.ttf", TIMES),
    Pairing("Vollkorn Fallback", TEXT, 600, "600 700", "LiberationSerif-Bold.ttf", TIMES_BOLD),
    Pairing(
        "Vollkorn Fallback", TEXT_ITALIC, 400, "400", "LiberationSerif-Italic.ttf", TIMES_ITALIC
    ),
    Pairing(
        "Vollkorn Android",
        TEXT,
        400,
        "400",
        "noto-serif-latin-400-normal.woff2",
        ("Noto Serif", "NotoSerif", "NotoSerif-Regular"),
    ),
    Pairing(
        "Vollkorn Android",
        TEXT,
        600,
        "600 700",
        "noto-serif-latin-700-normal.woff2",
        ("Noto Serif Bold", "NotoSerif-Bold"),
    ),
    Pairing("Figtree Fallback", LABEL, 400, "400", "LiberationSans-Regular.ttf", ARIAL),
    Pairing("Figtree Fallback", LABEL, 600, "600 700", "LiberationSans-Bold.ttf", ARIAL_BOLD),
    Pairing(
        "Figtree Android",
        LABEL,
        400,
        "400 700",
        "roboto-latin-400-normal.woff2",
        ("Roboto", "Roboto-Regular"),
    ),
    Pairing(
        "Vollkorn DejaVu", TEXT, 400, "400", "DejaVuSerif.ttf", ("DejaVu Serif", "DejaVuSerif")
    ),
    Pairing(
        "Vollkorn DejaVu",
        TEXT,
        600,
        "600 700",
        "DejaVuSerif-Bold.ttf",
        ("DejaVu Serif Bold", "DejaVuSerif-Bold"),
    ),
    Pairing("Figtree DejaVu", LABEL, 400, "400", "DejaVuSans.ttf", ("DejaVu Sans", "DejaVuSans")),
    Pairing(
        "Figtree DejaVu",
        LABEL,
        600,
        "600 700",
        "DejaVuSans-Bold.ttf",
        ("DejaVu Sans Bold", "DejaVuSans-Bold"),
    ),
)


def sample() -> list[str]:
    """Return the sentences measured, German then English."""
    return [
        line
        for language in LANGUAGES
        for line in (HERE / "samples" / f"{language}.txt").read_text("utf-8").splitlines()
    ]


def find(name: str, folders: Iterable[Path]) -> Path:
    """Return the first file called `name`.

    Raises `FileNotFoundError` with the folders looked through.
    """
    looked = list(folders)
    for folder in looked:
        if (folder / name).is_file():
            return folder / name
    raise FileNotFoundError(
        f"{name}: not in {', '.join(map(str, looked))}; name the folder that holds it"
    )


def measure(folders: Iterable[Path]) -> str:
    """Return `fallback.toml`: the ratio of widths for every pairing."""
    looked = list(folders)
    lines = sample()
    characters = sum(map(len, lines))
    tables = [
        "# Written by `python -m typefaces.fallback`.\n",
        f"# Ratio: the width of {characters} characters in ours, divided by that in theirs.\n",
    ]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for pairing in PAIRINGS:
            page = browser.new_page()
            ours, theirs = (
                base64.b64encode(path.read_bytes()).decode()
                for path in (FONTS / pairing.face.result, find(pairing.file, looked))
            )
            widths = page.evaluate(MEASURE, [ours, theirs, pairing.weight, lines])
            tables.append(
                "\n[[pairing]]\n"
                f"fallback = {json.dumps(pairing.name)}\n"
                f"ours = {json.dumps(pairing.face.result)}\n"
                f"weight = {pairing.weight}\n"
                f"measured = {json.dumps(pairing.file)}\n"
                f"ratio = {widths[0] / widths[1]:.4f}\n"
            )
            page.close()
        browser.close()
    return "".join(tables)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and keep the result; 2 where that is not possible, and the old one stays."""
    parser = argparse.ArgumentParser(prog="python -m typefaces.fallback", description=__doc__)
    parser.add_argument(
        "folders", nargs="+", type=Path, metavar="FOLDER", help="holds fonts to measure"
    )
    options = parser.parse_args(arguments)
    try:
        for pairing in PAIRINGS:
            find(pairing.file, options.folders)
        measured = measure(options.folders)
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return 2
    except Error as error:
        print(f"Chromium cannot measure: {error.message.splitlines()[0]}", file=sys.stderr)
        return 2
    MEASURED.write_text(measured, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

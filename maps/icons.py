"""Draws the favicons from the emblem, in Chromium: `python -m maps.icons`.

The pictures are committed: a site is built without a browser.
"""

import argparse
import sys
from collections.abc import Sequence
from io import BytesIO

from PIL import Image
from playwright.sync_api import Browser, Error, sync_playwright

from maps import palette
from maps.draw import IMAGES
from maps.mark import COLOUR, mark

CHROMIUM = "/usr/bin/chromium"
ICO_SIZES = (48, 32, 16)
SMALLEST = min(ICO_SIZES)
# File, pixels, share of the square that the emblem takes. A launcher may crop a maskable icon to
# the circle of 80 % in its middle (W3C, Web Application Manifest).
SQUARES = (
    ("apple-touch-icon.png", 180, 0.8),
    ("icon-192.png", 192, 0.86),
    ("icon-512.png", 512, 0.86),
    ("icon-maskable-512.png", 512, 0.6),
)


def rendered(browser: Browser, picture: str, size: int) -> Image.Image:
    """Return `picture` as Chromium draws it, `size` pixels square, on a transparent ground."""
    page = browser.new_page(viewport={"width": size, "height": size})
    page.set_content(f'<body style="margin:0">{picture}')
    page.eval_on_selector(
        "svg", f"svg => {{ svg.setAttribute('width', {size}); svg.setAttribute('height', {size}) }}"
    )
    shot = page.locator("svg").screenshot(omit_background=True)
    page.close()
    return Image.open(BytesIO(shot))


def write(browser: Browser, light: palette.Palette) -> None:
    """Write `favicon.ico` and the square icons."""
    layers = [rendered(browser, mark(COLOUR, small=size == SMALLEST), size) for size in ICO_SIZES]
    layers[0].save(
        IMAGES / "favicon.ico",
        append_images=layers[1:],
        sizes=[(size, size) for size in ICO_SIZES],
    )
    for name, size, share in SQUARES:
        drawn = rendered(browser, mark(light["accent"], light["paper"], share), size)
        flat = drawn.convert("RGB").quantize(64, dither=Image.Dither.NONE)
        flat.save(IMAGES / name, optimize=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw the icons; 2 where that is not possible."""
    parser = argparse.ArgumentParser(prog="python -m maps.icons", description=__doc__)
    parser.parse_args(arguments)
    try:
        light = palette.read()["light"]
        with sync_playwright() as playwright:
            chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            write(chromium, light)
            chromium.close()
    except palette.CannotDrawError as error:
        print(error, file=sys.stderr)
        return 2
    except Error as error:
        print(f"Chromium cannot draw: {error.message.splitlines()[0]}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())

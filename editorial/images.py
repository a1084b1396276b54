"""Pictures in a text: from `content/images/` only, with words for who cannot see them."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from PIL import Image

from editorial.problems import in_document
from messages import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from editorial.documents import Document
    from firstparty.model import Finding

FOLDER = "images/"
#: No browser draws a longer side.
_LONGEST = 32_767
_TooMany = Image.DecompressionBombError
_SVG = "{http://www.w3.org/2000/svg}svg"


def resolve(
    root: Element, document: Document, content: Path, address_of: Callable[[str], str]
) -> Iterator[Finding]:
    """Complete every picture below `root` with address and dimensions; give what is wrong.

    `address_of` gives the published address of a file in `content/images/`.
    """
    for image in root.iter("img"):
        source = image.get("src", "")
        file = content / source
        if source.startswith(("http:", "https:", "//", "data:")):
            message = say(
                "the picture '{picture}' lies on another server; "
                "save it in content/images/ and write 'images/…'",
                picture=source,
            )
        elif not source.startswith(FOLDER) or ".." in source:
            message = say(
                "the picture '{picture}' is not in content/images/; put it there", picture=source
            )
        elif not _is_there(file):
            message = say(
                "there is no picture {file}; add the file or correct the name",
                file=f"content/{source}",
            )
        elif not image.get("alt", "").strip():
            message = say(
                "the picture '{picture}' has no alternative text; "
                "say in the square brackets what it shows",
                picture=source,
            )
        elif (size := dimensions(file)) is None:
            message = _without_size(file, f"content/{source}")
        else:
            image.set("src", address_of(source.removeprefix(FOLDER)))
            image.set("width", str(size[0]))
            image.set("height", str(size[1]))
            continue
        yield in_document(document, "broken-image", message, text=source)


def _is_there(file: Path) -> bool:
    try:
        return file.is_file()
    except OSError:  # a name longer than a name of a file can be
        return False


def _without_size(file: Path, name: str) -> str:
    if _is_svg(file):
        return say(
            "{file} says no width and height in pixels; write them into its <svg>", file=name
        )
    return say("{file} is no picture that browsers show; replace the file", file=name)


def _is_svg(file: Path) -> bool:
    try:
        return ElementTree.parse(file).getroot().tag == _SVG  # noqa: S314 - a file of the repository
    except (ElementTree.ParseError, ValueError, LookupError):
        return False


def dimensions(file: Path) -> tuple[int, int] | None:
    """Width and height in CSS pixels, or None when the file is no picture."""
    try:
        if file.suffix == ".svg":
            root = ElementTree.parse(file).getroot()  # noqa: S314 - a file of the repository
            width, height = (root.attrib[side].removesuffix("px") for side in ("width", "height"))
            return _sensible(int(float(width)), int(float(height)))
        with warnings.catch_warnings():
            # Only the head is read, and no amount of pixels can fill the memory with it.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(file) as picture:
                return _sensible(*picture.size)
    except (ElementTree.ParseError, OSError, LookupError, ValueError, OverflowError, _TooMany):
        return None


def _sensible(width: int, height: int) -> tuple[int, int] | None:
    return (width, height) if 1 <= width <= _LONGEST and 1 <= height <= _LONGEST else None

"""Pictures in a text: from `content/images/` only, with words for who cannot see them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree

from PIL import Image, UnidentifiedImageError

from editorial.problems import in_document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from editorial.documents import Document
    from firstparty.model import Finding

FOLDER = "images/"
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
        message = ""
        if source.startswith(("http:", "https:", "//", "data:")):
            message = (
                f"the picture '{source}' lies on another server; "
                f"save it in content/{FOLDER} and write '{FOLDER}…'"
            )
        elif not source.startswith(FOLDER) or ".." in source:
            message = f"the picture '{source}' is not in content/{FOLDER}; put it there"
        elif not file.is_file():
            message = f"there is no picture content/{source}; add the file or correct the name"
        elif not image.get("alt", "").strip():
            message = (
                f"the picture '{source}' has no alternative text; "
                "say in the square brackets what it shows"
            )
        elif (size := dimensions(file)) is None:
            message = (
                f"content/{source} says no width and height in pixels; write them into its <svg>"
                if _is_svg(file)
                else f"content/{source} is no picture that browsers show; replace the file"
            )
        else:
            image.set("src", address_of(source.removeprefix(FOLDER)))
            image.set("width", str(size[0]))
            image.set("height", str(size[1]))
            continue
        yield in_document(document, "broken-image", message, text=source)


def _is_svg(file: Path) -> bool:
    try:
        return ElementTree.parse(file).getroot().tag == _SVG  # noqa: S314 - a file of the repository
    except (ElementTree.ParseError, ValueError):
        return False


def dimensions(file: Path) -> tuple[int, int] | None:
    """Width and height in CSS pixels, or None when the file is no picture."""
    try:
        if file.suffix == ".svg":
            root = ElementTree.parse(file).getroot()  # noqa: S314 - a file of the repository
            width, height = (root.attrib[side].removesuffix("px") for side in ("width", "height"))
            return int(float(width)), int(float(height))
        with Image.open(file) as picture:
            return picture.size
    except (UnidentifiedImageError, ElementTree.ParseError, KeyError, ValueError):
        return None

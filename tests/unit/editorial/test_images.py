"""Pictures get address and dimensions, or are reported."""

from __future__ import annotations

import struct
import warnings
import zlib
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from editorial import images
from tests.unit.editorial.texts import document, markup, tree

if TYPE_CHECKING:
    from pathlib import Path

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="{}"/>'


@pytest.mark.parametrize(
    ("name", "content", "size"),
    [
        ("a.svg", SVG.format(30, 20), (30, 20)),
        ("a.svg", SVG.format("30.5", "20"), (30, 20)),
        ("a.svg", SVG.format("30px", "20px"), (30, 20)),
        ("a.svg", SVG.format("100%", "20"), None),
        *(
            ("a.svg", SVG.format(width, height), None)
            for width, height in (("inf", 20), ("nan", 20), (-5, 0), (30, 0.5), ("1e99", 20))
        ),
        ("a.svg", '<?xml version="1.0" encoding="nope"?>' + SVG.format(30, 20), None),
        ("a.svg", "<svg/>", None),
        ("a.svg", "<svg", None),
        ("a.png", "no picture", None),
        ("a.jpg", "", None),
    ],
)
def test_dimensions(name: str, content: str, size: tuple[int, int] | None, tmp_path: Path) -> None:
    """The size of a picture is read from it; what has none is no picture."""
    (tmp_path / name).write_text(content)
    assert images.dimensions(tmp_path / name) == size


@pytest.mark.parametrize("kind", ["png", "webp", "avif", "jpg", "gif"])
def test_dimensions_of_pixels(kind: str, tmp_path: Path) -> None:
    """The size of every kind of picture is read from it."""
    Image.new("RGB", (3, 2)).save(tmp_path / f"a.{kind}")
    assert images.dimensions(tmp_path / f"a.{kind}") == (3, 2)


@pytest.mark.parametrize(("side", "size"), [(100_000, None), (12_000, (12_000, 12_000))])
def test_many_pixels(side: int, size: tuple[int, int] | None, tmp_path: Path) -> None:
    """What no browser could draw is no picture; what one can is measured without a warning."""
    head = struct.pack(">II5B", side, side, 8, 2, 0, 0, 0)
    chunks = b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in ((b"IHDR", head), (b"IDAT", zlib.compress(b"")), (b"IEND", b""))
    )
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + chunks)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert images.dimensions(tmp_path / "a.png") == size


def test_complete(tmp_path: Path) -> None:
    """A picture gets its published address, its width and its height."""
    (tmp_path / "images").mkdir()
    (tmp_path / "images/a.svg").write_text(SVG.format(30, 20))
    root = tree('<p><img alt="Ein Hafen" src="images/a.svg" /></p>')
    found = list(images.resolve(root, document(""), tmp_path, "/static/media/{}".format))
    assert found == []
    assert markup(root) == (
        '<p><img alt="Ein Hafen" src="/static/media/a.svg" width="30" height="20" /></p>'
    )

"""Bytes are decoded as browsers decode them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from firstparty.audit import check
from firstparty.extract.encoding import decode_css, decode_html, decode_text, decode_xml

if TYPE_CHECKING:
    from pathlib import Path

IMAGE = "<img src=//a.test>"


@pytest.mark.parametrize(
    "data",
    [
        IMAGE.encode(),
        b"\xef\xbb\xbf" + IMAGE.encode(),
        b"\xff\xfe" + IMAGE.encode("utf-16-le"),
        b"\xfe\xff" + IMAGE.encode("utf-16-be"),
        IMAGE.encode("utf-16-le"),
        IMAGE.encode("utf-16-be"),
    ],
)
def test_marked_and_unmarked_encodings(data: bytes) -> None:
    """A byte-order mark counts; UTF-16 is seen without one."""
    assert decode_html(data) == IMAGE


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"<meta charset=windows-1251>\xcf", "<meta charset=windows-1251>П"),
        (b'<meta content="a; charset=koi8-r">\xd0', '<meta content="a; charset=koi8-r">п'),
        (b"<!-- <meta charset=koi8-r> -->\xe4", "<!-- <meta charset=koi8-r> -->ä"),
        (b"<meta charset=utf-16>\xc3\xa4", "<meta charset=utf-16>ä"),
        (b"<meta charset=made-up>\xe4", "<meta charset=made-up>ä"),
        (b"<meta charset=x-user-defined><p>", "<meta charset=x-user-defined><p>"),
        (b"<meta charset=iso-2022-jp>\x1b$B\x22\x1b(B<p>", "<meta charset=iso-2022-jp>�<p>"),
        (b"<meta charset=iso-2022-jp>\x1b(J\\\x1b(B<p>", "<meta charset=iso-2022-jp>¥<p>"),
    ],
)
def test_declared_encodings(data: bytes, text: str) -> None:
    """A declaration outside comments counts; one that cannot be true does not."""
    assert decode_html(data) == text


def test_other_kinds() -> None:
    """Style sheets and XML have declarations of their own; scripts have none."""
    assert decode_css(b'@charset "koi8-r";\xd0') == '@charset "koi8-r";п'
    assert decode_xml(b'<?xml version="1.0" encoding="koi8-r"?>\xd0').endswith("п")
    assert decode_text(b"\xe4") == "ä"


def test_an_encoding_that_browsers_guess(tmp_path: Path) -> None:
    """A picture that only ISO-2022-JP shows is found, too: there the comment is two letters."""
    page = b"\x1b$B<!--\x1b(B<img src=//a.test><!-- -->"
    (tmp_path / "a.html").write_bytes(page)
    found = [finding.rule for finding in check(tmp_path, "https://site.test").findings]
    assert found == ["third-party-image"]

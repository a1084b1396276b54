"""What is wrong with a file is a finding, whatever is in it."""

from __future__ import annotations

import gzip
import os
from typing import TYPE_CHECKING

import brotli
import pytest
import zstandard

from firstparty.audit import check
from firstparty.files import UnreadableFolderError, published_files

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SITE = "https://site.test"


def said(folder: Path) -> list[str]:
    """The findings as a person reads them."""
    return [str(finding) for finding in check(folder, SITE).findings]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """That is no clean folder, but an error."""
    with pytest.raises(UnreadableFolderError) as caught:
        published_files(tmp_path / "none")
    assert str(caught.value) == f"{tmp_path}/none: no such folder; build the site first"


def test_files_are_sorted_by_path(tmp_path: Path) -> None:
    """The order does not depend on the file system."""
    for name in ("b.txt", "a/z.txt", "a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("")
    assert [file.path for file in published_files(tmp_path)] == ["a.txt", "a/z.txt", "b.txt"]


def test_folders_inside_each_other(tmp_path: Path) -> None:
    """They may lie deeper than Python's stack."""
    outer, inner = tmp_path / "site", tmp_path / "inner"
    outer.mkdir()
    (outer / "b.txt").write_text("")
    for _ in range(1_500):
        outer.rename(inner)
        outer.mkdir()
        inner.rename(outer / "a")
    try:
        assert [file.path for file in published_files(outer)] == ["a/" * 1_500 + "b.txt"]
    finally:  # what removes temporary folders has a stack, too
        for _ in range(1_500):
            (outer / "a").rename(inner)
            outer.rmdir()
            inner.rename(outer)


def test_symbolic_links(tmp_path: Path) -> None:
    """A link that leaves the folder, leads nowhere or in a circle is a finding; others are not."""
    site = tmp_path / "site"
    site.mkdir()
    (tmp_path / "outside.html").write_text("")
    (site / "a.txt").write_text("")
    (site / "inside.txt").symlink_to("a.txt")
    (site / "gone.html").symlink_to("nowhere")
    (site / "loop").symlink_to(".")
    (site / "out.html").symlink_to(tmp_path / "outside.html")
    assert said(site) == [
        'gone.html:1:1: "gone.html" could not be read: No such file or directory; make it '
        "readable, or remove it from the folder",
        'loop:1:1: "loop" could not be read: a circle of symbolic links; make it readable, or '
        "remove it from the folder",
        f'out.html:1:1: "out.html" leads out of the folder to "{tmp_path}/outside.html"; publish '
        "a copy of the file",
    ]


def test_names_that_are_not_utf_8(tmp_path: Path) -> None:
    """They are shown with their bytes escaped."""
    os.close(os.open(os.fsencode(tmp_path) + b"/\xff.phtml", os.O_CREAT | os.O_WRONLY))
    assert said(tmp_path) == [
        '\\xff.phtml:1:1: "\\xff.phtml" is of a kind that is not known; give it the suffix of '
        "what it holds, or remove it from the folder"
    ]


def test_neither_file_nor_folder(tmp_path: Path) -> None:
    """A pipe is not waited for."""
    os.mkfifo(tmp_path / "a.html")
    assert said(tmp_path) == [
        'a.html:1:1: "a.html" could not be read: neither a file nor a folder; make it readable, '
        "or remove it from the folder"
    ]


@pytest.mark.parametrize(
    ("suffix", "pack"),
    [("gz", gzip.compress), ("br", brotli.compress), ("zst", zstandard.compress)],
)
def test_compressed_copies(tmp_path: Path, suffix: str, pack: object) -> None:
    """A copy must hold what the plain file holds; without one it is read itself."""
    assert callable(pack)
    (tmp_path / "same.html").write_bytes(b"<p>")
    (tmp_path / f"same.html.{suffix}").write_bytes(pack(b"<p>"))
    (tmp_path / "other.html").write_bytes(b"<p>")
    (tmp_path / f"other.html.{suffix}").write_bytes(pack(b"<p>" * 1000))
    (tmp_path / f"alone.html.{suffix}").write_bytes(pack(b"<img src=//a.test>"))
    (tmp_path / f"broken.html.{suffix}").write_bytes(pack(b"<p>")[:-2])
    findings = check(tmp_path, SITE).findings
    assert [(entry.location.path, entry.rule) for entry in findings] == [
        (f"alone.html.{suffix}", "third-party-image"),
        (f"broken.html.{suffix}", "unreadable-file"),
        (f"other.html.{suffix}", "differing-compressed-copy"),
    ]


@pytest.mark.parametrize(
    ("suffix", "pack"),
    [("gz", gzip.compress), ("br", brotli.compress), ("zst", zstandard.compress)],
)
@pytest.mark.parametrize("times", [1, 9_000, 30_000], ids=["small", "135 KB", "450 KB"])
def test_compressed_copies_of_any_size(
    tmp_path: Path, suffix: str, pack: Callable[[bytes], bytes], times: int
) -> None:
    """What unpacks to many pieces, from one piece of input, is read to its end."""
    plain = b"<p>word</p>\n" * times
    (tmp_path / "a.html").write_bytes(plain)
    (tmp_path / f"a.html.{suffix}").write_bytes(pack(plain))
    assert said(tmp_path) == []


def test_a_picture_that_is_a_page(tmp_path: Path) -> None:
    """A name does not hide markup."""
    (tmp_path / "a.png").write_text("<!doctype html><img src=//a.test>")
    assert [entry.rule for entry in check(tmp_path, SITE).findings] == ["third-party-image"]


def test_files_read_as_what_uses_them(tmp_path: Path) -> None:
    """A text that is linked as a style sheet is one, and so is what it imports."""
    (tmp_path / "index.html").write_text("<link rel=stylesheet href=a.txt>")
    (tmp_path / "a.txt").write_text("@import 'b';")
    (tmp_path / "b").write_text("p { background: url(//a.test) }")
    findings = check(tmp_path, SITE).findings
    assert [(entry.location.path, entry.rule) for entry in findings] == [
        ("b", "third-party-style-resource")
    ]

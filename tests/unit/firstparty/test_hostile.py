"""No bytes make the guard crash, hang or swell: what cannot be read is a finding."""

from __future__ import annotations

import gzip
import multiprocessing
import time
from itertools import pairwise
from typing import TYPE_CHECKING

import brotli
import pytest
import zstandard

from firstparty import reading, workers
from firstparty.audit import check
from firstparty.extract import compressed
from firstparty.extract.tangle import is_tangled

if TYPE_CHECKING:
    from pathlib import Path

SITE = "https://site.test"
LEAK = "<img src=//a.test>"


def rules(folder: Path) -> list[str]:
    """The rules of the findings, in order."""
    return [finding.rule for finding in check(folder, SITE).findings]


@pytest.mark.parametrize(
    "text",
    [
        "<div>" * 100_000,
        "<p>".join(f"<font color={number}>" for number in range(5_000)),
        "<svg><g>" * 50_000,
    ],
    ids=["depth", "formatting", "drawing"],
)
def test_a_tangle_is_read_flat(tmp_path: Path, text: str) -> None:
    """What costs a parser the square of its size is read without a tree, and said."""
    (tmp_path / "a.html").write_text(text + LEAK)
    started = time.process_time()
    assert rules(tmp_path) == ["unread-remainder", "third-party-image"]
    assert time.process_time() - started < 10


def test_large_pages_are_no_tangle() -> None:
    """Lists, tables and drawings of any length are read as trees."""
    assert not is_tangled("<ul>" + "<li><p>x<br><b>y</b>" * 50_000)
    assert not is_tangled("<table>" + "<tr><td>x" * 50_000)
    assert not is_tangled("<svg>" + "<path d='M0 0'/>" * 50_000)


def test_a_billion_laughs(tmp_path: Path) -> None:
    """Entities that expand without end are cut off."""
    names = "abcdefghij"
    entities = "".join(f'<!ENTITY {name} "{f"&{inner};" * 10}">' for inner, name in pairwise(names))
    text = f'<!DOCTYPE x [<!ENTITY a "{"x" * 99}">{entities}]><x>&j;</x>'
    (tmp_path / "a.svg").write_text(text)
    assert rules(tmp_path) == ["unread-remainder"]


@pytest.mark.parametrize(
    ("suffix", "pack"),
    [("gz", gzip.compress), ("br", brotli.compress), ("zst", zstandard.compress)],
)
def test_a_bomb_is_not_unpacked(suffix: str, pack: object) -> None:
    """Unpacking stops at the limit."""
    assert callable(pack)
    assert compressed.unpack(pack(bytes(50_000_000)), suffix, 1000) is None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.css", '"' + " " * 300_000),
        ("a.css", '"' * 300_000),
        ("a.css", "@import url(" * 30_000),
        ("a.css", "a{" * 100_000),
        ("a.css", "\\" * 300_000),
        ("a.json", "[" * 300_000),
        ("a.json", '{"a":' * 60_000),
        ("a.svg", '<svg xmlns="http://www.w3.org/2000/svg">' + "<g>" * 100_000),
        ("a.html", "<template>" * 30_000),
        ("a.html", "<!--" * 75_000),
        ("a.html", "<title>" * 40_000),
        ("a.html", "<img srcset='" + "a 1x," * 60_000),
        ("a.html", "<p title='//a.test>" * 15_000),
        ("a.html", "<iframe srcdoc='" + "&lt;iframe srcdoc=&quot;" * 10_000),
        ("a.html", "<svg><style>" * 20_000),
        ("a.html", "<math><noscript></noscript><script>f('" * 2_000),
        ("a.html", "<svg><script>a<g>" * 4_000),
        ("a.html", "<body><frameset><noscript><img>" * 10_000),
        ("a.html", "\0" * 300_000),
        ("a.xhtml", '<html xmlns="http://www.w3.org/1999/xhtml">' + "<style>a" * 4_000),
        ("a.json", "\0" * 300_000),
        ("a.html", '<script type=speculationrules>{"prefetch":[{"where":' + '{"not":' * 30_000),
        ("a.html", '<script type=speculationrules>{"prefetch":[' + '{"where":{}},' * 20_000),
        (".htaccess", '"' * 300_000),
        ("_headers", "  Link: " + "<a>" * 100_000),
    ],
)  # fmt: skip
def test_time_is_linear(tmp_path: Path, name: str, text: str) -> None:
    """Constructs that never end take seconds, not hours."""
    (tmp_path / name).write_text(text)
    started = time.process_time()
    check(tmp_path, SITE)
    assert time.process_time() - started < 10


def test_documents_inside_documents_end_somewhere(tmp_path: Path) -> None:
    """A document twenty deep is reported, not followed."""
    text = LEAK
    for _ in range(20):
        text = f"<iframe srcdoc='{text.replace('&', '&amp;').replace(chr(39), '&#39;')}'>"
    (tmp_path / "a.html").write_text(text)
    assert rules(tmp_path) == ["unread-remainder"]


def test_a_file_too_large(tmp_path: Path) -> None:
    """It is not read into memory at all."""
    with (tmp_path / "a.html").open("wb") as stream:
        stream.truncate(reading.LARGEST + 1)
    assert [str(finding) for finding in check(tmp_path, SITE).findings] == [
        "a.html:1:1: the file was not read to its end: it has 134,217,729 bytes; make it smaller "
        "or flatter"
    ]


def _stubborn(file: object, origins: object, cache: object) -> reading.FileResult:
    """A reader that hangs on one file, dies on another and computes for ever on a third."""
    path = getattr(file, "path", "")
    if path == "hang.html":
        time.sleep(600)
    if path == "die.html":
        raise SystemExit(3)
    if path == "spin.html":
        while True:
            pass
    return reading.read_file(file, origins, cache=cache)  # type: ignore[arg-type]  # handed through


def test_a_reader_that_hangs_or_dies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its file is a finding, and every other file is read all the same."""
    monkeypatch.setattr(workers, "read_file", _stubborn)
    # Only a forked process knows the reader that was put in here.
    monkeypatch.setattr(workers, "_context", lambda: multiprocessing.get_context("fork"))
    monkeypatch.setattr(workers, "_FEW", 0)
    monkeypatch.setattr(workers, "_PATIENCE", 0.5)
    monkeypatch.setattr(workers, "_BUSY", 12)
    for name in ("a", "b", "die", "hang", "z"):
        (tmp_path / f"{name}.html").write_text(LEAK)
    findings = check(tmp_path, SITE).findings
    assert [(finding.location.path, finding.rule) for finding in findings] == [
        ("a.html", "third-party-image"),
        ("b.html", "third-party-image"),
        ("die.html", "unread-remainder"),
        ("hang.html", "unread-remainder"),
        ("z.html", "third-party-image"),
    ]


def test_a_reader_that_computes_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is stopped by the time that it computed, however slow the clock goes for it."""
    monkeypatch.setattr(workers, "read_file", _stubborn)
    monkeypatch.setattr(workers, "_context", lambda: multiprocessing.get_context("fork"))
    monkeypatch.setattr(workers, "_FEW", 0)
    monkeypatch.setattr(workers, "_PATIENCE", 0.5)
    monkeypatch.setattr(workers, "_BUSY", 1_000_000)
    for name in ("a", "spin"):
        (tmp_path / f"{name}.html").write_text(LEAK)
    assert rules(tmp_path) == ["third-party-image", "unread-remainder"]


def test_all_cores_find_what_one_finds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The report does not depend on how many processes read, and progress reaches the end."""
    for number in range(120):
        (tmp_path / f"{number}.html").write_text(f"<img src=//h{number}.test>" * (number % 3))
    heard: list[tuple[int, int]] = []
    many = check(tmp_path, SITE, progress=lambda done, total: heard.append((done, total)))
    monkeypatch.setattr(workers, "_FEW", 1000)
    assert many == check(tmp_path, SITE)
    assert len(many.findings) == 120
    assert heard[-1] == (120, 120)


def test_a_reader_that_raises(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of a parser is a finding about its file."""

    def broken(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr(reading, "read_content", broken)
    (tmp_path / "a.html").write_text("")
    assert [str(finding) for finding in check(tmp_path, SITE).findings] == [
        'a.html:1:1: "a.html" could not be read: RecursionError in its reader; make it readable, '
        "or remove it from the folder"
    ]

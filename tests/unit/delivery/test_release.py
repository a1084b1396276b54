"""What a release adds: compressed copies, digests, an archive; the same bytes every time."""

from __future__ import annotations

import gzip
import os
import random
import subprocess
import tarfile
from typing import TYPE_CHECKING

import brotli
import pytest
import zstandard

from delivery.release import archive, content_time, settle_times, write_copies, write_sums

if TYPE_CHECKING:
    from pathlib import Path

PAGE = "<!doctype html><title>Karten</title><p>" + "Grüße aus Oldenburg. " * 40
NOISE = random.Random(1).randbytes(500).hex()  # noqa: S311 - a font is as hard to pack
FILES = {
    "index.html": PAGE,
    "de/index.html": PAGE.replace("Karten", "Datenschutz"),
    "static/a.89abcdef.woff2": NOISE,
    "tiny.txt": "nichts",
    "_headers": "/*\n  X: y\n" * 40,
}


def written(folder: Path, names: list[str]) -> Path:
    """Write the site, one file after the other in this order."""
    for number, name in enumerate(names):
        path = folder / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(FILES[name], encoding="utf-8")
        path.chmod(0o600 if number % 2 else 0o644)
        os.utime(path, (number, number))
    return folder / "site"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Write the site in its order."""
    return written(tmp_path, list(FILES))


def names(site: Path) -> list[str]:
    """Every file."""
    return sorted(p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file())


def test_copies(site: Path) -> None:
    """Pages get a copy for each coding; fonts, tiny files and instructions for hosts do not."""
    write_copies(site)
    pages = ["de/index.html", "index.html"]
    made = [f"{page}{suffix}" for page in pages for suffix in (".br", ".gz", ".zst")]
    assert names(site) == sorted([*FILES, *made])
    for page in pages:
        plain = (site / page).read_bytes()
        assert brotli.decompress((site / f"{page}.br").read_bytes()) == plain
        assert gzip.decompress((site / f"{page}.gz").read_bytes()) == plain
        assert zstandard.decompress((site / f"{page}.zst").read_bytes()) == plain


def test_sums(site: Path) -> None:
    """`sha256sum --check` reads the list, finds every file right, and a changed one wrong."""
    write_sums(site)
    listed = [line.split("  ")[1] for line in (site / "SHA256SUMS").read_text().splitlines()]
    assert listed == sorted(FILES)
    check = ["sha256sum", "--check", "--quiet", "SHA256SUMS"]
    assert subprocess.run(check, cwd=site, check=False).returncode == 0
    (site / "tiny.txt").write_text("etwas")
    done = subprocess.run(check, cwd=site, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (1, "tiny.txt: FAILED\n")
    write_sums(site)  # does not list itself
    assert subprocess.run(check, cwd=site, check=False).returncode == 0


def test_the_same_bytes(tmp_path: Path) -> None:
    """Whatever the order of writing, the clock, the rights and the folder."""
    results = []
    for folder, order in (("one", list(FILES)), ("two", list(FILES)[::-1])):
        site = written(tmp_path / folder, order)
        write_copies(site)
        write_sums(site)
        archive(site, tmp_path / f"{folder}.tar.gz")
        results.append((tmp_path / f"{folder}.tar.gz").read_bytes())
    assert results[0] == results[1]


def test_archive(site: Path, tmp_path: Path) -> None:
    """It holds every file in one folder, readable for all, without owner and name."""
    archive(site, tmp_path / "site.tar.gz")
    with tarfile.open(tmp_path / "site.tar.gz") as tar:
        entries = tar.getmembers()
        assert [entry.name for entry in entries] == [f"site/{name}" for name in sorted(FILES)]
        facts = {(e.mode, e.uid, e.gid, e.uname, e.gname) for e in entries}
        assert facts == {(0o644, 0, 0, "", "")}
        page = tar.extractfile("site/index.html")
        assert page is not None
        assert page.read() == PAGE.encode()


def test_times(site: Path, tmp_path: Path) -> None:
    """A file's time follows from its content alone, in the folder as in the archive."""
    settle_times(site)
    archive(site, tmp_path / "site.tar.gz")
    with tarfile.open(tmp_path / "site.tar.gz") as packed:
        times = {entry.name.removeprefix("site/"): entry.mtime for entry in packed}
    assert times == {name: (site / name).stat().st_mtime for name in FILES}
    assert times == {name: content_time(text.encode()) for name, text in FILES.items()}


def test_same_size_other_time() -> None:
    """A correction that does not change the size changes the time, and with it a server's tag."""
    assert content_time(b"90 Tage") != content_time(b"60 Tage")
    assert content_time(b"90 Tage") == 1_028_419_989

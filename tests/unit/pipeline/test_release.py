"""A release is made whole or not at all; it refuses what a preview shows."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from editorial.problems import BuildStopped
from firstparty.model import Finding, Location, Severity
from pipeline import release
from pipeline.release import refuse
from tests.unit.notices import small_corpus
from tests.unit.pipeline import small_site
from tests.unit.pipeline.failures import PRIVACY, edit

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

#: A register as an operator has it: with a period for every log.
LOGS = """
[retention.access_logs]
days = 90
reason = { de = "A", en = "A" }

[retention.website_logs]
days = 90
reason = { de = "A", en = "A" }

[retention.abuse_logs]
period = ""
reason = { de = "A", en = "A" }
"""
PROGRAM = "nginx/usr/local/lib/firstparty/logs.pyz"
NOTHING = "Nothing was released; what lay in dist/ is untouched.\n"


def test_sound(tmp_path: Path) -> None:
    """Texts that agree and are published stop nothing."""
    refuse(small_corpus.of(tmp_path).site)


def test_unpublished(tmp_path: Path) -> None:
    """A sentence that changed in one language stops a release, with everything that is wrong."""
    change = edit(PRIVACY, "nennt jedes Cookie", "nennt alle Cookies")
    with pytest.raises(BuildStopped) as stopped:
        refuse(small_corpus.of(tmp_path, change).site)
    assert [finding.rule for finding in stopped.value.findings] == [
        "unconfirmed-pair",
        "unpublished-change",
    ]


def _site(folder: Path, *_: object, **__: object) -> tuple[Finding, ...]:
    """Write what stands for a site here."""
    folder.mkdir(parents=True)
    (folder / "index.html").write_text("<!doctype html><title>new</title>")
    return ()


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give sources without a Pelican, and an older release of them."""
    root = tmp_path / "sources"
    small_site.write(root)
    register = root / "processing.toml"
    texts = register.read_text(encoding="utf-8")
    register.write_text(texts + LOGS, encoding="utf-8")
    dist = root / "dist"
    for name in ("site/index.html", "nginx/etc/old.conf", "SHA256SUMS"):
        (dist / name).parent.mkdir(parents=True, exist_ok=True)
        (dist / name).write_text("old")
    monkeypatch.setattr(release, "ROOT", root)
    monkeypatch.setattr(release, "DIST", dist)
    monkeypatch.setattr(release, "build", _site)
    return root


def _tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_a_release_replaces_the_older_one(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What an older release had more of is gone, and every digest is listed."""
    assert release.main(["--allow-gaps"]) == 0
    assert capsys.readouterr().err.splitlines()[-1] == "Released into dist"
    names = set(_tree(root / "dist"))
    assert "nginx/etc/old.conf" not in names
    assert {"site/index.html", "site.tar.gz", PROGRAM} <= names
    sums = (root / "dist/SHA256SUMS").read_text()
    assert {line.split("  ", 1)[1] for line in sums.splitlines()} == names - {"SHA256SUMS"}
    assert not list(root.glob(".dist-*"))


def _broken_register(root: Path) -> str:
    with (root / "company.toml").open("a") as file:
        file.write("x = [\n")
    line = (root / "company.toml").read_text(encoding="utf-8").count("\n")
    return (
        f"company.toml:{line}:6: this is not TOML: Invalid value; look at the quotation marks and "
        "brackets here (unreadable-register)\n"
    )


def _open_period(root: Path) -> str:
    edit(
        "processing.toml",
        "[retention.website_logs]\ndays = 90",
        '[retention.website_logs]\nperiod = ""',
    )(root)
    text = (root / "processing.toml").read_text(encoding="utf-8")
    line = text[: text.index("[retention.website_logs]")].count("\n") + 2
    return (
        f"processing.toml:{line}:1: without a period for 'website_logs' no server can keep logs; "
        "supply it, a draft cannot do without it either (open-gap)\n"
    )


@pytest.mark.parametrize("plant", [_broken_register, _open_period])
def test_registers_that_no_release_can_be_made_of(
    root: Path, capsys: pytest.CaptureFixture[str], plant: Callable[[Path], str]
) -> None:
    """The place and the reason are named; the older release stays as it was."""
    before = _tree(root / "dist")
    said = plant(root)
    assert release.main(["--allow-gaps"]) == 1
    assert capsys.readouterr().err.endswith(f"{said}{NOTHING}")
    assert _tree(root / "dist") == before


def test_a_text_that_stops_the_build(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The older release stays, and nothing else."""
    finding = Finding("a-rule", Severity.ERROR, "a message", "", Location("content/a.md", 2, 3))
    monkeypatch.setattr(release, "build", lambda *_, **__: (finding,))
    before = _tree(root / "dist")
    assert release.main(["--allow-gaps"]) == 1
    assert capsys.readouterr().err.endswith(f"content/a.md:2:3: a message (a-rule)\n{NOTHING}")
    assert _tree(root / "dist") == before
    assert not list(root.glob(".dist-*"))


def test_a_disk_that_is_full(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The older release stays whole, whatever happens before the new one is."""
    before = _tree(root / "dist")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "SHA256SUMS")

    monkeypatch.setattr(release, "write_sums", full)
    assert release.main(["--allow-gaps"]) == 2
    assert capsys.readouterr().err.endswith(
        "'SHA256SUMS' cannot be written or read: No space left on device\n"
    )
    assert _tree(root / "dist") == before
    assert not list(root.glob(".dist-*"))


def test_a_folder_that_holds_something_else(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Only an older release is replaced."""
    dist = root / "dist"
    shutil.rmtree(dist)
    dist.mkdir()
    (dist / "diary.txt").write_text("mine")
    assert release.main(["--allow-gaps"]) == 2
    assert capsys.readouterr().err.endswith(
        f"'{dist}' holds other files than a built site, which would be lost; "
        "name another folder, or empty it first\n"
    )
    assert _tree(dist) == {"diary.txt": b"mine"}

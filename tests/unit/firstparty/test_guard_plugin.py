"""The Pelican adapter: findings fail the build."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from plugins import guard

if TYPE_CHECKING:
    from pathlib import Path


def pelican(output: Path, **settings: object) -> SimpleNamespace:
    """What the adapter reads of Pelican."""
    known = {"OUTPUT_PATH": str(output), "SITEURL": "https://site.test"}
    return SimpleNamespace(settings=known | settings)


def test_a_clean_output_passes(tmp_path: Path) -> None:
    """Nothing is raised."""
    (tmp_path / "index.html").write_text("<img src=/a.png>")
    guard.guard_output(pelican(tmp_path))


def test_findings_fail_the_build(tmp_path: Path) -> None:
    """All of them are in the message, and the exit code is that of the command."""
    (tmp_path / "index.html").write_text("<img src=//a.test><img src=//b.test>")
    with pytest.raises(guard.GuardFailed) as caught:
        guard.guard_output(pelican(tmp_path))
    assert caught.value.exitcode == 1
    assert str(caught.value) == (
        '\nindex.html:1:6: the image "//a.test" in <img src> would be fetched from a.test; copy it '
        "into the site and name the copy\n"
        'index.html:1:24: the image "//b.test" in <img src> would be fetched from b.test; copy it '
        "into the site and name the copy"
    )


def test_settings(tmp_path: Path) -> None:
    """Allowed origins and a baseline are settings of the site."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("<img src=//a.test><img src=//b.test>")
    baseline = tmp_path / "baseline.toml"
    baseline.write_text(
        '[[accepted]]\nrule = "third-party-image"\npath = "index.html"\nevidence = "//b.test"\n'
        'reason = "shown"\ndate = 2026-11-24\n'
    )
    settings = {
        "FIRSTPARTY_ALLOW_ORIGINS": ["https://a.test"],
        "FIRSTPARTY_BASELINE": str(baseline),
    }
    guard.guard_output(pelican(site, **settings))

"""Every vector of the corpus, planted into the real site, stops the build; the old output stays."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from plugins import guard
from tests.corpus.cases import cases

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.corpus.cases import Case

ROOT = Path(__file__).resolve().parents[2]

LEAKING = [case for case in cases() if case.kind == "leak"]
FILES = [case for case in LEAKING if not case.path.is_dir()]
FOLDERS = [case for case in LEAKING if case.path.is_dir()]
FIRST = list({case.rule: case for case in reversed(FILES)}.values())

#: The settings of this repository, and a plugin that plants before the guard looks.
SETTINGS = """\
import sys
sys.path.insert(0, {root!r})
from pelicanconf import *
PATH, THEME, PLUGIN_PATHS = {root!r} + "/content", {root!r} + "/theme", [{root!r}, {here!r}]
PLUGINS = [
    name for plugin in PLUGINS
    for name in (["planting", plugin] if plugin == "plugins.guard" else [plugin])
]
"""
PLUGIN = """\
import shutil
from pathlib import Path
from pelican import signals

def plant(pelican):
    for file in Path({planted!r}).iterdir():
        shutil.copy(file, Path(pelican.settings["OUTPUT_PATH"]) / file.name)

def register():
    signals.finalized.connect(plant)
"""


def whole_build(tmp_path: Path, planted: Path, output: Path) -> tuple[int, set[str]]:
    """Pelican on the real texts with files planted: the exit code, and the paths of findings.

    In a process of its own, because Pelican remembers every plugin that was ever loaded.
    """
    (tmp_path / "planting.py").write_text(PLUGIN.format(planted=str(planted)), "utf-8")
    settings = tmp_path / "settings.py"
    settings.write_text(SETTINGS.format(root=str(ROOT), here=str(tmp_path)), "utf-8")
    report = tmp_path / "report.json"
    options = ["--output", output, "--settings", settings, "--report", report]
    command = [sys.executable, "-m", "pipeline.build", *options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    said = json.loads(report.read_text("utf-8"))
    return done.returncode, {published(finding) for finding in said["findings"]}


def published(finding: Mapping[str, str]) -> str:
    """The published file: the message keeps it where the place is that of a source."""
    kept = re.search(r"\(published at (.+?):\d+:\d+", finding["message"])
    return kept[1] if kept else finding["path"]


def test_every_vector_stops_a_whole_build(tmp_path: Path) -> None:
    """One build with each single file beside the real pages: all are named, nothing is swapped."""
    planted, output = tmp_path / "planted", tmp_path / "published" / "site"
    planted.mkdir()
    for case in FILES:
        shutil.copy(case.path, planted / case.path.name, follow_symlinks=False)
    output.mkdir(parents=True)
    (output / "index.html").write_text("the last good one", "utf-8")
    (output / "_headers").touch()  # what every build has
    code, found = whole_build(tmp_path, planted, output)
    assert code == 1
    assert found == {case.path.name for case in FILES}
    assert [path.name for path in output.parent.iterdir()] == ["site"]
    assert {path.name for path in output.iterdir()} == {"index.html", "_headers"}
    assert (output / "index.html").read_text("utf-8") == "the last good one"


def test_nothing_planted_is_built(tmp_path: Path) -> None:
    """The same build with nothing planted takes the place of the old one."""
    planted, output = tmp_path / "planted", tmp_path / "published" / "site"
    planted.mkdir()
    output.mkdir(parents=True)
    (output / "index.html").write_text("the last good one", "utf-8")
    (output / "_headers").touch()
    assert whole_build(tmp_path, planted, output) == (0, set())
    assert (output / "de" / "index.html").exists()
    assert not (output / "index.html").read_text("utf-8").startswith("the last good one")


def guarded(site: Path, files: Mapping[str, Path], facts: object, folder: Path) -> set[str]:
    """What the guard of the build names when files are planted into a copy of the real site."""
    copy = folder / "site"
    shutil.copytree(site, copy, copy_function=os.link)
    for path, file in files.items():
        target = copy / path
        target.unlink(missing_ok=True)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, target, follow_symlinks=False)
    settings = {"OUTPUT_PATH": str(copy), "SITEURL": facts.company.site_url}
    with pytest.raises(guard.GuardFailed) as caught:
        guard.guard_output(SimpleNamespace(settings=settings))
    return {finding.location.path for finding in caught.value.report.findings}


@pytest.mark.parametrize("case", FOLDERS, ids=lambda case: case.name)
def test_a_vector_of_several_files_stops_the_build(
    case: Case, built_site: Path, facts: object, tmp_path: Path
) -> None:
    """Its files in the place of the site's own are named, whatever else is there."""
    assert guarded(built_site, case.files, facts, tmp_path) >= {e.path for e in case.findings}


@pytest.mark.parametrize("case", FIRST, ids=lambda case: case.rule)
def test_one_vector_alone_stops_the_build(
    case: Case, built_site: Path, facts: object, tmp_path: Path
) -> None:
    """One file too many among all the good ones is enough, and is the only one named."""
    assert guarded(built_site, case.files, facts, tmp_path) == {case.path.name}

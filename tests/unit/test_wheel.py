"""The guard is installable by itself: the wheel has it, its plugin, and nothing of the site."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import venv
import zipfile
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
_NAME = re.compile(r"[A-Za-z0-9._-]+")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Build the wheel, offline."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel"]
    subprocess.run([*command, "--directory", folder], cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def _needed(name, found=None):
    """Give a distribution and everything that it declares to need, here and now."""
    found = {} if found is None else found
    key = name.lower().replace("_", "-")
    if key not in found:
        found[key] = metadata.distribution(name)
        for requirement in found[key].requires or ():
            marker = requirement.partition(";")[2]
            if "extra" not in marker and "python_version <" not in marker:
                _needed(_NAME.match(requirement)[0], found)
    return found


@pytest.fixture(scope="module")
def python(wheel, tmp_path_factory):
    """Make an environment that holds the wheel and what it declares, and nothing else.

    The dependencies are linked from the environment of the tests: no test visits the network.
    """
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, symlinks=True, with_pip=False)
    (packages,) = folder.glob("lib/python*/site-packages")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(packages)
        (described,) = (n for n in archive.namelist() if n.endswith(".dist-info/METADATA"))
        text = archive.read(described).decode()
    for line in re.findall(r"^Requires-Dist: (.*)$", text, re.MULTILINE):
        for distribution in _needed(_NAME.match(line)[0]).values():
            for top in {Path(file).parts[0] for file in distribution.files}:
                source = Path(distribution.locate_file(top))
                if top != ".." and source.exists() and not (packages / top).exists():
                    (packages / top).symlink_to(source)
    return folder / "bin" / "python"


def test_the_wheel_holds_the_guard_and_nothing_of_the_site(wheel):
    """Two packages: `firstparty`, and the plugin in Pelican's namespace."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    tops = {name.split("/")[0] for name in names if ".dist-info/" not in name}
    assert tops == {"firstparty", "pelican"}
    assert [name for name in names if name.startswith("pelican/")] == [
        "pelican/plugins/firstparty_guard/__init__.py"
    ]


def test_it_checks_a_folder_of_another_generator(python, tmp_path):
    """Installed alone, it finds the one foreign picture in a folder as Hugo writes it."""
    public = tmp_path / "public"
    (public / "posts" / "first").mkdir(parents=True)
    page = '<!doctype html><title>x</title><link rel="stylesheet" href="/css/main.css">{}'
    (public / "css").mkdir()
    (public / "css" / "main.css").write_text("body { color: #222 }")
    (public / "index.html").write_text(page.format('<a href="https://other.example/">out</a>'))
    (public / "posts" / "first" / "index.html").write_text(
        page.format('<img src="https://cdn.example/x.png" alt="">')
    )
    command = [python, "-m", "firstparty", "check", public, "--site-url", "https://example.org"]
    done = subprocess.run(
        [*command, "--format", "json"], check=False, capture_output=True, text=True, cwd=tmp_path
    )
    assert done.stderr == ""
    report = json.loads(done.stdout)
    assert done.returncode == 1
    assert [(f["rule"], f["path"], f["url"]) for f in report["findings"]] == [
        ("third-party-image", "posts/first/index.html", "https://cdn.example/x.png")
    ]
    assert report["checked"]["files"] == 3

"""What many tests share: the facts, and the real site, built once for all processes."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest
from playwright.sync_api import sync_playwright

from editorial import facts as registers
from pipeline import chromium
from pipeline.build import build
from witness import profile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

    from editorial.facts import Facts

ROOT = Path(__file__).resolve().parent.parent

# Messages are English, whatever the terminal of whoever runs the tests speaks.
os.environ["LC_ALL"] = "C.UTF-8"

# A busy machine is no defect.
hypothesis.settings.register_profile("unhurried", deadline=None)
hypothesis.settings.load_profile("unhurried")

#: Chromium's sandbox needs an unprivileged user; tests in containers run as root.
ARGUMENTS = ["--no-sandbox", profile.UNMOVED]

#: The settings of this repository without one plugin, from another folder.
_WITHOUT_MINIFYING = """\
import sys
sys.path.insert(0, {root!r})
from pelicanconf import *
PATH, THEME, PLUGIN_PATHS = {root!r} + "/content", {root!r} + "/theme", [{root!r}]
PLUGINS = [name for name in PLUGINS if name != "plugins.minify"]
"""


@pytest.fixture(scope="session")
def playwright():
    """Drive browsers."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright) -> Iterator[Browser]:
    """Start the Chromium that `make test` found or installed."""
    path = chromium.ensure()
    browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def facts() -> Facts:
    """Read the registers of this repository."""
    return registers.load(ROOT)


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site of this repository; tests read it and never write into it."""
    return _once(tmp_path_factory, "built", build)


@pytest.fixture(scope="session")
def unminified_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the same site, its pages as the templates write them."""

    def build_unminified(output: Path) -> object:
        settings = output.parent / "settings.py"
        settings.write_text(_WITHOUT_MINIFYING.format(root=str(ROOT)), encoding="utf-8")
        # In a process of its own: Pelican's signals remember every plugin that was ever loaded.
        command = [sys.executable, "-m", "pipeline.build", "--output", output]
        done = subprocess.run([*command, "--settings", settings], cwd=ROOT, check=False)
        return () if done.returncode == 0 else done

    return _once(tmp_path_factory, "unminified", build_unminified)


def _once(factory: pytest.TempPathFactory, name: str, build_into: Callable[[Path], object]) -> Path:
    """Build in the first process that asks; the others wait, and read what it built."""
    base = factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder = shared / f"site-{name}"
    with (shared / f"site-{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        output = folder / "output"
        if not output.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            assert build_into(output) == ()
    return output

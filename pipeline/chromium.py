"""Finds a Chromium for the browser tests, or installs one: `python -m pipeline.chromium`.

In this order: one that is installed, Playwright's own, Debian's package.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from messages import choice, say, speaking
from pipeline import debian

NAMES = ("chromium", "chromium-browser", "google-chrome")


def installed() -> Path | None:
    """Give the path of a Chromium that can be started, or None."""
    for name in NAMES:
        if found := shutil.which(name):
            return Path(found)
    return _playwrights_own()


def ensure() -> Path:
    """Give the path of a Chromium, installing one where that is possible.

    Raises `SystemExit` with one sentence that says what to do.
    """
    return installed() or _from_playwright() or _from_debian() or sys.exit(_advice())


def _advice() -> str:
    return say(
        "No Chromium was found and none could be installed: "
        "install one as `chromium` or `google-chrome`, then run `make test` again"
    )


def _playwrights_own() -> Path | None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - slow, and rarely needed

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if path.exists() else None


def _from_playwright() -> Path | None:
    print(say("Installing Chromium with Playwright …"), flush=True)
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    done = subprocess.run(command, check=False, capture_output=True)
    return _playwrights_own() if done.returncode == 0 else None


def _from_debian() -> Path | None:
    print(say("Installing Debian's package `chromium` …"), flush=True)
    return installed() if debian.install("chromium") else None


if __name__ == "__main__":
    with speaking(choice.preferred(os.environ)):
        ensure()

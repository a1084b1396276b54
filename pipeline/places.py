"""Where a build goes: a folder that is new, empty, or an older build, replaced as a whole."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from messages import say

#: What every built site has, and every release; a folder with other things is somebody's work.
SITE = "_headers"
RELEASE = "SHA256SUMS"


class CannotBuildError(Exception):
    """There is no place for the build; the message is one sentence."""


def stage(folder: Path, mark: str = SITE) -> Path:
    """Make an empty folder beside the one that is to be replaced, which is never a link.

    Raises `CannotBuildError` where nothing can be written, or `folder` holds something else than
    an older build with `mark` in it.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        if folder.exists() and not folder.is_dir():
            words = say("'{folder}' is a file; name a folder for the site", folder=folder)
            raise CannotBuildError(words)
        if folder.exists() and any(folder.iterdir()) and not (folder / mark).is_file():
            words = say(
                "'{folder}' holds other files than a built site, which would be lost; "
                "name another folder, or empty it first",
                folder=folder,
            )
            raise CannotBuildError(words)
        staging = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
        staging.chmod(0o755)
    except OSError as error:
        words = say(
            "'{folder}' cannot be written: {reason}; name another folder",
            folder=folder,
            reason=error.strerror or error,
        )
        raise CannotBuildError(words) from error
    return staging


def swap(staging: Path, folder: Path) -> None:
    """Put the new folder in the place of the old one by renaming both."""
    if not folder.exists():
        staging.rename(folder)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        os.replace(folder, old)  # noqa: PTH105 - onto an empty folder, which Path.rename may refuse
        try:
            staging.rename(folder)
        except OSError:
            os.replace(old, folder)  # noqa: PTH105
            raise
    finally:
        shutil.rmtree(old, ignore_errors=True)


def named(folder: Path) -> Path:
    """Follow the links of a folder that somebody named; raises `CannotBuildError` for a loop."""
    try:
        return folder.resolve()
    except (OSError, RuntimeError) as error:  # Python 3.13 has the first, 3.11 the second
        words = say("'{folder}' leads to itself; name another folder", folder=folder)
        raise CannotBuildError(words) from error

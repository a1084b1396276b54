"""The files of a published folder, in a stable order, and what is wrong with their names."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class UnreadableFolderError(OSError):
    """The folder to be checked is not there or cannot be listed."""


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A file as the folder lists it; `path` is relative, with `/`; `trouble` says why not."""

    path: str
    full: Path
    size: int
    trouble: str = ""
    escapes: bool = False

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition("/")[2]


def published_files(directory: Path) -> list[PublishedFile]:
    """All files below a folder, sorted by path; symbolic links to folders are not followed.

    Raises UnreadableFolderError when the folder itself cannot be listed.
    """
    if not os.path.isdir(directory):  # noqa: PTH112 - a name that is too long is none
        raise UnreadableFolderError(f"{directory}: no such folder; build the site first")
    root = directory.resolve()
    return sorted(_walk(directory, root), key=lambda file: file.path)


def _walk(directory: Path, root: Path) -> Iterator[PublishedFile]:
    """Folder after folder; what the system tells with a name is not asked again."""
    pending = [(str(directory), "")]
    while pending:
        folder, prefix = pending.pop()
        try:
            with os.scandir(folder) as listing:
                entries = list(listing)
        except OSError as error:
            reason = error.strerror or "unreadable"
            if not prefix:
                raise UnreadableFolderError(f"{directory}: {reason}; make it readable") from error
            yield PublishedFile(_shown(prefix[:-1]), Path(folder), 0, reason)
            continue
        for entry in entries:
            path = prefix + entry.name
            link = _symlink(_shown(path), Path(entry.path), root) if entry.is_symlink() else None
            if link is not None:
                yield link
            elif entry.is_dir(follow_symlinks=False):
                pending.append((entry.path, f"{path}/"))
            elif not entry.is_dir():
                yield _file(_shown(path), entry)


def _shown(path: str) -> str:
    """A path as a report shows it, also where the system's bytes are no text."""
    return os.fsencode(path).decode(errors="backslashreplace")


def _symlink(path: str, full: Path, root: Path) -> PublishedFile | None:
    """A symbolic link that leads out of the folder, in a circle or nowhere; else None."""
    try:
        target = full.resolve(strict=True)
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or "a circle of symbolic links"
        return PublishedFile(path, full, 0, reason)
    if not target.is_relative_to(root):
        return PublishedFile(path, full, 0, str(target), escapes=True)
    if full.parent.resolve().is_relative_to(target):
        return PublishedFile(path, full, 0, "a circle of symbolic links")
    return None


def _file(path: str, entry: os.DirEntry[str]) -> PublishedFile:
    full = Path(entry.path)
    try:
        status = entry.stat()
    except OSError as error:
        return PublishedFile(path, full, 0, error.strerror or "unreadable")
    if not stat.S_ISREG(status.st_mode):
        return PublishedFile(path, full, 0, "neither a file nor a folder")
    return PublishedFile(path, full, status.st_size)

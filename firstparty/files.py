"""The files of a published folder, in a stable order, and what is wrong with their names."""

from __future__ import annotations

import os
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
    if not directory.is_dir():
        raise UnreadableFolderError(f"{directory}: no such folder; build the site first")
    root = directory.resolve()
    return sorted(_walk(directory, root), key=lambda file: file.path)


def _walk(directory: Path, root: Path) -> Iterator[PublishedFile]:
    troubles: list[OSError] = []
    for folder, names, files in os.walk(directory, onerror=troubles.append):
        here = Path(folder)
        for name in sorted(names):
            full = here / name
            if full.is_symlink():
                link = _symlink(full, directory, root)
                if link is not None:
                    yield link
        for name in files:
            full = here / name
            link = _symlink(full, directory, root) if full.is_symlink() else None
            yield link or _file(full, directory)
    for error in troubles:
        full = Path(os.fsdecode(error.filename or directory))
        if full == directory:
            raise UnreadableFolderError(f"{directory}: {error.strerror}; make it readable")
        yield PublishedFile(_relative(full, directory), full, 0, error.strerror or "unreadable")


def _relative(full: Path, directory: Path) -> str:
    text = full.relative_to(directory).as_posix()
    return os.fsencode(text).decode(errors="backslashreplace")


def _symlink(full: Path, directory: Path, root: Path) -> PublishedFile | None:
    """A symbolic link that leads out of the folder, in a circle or nowhere; else None."""
    path = _relative(full, directory)
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


def _file(full: Path, directory: Path) -> PublishedFile:
    path = _relative(full, directory)
    try:
        status = full.stat()
    except OSError as error:
        return PublishedFile(path, full, 0, error.strerror or "unreadable")
    if not full.is_file():
        return PublishedFile(path, full, 0, "neither a file nor a folder")
    return PublishedFile(path, full, status.st_size)

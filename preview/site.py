"""From the path of a request to a file of the built site, or to where it moved, or to nothing."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from delivery.codings import CODINGS
from delivery.paths import PRIVATE, WELL_KNOWN

if TYPE_CHECKING:
    from pathlib import Path

#: Most file systems refuse longer names.
NAME_BYTES = 255


@dataclass(frozen=True, slots=True)
class Moved:
    """A folder that was asked for without its slash; `location` is a path on this origin."""

    location: str


def look_up(root: Path, path: str) -> Path | Moved | None:
    """Find what a decoded path names; None for whatever is not to be served.

    Folders give their `index.html` and are never listed; nothing outside of `root` is found.
    """
    names = path.strip("/").split("/")
    wanted = root.joinpath(*names)
    if not path.startswith("/") or "//" in path or not _is_public(names):
        return None
    if not wanted.resolve().is_relative_to(root.resolve()):
        return None
    index = _file(wanted / "index.html")
    if path.endswith("/"):
        return index
    return Moved(quote(f"/{'/'.join(names)}/")) if index else _file(wanted)


def _is_public(names: list[str]) -> bool:
    """Tell whether a build writes such names, and for visitors."""
    hidden = [name for name in names if name.startswith(".")]
    return (
        all(map(_is_name, names))
        and (not hidden or hidden == [WELL_KNOWN] == names[:1])
        and not (len(names) == 1 and names[0] in PRIVATE)
        and not names[-1].endswith(tuple(CODINGS.values()))
    )


def _is_name(name: str) -> bool:
    return name.isprintable() and "\\" not in name and len(name.encode()) <= NAME_BYTES


def _file(path: Path) -> Path | None:
    return path if os.path.isfile(path) else None  # noqa: PTH113 - false for too long a path, too

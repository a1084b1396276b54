"""Files, one for each kind and day, and the lock under which they change."""

from __future__ import annotations

import contextlib
import datetime as dt
import fcntl
import os
from collections import defaultdict
from typing import TYPE_CHECKING

from logs.settings import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

LOCK = ".lock"
KINDS = ("access", "error")


def require(*folders: Path) -> None:
    """Raise `Refused` where one of the folders is missing: a collector makes them."""
    for folder in folders:
        if not folder.is_dir():
            raise Refused(f"there is no folder '{folder}': start the collector first")


def name_for(kind: str, at: float) -> str:
    """Name the file of a line: its kind, and its day in UTC."""
    return f"{kind}-{dt.datetime.fromtimestamp(at, dt.UTC).date().isoformat()}.log"


def append(directory: Path, lines: Iterable[tuple[str, str]]) -> None:
    """Append lines, each with the name of its file; raise `OSError` and write no half line."""
    files: defaultdict[str, list[str]] = defaultdict(list)
    for name, line in lines:
        files[name].append(f"{line}\n")
    with locked(directory, shared=True):
        for name, texts in files.items():
            append_to(directory / name, "".join(texts).encode())


def append_to(path: Path, data: bytes, mode: int = 0o640) -> None:
    """Append bytes to a file of ours, all or none of them."""
    with open_own(path, mode) as descriptor:
        before = os.fstat(descriptor).st_size
        try:
            view = memoryview(data)
            while view:
                view = view[os.write(descriptor, view) :]
        except OSError:
            os.ftruncate(descriptor, before)
            raise


@contextlib.contextmanager
def open_own(path: Path, mode: int = 0o640) -> Iterator[int]:
    """Open a file to append to, never through a link; root makes it the folder owner's."""
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC
    descriptor = os.open(path, flags, mode)
    try:
        owner = path.parent.stat()
        if os.geteuid() == 0 and os.fstat(descriptor).st_uid != owner.st_uid:
            os.fchown(descriptor, owner.st_uid, owner.st_gid)
        yield descriptor
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def locked(directory: Path, name: str = LOCK, *, shared: bool = False) -> Iterator[None]:
    """Hold the lock of a folder: shared to append, alone to rename and remove."""
    with open_own(directory / name) as descriptor:
        fcntl.flock(descriptor, fcntl.LOCK_SH if shared else fcntl.LOCK_EX)
        yield

"""Which changes rebuild the site, and that no two builds run at once."""

from __future__ import annotations

from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

import watchfiles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

#: Folders whose every file counts, and single files beside them.
FOLDERS = (
    "content",
    "delivery",
    "editorial",
    "firstparty",
    "messages",
    "notices",
    "pipeline",
    "plugins",
    "registers",
    "theme",
    "translations",
)
FILES = ("company.toml", "pelicanconf.py", "processing.toml")
#: Compiled catalogues are made by the build itself.
MADE = frozenset({".mo"})
#: Milliseconds without a further change before a build starts, and the longest wait for that.
QUIET, LONGEST = 60, 800
#: Seconds in which the other stream may report its part of the same saving.
TOGETHER = 0.1


class Sources(watchfiles.DefaultFilter):
    """Leaves out editors' scratch files and caches, looking at names below the root only."""

    def __init__(self, root: Path) -> None:
        super().__init__()
        self.root = root

    def __call__(self, change: watchfiles.Change, path: str) -> bool:
        """Tell whether a change is one of the sources."""
        relative = Path(path).relative_to(self.root)
        if len(relative.parts) == 1:
            return relative.name in FILES
        return relative.suffix not in MADE and super().__call__(change, str(relative))


def changes(root: Path, stop: Event) -> tuple[Iterator[object], ...]:
    """Give two streams of groups of changes: of the folders, and of the files beside them.

    A single file is watched through its folder: editors replace it, and the watch would go with it.
    """
    root = root.resolve()
    folders = [root / name for name in FOLDERS if (root / name).is_dir()]
    return tuple(
        watchfiles.watch(
            *paths,
            watch_filter=Sources(root),
            step=QUIET,
            debounce=LONGEST,
            stop_event=stop,
            recursive=recursive,
            raise_interrupt=False,
        )
        for paths, recursive in ((folders, True), ([root], False))
        if paths
    )


def rebuild(
    streams: Iterable[Iterable[object]], build: Callable[[], None], stop: Event
) -> tuple[Thread, ...]:
    """Build now and after every change, until `stop`; changes during a build cause one more."""
    due = Event()
    due.set()

    def follow(groups: Iterable[object]) -> None:
        for _ in groups:
            due.set()

    def work() -> None:
        while not stop.is_set():
            if due.wait(TOGETHER) and not stop.wait(TOGETHER):
                due.clear()
                build()

    threads = (
        *(Thread(target=follow, args=(groups,), daemon=True) for groups in streams),
        Thread(target=work, daemon=True),
    )
    for thread in threads:
        thread.start()
    return threads

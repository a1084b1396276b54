"""Which changes rebuild the site."""

from __future__ import annotations

import contextlib
import queue
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from watchfiles import Change

from preview.watch import FILES, FOLDERS, Sources, changes, rebuild

if TYPE_CHECKING:
    from collections.abc import Iterator

REPOSITORY = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("content/pages/home.de.md", True),
        ("theme/static/css/main.css", True),
        ("translations/de/LC_MESSAGES/messages.po", True),
        ("translations/de/LC_MESSAGES/messages.mo", False),
        ("plugins/legal/__init__.py", True),
        ("plugins/legal/__pycache__/__init__.cpython-311.pyc", False),
        ("content/pages/.home.de.md.swp", False),
        ("content/pages/home.de.md~", False),
        ("company.toml", True),
        ("processing.toml", True),
        ("pelicanconf.py", True),
        ("README.md", False),
        ("output", False),
    ],
)
def test_sources(name: str, counts: bool) -> None:  # noqa: FBT001 - a table
    """Sources count, what the build and editors leave behind does not."""
    root = Path("/home/site-packages/.venv/clone")
    assert Sources(root)(Change.modified, str(root / name)) is counts


def test_named_sources_exist() -> None:
    """Every folder and file that is watched is one of the repository."""
    assert [name for name in FOLDERS if not (REPOSITORY / name).is_dir()] == []
    assert [name for name in FILES if not (REPOSITORY / name).is_file()] == []


def test_changes(tmp_path: Path) -> None:
    """A saved text and a replaced register are both seen; a replaced file goes on being seen."""
    text, register = tmp_path / "content" / "a.md", tmp_path / "processing.toml"
    text.parent.mkdir()
    stop = threading.Event()
    folders, files = changes(tmp_path, stop)
    seen: queue.Queue[str] = queue.Queue()

    def follow(stream: Iterator[set[tuple[Change, str]]]) -> None:
        for group in stream:
            for name in {Path(path).name for _, path in group}:
                seen.put(name)

    threads = [threading.Thread(target=follow, args=(stream,)) for stream in (folders, files)]
    for thread in threads:
        thread.start()
    try:
        assert until_seen(seen, text) == "a.md"
        assert until_seen(seen, register) == "processing.toml"
        assert until_seen(seen, register) == "processing.toml"
    finally:
        stop.set()
        for thread in threads:
            thread.join(10)
    assert not any(thread.is_alive() for thread in threads)


def until_seen(seen: queue.Queue[str], path: Path) -> str:
    """Replace a file as editors do, until the watch, once it has begun, reports it."""
    for attempt in range(100):
        scratch = path.with_name("scratch.txt")
        scratch.write_text(str(attempt))
        scratch.replace(path)
        with contextlib.suppress(queue.Empty):
            while (name := seen.get(timeout=0.3)) != path.name:
                pass
            return name
    return "nothing"


class Changes:
    """A stream of changes that the test makes, and waits for until they were taken note of."""

    def __init__(self) -> None:
        self._made: queue.Queue[bool] = queue.Queue()
        self._noted = threading.Semaphore(0)

    def __iter__(self) -> Iterator[None]:
        """Give changes until the test ends."""
        while self._made.get():
            yield
            self._noted.release()

    def make(self) -> None:
        """Change something."""
        self._made.put(item=True)
        assert self._noted.acquire(timeout=20)

    def end(self) -> None:
        """End the stream."""
        self._made.put(item=False)


def test_rebuild() -> None:
    """It builds at once, after a change, and once more after many changes during a build."""
    began, may_end = threading.Semaphore(0), threading.Semaphore(0)

    def build() -> None:
        began.release()
        assert may_end.acquire(timeout=20)

    texts, registers, stop = Changes(), Changes(), threading.Event()
    threads = rebuild((texts, registers), build, stop)
    try:
        assert began.acquire(timeout=20), "nothing was built at the start"
        for _ in range(3):
            texts.make()
            registers.make()
        assert not began.acquire(timeout=0.5), "two builds at once"
        may_end.release()
        assert began.acquire(timeout=20), "the changes during the build caused no other"
        may_end.release()
        assert not began.acquire(timeout=0.5), "one more build than needed"
        registers.make()
        assert began.acquire(timeout=20), "a change while nothing was built caused no build"
    finally:
        stop.set()
        may_end.release()
        texts.end()
        registers.end()
        for thread in threads:
            thread.join(10)
    assert not any(thread.is_alive() for thread in threads)

"""A new release is switched in while visitors read: every page is wholly old or wholly new."""

from __future__ import annotations

import contextlib
import os
import threading
from typing import TYPE_CHECKING

from tests.servers import small_site
from tests.servers.asking import ask, ask_h2, request
from tests.servers.matrix import BR
from tests.servers.running import give_away, running

if TYPE_CHECKING:
    from pathlib import Path

RELEASES = ("first", "second")
SWITCHES = 60
READERS = 3


def page(release: str) -> bytes:
    """Write a page of which every line names its release: longer than any buffer."""
    return b"".join(f"<p>{release} {line}\n".encode() for line in range(20_000))


def write(folder: Path) -> None:
    """Write the release that a folder is named after, and its neighbour."""
    for release in RELEASES:
        other = folder.parent / release
        small_site.write(other)
        file = other / "de/index.html"
        file.write_bytes(page(release))
        small_site.compress(file)


def test_switching(name: str) -> None:
    """Pages, plain and compressed, in HTTP/1.1 and 2, while the link is renamed again and again."""
    pages = {page(release): release for release in RELEASES}
    seen: list[str] = []
    done = threading.Event()
    with running(name, site=write) as server:

        def visit() -> None:
            asked = [
                lambda: ask(server.at(), request("GET /de/")),
                lambda: ask(server.at(), request("GET /de/", BR)),
                lambda: ask_h2(server.at(), "GET /de/", BR),
            ]
            while not done.is_set():
                for one in asked:
                    answer = one()
                    whole = pages.get(answer.text, f"{answer.status}, mixed or cut")
                    seen.append(whole)

        readers = [threading.Thread(target=visit) for _ in range(READERS)]
        for reader in readers:
            reader.start()
        current = server.prefix / "srv/firstparty/current"
        with contextlib.ExitStack() as ending:
            ending.callback(lambda: [reader.join() for reader in readers])
            ending.callback(done.set)
            for turn in range(SWITCHES):
                new = current.with_name("new")
                new.symlink_to(f"releases/{RELEASES[turn % 2 - 1]}")
                give_away(new)
                os.replace(new, current)  # noqa: PTH105 - the rename that the test is about
                before = len(seen)
                while len(seen) < before + READERS:
                    done.wait(0.005)
    assert set(seen) == set(RELEASES)

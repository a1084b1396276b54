"""A new release is switched in while visitors read: every page is wholly old or wholly new."""

from __future__ import annotations

import contextlib
import shutil
import tarfile
import threading
from typing import TYPE_CHECKING

import pytest

from delivery.paths import PLACE
from delivery.release import archive
from tests.servers import small_site
from tests.servers.asking import ask, ask_h2, request
from tests.servers.matrix import BR
from tests.servers.running import running

if TYPE_CHECKING:
    from pathlib import Path

    from tests.servers.running import Running

RELEASES = ("first", "second")
SWITCHES = 30
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
        (other / PLACE).write_text(f"{other}\n", encoding="utf-8")


def switch(server: Running, release: str) -> None:
    """Publish a release as the handbook says: a new link, whoever owns it, takes the old name."""
    new = server.prefix / "srv/firstparty/new"
    new.symlink_to(release)
    new.replace(server.prefix / "srv/firstparty/current")


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
        with contextlib.ExitStack() as ending:
            ending.callback(lambda: [reader.join() for reader in readers])
            ending.callback(done.set)
            for turn in range(SWITCHES):
                switch(server, f"releases/{RELEASES[turn % 2 - 1]}")
                before = len(seen)
                while len(seen) < before + READERS:
                    done.wait(0.005)
    assert set(seen) == set(RELEASES)


@pytest.mark.parametrize("said", ["", "/etc", "{releases}/../../../..", "{releases}/gone/../first"])
def test_a_place_that_is_none(name: str, said: str) -> None:
    """A file that says something else of where the release lies is passed over, and never shown."""

    def told(folder: Path) -> None:
        small_site.write(folder)
        place = said.format(releases=folder.parent)
        (folder / PLACE).write_text(f"{place}\n", encoding="utf-8")

    with running(name, site=told) as server:
        assert ask(server.at(), request("GET /de/")).text == small_site.PUBLIC["de/index.html"]
        assert ask(server.at(), request(f"GET /{PLACE}")).status == 404


def corrected(folder: Path) -> None:
    """Write two releases, packed and unpacked, with pages that differ in one letter."""
    for release, figure in zip(RELEASES, ("90", "60"), strict=True):
        made = folder.parent / release / "site"
        small_site.write(made)
        (made / "de/passwd.txt").unlink()  # the archive would hold what the link leads to
        (made / "de/index.html").write_text(f"<p>Wir speichern {figure} Tage.\n")
        small_site.compress(made / "de/index.html")
        archive(made, folder.parent / f"{release}.tar.gz")
        shutil.rmtree(made.parent)
        with tarfile.open(folder.parent / f"{release}.tar.gz") as packed:
            packed.extractall(made.parent, filter="data")


def test_correction(name: str) -> None:
    """Whoever asks again after a correction of one figure gets it, plain and compressed."""
    for headers in ((), BR):
        with running(name, site=corrected, current="releases/first/site") as server:
            old = ask(server.at(), request("GET /de/", headers))
            again = [*headers, ("If-None-Match", old.fields["etag"])]
            assert ask(server.at(), request("GET /de/", again)).status == 304
            switch(server, "releases/second/site")
            new = ask(server.at(), request("GET /de/", again))
        assert (new.status, new.text) == (200, b"<p>Wir speichern 60 Tage.\n")

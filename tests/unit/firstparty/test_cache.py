"""A cached check says what an uncached one says, whatever has changed in between."""

from __future__ import annotations

import gzip
import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firstparty import cache as remembering
from firstparty import reading
from firstparty.audit import check
from firstparty.cache import Cache
from firstparty.cli import main
from firstparty.origin import MisconfiguredError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from firstparty.model import Report

NAMES = ("a.html", "b.html", "c.txt", "d", "e.css", "f.svg", "g/a.html", "c.txt.gz", "h.png")
# Pairs of the same length, so that one can take the place of the other unseen by `stat`.
CONTENTS = (
    b"<p>one</p>",
    b"<p>two</p>",
    b"<img src=//one.test>",
    b"<img src=/home.webp>",
    b"<script src=https://two.test/a.js></script>",
    b"<script src=https://site.test/a.js></script>",
    b"<link rel=stylesheet href=d>",
    b"p { background: url(//one.test/a) }",
    b"p { background: url(/home.test/a) }",
    b"<!doctype html><iframe src=c.txt></iframe>",
    gzip.compress(b"<p>one</p>", mtime=0),
    gzip.compress(b"<img src=//one.test>", mtime=0),
    b"",
)
SITES = ("https://site.test", "https://two.test", "https://site.test/g/")
ACCEPTED = f"""
[[accepted]]
rule = "third-party-image"
path = "a.html"
reason = "a test"
date = 2026-11-24

[[script]]
path = "b.html"
sha256 = "{"00" * 32}"
reason = "a test"
date = 2026-11-24
"""


class World:
    """A folder, its cache, and the options with which it is checked."""

    def __init__(self, root: Path) -> None:
        self.folder = root / "site"
        self.cache = root / "cache"
        self.baseline = root / "baseline.toml"
        self.folder.mkdir(parents=True)
        self.site, self.allowed, self.accepts = SITES[0], (), False

    def check(self, cache: Path | None) -> Report:
        """The report, with a cache or without one."""
        return check(
            self.folder,
            self.site,
            allow_origins=self.allowed,
            baseline=self.baseline if self.accepts else None,
            cache=cache,
        )

    def differs(self) -> bool:
        """Whether the cache makes a difference, when it is asked and when it is asked again."""
        fresh = self.check(None)
        return self.check(self.cache) != fresh or self.check(self.cache) != fresh


def write(world: World, name: str, content: bytes) -> None:
    """Other bytes at a path; what the system says of time and size tells little."""
    file = world.folder / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(content)
    os.utime(file, ns=(0, 0))


def rename(world: World, old: str, new: str) -> None:
    """The same bytes at another path."""
    if (world.folder / old).exists():
        write(world, new, (world.folder / old).read_bytes())
        (world.folder / old).unlink()


def swap(world: World, one: str, other: str) -> None:
    """Two files change places, with their times."""
    first, second = world.folder / one, world.folder / other
    if one != other and first.exists() and second.exists():
        first.rename(world.folder / "between")
        second.rename(first)
        (world.folder / "between").rename(second)


def touch(world: World, name: str, seconds: int) -> None:
    """The same bytes at another time."""
    if (world.folder / name).exists():
        os.utime(world.folder / name, (seconds, seconds))


def remove(world: World, name: str) -> None:
    """A file is gone."""
    (world.folder / name).unlink(missing_ok=True)


def choose(world: World, site: str, allowed: Sequence[str], accepts: bool) -> None:  # noqa: FBT001  # an option
    """Other options."""
    world.site, world.allowed, world.accepts = site, tuple(allowed), accepts
    world.baseline.write_text(ACCEPTED)


def damage(world: World, length: int, tail: bytes) -> None:
    """What the cache holds is cut off, and goes on otherwise."""
    for file in world.cache.glob("*.clean"):
        file.write_bytes(file.read_bytes()[:length] + tail)


names = st.sampled_from(NAMES)
steps = st.one_of(
    st.tuples(st.just(write), names, st.sampled_from(CONTENTS)),
    st.tuples(st.just(rename), names, names),
    st.tuples(st.just(swap), names, names),
    st.tuples(st.just(touch), names, st.integers(0, 2_000_000_000)),
    st.tuples(st.just(remove), names),
    st.tuples(
        st.just(choose),
        st.sampled_from(SITES),
        st.lists(st.sampled_from(("https://one.test", "https://two.test")), max_size=2),
        st.booleans(),
    ),
    st.tuples(st.just(damage), st.integers(0, 200), st.binary(max_size=64)),
)


def first_difference(world: World, changes: Sequence[tuple[Callable[..., None], ...]]) -> int:
    """After how many changes the cache makes a difference; -1 where it never does."""
    for number, (change, *arguments) in enumerate(changes):
        change(world, *arguments)
        if world.differs():
            return number
    return -1


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(changes=st.lists(steps, min_size=2, max_size=12))
def test_it_never_makes_a_difference(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[Callable[..., None], ...]]
) -> None:
    """Whatever is written, renamed, swapped, touched, removed, chosen or damaged."""
    world = World(tmp_path_factory.mktemp("world"))
    assert first_difference(world, changes) == -1


def plain(_cache: Cache, path: str, data: bytes) -> bytes:
    """A key that has forgotten which site and which program it is for."""
    return remembering.hashlib.sha256(path.encode() + b"\0" + data).digest()


def of_bytes(cache: Cache, _path: str, data: bytes) -> bytes:
    """A key that has forgotten where the file lies."""
    return remembering.hashlib.sha256(cache.reader + data).digest()


def of_path(cache: Cache, path: str, data: bytes) -> bytes:
    """A key that trusts the size, as `stat` tells it."""
    return remembering.hashlib.sha256(cache.reader + path.encode() + bytes([len(data)])).digest()


@pytest.mark.parametrize(
    ("key", "changes"),
    [
        (of_path, [(write, "a.html", b"<img src=/home.webp>"), (write, "a.html", CONTENTS[2])]),
        (of_bytes, [(write, "c.txt", CONTENTS[2]), (rename, "c.txt", "a.html")]),
        (plain, [(write, "a.html", CONTENTS[5]), (choose, "https://two.test", (), False)]),
    ],
)
def test_a_key_that_forgets_something_is_noticed(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    key: Callable[[Cache, str, bytes], bytes],
    changes: list[tuple[Callable[..., None], ...]],
) -> None:
    """The comparison above can fail: each part of the key is needed."""
    if key is plain:  # two sites have two files; here they share one
        monkeypatch.setattr(remembering, "_digest", lambda _texts: b"0" * 32)
    monkeypatch.setattr(Cache, "key", key)
    assert first_difference(World(tmp_path), changes) == 1


def test_a_copy_that_is_taken_for_a_file_of_its_own_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A compressed copy is no longer one when the plain file changes."""
    monkeypatch.setattr(reading, "_stands_alone", lambda _file: True)
    changes = [
        (write, "c.txt", b"<p>one</p>"),
        (write, "c.txt.gz", gzip.compress(b"<p>one</p>")),
        (write, "c.txt", b"<p>two</p>"),
    ]
    assert first_difference(World(tmp_path), changes) == 2


@pytest.mark.parametrize("part", ["_version", "_PACKAGE"])
def test_another_program_reads_everything_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    """What a version overlooked, the next one finds: other code, or another parser."""
    world = World(tmp_path)
    write(world, "a.html", CONTENTS[2])
    with monkeypatch.context() as older:
        if part == "_version":
            older.setattr(remembering, part, lambda _name: "0")
        else:
            older.setattr(remembering, part, tmp_path / "none")
        older.setattr(reading, "read_content", lambda *_arguments: [])
        assert world.check(world.cache).findings == ()
        assert world.check(world.cache).findings == ()
    assert [finding.rule for finding in world.check(world.cache).findings] == ["third-party-image"]


def test_a_clean_file_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second check reads what has a finding, names a file to be read, or is a copy of one."""
    world = World(tmp_path)
    write(world, "a.html", b"<p>one</p>")
    write(world, "b.html", b"<img src=//one.test>")
    write(world, "c.txt.gz", gzip.compress(b"one"))
    write(world, "d.html", b"<link rel=stylesheet href=d>")
    write(world, "d", b"p { color: red }")
    write(world, "e.css", b"p { color: red }")
    world.check(world.cache)
    read: list[str] = []
    whole = reading.read_content

    def noted(name: str, *arguments: object) -> object:
        read.append(name)
        return whole(name, *arguments)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(reading, "read_content", noted)
    world.check(world.cache)
    assert sorted(read) == ["b.html", "c.txt", "d", "d", "d.html"]
    read.clear()
    world.check(None)
    assert sorted(read) == ["a.html", "b.html", "c.txt", "d", "d", "d.html", "e.css"]


def test_many_files_on_all_cores(tmp_path: Path) -> None:
    """Processes share what is known and add to it, the same as one does alone."""
    world = World(tmp_path)
    for number in range(60):
        write(world, f"{number}.html", b"<p>" * number)
    assert not world.differs()
    (file,) = world.cache.iterdir()
    assert file.stat().st_size == 61 * 32
    write(world, "7.html", CONTENTS[2])
    assert not world.differs()


def test_checks_at_the_same_time(tmp_path: Path) -> None:
    """They leave a whole cache, and none is misled by another's."""
    worlds = [World(tmp_path / str(number)) for number in range(4)]
    for number, world in enumerate(worlds):
        world.cache = tmp_path / "cache"
        write(world, "a.html", CONTENTS[2 if number % 2 else 3])
        write(world, "b.html", CONTENTS[3 if number % 2 else 2])
    with ThreadPoolExecutor(4) as threads:
        assert not any(threads.map(World.differs, worlds * 8))
    assert [file.suffix for file in (tmp_path / "cache").iterdir()] == [".clean"]
    assert not worlds[0].differs()


def test_a_cache_that_cannot_be_written_is_no_trouble(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk makes the next check slower, not wrong."""
    world = World(tmp_path)
    write(world, "a.html", CONTENTS[0])

    def full(*_arguments: object, **_options: object) -> None:
        raise OSError

    monkeypatch.setattr(remembering.tempfile, "NamedTemporaryFile", full)
    assert not world.differs()
    assert list(world.cache.iterdir()) == []


def test_a_cache_that_others_can_write_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """They could have a page passed over: the check ends with 2 before it looks."""
    world = World(tmp_path)
    world.cache.mkdir()
    world.cache.chmod(0o777)
    options = [str(world.folder), "--site-url", world.site, "--cache", str(world.cache)]
    assert main(["check", *options]) == 2
    assert capsys.readouterr().err == (
        f"firstparty: {world.cache}: others can write into this cache; make it your own "
        "(chmod 700)\n"
    )
    world.cache.chmod(0o755)
    assert main(["check", *options]) == 0


def test_a_cache_has_a_folder_of_its_own(tmp_path: Path) -> None:
    """Neither a file nor a part of what is published will do."""
    world = World(tmp_path)
    with pytest.raises(MisconfiguredError) as caught:
        world.check(world.folder / "cache")
    assert str(caught.value) == (
        f"{world.folder}/cache: the cache would be published; keep it elsewhere"
    )
    assert not (world.folder / "cache").exists()
    world.baseline.write_text("")
    with pytest.raises(MisconfiguredError) as caught:
        world.check(world.baseline)
    assert str(caught.value) == f"{world.baseline}: no cache can be kept here: File exists"


def test_a_cache_in_a_circle(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A link that leads to itself leads to no folder."""
    world = World(tmp_path)
    world.cache.symlink_to(world.cache)
    options = [str(world.folder), "--site-url", world.site, "--cache", str(world.cache)]
    assert main(["check", *options]) == 2
    assert capsys.readouterr().err == (
        f"firstparty: {world.cache}: no cache can be kept here: a circle of symbolic links\n"
    )

"""Every failure an editor can cause: where it is, what is wrong, what to do, and nothing broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipeline.build import main
from tests.unit.pipeline import small_site
from tests.unit.pipeline.failures import FAILURES, HOME, edit

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.pipeline.failures import Change, Failure

LAST_WORD = "The site was not built; the last good one is untouched."


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """Lay down the last good build of a small site, below a folder of its own."""
    output = tmp_path / "published" / "site"
    (output / "de").mkdir(parents=True)
    (output / "index.html").write_bytes(b"<!doctype html>the last good one\r\n\xff")
    (output / "de" / "index.html").write_text("auch")
    return output


def contents(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Give every file below a folder, with its bytes and the time of its last change."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in files
    }


def run(root: Path, output: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    """Build from the command line; give the exit code and the lines on the terminal."""
    arguments = ["--output", str(output), "--settings", str(root / "pelicanconf.py")]
    code = main(arguments)
    printed = capsys.readouterr()
    assert printed.out == ""
    return code, printed.err.splitlines()


@pytest.mark.parametrize("failure", FAILURES, ids=lambda failure: failure.fact)
def test_failure(
    failure: Failure, tmp_path: Path, published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A defect is named with file, line and advice; the last good build stays as it was."""
    root = tmp_path / "sources"
    small_site.write(root)
    failure.plant(root)
    before = contents(published.parent)

    code, lines = run(root, published, capsys)

    assert lines == "\n".join([*failure.says, LAST_WORD]).splitlines()
    assert code == 1
    assert contents(published.parent) == before
    assert [path.name for path in published.parent.iterdir()] == ["site"]


SOUND: dict[str, Change] = {
    "nothing planted": lambda _root: None,
    "a link to another site": edit(HOME, "page:privacy#cookies", "https://other.example/"),
    "a link to the account service": edit(HOME, "page:privacy#cookies", "/account/sign-in"),
    "a link to a mail program": edit(HOME, "page:privacy#cookies", "mailto:post@maps.example"),
    "a link to a file of discovery": edit(HOME, "page:privacy#cookies", "/robots.txt"),
    "a link to a clause, without words": edit(HOME, "[Datenschutz]", "[]"),
    "spaces on the empty line": edit(HOME, "alle.\n\n", "alle.\n \t\n"),
    "a mark at the beginning of the file": edit(HOME, "Title:", "\ufeffTitle:"),
    "a mark at the beginning of a register": edit("company.toml", "site_url", "\ufeffsite_url"),
    "braces and HTML in code": edit(
        HOME, "Siehe", "`{{ x }` `<img>` `<a>`\n\n```html\n<a>{{\n```\n\nSiehe"
    ),
    "a hidden file": lambda root: (root / "content/pages/.home.de.md").write_text("x"),
    "an id on a line of its own": edit(HOME, "alle.\n\n", "alle.\n\nText.\n{#text}\n\n"),
}


@pytest.mark.parametrize("fact", SOUND)
def test_sound(
    fact: str, tmp_path: Path, published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is allowed is built, and takes the place of the last good build."""
    root = tmp_path / "sources"
    small_site.write(root)
    SOUND[fact](root)
    if "of its own" in fact:
        edit("content/pages/home.en.md", "body.\n\n", "body.\n\nText.\n{#text}\n\n")(root)

    code, lines = run(root, published, capsys)

    assert (code, lines) == (0, [f"Built {published}"])
    assert b"the last good one" not in (published / "index.html").read_bytes()
    assert [path.name for path in published.parent.iterdir()] == ["site"]

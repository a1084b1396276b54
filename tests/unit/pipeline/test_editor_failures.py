"""Every failure an editor can cause: where it is, what is wrong, what to do, and nothing broken.

What is said is compared whole, in English and in German.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipeline.build import main
from tests.unit.pipeline import small_site
from tests.unit.pipeline.both_languages import only, speak_both
from tests.unit.pipeline.defects.building import FOREIGN, PLUGINS
from tests.unit.pipeline.defects.clauses import CLAUSES
from tests.unit.pipeline.defects.files import FILES
from tests.unit.pipeline.defects.front_matter import FRONT_MATTER
from tests.unit.pipeline.defects.links import LINKS
from tests.unit.pipeline.defects.pictures import PICTURES
from tests.unit.pipeline.defects.placeholders import PLACEHOLDERS
from tests.unit.pipeline.defects.registers import REGISTERS
from tests.unit.pipeline.defects.terms import TERMS
from tests.unit.pipeline.defects.theme import CATALOGUES, THEME
from tests.unit.pipeline.defects.values import VALUES
from tests.unit.pipeline.failures import HOME, edit

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.pipeline.failures import Change, Failure

FAILURES = (
    *(*PLACEHOLDERS, *LINKS, *PICTURES, *CLAUSES, *FRONT_MATTER, *FILES),
    *(*REGISTERS, *VALUES, *CATALOGUES, *THEME, *FOREIGN, *PLUGINS, *TERMS),
)
LAST_WORDS = {
    "en": "The site was not built; the last good one is untouched.",
    "de": "Die Website wurde nicht gebaut; die letzte gute Fassung ist unverändert.",
}


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """Lay down the last good build of a small site, below a folder of its own."""
    output = tmp_path / "published" / "site"
    (output / "de").mkdir(parents=True)
    (output / "index.html").write_bytes(b"<!doctype html>the last good one\r\n\xff")
    (output / "de" / "index.html").write_text("auch")
    (output / "_headers").write_text("what every build has")
    return output


def contents(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Give every file below a folder, with its bytes and the time of its last change."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in files
    }


def run(
    root: Path, output: Path, capsys: pytest.CaptureFixture[str], lang: str = "en"
) -> tuple[int, str]:
    """Build from the command line; give the exit code and what is on the terminal."""
    arguments = ["--output", str(output), "--settings", str(root / "pelicanconf.py")]
    code = main([*arguments, "--lang", lang])
    printed = capsys.readouterr()
    assert printed.out == ""
    return code, printed.err


@pytest.mark.parametrize("failure", FAILURES, ids=lambda failure: failure.fact)
def test_failure(
    failure: Failure,
    tmp_path: Path,
    published: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A defect is named with file, line and advice; the last good build stays as it was."""
    root = tmp_path / "sources"
    small_site.write(root)
    failure.plant(root)
    before = contents(published.parent)
    speak_both(monkeypatch)

    code, printed = run(root, published, capsys, "de")

    for lang in ("en", "de"):
        lines = [*(said.line(lang) for said in failure.says), LAST_WORDS[lang]]
        assert only(printed, lang).splitlines() == "\n".join(lines).splitlines()
    assert code == 1
    assert contents(published.parent) == before
    assert [path.name for path in published.parent.iterdir()] == ["site"]


@pytest.mark.parametrize("lang", ["en", "de"])
def test_one_language(
    lang: str, tmp_path: Path, published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An editor reads one language: without the marks by which the table looks at both."""
    failure = next(one for one in CLAUSES if one.fact == "a heading of another level")
    root = tmp_path / "sources"
    small_site.write(root)
    failure.plant(root)

    code, printed = run(root, published, capsys, lang)

    assert printed.splitlines() == [failure.says[0].line(lang), LAST_WORDS[lang]]
    assert code == 1


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

    code, printed = run(root, published, capsys)

    assert (code, printed) == (0, f"Built {published}\n")
    assert b"the last good one" not in (published / "index.html").read_bytes()
    assert [path.name for path in published.parent.iterdir()] == ["site"]

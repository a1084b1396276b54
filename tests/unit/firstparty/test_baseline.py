"""Accepted findings: each with a reason and a date, and gone when they are."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from firstparty.audit import check
from firstparty.baseline import read_baseline
from firstparty.origin import MisconfiguredError

if TYPE_CHECKING:
    from pathlib import Path

SCRIPT = "fetch('https://a.test/')"
WHY = 'reason = "agreed"\ndate = 2026-11-24\n'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A script and a page that each contact somebody."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "a.js").write_text(SCRIPT)
    (folder / "index.html").write_text("<img src=//a.test><img src=//b.test>")
    return folder


def checked(site: Path, baseline: str) -> tuple[list[str], int]:
    """The findings that are left, and how many were accepted."""
    file = site.parent / "baseline.toml"
    file.write_text(baseline)
    report = check(site, "https://site.test", baseline=file)
    left = [f"{entry.location.path} {entry.rule} {entry.evidence}" for entry in report.findings]
    return [line.replace(str(file), "baseline.toml") for line in left], report.accepted


def test_an_accepted_finding(site: Path) -> None:
    """It is counted, and the others stay."""
    entry = '[[accepted]]\nrule = "third-party-image"\npath = "*.html"\nevidence = "//a.test"\n'
    assert checked(site, entry + WHY) == (
        [
            "a.js third-party-script-address https://a.test/",
            "index.html third-party-image //b.test",
        ],
        1,
    )


def test_an_entry_that_matches_nothing(site: Path) -> None:
    """It is a finding in the baseline."""
    entry = '[[accepted]]\nrule = "third-party-font"\npath = "index.html"\n'
    left, accepted = checked(site, entry + WHY)
    assert left[-1] == "baseline.toml stale-acceptance third-party-font index.html"
    assert accepted == 0


def test_a_reviewed_script(site: Path) -> None:
    """It is accepted while its bytes are those that were reviewed."""
    digest = hashlib.sha256(SCRIPT.encode()).hexdigest()
    entry = f'[[script]]\npath = "a.js"\nsha256 = "{digest}"\n{WHY}'
    left, accepted = checked(site, entry)
    assert left == [
        "index.html third-party-image //a.test",
        "index.html third-party-image //b.test",
    ]
    assert accepted == 1
    (site / "a.js").write_text(f"{SCRIPT};")
    left, accepted = checked(site, entry)
    assert left == [
        "a.js third-party-script-address https://a.test/",
        "index.html third-party-image //a.test",
        "index.html third-party-image //b.test",
        "baseline.toml stale-acceptance a.js",
    ]
    assert accepted == 0


def test_the_message_of_a_stale_entry(site: Path) -> None:
    """It stands at the entry and says what to do."""
    file = site.parent / "b.toml"
    file.write_text(f'\n\n[[script]]\npath = "a.js"\nsha256 = "{"00" * 32}"\n{WHY}')
    assert str(check(site, "https://site.test", baseline=file).findings[-1]) == (
        f'{file}:3:1: the accepted "a.js" no longer occurs as it was reviewed; remove the entry '
        "from the baseline"
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "a = ",
            "{file}:1:4: this is not TOML: Invalid value; look at the quotation marks and brackets "
            "here",
        ),
        (
            "\n\n\n\nd = 24.11.2026",
            "{file}:5:10: this is not TOML: Expected newline or end of document after a statement; "
            "look at the quotation marks and brackets here",
        ),
        (
            f"\r\n\r\na = {'1' * 5000}",
            "{file}:3: a number has too many digits; shorten it",
        ),
        (
            f"\na = {'[' * 5000}",
            "{file}:2: too many brackets stand in each other; remove some",
        ),
        (
            f'\n[[accepted]]\nrule = "third-party-imag"\npath = "b"\n{WHY}',
            '{file}:2: there is no rule "third-party-imag"; did you mean "third-party-image"?',
        ),
        (
            f'\n[[script]]\npath = "b"\nsha256 = "zz"\n{WHY}',
            '{file}:2: "zz" is no SHA-256; write the 64 digits that `sha256sum` prints',
        ),
        (
            "[[acepted]]",
            '{file}: "acepted" is no table of a baseline; write [[accepted]] or [[script]]',
        ),
        ("[script]", '{file}: "script" is no list of tables; write [[script]]'),
        (
            '\n[[script]]\npath = "a.js"\nsha256 = "0"\ndate = 2026-11-24',
            '{file}:2: "reason" is missing; every acceptance needs one',
        ),
        (
            f'[[accepted]]\nrule = "a"\npath = "b"\nfor = "c"\n{WHY}',
            '{file}:1: "for" is unknown; remove it',
        ),
        (
            '[[accepted]]\nrule = "a"\npath = "b"\nreason = "c"\ndate = "today"',
            '{file}:1: "date" is no date; write it like 2026-11-24',
        ),
        (
            '[[accepted]]\nrule = "a"\npath = "b"\nreason = " "\ndate = 2026-11-24',
            '{file}:1: "reason" is no text; write it between quotes',
        ),
    ],
)
def test_what_is_no_baseline(tmp_path: Path, text: str, sentence: str) -> None:
    """The file, the line, what is wrong and what to do."""
    file = tmp_path / "baseline.toml"
    file.write_text(text)
    with pytest.raises(MisconfiguredError) as caught:
        read_baseline(file)
    assert str(caught.value) == sentence.format(file=file)


@pytest.mark.parametrize(("raw", "line"), [(b"\n# \xff", 2), ("a = 1".encode("utf-16"), 1)])
def test_what_is_not_utf_8(tmp_path: Path, raw: bytes, line: int) -> None:
    """The line of the first such character is named."""
    file = tmp_path / "baseline.toml"
    file.write_bytes(raw)
    with pytest.raises(MisconfiguredError) as caught:
        read_baseline(file)
    assert str(caught.value) == f"{file}:{line}: a character is not UTF-8; save the file as UTF-8"


def test_a_byte_order_mark(site: Path) -> None:
    """Some editors write one before the text; it changes nothing."""
    entry = f'[[accepted]]\nrule = "third-party-image"\npath = "index.html"\n{WHY}'
    assert checked(site, f"\ufeff{entry}") == checked(site, entry)
    assert checked(site, entry)[1] == 2

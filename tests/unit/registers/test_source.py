"""Reading a register: what is right comes typed, what is wrong is named where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import pytest
from pydantic import Field

from registers import source
from registers.company import Fact, Localised, Table, shaped

if TYPE_CHECKING:
    from pathlib import Path


class Sample(Table):
    """One key of every kind."""

    words: Annotated[str, Field(min_length=1)] = "x"
    fact: Fact = ""
    pair: Localised = Localised(de="x", en="y")
    count: Annotated[int, Field(ge=1, le=9)] = 1
    open: bool = True
    kind: Literal["a", "b"] = "a"
    names: Annotated[tuple[str, ...], Field(min_length=1, strict=False)] = ("x",)
    path: Annotated[str, shaped("/.*", "/de/")] = "/"


WRONG = {
    "words = 1": "1:1: 'words' is 1; write words in quotation marks (wrong-value)",
    "words = 1.5": "1:1: 'words' is 1.5; write words in quotation marks (wrong-value)",
    "words = 2026-11-24": (
        "1:1: 'words' is 2026-11-24; write words in quotation marks (wrong-value)"
    ),
    'words = ""': "1:1: 'words' is ''; write words (wrong-value)",
    "words = ['a']": "1:1: 'words' is a list; write words in quotation marks (wrong-value)",
    "fact = false": (
        "1:1: 'fact' is false; "
        'write words in quotation marks or { de = "…", en = "…" } (wrong-value)'
    ),
    "fact = { de = 'x' }": (
        "1:1: missing key 'fact.en'; add it, both languages are needed (missing-key)"
    ),
    "fact = { de = 'x', en = 'y', fr = 'z' }": (
        "1:30: unknown key 'fact.fr'; remove it or correct its spelling (unknown-key)"
    ),
    "pair = 'x'": "1:1: 'pair' is 'x'; write { de = \"…\", en = \"…\" } (wrong-value)",
    "pair = { de = 'x', en = '' }": "1:20: 'pair.en' is ''; write words (wrong-value)",
    "count = '1'": "1:1: 'count' is '1'; write a whole number (wrong-value)",
    "count = 0": "1:1: 'count' is 0; write a number from 1 (wrong-value)",
    "count = 10": "1:1: 'count' is 10; write a number up to 9 (wrong-value)",
    "open = 'yes'": "1:1: 'open' is 'yes'; write true or false (wrong-value)",
    "kind = 'c'": "1:1: 'kind' is 'c'; write \"a\" or \"b\" (wrong-value)",
    "names = []": "1:1: 'names' is a list; write at least one entry (wrong-value)",
    "names = 'x'": "1:1: 'names' is 'x'; write a list in square brackets (wrong-value)",
    "names = [\n'x',\n1]": ("3:1: 'names.1' is 1; write words in quotation marks (wrong-value)"),
    "path = 'de'": "1:1: 'path' is 'de'; write it like '/de/' (wrong-value)",
    "colour = 'red'": (
        "1:1: unknown key 'colour'; remove it or correct its spelling (unknown-key)"
    ),
    "words =": (
        "1:8: this is not TOML: Invalid value; "
        "look at the quotation marks and brackets here (unreadable-register)"
    ),
    "words = 'x": (
        '1:11: this is not TOML: Expected "\'"; '
        "look at the quotation marks and brackets here (unreadable-register)"
    ),
    'count = 2026-11-24"': (
        "1:19: this is not TOML: Expected newline or end of document after a statement; "
        "look at the quotation marks and brackets here (unreadable-register)"
    ),
    "count = 2026-11-31": (
        "1:9: '2026-11-31' is no date; "
        "write a day that exists, like 2026-11-24 (unreadable-register)"
    ),
}


@pytest.mark.parametrize("text", WRONG)
def test_wrong(text: str, tmp_path: Path) -> None:
    """One sentence for one wrong key, however many types its value could have had."""
    path = tmp_path / "sample.toml"
    path.write_text(text)
    with pytest.raises(source.RegisterError) as caught:
        source.load(path, tmp_path, Sample)
    said = [f"{finding} ({finding.rule})" for finding in caught.value.findings]
    assert said == [f"sample.toml:{WRONG[text]}"]


def test_right(tmp_path: Path) -> None:
    """A sound register comes with its types, and with the name it is known by."""
    path = tmp_path / "below" / "sample.toml"
    path.parent.mkdir()
    path.write_text("fact = { de = 'ja', en = 'yes' }\n")
    read, value = source.load(path, tmp_path, Sample)
    assert read.name == "below/sample.toml"
    assert isinstance(value.fact, Localised)
    assert (value.fact["de"], value.fact["en"]) == ("ja", "yes")


def test_position_of_what_is_not_there(tmp_path: Path) -> None:
    """A missing key stands at the table around it, and a missing table at the beginning."""
    path = tmp_path / "sample.toml"
    path.write_text("a = 1\n[t]\nb = 1\n")
    read = source.read(path, tmp_path)
    assert read.position(("t", "c", "d")) == (2, 2)
    assert read.position(("u",)) == (1, 1)


def test_error_names_the_place(tmp_path: Path) -> None:
    """Whoever prints the error itself prints file, line and column of every finding."""
    path = tmp_path / "sample.toml"
    path.write_text("count = 0\npath = 'de'\n")
    with pytest.raises(source.RegisterError) as caught:
        source.load(path, tmp_path, Sample)
    assert str(caught.value) == (
        "sample.toml:1:1: 'count' is 0; write a number from 1\n"
        "sample.toml:2:1: 'path' is 'de'; write it like '/de/'"
    )

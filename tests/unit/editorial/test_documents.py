"""A source file is read with the line of everything in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial import documents, problems
from tests.unit.editorial.texts import document

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = """\
Title: Datenschutz: alles
Address: /de/datenschutz/
Description: Etwas.

## Eins {#one}

Zwei
"""


@pytest.mark.parametrize(
    "text",
    [SOURCE, SOURCE.replace("\n", "\r\n"), "\ufeff" + SOURCE, SOURCE.replace("Etwas.", "Etwas. ")],
    ids=["as it is", "windows line ends", "byte order mark", "trailing space"],
)
def test_read(text: str, tmp_path: Path) -> None:
    """Name, front matter and body of a file are taken apart, whatever wrote it."""
    path = tmp_path / "content" / "privacy.de.md"
    path.parent.mkdir()
    path.write_bytes(text.encode())
    assert documents.read(path, tmp_path) == documents.Document(
        name="content/privacy.de.md",
        id="privacy",
        lang="de",
        front={
            "Title": "Datenschutz: alles",
            "Address": "/de/datenschutz/",
            "Description": "Etwas.",
        },
        body="## Eins {#one}\n\nZwei\n",
        first_line=5,
        lines={"Title": 1, "Address": 2, "Description": 3},
    )


@pytest.mark.parametrize(
    ("name", "identity", "lang", "address"),
    [
        ("gateway.md", "gateway", "", "/"),
        ("not-found.md", "not-found", "", "/404.html"),
        ("home.en.md", "home", "en", "/en/"),
    ],
)
def test_names(name: str, identity: str, lang: str, address: str, tmp_path: Path) -> None:
    """The name says page and language; a page in both languages has none in its name."""
    path = tmp_path / name
    path.write_text(f"Title: x\nAddress: {address}\nDescription: x\n\n")
    read = documents.read(path, tmp_path)
    assert read is not None
    assert (read.id, read.lang, read.address, read.template) == (identity, lang, address, "page")


def test_problems_are_collected(tmp_path: Path) -> None:
    """A wrong file is no document, and everything wrong with it is reported."""
    path = tmp_path / "home.de.md"
    path.write_text("Title:\nAddress: /de/\nDescription: x\nfoo\n\n")
    with problems.collected() as found:
        assert documents.read(path, tmp_path) is None
    assert list(map(str, found)) == [
        "home.de.md:1:1: the key 'Title' has no value; write one or remove the line",
        (
            "home.de.md:4:1: 'foo' is no line of front matter; "
            "write 'Key: value', one a line, and an empty line before the text"
        ),
    ]


def test_locate() -> None:
    """A text is found in the body, else in the front matter, else the body begins there."""
    text = document("Eins\n\n  zwei drei", Lead="Vorweg")
    assert text.locate("drei") == (7, 8)
    assert text.locate("Vorweg") == (4, 1)
    assert text.locate("vier") == (5, 1)
    assert text.locate("") == (5, 1)


def test_locate_words() -> None:
    """Words are found across line breaks; as many of the first ones as stand there."""
    text = document("Sie können.\n\nSie können\n   das **lesen**.")
    assert text.locate_words("Sie können das lesen.") == (7, 1)
    assert text.locate_words("Sie wollen") == (5, 1)
    assert text.locate_words("Ihr (a+b)*") == (5, 1)


@given(st.text(alphabet="xy \n", max_size=40), st.text(alphabet="xy \n", min_size=1, max_size=5))
def test_located_text_stands_there(body: str, wanted: str) -> None:
    """Wherever a text is located in a body, it stands there."""
    line, column = document(body).locate(wanted)
    if wanted in body:
        rest = body.split("\n", line - 5)[-1]
        assert rest[column - 1 :].startswith(wanted)
    else:
        assert (line, column) == (5, 1)

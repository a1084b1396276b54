"""What is said comes in the editor's language, whatever state the catalogue is in."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import messages
from editorial.extraction import CHECKS, extract
from messages import po, say, speaking

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[3]
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'


@pytest.fixture
def catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give the place of a German catalogue of our own."""
    monkeypatch.setattr(messages, "_CATALOGUES", tmp_path)
    path = po.path_of("de", "checks", tmp_path)
    path.parent.mkdir(parents=True)
    messages._translations.cache_clear()  # noqa: SLF001 - it remembers the real one
    yield path
    messages._translations.cache_clear()  # noqa: SLF001 - it remembers ours


def test_language(catalogue: Path) -> None:
    """English is what the code says, German what the catalogue has; afterwards all is as before."""
    catalogue.write_text(HEADER + "msgid \"'{a}' of {b}\"\nmsgstr \"{b} hat '{a}'\"\n")
    with speaking("de"):
        assert say("'{a}' of {b}", a=1, b="x") == "x hat '1'"
        with speaking("en"):
            assert say("'{a}' of {b}", a=1, b="x") == "'1' of x"
        assert say("'{a}' of {b}", a=2, b="x") == "x hat '2'"
    assert say("'{a}' of {b}", a=1, b="x") == "'1' of x"


@pytest.mark.parametrize("words", ["{b}", "{a", "{a.b}", "{}", ""])
def test_broken_words(words: str, catalogue: Path) -> None:
    """Words that cannot be filled, or that nobody wrote, are said in English."""
    catalogue.write_text(f'{HEADER}msgid "{{a}}, please"\nmsgstr "{words}"\n')
    with speaking("de"):
        assert say("{a}, please", a=1) == "1, please"


@pytest.mark.parametrize("content", [None, 'msgid "a"\nnonsense\n'])
def test_broken_catalogue(content: str | None, catalogue: Path) -> None:
    """Without a catalogue, or with one that is none, English is said."""
    if content is not None:
        catalogue.write_text(content)
    with speaking("de"):
        assert say("a {{b}}") == "a {b}"


def said() -> Iterator[tuple[str, object]]:
    """Give the place of every call of `say` in this repository, and its message or None."""
    elsewhere = {"tests", "output", "dist", "node_modules"}
    for folder in sorted(path for path in ROOT.iterdir() if path.is_dir()):
        hidden = folder.name.startswith(".") or folder.name in elsewhere
        for path in () if hidden else sorted(folder.rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say":
                    place = f"{path.relative_to(ROOT).as_posix()}:{node.lineno}"
                    yield place, getattr(node.args[0], "value", None)


def test_literals() -> None:
    """`inv translate` finds every message: a literal, in a call of its own, in a known folder."""
    found = {message.id for message in extract(ROOT, CHECKS)}
    assert [place for place, message in said() if message not in found] == []

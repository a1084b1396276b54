"""The handbook for editors is right: its recipes, done as written, lead where it says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from notices.rules import RULES
from pipeline.build import build
from tests.content import handbook
from tests.content.handbook import Desk

if TYPE_CHECKING:
    from pathlib import Path

GERMAN, ENGLISH = (handbook.steps(half) for half in handbook.halves().values())
RECIPES = 8


def test_both_halves_give_the_same_recipes() -> None:
    """German and English have the same changes and commands; only what is said is translated."""
    assert [(step.kind, step.file) for step in GERMAN] == [(s.kind, s.file) for s in ENGLISH]
    for german, english in zip(GERMAN, ENGLISH, strict=True):
        if german.kind != "text":
            assert german.body.replace(" --lang de", "") == english.body
    assert len({step.recipe for step in GERMAN}) == RECIPES
    assert len({step.recipe for step in ENGLISH}) == RECIPES


@pytest.mark.parametrize("lang", ["de", "en"])
def test_every_rule_is_explained(lang: str) -> None:
    """The handbook has a line for every rule for legal texts, and for no other."""
    named = re.findall(r"^- `([a-z-]+)`: ", handbook.halves()[lang], re.MULTILINE)
    assert sorted(named) == sorted(rule.name for rule in RULES)


def test_every_recipe_leads_where_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each message is the one shown, in both languages; in the end all is in order, and builds."""
    desk = Desk(tmp_path, monkeypatch.setattr, lambda: "".join(capsys.readouterr()))
    desk.set_up()
    for index, step in enumerate(GERMAN):
        if step.kind == "diff":
            desk.change(step)
        if step.kind != "sh":
            continue
        *before, last = handbook.commands(step.body)
        for command in before:
            assert _does(desk, command) == 0
        if GERMAN[index + 1 : index + 2] and GERMAN[index + 1].kind == "text":
            for lang, half in (("de", GERMAN), ("en", ENGLISH)):
                code, said = desk.type(last, lang)
                # What is refused has written nothing, so it can be said in both languages.
                assert (code != 0, handbook.spoken(said)) == (
                    True,
                    handbook.spoken(half[index + 1].body),
                )
        else:
            assert _does(desk, last) == 0
    assert build(tmp_path / "site", tmp_path / "pelicanconf.py") == ()
    page = (tmp_path / "site/en/privacy/index.html").read_text("utf-8")
    assert "remembers the contrast that you chose" in page
    assert "60 days" in page.replace("\N{NO-BREAK SPACE}", " ")
    assert 'id="cookies-deletion"' in page
    assert '<dfn id="term-aggregated">aggregated</dfn>' in page


def _does(desk: Desk, command: handbook.Command) -> int:
    code, said = desk.type(command, "en")
    assert code == 0, (command, said)
    if command.words[0] == "check":
        assert said == ""
    if command.words[0] == "legal.gaps":
        assert said.splitlines()
        assert all(line.endswith(" (open-gap)") for line in said.splitlines())
    return code


def test_a_recipe_that_is_wrong_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A change of words that no longer stand in a text names the recipe, the file, the words."""
    desk = Desk(tmp_path, monkeypatch.setattr, str)
    (tmp_path / "privacy.md").write_text("One.\n", "utf-8")
    (step,) = handbook.steps("## Change\n\nIn `privacy.md`:\n\n```diff\n-Two.\n+Three.\n```\n")
    with pytest.raises(AssertionError, match=r"^Change: not once in privacy\.md:\nTwo\."):
        desk.change(step)

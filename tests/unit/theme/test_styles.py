"""The style sheets keep the rules of the house, and survive their minifier."""

import re
from pathlib import Path

import pytest
import rcssmin
import tinycss2

STYLES = Path(__file__).parents[3] / "theme/static/css"
SHEETS = {path.name: path.read_text(encoding="utf-8") for path in sorted(STYLES.glob("*.css"))}
LAYERS = ["reset", "tokens", "base", "layout", "components", "legal", "utilities", "print"]
each_sheet = pytest.mark.parametrize("name", SHEETS)


def broken_selectors(css: str) -> list[str]:
    """Find ` :is(` and its like, where rcssmin takes the space, for it sees a property."""
    return re.findall(r"^.*[\w*&\])] ::?[a-z-]+.*[{,]$", css, re.MULTILINE)


def test_main_is_a_table_of_contents() -> None:
    """main.css names the layers in order, and imports one sheet for each."""
    imports = [f'@import url("{name}.css") layer({name});' for name in LAYERS]
    expected = [f"@layer {', '.join(LAYERS)};", '@import url("fonts.css");', *imports]
    assert [line for line in SHEETS["main.css"].splitlines() if line] == expected


@each_sheet
def test_sheet_parses(name: str) -> None:
    """Every sheet is CSS without errors."""
    rules = tinycss2.parse_stylesheet(SHEETS[name], skip_comments=True, skip_whitespace=True)
    assert [rule.message for rule in rules if rule.type == "error"] == []


@each_sheet
def test_no_weapons(name: str) -> None:
    """No sheet needs `!important` or an id to win."""
    found = re.findall(r"!important|(?:^|[\s,>+~(])#[a-z][\w-]*[^;]*\{", SHEETS[name], re.MULTILINE)
    assert found == []


@each_sheet
def test_minifier_keeps_the_selectors(name: str) -> None:
    """No pseudo-class stands on its own after a space; `*:is()` says the same and survives."""
    assert broken_selectors(SHEETS[name]) == []


def test_the_minifier_does_break_such_a_selector() -> None:
    """The rule above has a reason that still holds, and finds what it is for."""
    sheet = "@layer base {\narticle :is(p, ul) {\n  color: red;\n}\n}"
    assert rcssmin.cssmin(sheet) == "@layer base{article:is(p,ul){color:red}}"
    assert broken_selectors(sheet) == ["article :is(p, ul) {"]

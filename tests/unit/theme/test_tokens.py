"""The colours of the page: one source, and contrast that is enough."""

import re
import tomllib
from pathlib import Path

import pytest
import tinycss2

THEME = Path(__file__).parents[3] / "theme"
STYLES = sorted((THEME / "static/css").glob("*.css"))
PALETTE = tomllib.loads((THEME / "palette.toml").read_text(encoding="utf-8"))

#: WCAG 2.2, success criterion 1.4.3: text of any size on its ground.
ENOUGH = 4.5
TEXTS = {"ink", "ink-soft", "link", "accent"}
GROUNDS = {"paper", "wash"}
PAIRS = sorted({(text, ground) for text in TEXTS for ground in GROUNDS} | {("paper", "accent")})


def colour_tokens(css: str) -> dict[str, tuple[str, str]]:
    """Give every custom property that is a `light-dark()` of two colours, with the two."""
    tokens = {}
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        for part in tinycss2.parse_blocks_contents(rule.content, skip_comments=True):
            if part.type != "declaration" or not part.name.startswith("--"):
                continue
            functions = [v for v in part.value if v.type == "function"]
            if functions and functions[0].lower_name == "light-dark":
                hashes = [f"#{a.value}" for a in functions[0].arguments if a.type == "hash"]
                tokens[part.name.removeprefix("--")] = (hashes[0], hashes[1])
    return tokens


TOKENS = colour_tokens((THEME / "static/css/tokens.css").read_text(encoding="utf-8"))


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`, 0 to 1 (WCAG 2.2, definition of relative luminance)."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def used(prop: str) -> set[str]:
    """Give the tokens that any style sheet gives to the property as its whole value."""
    pattern = re.compile(rf"^\s*{prop}: var\(--([a-z-]+)\);", re.MULTILINE)
    return {name for path in STYLES for name in pattern.findall(path.read_text(encoding="utf-8"))}


def test_tokens_are_the_palette() -> None:
    """Every role of the page in palette.toml is a token of the same two colours."""
    page = {role for role in PALETTE["light"] if not role.startswith("map-")}
    assert {role: (PALETTE["light"][role], PALETTE["dark"][role]) for role in sorted(page)} == dict(
        sorted(TOKENS.items())
    )


def test_a_colour_stands_in_the_tokens_only() -> None:
    """No other style sheet names a colour, paper and ink of a printer excepted."""
    literal = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|color-mix)\(")
    found = {
        path.name: set(literal.findall(path.read_text(encoding="utf-8")))
        for path in STYLES
        if path.name != "tokens.css"
    }
    assert {name: colours for name, colours in found.items() if colours} == {
        "print.css": {"#000", "#fff"}
    }


def test_texts_and_grounds_are_those_whose_contrast_is_tested() -> None:
    """The style sheets colour text and grounds with the tokens of the pairs below, no others."""
    assert (used("color"), used("background")) == (
        TEXTS | {"paper"},
        GROUNDS | {"accent"},
    )


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_is_readable(text: str, ground: str, scheme: int) -> None:
    """Text on its ground has a contrast of 4.5:1 or better, in light and in dark."""
    assert contrast(TOKENS[text][scheme], TOKENS[ground][scheme]) >= ENOUGH


def test_contrast_can_fail() -> None:
    """Black on white is 21:1, and a grey that many sites use for small print is found wanting."""
    assert round(contrast("#000000", "#ffffff"), 2) == 21
    assert contrast("#999999", "#ffffff") < ENOUGH

"""Markdown with our shortcuts says what Markdown alone says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from editorial.converter import CONFIG, EXTENSIONS, converter

PIECES = (
    st.sampled_from(["a", "b c", " ", "  \n", "\n", "\n\n", "- ", "1. ", "    ", "# ", ": ", ">"])
    | st.sampled_from(["*", "**", "_", "`", "``", "\\", "\\*", "[", "](x)", "![", "]", "{#id}"])
    | st.sampled_from(["<b>", "</b>", "<p>", "<a@b.de>", "<https://x.de>", "&amp;", "&", "{.note}"])
    | st.sampled_from(["```\n", "[a]: /x\n", "| a | b |\n| - | - |\n"])
)


def alone(body: str) -> str:
    """Convert without our own extension."""
    return str(Markdown(extensions=[*EXTENSIONS], extension_configs=CONFIG).convert(body))


def ours(body: str) -> str:
    """Convert as texts of the site are."""
    return str(converter()[0].convert(body))


def test_inline_patterns() -> None:
    """These are all of Markdown's patterns; for a new one, extend what is worth a look."""
    patterns = Markdown(extensions=[*EXTENSIONS], extension_configs=CONFIG).inlinePatterns
    assert {pattern.pattern for pattern in patterns} == {
        r"(?:(?<!\\)((?:\\{2})+)(?=`+)|(?<!\\)`)",
        r"\\(.)",
        r"(?<!\!)\[",
        r"\!\[",
        r"<([A-Za-z][A-Za-z0-9+.-]*://[^<>]*)>",
        r"<([^<> !]+@[^@<> ]+)>",
        r"  \n",
        HTML,
        r"(&(?:\#[0-9]+|\#x[0-9a-fA-F]+|[a-zA-Z0-9]+);)",
        r"\*|_",
    }


HTML = (
    r"""(<(\/?+[a-zA-Z][^\s"'<>@]*+(?:\s+[^\s"'=<>]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|"""
    r"""[^\s"'=<>]++))?+)*+\s*+/?|!--(?:(?!<!--|-->).)*--|[?](?:(?!<[?]|[?]>).)*[?]|"""
    r"""!\[CDATA\[(?:(?!<!\[CDATA\[|\]\]>).)*\]\])>)"""
)


@given(st.lists(PIECES, max_size=20).map("".join))
def test_shortcuts_change_nothing(body: str) -> None:
    """Texts that are spared the search for markup had none."""
    assert ours(body) == alone(body)


@pytest.mark.parametrize(
    "body",
    ["*a*", "_a_", "`a`", "[a](x)", "![a](x)", "a \\# b", "<https://x.de>", "<a@b.de>", "a  \nb"],
)
def test_markup_is_found(body: str) -> None:
    """A text whose only markup is of one kind is not spared."""
    made = ours(body)
    assert made == alone(body) != f"<p>{body}</p>"

"""Generated input: nothing raises, and what is planted is found wherever a parser builds it."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import html5lib
import pytest
import tinycss2
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from firstparty.extract.documents import read_document
from firstparty.extract.page import Page
from firstparty.extract.read import read_content
from firstparty.extract.words import words
from firstparty.model import Use
from firstparty.origin import Origins

if TYPE_CHECKING:
    from firstparty.model import Reference

ORIGINS = Origins("https://site.test")
NAMES = sorted(
    words(
        "a.html a.svg a.xml a.css a.js a.mjs a.json a.webmanifest a.vtt a.m3u8 a.atom _headers "
        "_redirects .htaccess nginx.conf a"
    )
)
LEAK = "<img src=//leak.test/x>"

# Pieces of markup that change how what follows is read.
PIECES = st.sampled_from(
    sorted(
        words(
            """
    <p> </p> <div> </div> <table> </table> <tr> <td> <select> </select> <option> <svg> </svg>
    <math> </math> <mi> <foreignObject> <desc> <title> </title> <style> </style> <script> </script>
    <textarea> </textarea> <template> </template> <noscript> </noscript> <iframe> </iframe> <xmp>
    </xmp> <plaintext> <!-- --> <![CDATA[ ]]> <b> </b> <a> </a> <form> <button> <frameset> <frame>
    <body> <html> <head> </head> <br> <base> <caption> <colgroup> <col> " ' = < > / & &amp; x
    """
        )
    )
) | st.just(LEAK)
MARKUP = st.lists(PIECES, max_size=14).map("".join)
SHEET = st.lists(
    st.sampled_from(
        sorted(
            words(
                r"""
        a { } ; : ( ) [ ] " ' \ \22 /* */ url( url(//leak.test/x) u\72l( image-set( src( @import
        @font-face @namespace @media @supports --x var(--x) <!-- --> , ! "//leak.test/x" \
        """
            )
        )
    )
    | st.sampled_from([" ", "\n", "\f"]),
    max_size=16,
).map("".join)


def found(name: str, data: bytes) -> list[Reference]:
    """What the guard sees in one file."""
    page = Page(name, f"https://site.test/{name}", ORIGINS, read_document)
    return read_content(name, data, page)


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=40)
@given(data=st.binary(max_size=400) | MARKUP.map(str.encode) | SHEET.map(str.encode))
def test_nothing_raises(name: str, data: bytes) -> None:
    """Any bytes under any name give references with a place inside the file."""
    lines = data.count(b"\n") + data.count(b"\r") + data.count(b"\0") + 1
    for reference in found(name, data):
        assert 1 <= reference.location.line <= lines + 1
        assert reference.location.column >= 1


def images(text: str) -> int:
    """How many pictures html5lib builds that would be fetched; templates count as well."""
    tree = html5lib.parse(text, treebuilder="etree", namespaceHTMLElements=False)
    return sum(1 for node in tree.iter("img") if node.get("src", "").startswith("//leak.test"))


@settings(max_examples=300, derandomize=True)
@given(MARKUP)
def test_what_another_parser_builds_is_found(text: str) -> None:
    """A picture in the tree of html5lib is a finding; html5lib reads with scripting off.

    It is older than the rules by which `</p>` and `</title>` end a drawing or do not.
    """
    drawn = "<svg" in text or "<math" in text
    assume(not (drawn and ("</p>" in text or "</title>" in text)))
    if images(text):
        assert Use.IMAGE in {reference.use for reference in found("a.html", text.encode())}


def urls(tokens: list[object]) -> bool:
    """Whether any token of a sheet is a foreign URL, at any depth."""
    for token in tokens:
        if getattr(token, "type", "") == "url" and "leak.test" in getattr(token, "value", ""):
            return True
        if urls(getattr(token, "content", None) or getattr(token, "arguments", None) or []):
            return True
    return False


@settings(max_examples=300, derandomize=True)
@given(SHEET)
def test_every_url_token_is_found(text: str) -> None:
    """The prefilter and the walk lose no URL token, except names of namespaces."""
    if "@namespace" not in text and urls(tinycss2.parse_component_value_list(text)):
        assert found("a.css", text.encode())


@settings(max_examples=60)
@given(st.binary(max_size=200), st.sampled_from(["gz", "br", "zst", "svgz"]))
def test_broken_archives(data: bytes, suffix: str) -> None:
    """Bytes that do not unpack are a finding, and raise nothing."""
    from firstparty.audit import check  # noqa: PLC0415  # only here

    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / f"a.html.{suffix}").write_bytes(data)
        check(Path(folder), "https://site.test")

"""A reference is placed where its text stands in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from firstparty.audit import check
from firstparty.extract.tokens import start_tags

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("name", "text", "places"),
    [
        ("a.html", "<p>\n <img src=//a.test>", ["2:7"]),
        ("a.html", "<p>\r\n<img\r\nalt=x src='//a.test'>", ["3:7"]),
        ("a.html", "<!-- <img src=//a.test> -->\n<img src=//a.test>", ["2:6"]),
        ("a.html", "<script>'<img src=//a.test>'</script>\n<img src=//a.test>", ["1:9", "2:6"]),
        ("a.html", "<style>\np { color: red;\n  background: url(//a.test) }</style>", ["3:15"]),
        ("a.html", '<p style="\nbackground:url(//a.test)">', ["1:4"]),
        ("a.html", "<script>\n\n fetch('//a.test')</script>", ["3:2"]),
        ("a.html", '<script type=importmap>{"imports":\n{"a": "//a.test"}}</script>', ["2:7"]),
        ("a.html", "<img src=//a.test>\n<img src=//a.test>", ["1:6", "2:6"]),
        ("a.html", "<img src=&#x2f;&sol;a.test>", ["1:6"]),
        ("a.css", "p {}\n@import '//a.test';", ["2:9"]),
        ("a.css", "p {}\f@import '//a.test';", ["1:14"]),
        ("a.json", '{"a":\n ["//a.test"]}', ["2:3"]),
        ("a.svg", '<svg xmlns="http://www.w3.org/2000/svg">\n <a/><use href="//a.test"/></svg>',
         ["2:6"]),
        ("_headers", "/*\n  Link: <//a.test>; rel=preconnect", ["2:9"]),
    ],
)  # fmt: skip
def test_lines_and_columns(tmp_path: Path, name: str, text: str, places: list[str]) -> None:
    """Line and column count from 1, newlines of any kind end a line."""
    (tmp_path / name).write_bytes(text.encode())
    report = check(tmp_path, "https://site.test")
    found = [f"{entry.location.line}:{entry.location.column}" for entry in report.findings]
    assert found == places


def test_start_tags() -> None:
    """Comments, raw text and end tags are passed over."""
    text = "<!--<a>--><P Class=x Y='1' z><title><b></title></p><br/><x"
    assert [(tag.name, [name for name, _, _ in tag.attributes]) for tag in start_tags(text)] == [
        ("p", ["class", "y", "z"]),
        ("title", []),
        ("br", []),
        ("x", []),
    ]

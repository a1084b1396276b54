"""What holds for every text that is called a script."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firstparty.extract.script import ScriptUse, analyse, grammar

KINDS = st.sampled_from(["classic", "module", "worker", "handler"])
PIECES = st.sampled_from(
    [
        "\n",
        "",
        "",
        "",
        "a",
        "f",
        "x",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ",",
        ";",
        "=",
        "=>",
        "+",
        "+=",
        ".",
        "?.",
        "...",
        "?",
        ":",
        "||",
        "??",
        "!",
        "typeof",
        "new",
        "function",
        "class",
        "extends",
        "async\n",
        "",
        "",
        "",
        "await",
        "yield",
        "var",
        "let",
        "const",
        "for",
        "of",
        "in",
        "if",
        "return",
        "this",
        "`a`",
        "`${",
        "}",
        '"b"',
        "'//evil.example'",
        "fetch",
        "window\n",
        "",
        "",
        "",
        "location",
        ".src",
        "[k]",
        ".call",
        ".bind",
        ".apply",
        "import",
        "export",
        "default",
        "from",
        "/x/g",
        "0",
        "1n",
        "\\u0066",
        "<!--",
        "-->",
        "//\n",
        "",
        "",
        "",
        "/*",
        "*/",
        "#",
        "@",
        "\n",
        "\u2028",
        "delete",
        "with",
        "switch",
        "case",
        "try",
        "catch",
        "static",
        "get",
        "set",
        "super\n",
        "",
        "",
        "",
        "",
    ]
)
SCRIPTS = st.one_of(st.text(), st.lists(PIECES, max_size=40).map(" ".join))
PADDING = st.text(alphabet="abcäß🎉 \t\n\r\u2028", max_size=30)


@given(SCRIPTS, KINDS)
@settings(max_examples=300, deadline=None)
def test_no_text_is_too_odd(source: str, kind: str) -> None:
    """Any text is read without an exception, into facts that point into it."""
    for use in analyse(source, kind=kind):
        assert use.what in {"url", "interface", "unparsed"}
        assert use.line >= 1
        assert use.column >= 1
        assert len(use.evidence) <= 200
        assert grammar(use.sink)


@given(PADDING)
@settings(max_examples=100, deadline=None)
def test_a_place_counts_characters_and_lines_as_editors_do(padding: str) -> None:
    """Lines end at CR, LF and CR LF; columns are characters, also beyond the BMP."""
    source = f"/*{padding}*/fetch(u)"
    before = f"/*{padding}*/".replace("\r\n", "\n").replace("\r", "\n")
    expected = (before.count("\n") + 1, len(before) - before.rfind("\n"))
    found = analyse(source, kind="classic")
    assert [(use.line, use.column) for use in found] == [expected]


@given(st.text(alphabet="htps:/evil.xam"), st.integers(0, 12))
@settings(max_examples=200, deadline=None)
def test_where_a_text_is_cut_makes_no_difference(text: str, cut: int) -> None:
    """A text in two pieces goes into a sink as the whole text does."""
    whole = analyse(f"fetch('{text}')", kind="module")
    parts = analyse(f"const a = '{text[:cut]}'; fetch(a + '{text[cut:]}')", kind="module")
    assert [use.value for use in whole] == [use.value for use in parts if use.sink]


@pytest.mark.parametrize(
    "nested",
    [
        "(" * 20_000,
        "[" * 20_000 + "]" * 20_000,
        "a=>" * 20_000 + "1",
        "'a'+" * 20_000 + "'b'",
        "f(" * 20_000 + ")" * 20_000,
        "`${" * 20_000 + "1" + "}`" * 20_000,
        "{" * 20_000 + "}" * 20_000,
        "a" + ".b" * 20_000,
        "let " + "{a:" * 5_000 + "b" + "}" * 5_000 + "=c",
        "let a;" + "a='x';a;" * 5_000,
        "const a0=['x'];" + "".join(f"const a{n + 1}=[a{n},a{n}];" for n in range(2_000)),
        "x=" + "fetch||(" * 5_000 + "1" + ")" * 5_000,
        "location=" * 5_000 + "'x'",
        "(function(a){})(" + "fetch," * 5_000 + "1)",
        "const a0='x';" + "".join(f"const a{n + 1}=a{n}+a{n};" for n in range(2_000)),
    ],
    ids=lambda nested: nested[:12],
)
def test_nesting_and_repetition_stay_cheap(nested: str) -> None:
    """No construct takes time out of proportion, and none exhausts the stack."""
    before = time.process_time()
    analyse(nested, kind="classic")
    assert time.process_time() - before < 20


def test_what_does_not_parse_says_so() -> None:
    """A script with a syntax error is reported at the error, and still read."""
    assert analyse("fetch('//evil.example/');\nlet = = 1", kind="classic") == (
        ScriptUse("interface", "//evil.example/", "fetch", "fetch('//evil.example/')", 1, 1),
        ScriptUse("unparsed", None, None, "=", 2, 7),
    )


def test_evidence_is_bounded() -> None:
    """Of a long expression the first 200 characters are quoted."""
    source = f"fetch('//evil.example/{'ä' * 500}')"
    assert [use.evidence for use in analyse(source, kind="classic")] == [source[:200]]


@pytest.mark.parametrize(
    ("kind", "source", "expected"),
    [
        ("handler", "src=u", [("interface", None, "Element.src")]),
        ("classic", "src=u", []),
        ("module", "<!-- x", [("unparsed", None, None)]),
        ("classic", "<!-- x", []),
        ("module", "(function (u) { fetch(u) })('/x')", [("interface", "/x", "fetch")]),
        ("module", "function f(u) { fetch(u) } f('/x')", [("interface", "/x", "fetch")]),
        ("classic", "function f(u) { fetch(u) } f('/x')", [("interface", None, "fetch")]),
        ("worker", "onfetch = e => fetch(e.request)", [("interface", None, "fetch")]),
        ("worker", "addEventListener('fetch', e => fetch(e.request))", []),
        (
            "classic",
            "x()\n//# sourceMappingURL=https://evil.example/x.map",
            [("url", "https://evil.example/x.map", "sourceMappingURL")],
        ),
    ],
)
def test_the_kind_of_a_script_matters(kind: str, source: str, expected: list) -> None:
    """Handlers see their element, modules are closed to other scripts, workers intercept."""
    found = analyse(source, kind=kind)
    assert [(use.what, use.value, use.sink) for use in found] == expected


def test_what_costs_too_much_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """A script that the parser cannot get through in time is reported as a whole."""
    monkeypatch.setattr("firstparty.extract.script.tree.PATIENCE", -1.0)
    source = "fetch('/x');" * 1_000
    assert analyse(source, kind="classic") == (
        ScriptUse("unparsed", None, None, source[:200], 1, 1),
    )


def test_what_is_too_long_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """A script longer than the memory allows for is reported as a whole."""
    monkeypatch.setattr("firstparty.extract.script.tree.LONGEST_SCRIPT", 5)
    assert analyse("f('/x')", kind="classic") == (
        ScriptUse("unparsed", None, None, "f('/x')", 1, 1),
    )

"""`docs/vectors.md` says of every case of the corpus what the guard says of it now."""

from __future__ import annotations

import re
from difflib import unified_diff

import pytest

from tests.browser.witness.table import DOCUMENT, Result, seen_before, table
from tests.corpus.cases import cases
from tests.corpus.guarded import manner

TEXT = DOCUMENT.read_text("utf-8")

HOW = "bring the table up to date: python -m pytest -m watch tests/browser/test_corpus_witness.py"


def stated(pattern: str) -> str:
    """What the head of the document says after a few words of its own."""
    match = re.search(pattern, TEXT, re.MULTILINE)
    assert match is not None
    return match[1]


def written_now() -> str:
    """The document with the guard asked again; the column of the browser stays as it is."""
    browser = stated(r"^Browser: (.+)$")
    seen = seen_before(TEXT, browser)
    leaking = [case for case in cases() if case.kind == "leak"]
    results = [Result(case, case.vector in seen, manner(case)) for case in leaking]
    claim = stated(r"^How much it could see: (.+)$")
    loud = int(stated(r"^Harmless cases: \d+, of which contacted anybody (\d+)\.$"))
    return table(results, browser, claim, len(cases()) - len(leaking), loud)


def stale(text: str, now: str) -> list[str]:
    """The lines in which a document differs from what it would be now."""
    lines = unified_diff(text.splitlines(), now.splitlines(), n=0, lineterm="")
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


@pytest.fixture(scope="module")
def now() -> str:
    """The document, written once for all tests."""
    return written_now()


def test_the_table_is_what_the_guard_says_now(now: str) -> None:
    """Every case has its row, every row its case; state, rule, guard and sums agree."""
    assert stale(TEXT, now) == [], HOW


def test_a_stale_row_is_noticed(now: str) -> None:
    """A case on which the guard has changed its mind, and one that is gone, are told."""
    row = "| `img-src` | open | seen | named |"
    assert row in now
    silent = row.replace("named", "silent")
    assert stale(now.replace(row, silent), now) == [f"-{silent}", f"+{row}"]
    gone = f"{row}\n| `img-srd` | open | seen | named |"
    assert stale(now.replace(row, gone), now) == ["-| `img-srd` | open | seen | named |"]

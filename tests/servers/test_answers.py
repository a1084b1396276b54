"""Every server gives the same answers as the preview server, header for header."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.servers import differences
from tests.servers.asking import Where, ask, ask_h2
from tests.servers.differences import DIFFERENCES
from tests.servers.matrix import CASES, HTTP1_CASES, OTHERS, Case
from tests.servers.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.servers.running import Running


def expected(cases: Iterable[Case], server: str) -> dict[str, str]:
    """Give the answers in words: the common ones, unless a difference is known and explained."""
    known = {case.name: DIFFERENCES.get((case.name, server)) for case in cases}
    return {c.name: d.answer if (d := known[c.name]) else c.answer for c in cases}


def wrong(found: dict[str, str], cases: Iterable[Case], server: str) -> dict[str, tuple[str, str]]:
    """Give what was answered and what it should have been, where they are not the same."""
    wanted = expected(cases, server)
    return {n: (found[n], wanted[n]) for n in wanted if found[n] != wanted[n]}


def test_http1(server: Running) -> None:
    """Requests in HTTP/1.1 are answered with the file, the status and the headers of the table."""
    cases, origin = (*CASES, *HTTP1_CASES), server.settings.canonical
    found = {case.name: words(ask(server.at(), case.bytes()), origin) for case in cases}
    assert wrong(found, cases, server.name) == {}


def test_http10(server: Running) -> None:
    """An old client in HTTP/1.0 gets the same."""
    origin = server.settings.canonical
    found = {c.name: words(ask(server.at(), c.bytes("HTTP/1.0")), origin) for c in CASES}
    assert wrong(found, CASES, server.name) == {}


def test_http2(server: Running) -> None:
    """HTTP/2 gives the same."""
    at, origin = server.at(), server.settings.canonical
    found = {c.name: words(ask_h2(at, c.line, c.headers, c.body), origin) for c in CASES}
    assert wrong(found, CASES, server.name) == {}


def test_preview(preview: int) -> None:
    """The preview server shows what production will answer."""
    cases = (*CASES, *HTTP1_CASES)
    found = {case.name: words(ask(Where(preview), case.bytes()), "") for case in cases}
    assert wrong(found, cases, "preview") == {}


def test_names_are_unique() -> None:
    """No case hides another."""
    names = [case.name for case in (*CASES, *HTTP1_CASES)]
    assert [name for name in names if names.count(name) > 1] == []


def test_differences_are_documented() -> None:
    """The table in docs/servers.md is the one that the tests hold the servers against."""
    page = differences.PAGE.read_text(encoding="utf-8")
    between = page.partition(differences.BEGIN)[2].partition(differences.END)[0]
    assert between == differences.table(), "run python -m tests.servers.differences"


def test_differences_name_cases() -> None:
    """A difference that no request shows any more is struck out."""
    names = {case.name for case in (*CASES, *HTTP1_CASES, *OTHERS)}
    assert {name for name, _ in DIFFERENCES} - names == set()

"""The choice of language at `/`, asked of every server as of the function."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from delivery.language import choose_language
from tests.servers.asking import ask, request
from tests.servers.matrix import HTML
from tests.servers.running import PROGRAMS, running
from tests.servers.words import words
from tests.unit.delivery.language_cases import CASES

if TYPE_CHECKING:
    from tests.servers.running import Edit, Running

TAGS = ["de", "en", "DE", "EN-gb", "de-AT", "de-Latn-DE-1996", "en-US", "fr", "den", "e"]
TAGS += ["*", "*-de", "en-", "d-e"]
WEIGHTS = ["", ";q=0", ";q=1", ";q=0.5", ";q=0.50", ";Q=0.7", ";q=0.123", ";q=0.", ";q=0.000"]
BROKEN = [";q=2", ";q=.5", ";q=-1", ";q=1.5", ";q=", ";q", ";", ";q=0.1234", ";q=0.5;x=1"]
BROKEN += [";q=1e0", ';q="0.5"']
SPACED = [" ; q=0.5", "\t;\tq=0.25 ", " ;q=1.0"]

RANGES = st.builds(
    str.__add__, st.sampled_from(TAGS), st.sampled_from([*WEIGHTS * 3, *SPACED, *BROKEN])
)
HEADERS = st.one_of(
    st.lists(RANGES, max_size=6).map(",".join),
    st.lists(RANGES, max_size=6).map(" , ".join),
    st.text(alphabet='den-*;q=0.159, \t"AT', max_size=60),
).map(str.strip)


def chosen(server: Running, cookie: str | None, accept_language: str | None) -> str:
    """Ask a server; give where it sends the visitor."""
    headers = [("Accept-Language", accept_language)] if accept_language is not None else []
    headers += [("Cookie", f"a=b; language={cookie}; c=d")] if cookie is not None else []
    return words(ask(server.at(), request("GET /", headers)), server.settings.canonical)


def test_cases(server: Running) -> None:
    """A visitor gets the language that cookie and header ask for, at every server."""
    found = {case.fact: chosen(server, case.cookie, case.accept_language) for case in CASES}
    assert found == {case.fact: f"302, CHOICE, to /{case.language}/" for case in CASES}


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(header=HEADERS)
def test_any_header(server: Running, header: str) -> None:
    """Whatever the header holds, server and function agree."""
    expected = f"302, CHOICE, to /{choose_language(None, header)}/"
    assert chosen(server, None, header) == expected


@pytest.mark.parametrize("kept", ["cookie=x", "xlanguage=en", "language=fr; language=en"])
def test_other_cookies(server: Running, kept: str) -> None:
    """A cookie of another name says nothing, and the first of two counts."""
    answer = ask(server.at(), request("GET /", [("Cookie", kept)]))
    assert words(answer, "nowhere") == "302, CHOICE, to /de/"


def without(path: str, text: str) -> str | None:
    """Take the files of the choice away."""
    return None if "language" in path else text


def failing(_: str, text: str) -> str:
    """Let the scripts of nginx and Apache break off; an expression of Caddy has nothing to fail."""
    text = text.replace("const found = ranges", "null.x; const found = ranges")
    return text.replace("local found = ranges", "error() local found = ranges")


@pytest.mark.parametrize(
    ("name", "edit"),
    [
        pytest.param(name, edit, marks=getattr(pytest.mark, name))
        for name in PROGRAMS
        for edit in (without, failing)
        if (name, edit) != ("caddy", failing)
    ],
    indirect=["name"],
)
def test_without_choice(name: str, edit: Edit) -> None:
    """Without the choice, or where it fails, `/` gives the page with both languages."""
    with running(name, edit=edit) as server:
        answer = ask(server.at(), request("GET /", [("Accept-Language", "en")]))
    assert words(answer, "nowhere") == f"200, index.html, {HTML}, CHOICE, tag"

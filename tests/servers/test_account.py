"""The account service behind a server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from delivery.policy import Target, headers_for
from tests.servers.asking import Answer, Where, ask, ask_h2, request
from tests.servers.differences import DIFFERENCES
from tests.servers.matrix import GONE, HTML, TEXT, error
from tests.servers.running import running
from tests.servers.words import complete, tidy, words

if TYPE_CHECKING:
    from tests.servers.running import Running
    from tests.servers.upstream import Account

FORM = [("Content-Type", "application/x-www-form-urlencoded")]
REQUESTS = (
    request("GET /account/"),
    request("GET /account/?lang=en"),
    request("HEAD /account/"),
    request("GET /account"),
    request("GET /account/nothing"),
    request("POST /account/sign-in", FORM, b"a=b"),
    request("POST /account/trial", FORM, b"name=A&email=b%40example.org"),
    request("POST /account/", FORM, b"a=b"),
)


def told(answer: Answer) -> tuple[object, ...]:
    """Give what a browser acts on."""
    names = ["location", "set-cookie", "allow", "cache-control", "vary"]
    names += ["content-type"] * (answer.status != 301)  # nobody reads the words of a redirect
    return (answer.status, *(tidy(answer.fields.get(name, "")) for name in names), complete(answer))


def test_same_as_preview(server: Running, preview: int) -> None:
    """Pages, forms, redirects and cookies of the account service come through unchanged."""
    direct = [told(ask(Where(preview), raw)) for raw in REQUESTS]
    behind = [told(ask(server.at(), raw)) for raw in REQUESTS]
    # A session's cookie is another one every time.
    assert [_steady(found) for found in behind] == [_steady(found) for found in direct]


def _steady(found: tuple[object, ...]) -> tuple[object, ...]:
    return tuple(str(value).partition("session=")[0] for value in found)


def test_planted(server: Running, account: Account) -> None:
    """The table outdoes what the service says, and nothing makes a browser report."""
    answer = ask(server.at(), request("GET /account/planted"))
    assert words(answer, "nowhere") == f"200, 'planted', {TEXT}, CHOICE"
    expected = dict(headers_for(Target.ACCOUNT))
    assert {name: tidy(answer.fields.get(name.lower(), "")) for name in expected} == expected
    assert account.seen["HTTP_HOST"] == "localhost"


def test_no_address_goes_on(server: Running, account: Account) -> None:
    """The service does not learn where a visitor is, whatever a proxy or a forger says."""
    forged = ("X-Forwarded-For", "X-Real-IP", "Forwarded", "X-Forwarded-Host", "Client-IP")
    for source in ("127.0.0.1", "127.0.0.77"):
        headers = [(name, "203.0.113.77") for name in forged]
        ask(server.at(source), request("GET /account/planted", headers))
        named = {n: v for n, v in account.seen.items() if "203.0" in v or source in v}
        assert named == {}


def test_methods(server: Running) -> None:
    """Forms are sent with POST; nothing else comes through to the service."""
    allowed = ", Allow: GET, HEAD, POST"
    for line in ("PUT /account/", "DELETE /account/", "OPTIONS /account/", "TRACE /account/"):
        expected = error(405, "Method Not Allowed", "CHOICE", allowed)
        assert words(ask(server.at(), request(line)), "nowhere") == expected
        assert words(ask_h2(server.at(), line), "nowhere") == expected


def test_too_much(server: Running) -> None:
    """A form above the limit is refused before the service sees it."""
    raw = request("POST /account/trial", FORM, b"a" * 20_000)
    assert words(ask(server.at(), raw), "nowhere") == error(413, "Content Too Large", "CHOICE")


def test_gone(name: str) -> None:
    """A service that is not there is said in one line, with the whole table."""
    with running(name, account="127.0.0.1:9") as server:  # discard: nobody listens
        answer = ask(server.at(), request("GET /account/"))
    known = DIFFERENCES.get((GONE.name, name))
    assert words(answer, "nowhere") == (known.answer if known else GONE.answer)


def test_without(name: str) -> None:
    """A site without accounts has no page there."""
    with running(name) as server:
        answer = ask(server.at(), request("GET /account/"))
    assert words(answer, "nowhere") == f"404, 404.html, {HTML}, CHOICE"

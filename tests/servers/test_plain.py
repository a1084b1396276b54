"""Plain HTTP: the way to HTTPS, and the certificate authority's question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.servers.asking import Where, ask, request
from tests.servers.differences import DIFFERENCES
from tests.servers.matrix import NO_HSTS, PLAIN
from tests.servers.words import words

if TYPE_CHECKING:
    from tests.servers.running import Running


def test_to_https(server: Running) -> None:
    """Every path is sent to the same path at the canonical name, never to the request's Host."""
    origin = server.settings.canonical
    for host in ("localhost", "www.localhost", "evil.example", "evil.example:80"):
        for path in ("/", "/de/", "/de/?a=b", "/nothing"):
            answer = ask(server.plain(), request(f"GET {path}", host=host))
            assert answer.status == 301
            assert answer.fields["location"] == origin + path
            assert words(answer, origin).endswith(NO_HSTS)


def test_acme(server: Running) -> None:
    """The authority's question is answered from its folder, and nothing else is."""
    (server.prefix / "var/lib/firstparty/acme/.well-known/acme-challenge").mkdir(
        parents=True, exist_ok=True
    )
    question = server.prefix / "var/lib/firstparty/acme/.well-known/acme-challenge/token"
    question.write_bytes(b"answer")
    answer = ask(server.plain(), request("GET /.well-known/acme-challenge/token"))
    assert (answer.status, answer.body) == (200, b"answer")
    answer = ask(server.plain(), request("GET /.well-known/acme-challenge/another"))
    assert answer.status == 404


def test_plain_on_encrypted_port(server: Running) -> None:
    """Plain HTTP on the encrypted port is answered in plain HTTP, without a page."""
    where = Where(server.settings.https_port)
    answer = words(ask(where, request("GET /de/")), server.settings.canonical)
    known = DIFFERENCES.get((PLAIN.name, server.name))
    assert answer == (known.answer if known else PLAIN.answer)

"""What is written for servers, without a server."""

from __future__ import annotations

import re
from typing import Any

import pytest

from delivery import limits, paths, phrases
from delivery.codings import welcome
from delivery.content_types import CONTENT_TYPES
from delivery.policy import HEADERS
from delivery.servers import SERVERS, files
from delivery.servers.settings import Settings
from delivery.servers.templating import quoted

SETTINGS = Settings(("maps.test", "www.maps.test"), account="127.0.0.1:8080")


@pytest.mark.parametrize("server", SERVERS)
def test_whole_table(server: str) -> None:
    """Every header of the table stands in every configuration, and every type."""
    text = "".join(files(server, SETTINGS).values())
    assert [(h.name, h.value) for h in HEADERS if h.name not in text or h.value not in text] == []
    assert [e.suffix for e in CONTENT_TYPES if e.value.partition(";")[0] not in text] == []


@pytest.mark.parametrize("server", SERVERS)
def test_same_text(server: str) -> None:
    """The same settings give the same files, and a prefix comes before every path."""
    assert files(server, SETTINGS) == files(server, SETTINGS)
    moved = files(server, Settings(("maps.test",), prefix="/tmp/elsewhere"))  # noqa: S108 - a name
    text = "".join(moved.values())
    kept = re.findall(r"(?<!/tmp/elsewhere)/(?:etc|run|srv|var)/[a-z/]+", text)
    assert set(kept) <= {"/etc/apache", "/var/log/apache", "/var/log/nginx"}


@pytest.mark.parametrize(
    ("change", "what", "value"),
    [
        ({"names": ("maps.test; return 200",)}, "names", "maps.test; return 200"),
        ({"names": ("Maps.test",)}, "names", "Maps.test"),
        ({"site": "/srv/a b"}, "paths", "/srv/a b"),
        ({"account": "http://127.0.0.1"}, "account", "http://127.0.0.1"),
        ({"trusted_proxies": ("all",)}, "trusted_proxies", "all"),
        ({"user": "root; x"}, "user, group", "root; x"),
    ],
)
def test_settings(change: dict[str, Any], what: str, value: str) -> None:
    """A value that a configuration would read as more than a value is refused."""
    with pytest.raises(ValueError, match=re.escape(value)) as refused:
        Settings(**{"names": ("maps.test",), **change})
    expected = f'{what}: "{value}" cannot stand in a configuration; write it plainly'
    assert str(refused.value) == expected


def test_no_name() -> None:
    """A server without a name is refused."""
    with pytest.raises(ValueError, match=r"^names: none given; name at least one host$"):
        Settings(())


@pytest.mark.parametrize("text", ['a"b', "a\nb"])
def test_quoted(text: str) -> None:
    """A value that would end its quotes is refused; what is usual in a header is not."""
    assert quoted("'none'; x") == "\"'none'; x\""
    with pytest.raises(ValueError, match=re.escape(repr(text))) as refused:
        quoted(text)
    expected = f"{text!r} cannot stand in quotes; choose a value without them"
    assert str(refused.value) == expected


def test_reasons() -> None:
    """Each limit says what it counts, why, and where it is written."""
    assert [
        limit for limit in limits.LIMITS if not (limit.unit and limit.why and limit.source)
    ] == []
    named = {value for value in vars(limits).values() if isinstance(value, limits.Limit)}
    assert named == set(limits.LIMITS)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("br", True),
        ("gzip, deflate, br, zstd", True),
        ("gzip;q=1.0, br;q=0.001", True),
        ("BR", True),
        (" br ; q=1 ,x", True),
        ("br;q=0", False),
        ("br;q=0.000", False),
        ("gzip, br;q=0.0", False),
        ("brotli", False),
        ("xbr", False),
        ("", False),
        ("*", False),
    ],
)
def test_welcome(header: str, expected: bool) -> None:  # noqa: FBT001 - a table
    """A coding is taken where it is named and not refused."""
    assert bool(re.search(welcome("br"), header)) is expected


@pytest.mark.parametrize(
    ("path", "public"),
    [
        ("/", True),
        ("/de/", True),
        ("/de/index.html", True),
        ("/.well-known/security.txt", True),
        ("/.well-known/.secret", False),
        ("/de/.well-known/x", False),
        ("/.git/config", False),
        ("//de/", False),
        ("/de\\x", False),
        ("/de\n", False),
        ("de/", False),
    ],
)
def test_public(path: str, public: bool) -> None:  # noqa: FBT001 - a table
    """A path that hides a name or a separator names no file."""
    assert bool(re.search(paths.PUBLIC.replace("$", r"\Z"), path)) is public


def test_phrases() -> None:
    """Errors are called as RFC 9110 calls them, whatever the version of Python."""
    assert [phrases.line(status) for status in (404, 413, 414, 416, 422)] == [
        "404 Not Found",
        "413 Content Too Large",
        "414 URI Too Long",
        "416 Range Not Satisfiable",
        "422 Unprocessable Content",
    ]

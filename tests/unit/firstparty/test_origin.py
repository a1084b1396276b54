"""Which URLs stay at home."""

from __future__ import annotations

import pytest

from firstparty.origin import MisconfiguredError, Origins

HOME = Origins("https://www.example.org/sub/", ("https://static.example.org",))


@pytest.mark.parametrize(
    "url",
    [
        "",
        "a.png",
        "/a.png",
        "?q=//other.test",
        "#//other.test",
        "//www.example.org/a",
        "https://www.example.org:443/a",
        "HTTPS://WWW.EXAMPLE.ORG/a",
        "https:a.png",
        "wss://www.example.org/live",
        "https://static.example.org/a",
        "mailto:a@other.test",
        "data:text/plain,https://other.test",
        "javascript:void 0",
        "blob:https://www.example.org/1",
    ],
)
def test_what_stays_at_home(url: str) -> None:
    """Relative addresses, own origins however spelled, and schemes that contact nobody."""
    assert HOME.leaves(url) is None


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("//other.test/a", "other.test"),
        ("/\\other.test/a", "other.test"),
        ("\\\\other.test", "other.test"),
        ("/\t/other.test", "other.test"),
        (" \n https://other.test", "other.test"),
        ("ht\ntps://other.test", "other.test"),
        ("https:/other.test", None),
        ("https:////other.test", "other.test"),
        ("http:other.test", "other.test"),
        ("http://www.example.org/", "www.example.org"),
        ("https://www.example.org:8443/", "www.example.org:8443"),
        ("https://www.example.org@other.test/", "other.test"),
        ("https://www.example.org.other.test/", "www.example.org.other.test"),
        ("https://www.example.org./", "www.example.org"),
        ("ws://www.example.org/", "www.example.org"),
        ("stun:other.test:3478", "other.test:3478"),
        ("view-source:https://other.test/", "other.test"),
        ("https://bücher.test/", "xn--bcher-kva.test"),
        ("made-up:thing", "thing"),
        ("https://exa mple.test/", "a host that cannot be read"),
    ],
)
def test_what_leaves(url: str, host: str | None) -> None:
    """Everything else, resolved as the URL standard does, named by its host."""
    target = HOME.leaves(url)
    assert (target and target.host) == host


def test_a_foreign_base_makes_relative_addresses_foreign() -> None:
    """What is relative to another host is at that host."""
    target = HOME.leaves("a.png", "https://other.test/x/")
    assert target is not None
    assert target.url == "https://other.test/x/a.png"


@pytest.mark.parametrize(
    "url",
    [
        *("www.example.org", "ftp://a.test", "https://", "", "/a"),
        *("http://a..b", "http://.b", f"https://{'a' * 64}.test", "https://1.2.3.400"),
    ],
)
def test_an_origin_that_is_none_is_refused(url: str) -> None:
    """The message quotes the value and shows how to write one."""
    with pytest.raises(MisconfiguredError) as caught:
        Origins(url)
    assert str(caught.value) == f'"{url}" is no origin; write it like "https://www.example.org"'


@pytest.mark.parametrize("url", ["https://a.test.", "https://[::1]", "http://localhost:8000"])
def test_an_origin_in_another_notation(url: str) -> None:
    """The root's own dot, an address in brackets, a port."""
    assert Origins(url).address == f"{url}/"


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("a.css?v=1#x", "page/a.css"),
        ("/sub/a%20b.css", "a b.css"),
        ("./", "page/index.html"),
        ("/elsewhere.css", None),
        ("//other.test/a.css", None),
    ],
)
def test_the_file_behind_an_address(url: str, path: str | None) -> None:
    """Only addresses below that of the site name a file of the folder."""
    assert HOME.local_path(url, HOME.published("page/index.html")) == path

"""The small grammars of attributes and headers."""

from __future__ import annotations

import pytest

from firstparty.extract import relations, values
from firstparty.model import Use


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("", []),
        ("a.png", ["a.png"]),
        (" a.png 1x , b.png 2x", ["a.png", "b.png"]),
        ("a.png, b.png", ["a.png", "b.png"]),
        ("a.png 1x (b, c.png), d.png", ["a.png", "d.png"]),
        ("data:image/png;base64,AA== 1x, b.png", ["data:image/png;base64,AA==", "b.png"]),
        ("a.png,https://b.test/b.png 2x", ["https://b.test/b.png", "a.png,https://b.test/b.png"]),
    ],
)
def test_srcset(text: str, urls: list[str]) -> None:
    """Candidates end at a comma outside parentheses; a glued one is feared."""
    assert list(values.srcset(text)) == urls


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("5", ""),
        ("0; url=/a", "/a"),
        ("0;URL = '/a'b", "/a"),
        (' 1.5 , url="/a', "/a"),
        ("0 /a", "/a"),
        ("0;/a", "/a"),
        (";url=/a", "/a"),
    ],
)
def test_refresh(text: str, url: str) -> None:
    """The address is what follows the time, with or without `url=` and quotes."""
    assert values.refresh(text) == url


def test_policy_addresses() -> None:
    """Only the reporting directives name addresses that are contacted."""
    policy = "img-src https://a.test; REPORT-URI /r https://b.test, report-to x"
    assert list(values.policy_addresses(policy)) == ["/r", "https://b.test", "x"]


@pytest.mark.parametrize(
    ("rel", "uses"),
    [
        ("author license", []),
        ("Preconnect DNS-prefetch", [Use.HINT]),
        ("alternate stylesheet", [Use.STYLESHEET]),
        ("shortcut icon", [Use.IMAGE]),
        ("canonical", [Use.SITE_PART]),
        ("license unheard-of", [Use.RELATION]),
        ("", [Use.RELATION]),
    ],
)
def test_relations(rel: str, uses: list[Use]) -> None:
    """A relation loads, names a part of the site, is inert, or is not known to be."""
    assert relations.uses(rel) == uses

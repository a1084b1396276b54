"""The stand-in for the account service."""

from __future__ import annotations

import logging
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser
from werkzeug.test import Client

from preview.account_words import WORDS
from preview.app import create_app
from preview.registered import RegisterFile
from tests.unit.preview.conftest import FakeRegister

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

REPOSITORY = Path(__file__).resolve().parents[3]
PERSON = {"name": "Ada Lovelace", "email": "ada@example.org"}


def words(response: TestResponse) -> list[str]:
    """Give what the page says, heading first."""
    main = LexborHTMLParser(response.text).css("main h1, main p, main label, main button")
    return [node.text(strip=True) for node in main]


@pytest.mark.parametrize("lang", ["de", "en"])
def test_overview(client: Client, lang: str) -> None:
    """The page says whether one is signed in, in the visitor's language."""
    out = client.get("/account/", headers={"Accept-Language": lang})
    assert words(out) == [
        WORDS[lang]["overview"],
        WORDS[lang]["signed_out"],
        WORDS[lang]["sign_in"],
        WORDS[lang]["trial"],
        WORDS[lang]["stand_in"],
    ]
    inside = client.get("/account/", headers={"Cookie": f"session=x; language={lang}"})
    assert words(inside) == [
        WORDS[lang]["overview"],
        WORDS[lang]["signed_in"],
        WORDS[lang]["sign_out"],
        WORDS[lang]["stand_in"],
    ]


def test_both_languages_say_the_same() -> None:
    """Every word has its counterpart."""
    assert WORDS["de"].keys() == WORDS["en"].keys()


@pytest.mark.parametrize("path", ["", "trial", "trial/thanks", "sign-in", "sign-out"])
@pytest.mark.parametrize("lang", ["de", "en"])
def test_pages(client: Client, path: str, lang: str) -> None:
    """Each page is in one language, links to the other, and stays out of search engines."""
    tree = LexborHTMLParser(client.get(f"/account/{path}?lang={lang}").text)
    other = {"de": "en", "en": "de"}[lang]
    assert tree.root.attributes["lang"] == lang
    assert tree.css_first("meta[name=robots]").attributes["content"] == "noindex"
    assert tree.css_first(f"a[hreflang={other}]").attributes == {
        "href": f"?lang={other}",
        "lang": other,
        "hreflang": other,
    }
    sheets = [node.attributes["href"] for node in tree.css("link[rel=stylesheet]")]
    assert sheets == ["/static/css/main.01234567.css"]
    assert tree.css("[style], style, script, [onclick]") == []


def test_without_a_stylesheet(client: Client, root: Path) -> None:
    """A site that has no stylesheet yet is no obstacle."""
    (root / "static" / "css" / "main.01234567.css").unlink()
    assert "stylesheet" not in client.get("/account/").text


def test_sign_in(client: Client) -> None:
    """Signing in sets the cookie as the register describes it, to a value nobody guesses."""
    first, second = client.post("/account/sign-in?lang=en"), client.post("/account/sign-in")
    assert (first.status_code, first.headers["Location"]) == (303, "/account/?lang=en")
    (cookie,) = first.headers.getlist("Set-Cookie")
    assert re.fullmatch(r"session=[\w-]{24}; Path=/; Secure; HttpOnly; SameSite=Lax", cookie)
    assert second.headers["Set-Cookie"] != cookie


def test_sign_out(client: Client) -> None:
    """Signing out takes the same cookie away."""
    response = client.post("/account/sign-out", headers={"Cookie": "session=x"})
    assert (response.status_code, response.headers["Location"]) == (303, "/account/?lang=de")
    assert response.headers.getlist("Set-Cookie") == [
        "session=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0"
    ]


def test_sign_in_and_out_in_a_row(root: Path) -> None:
    """A browser that follows the redirects is signed in, then out."""
    client = Client(create_app(root, register=FakeRegister()))
    url = {"base_url": "https://localhost"}
    inside = client.post("/account/sign-in", follow_redirects=True, **url)
    assert WORDS["de"]["signed_in"] in words(inside)
    outside = client.post("/account/sign-out", follow_redirects=True, **url)
    assert WORDS["de"]["signed_out"] in words(outside)


def test_real_register(root: Path) -> None:
    """The cookie of the repository's own register goes out unchanged, attribute by attribute."""
    register = RegisterFile(REPOSITORY / "processing.toml")
    response = Client(create_app(root, register=register)).post("/account/sign-in")
    value = response.headers["Set-Cookie"].split(";")[0].removeprefix("session=")
    assert response.headers["Set-Cookie"] == register.cookies["session"].header("session", value)


def test_trial(client: Client) -> None:
    """A complete form is thanked for, on a page that can be reloaded."""
    response = client.post("/account/trial?lang=en", data=PERSON)
    assert (response.status_code, response.headers["Location"]) == (
        303,
        "/account/trial/thanks?lang=en",
    )
    thanks = client.get(response.headers["Location"])
    assert words(thanks)[:2] == [WORDS["en"]["thanks"], WORDS["en"]["thanks_text"]]


@pytest.mark.parametrize(
    ("form", "wrong"),
    [
        ({}, ["name", "email"]),
        ({"name": " ", "email": "ada@example.org"}, ["name"]),
        ({"name": "a" * 201, "email": "ada@example.org"}, ["name"]),
        ({"name": "Ada", "email": "ada"}, ["email"]),
        ({"name": "Ada", "email": "ada@localhost"}, ["email"]),
        ({"name": "Ada", "email": "a b@example.org"}, ["email"]),
        ({"name": "Ada", "email": "a@" + "b" * 250 + ".de"}, ["email"]),
    ],
)
def test_incomplete_trial(client: Client, form: dict[str, str], wrong: list[str]) -> None:
    """What is missing is said beside the field, and what was typed is still there."""
    response = client.post("/account/trial?lang=de", data=form)
    tree = LexborHTMLParser(response.text)
    assert response.status_code == 422
    invalid = [node.attributes["name"] for node in tree.css("input[aria-invalid]")]
    assert invalid == wrong
    said = [tree.css_first(f"#{name}-wrong").text() for name in wrong]
    assert said == [WORDS["de"][f"{name}_wrong"] for name in wrong]
    typed = {node.attributes["name"]: node.attributes["value"] for node in tree.css("input")}
    assert typed == {name: form.get(name, "").strip() for name in ("name", "email")}


def test_typed_text_is_text(client: Client) -> None:
    """What somebody types never becomes part of the page."""
    response = client.post("/account/trial", data={"name": '"><script>1</script>', "email": ""})
    assert LexborHTMLParser(response.text).css("script") == []


@pytest.mark.parametrize(
    ("data", "headers", "status", "text"),
    [
        ({**PERSON, "phone": "1"}, {}, 400, "400 Bad Request\n"),
        (PERSON, {"Sec-Fetch-Site": "cross-site"}, 403, "403 Forbidden\n"),
        (PERSON, {"Sec-Fetch-Site": "same-site"}, 403, "403 Forbidden\n"),
        ({"name": "a" * 10_001}, {}, 413, "413 Content Too Large\n"),
    ],
)
def test_refused_trial(
    client: Client, data: dict[str, str], headers: dict[str, str], status: int, text: str
) -> None:
    """A third field, another site's form and a flood are refused."""
    response = client.post("/account/trial", data=data, headers=headers)
    assert (response.status_code, response.text) == (status, text)


@pytest.mark.parametrize("path", ["/account/sign-in", "/account/sign-out"])
def test_foreign_form(client: Client, path: str) -> None:
    """No other site signs anybody in or out."""
    response = client.post(path, headers={"Sec-Fetch-Site": "cross-site"})
    assert (response.status_code, response.headers.get("Set-Cookie")) == (403, None)


def test_nothing_is_logged(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    """No entry of a form reaches a log, whether it is right or wrong."""
    with caplog.at_level(logging.DEBUG):
        client.post("/account/trial", data=PERSON)
        client.post("/account/trial", data={**PERSON, "phone": "1"})
        client.post("/account/trial", data={"name": "Ada Lovelace"})
    assert caplog.text == ""


def test_unreadable_register(root: Path, tmp_path: Path) -> None:
    """Without a readable register no cookie is set; the last readable one serves on."""
    path = tmp_path / "processing.toml"
    client = Client(create_app(root, register=RegisterFile(path)))
    response = client.post("/account/sign-in")
    assert (response.status_code, response.text) == (503, "503 Service Unavailable\n")
    assert "Set-Cookie" not in response.headers

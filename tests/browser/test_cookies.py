"""Cookies are set by what a visitor asks for, exactly as the register describes them.

This is the evidence of the claim `no-consent-cookies`.
"""

from __future__ import annotations

import json
import time

import pytest

from pipeline import chromium
from tests.conftest import ARGUMENTS


def _of_register(facts, name):
    """What Playwright shows of a cookie that is as the register says."""
    cookie = facts.register.cookies[name]
    return {
        "name": name,
        "domain": "127.0.0.1",
        "path": cookie.path,
        "httpOnly": cookie.http_only,
        "secure": cookie.secure,
        "sameSite": cookie.same_site,
        "lifetime": cookie.max_age,
    }


def _seen(cookie):
    """The same view of a cookie in the browser; the lifetime to the nearest minute."""
    left = cookie["expires"] - time.time()
    lifetime = None if cookie["expires"] == -1 else round(left / 60) * 60
    kept = {k: cookie[k] for k in ("name", "domain", "path", "httpOnly", "secure", "sameSite")}
    return {**kept, "lifetime": lifetime}


@pytest.mark.parametrize(("address", "word"), [("/de/", "English"), ("/en/", "Deutsch")])
def test_choosing_a_language_sets_language(visit, origin, facts, address, word):
    """The switch sets `language` with the attributes of the register, and leads to the twin."""
    page, _ = visit(address)
    page.get_by_role("link", name=word, exact=True).click()
    other = "/en/" if address == "/de/" else "/de/"
    page.wait_for_url(origin + other)
    (cookie,) = page.context.cookies()
    assert _seen(cookie) == _of_register(facts, "language")
    assert cookie["value"] == other.strip("/")


def test_the_choice_is_remembered_at_the_gateway(visit, origin):
    """After choosing English, `/` leads a German browser to the English site."""
    page, _ = visit("/de/")
    page.get_by_role("link", name="English", exact=True).click()
    page.wait_for_url(f"{origin}/en/")
    page.goto(f"{origin}/")
    assert page.url == f"{origin}/en/"


def test_signing_in_sets_session_and_signing_out_removes_it(visit, origin, facts):
    """`session` is as the register says while signed in, and gone after."""
    page, _ = visit("/account/sign-in")
    page.locator("main form button").click()
    page.wait_for_load_state("networkidle")
    (cookie,) = page.context.cookies()
    assert _seen(cookie) == _of_register(facts, "session")
    page.goto(f"{origin}/account/")
    page.locator("main form button").click()
    page.wait_for_load_state("networkidle")
    assert page.context.cookies() == []


def test_the_trial_form_sets_nothing_and_keeps_nothing(visit, origin):
    """Sending the form answers with thanks, and leaves no cookie."""
    page, watched = visit("/de/testzugang/")
    assert page.locator("main form input").count() == 2
    page.locator("input[name=name]").fill("Ada")
    page.locator("input[name=email]").fill("ada@example.org")
    page.locator("main form button").click()
    page.wait_for_load_state("networkidle")
    assert page.url.startswith(f"{origin}/account/trial")
    assert page.context.cookies() == []
    assert [url for url in watched.requests if not url.startswith(origin)] == []


def test_everything_works_with_cookies_blocked(playwright, origin, tmp_path):
    """With cookies blocked the switch still leads to the twin, and nothing is on the console."""
    profile = tmp_path / "profile" / "Default"
    profile.mkdir(parents=True)
    blocked = {"profile": {"default_content_setting_values": {"cookies": 2}}}
    (profile / "Preferences").write_text(json.dumps(blocked), encoding="utf-8")
    context = playwright.chromium.launch_persistent_context(
        profile.parent, executable_path=chromium.ensure(), args=ARGUMENTS, headless=True
    )
    page, console = context.new_page(), []
    page.on("console", lambda message: console.append(message.text))
    page.on("pageerror", lambda error: console.append(str(error)))
    page.goto(f"{origin}/de/datenschutz/", wait_until="networkidle")
    page.evaluate("document.cookie = 'probe=1'")
    assert page.evaluate("document.cookie") == ""
    page.get_by_role("link", name="English", exact=True).click()
    page.wait_for_url(f"{origin}/en/privacy/")
    assert context.cookies() == []
    assert console == []
    context.close()

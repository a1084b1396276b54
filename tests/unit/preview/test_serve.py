"""The live preview as a person meets it: in a browser and in a terminal."""

from __future__ import annotations

import contextlib
import http.client
import logging
import re
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from delivery.permissions import CHROMIUM, FEATURES
from messages import speaking
from tests.unit.preview.small_preview import REPOSITORY, bottom, live, top, watched

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page


def test_live(browser: Browser, source: Path) -> None:
    """A text that is saved shows; a broken one shows why, over the last good page, and goes."""
    with live(source) as url, watched(browser) as (page, said):
        page.goto(f"{url}/de/")
        expect(page.locator("h1")).to_have_text("First")
        source.write_text("Second")
        expect(page.locator("h1")).to_have_text("Second")
        source.write_text("BROKEN")
        dialog = page.get_by_role("dialog", name="The build failed: 2 problems")
        expect(dialog).to_be_visible()
        assert dialog.locator("li > *").all_text_contents() == [
            "content/a.md:1:5",
            "'BROKEN' is <b>wrong</b>; mend it",
            "company.toml:7:1",
            "unknown key 'x'; remove it",
        ]
        expect(page.locator("h1")).to_have_text("Second")
        page.get_by_role("link", name="Again").click()
        expect(dialog).to_be_visible()
        dialog.get_by_role("button", name="Hide").click()
        expect(dialog).to_be_hidden()
        source.write_text("BROKEN again")
        expect(dialog).to_be_visible()
        source.write_text("Third")
        expect(page.locator("h1")).to_have_text("Third")
        expect(dialog).to_be_hidden()
        assert [words for words in said if "favicon" not in words and "404" not in words] == []


def test_broken_from_the_start(browser: Browser, source: Path) -> None:
    """With nothing built yet, the page that waits shows the problems and then the site."""
    source.write_text("BROKEN")
    with live(source, built=False) as url, watched(browser) as (page, _):
        page.goto(f"{url}/de/")
        expect(page.locator("h1")).to_have_text("No page yet")
        expect(page.get_by_role("dialog")).to_be_visible()
        source.write_text("Mended")
        expect(page.locator("h1")).to_have_text("Mended")


def test_german(browser: Browser, source: Path, caplog: pytest.LogCaptureFixture) -> None:
    """An editor who reads German meets German words, in an element that says so."""
    source.write_text("BROKEN")
    caplog.set_level(logging.INFO, "preview")
    with speaking("de"), live(source, built=False) as url, watched(browser) as (page, _):
        page.goto(f"{url}/de/")
        expect(page.locator("h1")).to_have_text("Noch keine Seite")
        dialog = page.get_by_role("dialog", name="Der Bau ist fehlgeschlagen: 2 Probleme")
        expect(dialog).to_be_visible()
        assert page.locator("#preview-problems").get_attribute("lang") == "de"
        page.set_viewport_size({"width": 320, "height": 640})
        assert bottom(dialog.get_by_role("button")) < top(dialog.locator("h2"))
        dialog.get_by_role("button", name="Ausblenden").click()
        expect(dialog).to_be_hidden()
    said = [r.getMessage() for r in caplog.records if r.levelno == logging.INFO]
    assert re.fullmatch(r"Der Bau ist nach \d+,\d s fehlgeschlagen", said[1])


def show(page: Page, state: str) -> None:
    """Make a tab hidden or visible; Playwright has no tabs that are behind others."""
    page.evaluate(
        """state => {
            Object.defineProperty(document, "visibilityState", {value: state, configurable: true});
            document.dispatchEvent(new Event("visibilitychange"));
        }""",
        state,
    )


def test_many_tabs(browser: Browser, source: Path) -> None:
    """More open tabs than a browser has connections to a host do not hinder one another."""
    with live(source) as url:
        context = browser.new_context()
        pages = [context.new_page() for _ in range(8)]
        for page in pages:
            page.goto(f"{url}/de/", timeout=30_000)
            show(page, "hidden")
        source.write_text("For all")
        for page in pages:
            show(page, "visible")
            expect(page.locator("h1")).to_have_text("For all")
            show(page, "hidden")
        context.close()


def test_sign_in(browser: Browser, source: Path) -> None:
    """The browser keeps the cookie exactly as the register describes it, and drops it again."""
    with live(source) as url, watched(browser) as (page, _):
        page.goto(f"{url}/account/sign-in?lang=en")
        assert page.context.cookies() == []
        page.get_by_role("button", name="Sign in").click()
        expect(page.get_by_text("You are signed in.")).to_be_visible()
        (cookie,) = page.context.cookies()
        assert re.fullmatch(r"[\w-]{24}", cookie.pop("value"))
        assert cookie == {
            "name": "session",
            "domain": "127.0.0.1",
            "path": "/",
            "expires": -1,
            "httpOnly": True,
            "secure": True,
            "sameSite": "Lax",
        }
        page.get_by_role("button", name="Sign out").click()
        expect(page.get_by_text("You are not signed in.")).to_be_visible()
        assert page.context.cookies() == []


def test_trial(browser: Browser, source: Path) -> None:
    """The form of the site, posted under the site's own policy, arrives and is thanked for."""
    with live(source) as url, watched(browser) as (page, said):
        page.goto(f"{url}/account/trial?lang=en")
        page.get_by_label("Name").fill("Ada")
        page.get_by_label("E-mail address").fill("ada@example.org")
        page.get_by_role("button").click()
        expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
        assert page.context.cookies() == []
        assert [words for words in said if "404" not in words] == []


def test_permissions(browser: Browser, source: Path) -> None:
    """The browser knows every feature that the policy names, and is allowed none that it knows."""
    if browser.version.split(".")[0] != str(CHROMIUM):
        pytest.skip(f"the list of features is that of Chromium {CHROMIUM}, not {browser.version}")
    with live(source) as url, watched(browser) as (page, said):
        page.goto(f"{url}/de/")
        assert page.evaluate("document.featurePolicy.allowedFeatures()") == []
        assert [words for words in said if "Permissions-Policy" in words] == []
        known = set(page.evaluate("document.featurePolicy.features()"))
        assert known - set(FEATURES) == set()


def start(root: Path, port: int) -> subprocess.Popen[str]:
    """Start the preview of the small site as a person does, with a terminal's ears."""
    source = (
        "import sys; from pathlib import Path; from preview.serve import serve;"
        "from tests.unit.preview.small_preview import small_build;"
        f"sys.exit(serve(port={port}, root=Path({str(root)!r}), command=small_build))"
    )
    return subprocess.Popen(
        [sys.executable, "-c", source],
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def line_with(process: subprocess.Popen[str], words: str) -> str:
    """Read what it prints up to a line with these words."""
    assert process.stdout is not None
    return next(line for line in process.stdout if words in line)


def get(url: str) -> tuple[int, bytes]:
    """Fetch a page; give status and body."""
    connection = http.client.HTTPConnection(url.split("/")[2], timeout=20)
    with contextlib.closing(connection):
        connection.request("GET", "/" + url.split("/", 3)[3])
        response = connection.getresponse()
        return response.status, response.read()


def test_terminal(source: Path) -> None:
    """The terminal says where to look and what is wrong; Ctrl-C ends it with one word."""
    source.write_text("BROKEN")
    process = start(source.parent.parent, 0)
    try:
        url = line_with(process, "Serving on").split()[2]
        finding = line_with(process, "content/a.md")
        assert finding == "content/a.md:1:5: 'BROKEN' is <b>wrong</b>; mend it\n"
        failed = line_with(process, "failed")
        assert re.fullmatch(r"The build failed after \d+\.\d s\n", failed)
        assert get(f"{url}/de/")[0] == 503
        source.write_text("Good")
        assert re.fullmatch(r"Built in \d+\.\d s\n", line_with(process, "Built"))
        assert b"<h1>Good</h1>" in get(f"{url}/de/")[1]
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=30)[0] == "Stopped\n"
        assert process.returncode == 0
    finally:
        process.kill()
        process.wait()


def test_port_in_use(source: Path) -> None:
    """A second preview on the same port is told so in one sentence, and builds nothing."""
    with live(source) as url:
        port = int(url.rpartition(":")[2])
        process = start(source.parent.parent, port)
        printed = process.communicate(timeout=60)[0]
    assert printed == (
        f"127.0.0.1:{port} cannot be used: Address already in use; "
        "stop the other program or choose another port, for example inv serve --port 8001\n"
    )
    assert process.returncode == 2


def test_port_in_use_in_german(source: Path) -> None:
    """`--lang de` reaches whatever the preview says in the terminal."""
    with live(source) as url:
        port = url.rpartition(":")[2]
        command = [sys.executable, "-m", "preview.serve", "--port", port, "--lang", "de"]
        done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.stderr == (
        f"127.0.0.1:{port} ist nicht verwendbar: Address already in use; beenden Sie das andere "
        "Programm, oder wählen Sie einen anderen Port, zum Beispiel inv serve --port 8001\n"
    )
    assert done.returncode == 2

"""What the live preview tells open pages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from werkzeug.test import Client

from messages import speaking
from preview.app import create_app
from preview.building import Problem
from preview.live import Live
from tests.unit.preview.conftest import FILES, FakeRegister

if TYPE_CHECKING:
    from pathlib import Path

BROKEN = (Problem("content/a.md:3:1", "broken"),)
ENGLISH = {
    "lang": "en",
    "title": "The build failed",
    "explanation": (
        "Behind this message is the last good page. It refreshes when the build succeeds."
    ),
    "hide": "Hide",
}
GERMAN = {
    "lang": "de",
    "title": "Der Bau ist fehlgeschlagen: 2 Probleme",
    "explanation": (
        "Hinter dieser Meldung liegt die letzte gute Seite. Sie lädt neu, sobald der Bau gelingt."
    ),
    "hide": "Ausblenden",
}


REMARK = {"severity": "note", "rule": "hedge", "message": "m", "line": 9, "clause": "scope"}
TEXTS = {"/de/": {"source": "content/legal/a.de.md", "clauses": [], "remarks": [REMARK]}}
PANEL = '<script src="/__preview__/text.js" defer></script>'


@pytest.fixture
def live(root: Path) -> Live:
    """Preview the small site."""
    return Live(root)


@pytest.fixture
def client(root: Path, live: Live) -> Client:
    """Ask the application of a live preview."""
    return Client(create_app(root, register=FakeRegister(), live=live))


def told(event: str) -> dict[str, object]:
    """Read one event."""
    assert event.startswith("data: ")
    assert event.endswith("\n\n")
    return json.loads(event.removeprefix("data: "))


def test_events(live: Live) -> None:
    """A page learns the state at once, of a failed build, and of the next good one."""
    events = live.events()
    live.publish(())
    first = told(next(events))
    assert first["problems"] == []
    live.publish(BROKEN)
    assert told(next(events)) == {
        "build": first["build"],
        "problems": [{"place": "content/a.md:3:1", "message": "broken"}],
        "words": ENGLISH,
    }
    live.publish(())
    good = told(next(events))
    assert (good["problems"], good["words"]) == ([], None)
    assert good["build"] != first["build"]


def test_nothing_built_yet(live: Live) -> None:
    """Until the first good build the events name none, whatever has failed meanwhile."""
    events = live.events()
    assert told(next(events)) == {"build": "", "problems": [], "words": None}
    live.publish(BROKEN)
    assert told(next(events))["build"] == ""
    live.publish(())
    assert told(next(events))["build"] != ""


def test_late_page(live: Live) -> None:
    """A page that was hidden meanwhile learns the latest state, not the history."""
    live.publish(BROKEN)
    live.publish(())
    live.publish(BROKEN)
    assert told(next(live.events()))["problems"] != []


def test_sign_of_life(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stream without news sends a comment, by which a closed page is noticed."""
    events = live.events()
    next(events)
    monkeypatch.setattr("preview.live.HEARTBEAT", 0.01)
    assert next(events) == ":\n\n"


def test_close(live: Live) -> None:
    """The end of the server ends every stream."""
    events = live.events()
    next(events)
    live.close()
    assert list(events) == []


def test_stream(client: Client, live: Live) -> None:
    """The stream is one of events, with the headers of every other response."""
    response = client.get("/__preview__/events", buffered=False)
    assert response.headers["Content-Type"] == "text/event-stream; charset=utf-8"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert told(next(iter(response.response)).decode())["problems"] == []
    live.close()
    response.close()


@pytest.mark.parametrize("path", ["/de/", "/index.html", "/nothing", "/account/"])
def test_injected(client: Client, path: str) -> None:
    """Every page brings the script, the error page and the account pages too."""
    text = client.get(path).text
    assert text.count('<script src="/__preview__/reload.js" data-build="') == 1


def test_injected_at_the_end_of_the_head(live: Live) -> None:
    """The script stands in the head where there is one, else after everything."""
    state = json.loads(next(live.events()).removeprefix("data: "))
    tag = f'<script src="/__preview__/reload.js" data-build="{state["build"]}" defer></script>'
    assert live.inject(b"<head></head><p>", "/de/") == f"<head>{tag}</head><p>".encode()
    assert live.inject(b"<title>x</title><p>", "/") == f"<title>x</title><p>{tag}".encode()


def test_not_injected(client: Client, root: Path) -> None:
    """Other files and the files on disk stay as they were built."""
    assert client.get("/robots.txt").text == FILES["robots.txt"]
    assert (root / "de" / "index.html").read_text() == FILES["de/index.html"]


def test_rebuilt_page_is_not_304(client: Client, live: Live) -> None:
    """A page of an earlier build is sent anew."""
    tag = client.get("/de/").headers["ETag"]
    assert client.get("/de/", headers={"If-None-Match": tag}).status_code == 304
    live.publish(())
    assert client.get("/de/", headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("reload.js", "text/javascript; charset=utf-8"),
        ("text.js", "text/javascript; charset=utf-8"),
        ("preview.css", "text/css; charset=utf-8"),
        ("text.css", "text/css; charset=utf-8"),
        ("beside.css", "text/css; charset=utf-8"),
    ],
)
def test_own_files(client: Client, name: str, kind: str) -> None:
    """The script and its sheet come from this origin."""
    response = client.get(f"/__preview__/{name}")
    assert (response.status_code, response.headers["Content-Type"]) == (200, kind)


@pytest.mark.parametrize("path", ["/__preview__/", "/__preview__/../live.py", "/__preview__/x"])
def test_no_other_files(client: Client, path: str) -> None:
    """Nothing else is served from there."""
    assert client.get(path).status_code == 404


def test_without_live(root: Path) -> None:
    """A server that is not live has neither script nor stream."""
    client = Client(create_app(root, register=FakeRegister()))
    assert client.get("/__preview__/reload.js").status_code == 404
    assert client.get("/de/").text == FILES["de/index.html"]


def test_before_the_first_build(tmp_path: Path) -> None:
    """While there is no site, every path waits for it."""
    missing = tmp_path / "missing"
    client = Client(create_app(missing, register=FakeRegister(), live=Live(missing)))
    response = client.get("/de/")
    assert response.status_code == 503
    assert "<h1>No page yet</h1>" in response.text
    assert '<script src="/__preview__/reload.js"' in response.text


def test_german(tmp_path: Path) -> None:
    """A preview that was begun in German speaks it to every page, from whatever thread."""
    missing = tmp_path / "missing"
    with speaking("de"):
        live = Live(missing)
    client = Client(create_app(missing, register=FakeRegister(), live=live))
    page = client.get("/de/").text
    live.publish(BROKEN * 2)
    assert '<html lang="de">' in page
    assert "<h1>Noch keine Seite</h1>" in page
    assert "<p>Der erste Bau ist noch nicht gelungen. Diese Seite lädt von selbst neu.</p>" in page
    assert told(next(live.events()))["words"] == GERMAN


def test_legal_text(client: Client, live: Live, root: Path) -> None:
    """A legal text gets the script of the panel, other pages and the file on disk do not."""
    live.publish((), TEXTS)
    assert client.get("/de/").text.count(PANEL) == 1
    assert [
        path for path in ("/en/", "/nothing", "/account/") if PANEL in client.get(path).text
    ] == []
    assert (root / "de" / "index.html").read_text() == FILES["de/index.html"]


def test_panel(client: Client, live: Live) -> None:
    """The panel gets what the build says of a text, and words around it."""
    live.publish((), TEXTS)
    response = client.get("/__preview__/text.json?address=/de/")
    assert response.headers["Content-Type"] == "application/json; charset=utf-8"
    assert response.json == {
        **TEXTS["/de/"],
        "lang": "en",
        "words": {
            "panel": "Preview: clauses and messages",
            "title": "Clauses, messages: 1",
            "messages": "Messages",
            "nothing": "Nothing is held against this file",
            "clauses": "Clauses",
            "line": "line",
            "error": "Error",
            "warning": "Warning",
            "note": "Note",
        },
    }


def test_panel_in_german(root: Path) -> None:
    """An editor who reads German meets German words beside the text."""
    with speaking("de"):
        live = Live(root)
    live.publish((), TEXTS)
    client = Client(create_app(root, register=FakeRegister(), live=live))
    panel = client.get("/__preview__/text.json?address=/de/").json
    assert panel is not None
    assert (panel["lang"], panel["words"]) == (
        "de",
        {
            "panel": "Vorschau: Klauseln und Meldungen",
            "title": "Klauseln, Meldungen: 1",
            "messages": "Meldungen",
            "nothing": "Zu dieser Datei gibt es keine Meldung",
            "clauses": "Klauseln",
            "line": "Zeile",
            "error": "Fehler",
            "warning": "Warnung",
            "note": "Hinweis",
        },
    )


def test_panel_of_the_last_good_page(client: Client, live: Live) -> None:
    """A failed build leaves the panel as it leaves the page; the next good one may take it away."""
    live.publish((), TEXTS)
    live.publish(BROKEN)
    assert client.get("/__preview__/text.json?address=/de/").status_code == 200
    live.publish(())
    assert client.get("/__preview__/text.json?address=/de/").status_code == 404


@pytest.mark.parametrize("query", ["", "?address=", "?address=/nothing", "?address=../live.py"])
def test_no_other_text(client: Client, live: Live, query: str) -> None:
    """Of other addresses there is nothing to say."""
    live.publish((), TEXTS)
    assert client.get(f"/__preview__/text.json{query}").status_code == 404

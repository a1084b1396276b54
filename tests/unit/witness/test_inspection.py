"""`inspection.json` speaks as the EDPS Website Evidence Collector does: one result, whole."""

from __future__ import annotations

from witness.evidence import tool_digest
from witness.inspection import inspection
from witness.isolation import Network
from witness.observed import Asked, Contact, Log, Observed, Recording, Stored, Visit

ORIGIN = "http://127.0.0.1:8000"
NOBODY = {"firstParty": [], "thirdParty": []}


def _result() -> Observed:
    """Two visits: a redirect that stores nothing, and a page that does what it should not."""
    start = Visit("/", "de", {"action": "read"}, 0.0, 1.0, "de-1", landed="/de/")
    page = Visit("/de/", "de", {"action": "read"}, 1.0, 2.0, "de-2", landed="/de/")
    page.asked = [
        Asked("https://a.test/x.png", "parser"),
        Asked("wss://a.test/socket", "WebSocket"),
    ]
    page.stored = [
        Stored("cookie", "track", "7", 1.5, {"domain": "127.0.0.1", "path": "/", "expires": 90.0}),
        Stored("localStorage", "seen", "1", 1.5),
        Stored("IndexedDB", "kept", "1", 1.5),
    ]
    logs = (
        Log("de-0", "0", 1, (Contact("update.googleapis.com", "request", 0.0, own=True),), {}),
        Log("de-1", "0", 1, (Contact("127.0.0.1:8000", "request", 0.5),), {}),
        Log("de-2", "0", 1, (Contact("a.test", "look-up", 1.5),), {}),
    )
    browsers = [Recording("de", "0", 3, logs)]
    return Observed(ORIGIN, "Chrome/1", Network.CLOSED, 0.0, 2.0, [start, page], browsers)


def test_a_result_is_written_with_the_keys_of_the_collector():
    """Contacts, cookies, localStorage and sockets stand where that collector's readers look."""
    assert inspection(_result()) == {
        "title": "Browser audit of http://127.0.0.1:8000",
        "uri_ins": "http://127.0.0.1:8000/",
        "uri_refs": ["http://127.0.0.1:8000"],
        "uri_dest": "http://127.0.0.1:8000/de/",
        "uri_redirects": ["http://127.0.0.1:8000/"],
        "secure_connection": {"https_support": False},
        "host": "127.0.0.1:8000",
        "script": {"host": "127.0.0.1:8000", "version": {"sha256": tool_digest()}},
        "browser": {"name": "Chromium", "version": "Chrome/1"},
        "start_time": "1970-01-01T00:00:00.000+00:00",
        "end_time": "1970-01-01T00:00:02.000+00:00",
        "browsing_history": ["http://127.0.0.1:8000/", "http://127.0.0.1:8000/de/"],
        "hosts": {
            "requests": {"firstParty": ["127.0.0.1:8000"], "thirdParty": ["a.test"]},
            "beacons": NOBODY,
            "cookies": {"firstParty": ["127.0.0.1"], "thirdParty": []},
            "localStorage": {"firstParty": ["127.0.0.1:8000"], "thirdParty": []},
            "links": NOBODY,
        },
        "cookies": [
            {
                "name": "track",
                "value": "7",
                "domain": "127.0.0.1",
                "path": "/",
                "expires": 90.0,
                "firstPartyStorage": True,
                "log": {"timestamp": "1970-01-01T00:00:01.500+00:00"},
            }
        ],
        "localStorage": {
            "http://127.0.0.1:8000": {"seen": {"value": "1", "firstPartyStorage": True}}
        },
        "links": {**NOBODY, "social": [], "keywords": []},
        "beacons": [],
        "websockets": {"wss://a.test/socket": []},
    }


def test_a_result_without_any_visit_is_still_a_result():
    """Nothing visited, nothing kept."""
    empty = Observed(ORIGIN, "Chrome/1", Network.CLOSED, 0.0, 2.0, [], [])
    said = inspection(empty)
    assert (said["uri_dest"], said["cookies"], said["localStorage"]) == (f"{ORIGIN}/", [], {})

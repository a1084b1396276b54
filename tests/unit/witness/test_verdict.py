"""What was observed, held against the register: whole sentences."""

from __future__ import annotations

import pytest

from registers.processing import Cookie
from witness.housekeeping import is_excused, name_servers
from witness.isolation import Network
from witness.observed import (
    Asked,
    Contact,
    Log,
    Observed,
    Recording,
    Said,
    Stored,
    Visit,
    from_json,
)
from witness.verdict import foreign, judge

ORIGIN = "http://127.0.0.1:8000"
TIMES = (Network.CLOSED, 1000.0, 1010.0)
"""In a network without a way out, from when to when."""
BOTH = {"de": "a", "en": "a"}
COOKIES = {
    "language": Cookie.model_validate(
        {
            "set_by": BOTH,
            "purpose": BOTH,
            "lifetime": {"days": 180},
            "path": "/",
            "secure": True,
            "http_only": False,
            "same_site": "Lax",
        }
    )
}
AS_DECLARED = {
    "domain": "127.0.0.1",
    "path": "/",
    "expires": 1000.0 + 180 * 86_400,
    "httpOnly": False,
    "secure": True,
    "session": False,
    "sameSite": "Lax",
}


def _visit(*stored, expects=(), **seen):
    state = {"action": "read", "language": "de"}
    visit = Visit("/de/", "de", state, 1000.0, 1010.0, "de-1")
    visit.stored = list(stored)
    visit.expects = expects
    for name, value in seen.items():
        setattr(visit, name, value)
    return visit


def _said(*visits, contacts=(), cookies=None):
    logs = (Log("de-0", "0" * 64, 0, (), {}), Log("de-1", "0" * 64, 0, tuple(contacts), {}))
    browser = Recording("de", "0" * 64, 0, logs)
    run = Observed(ORIGIN, "Chrome/1", *TIMES, list(visits), [browser])
    return [
        f"{found.rule}: {found.message}" for found in judge(run, {} if cookies is None else cookies)
    ]


def _cookie(name="language", **changed):
    return Stored("cookie", name, "de", 1005.0, {**AS_DECLARED, **changed})


def test_a_cookie_as_declared_and_asked_for_is_no_finding():
    """The register, the page and the browser agree."""
    visit = _visit(_cookie(), expects=("language",))
    assert _said(visit, cookies=COOKIES) == []


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"path": "/de/"}, 'has Path "/de/", processing.toml says "/"'),
        ({"secure": False}, 'has Secure "False", processing.toml says "True"'),
        ({"httpOnly": True}, 'has HttpOnly "True", processing.toml says "False"'),
        ({"sameSite": "None"}, 'has SameSite "None", processing.toml says "Lax"'),
        ({"domain": ".a.test"}, 'has Domain ".a.test", processing.toml says "127.0.0.1"'),
        ({"partitionKey": {}}, 'has Partitioned "True", processing.toml says "False"'),
        (
            {"session": True, "expires": -1},
            'has lifetime "session", processing.toml says "15552000 seconds"',
        ),
        (
            {"expires": 1060.0},
            'has lifetime "60 seconds", processing.toml says "15552000 seconds"',
        ),
    ],
)
def test_each_attribute_is_compared(changed, sentence):
    """A browser shows each attribute, and the register has a word for it."""
    visit = _visit(_cookie(**changed), expects=("language",))
    assert _said(visit, cookies=COOKIES) == [
        f'wrong-cookie-attribute: cookie "language" {sentence}; make them agree (seen in: read, de)'
    ]


def test_a_declared_cookie_that_nobody_asked_for_is_an_error():
    """`language` on a first visit is as wrong as a cookie that nobody knows."""
    assert _said(_visit(_cookie()), cookies=COOKIES) == [
        'unasked-cookie: cookie "language" was set although nobody asked for it; '
        "set it only where processing.toml says so (seen in: read, de)"
    ]


def test_what_is_declared_and_never_set_is_a_warning():
    """The notice lists a cookie that does not exist."""
    assert _said(_visit(), cookies=COOKIES) == [
        'never-set-cookie: cookie "language" is declared in processing.toml but no scenario '
        "ever set it; delete the entry, or mend what sets it"
    ]


def test_undeclared_items_are_errors_once_for_each_page():
    """Two visits, one sentence, and how often."""
    items = (_cookie("track"), Stored("localStorage", "a", "1", 1005.0))
    assert _said(_visit(*items), _visit(*items)) == [
        'undeclared-cookie: cookie "track" is not in processing.toml; '
        "remove what sets it, or declare it there (seen in: read, de, and 1 more)",
        'undeclared-storage: localStorage holds "a", which processing.toml does not declare; '
        "remove what stores it (seen in: read, de, and 1 more)",
    ]


def test_a_contact_names_its_cause_where_the_page_shows_one():
    """The NetLog finds, the page's events explain."""
    explained = _visit(asked=[Asked("https://b.test/x", "parser http://127.0.0.1:8000/de/:3")])
    contacts = [Contact("a.test", "look-up", 1005.0), Contact("b.test", "look-up", 1005.0)]
    assert _said(explained, contacts=contacts) == [
        'third-party-contact: look-up of "a.test", by no event that a page shows; '
        "remove what names it (seen in: read, de)",
        'third-party-contact: look-up of "b.test", asked for by parser '
        "http://127.0.0.1:8000/de/:3; remove what names it (seen in: read, de, and 1 more)",
    ]


def test_a_contact_before_any_visit_is_no_pages():
    """It is a finding all the same: housekeeping is excused by name, and nothing else is."""
    early = Log("de-0", "0" * 64, 1, (Contact("a.test", "look-up", 999.0),), {})
    browser = Recording("de", "0" * 64, 1, (early, Log("de-1", "0" * 64, 0, (), {})))
    run = Observed(ORIGIN, "Chrome/1", *TIMES, [_visit()], [browser])
    assert [f"{found.location.path}: {found.message}" for found in judge(run, {})] == [
        '(no page): look-up of "a.test", by no event that a page shows; remove what names it '
        "(seen in: de-0, before the first visit)"
    ]


def test_sockets_count_wherever_the_site_has_no_address_of_its_own():
    """On the open network the site's own addresses look like anybody's; locally they do not."""
    log = Log("de-1", "0" * 64, 1, (Contact("192.0.2.7", "connection", 1005.0),), {})
    seen = {
        network: [contact.host for contact in foreign(log, "a.test", frozenset(), network=network)]
        for network in Network
    }
    assert seen == {Network.CLOSED: ["192.0.2.7"], Network.RULED: ["192.0.2.7"], Network.OPEN: []}


def test_a_validator_that_differs_by_visitor_is_an_error():
    """An `ETag` that comes back is a name."""
    url = f"{ORIGIN}/a.css"
    assert _said(_visit(tags={url: '"1"'}), _visit(tags={url: '"2"'})) == [
        f'visitor-validator: "{url}" had the validators ""1"" for one visitor and ""2"" '
        "for another, who can be told apart by them; derive them from the content "
        "(seen in: read, de)"
    ]


def test_the_console_must_be_silent_except_about_the_missing_page():
    """A page that is meant to be missing says so; nothing else may speak."""
    text = "Failed to load resource: the server responded with a status of 404 (NOT FOUND)"
    lines = [Said("error", text, f"{ORIGIN}/de/"), Said("error", "Refused", f"{ORIGIN}/de/")]
    assert _said(_visit(said=lines)) == [
        'console-error: the console says "Refused"; mend what causes it (seen in: read, de)'
    ]


def test_housekeeping_is_excused_only_on_the_browsers_own_account():
    """The same name asked for by a page is a contact of the page."""
    host, nobody = "update.googleapis.com", frozenset[str]()
    assert is_excused(Contact(host, "look-up", 1.0, own=True), nobody)
    assert not is_excused(Contact(host, "look-up", 1.0), nobody)
    assert not is_excused(Contact("a.test", "request", 1.0, own=True), nobody)


def test_probes_are_excused_as_long_as_they_send_nothing():
    """A socket that only asks for a route is no contact; a packet or a request would be."""
    kinds = ("connection", "packet", "request")
    excused = {kind: is_excused(Contact("127.0.0.1", kind, 1.0), frozenset()) for kind in kinds}
    assert excused == {"connection": True, "packet": False, "request": False}


def test_the_resolvers_of_the_machine_are_no_third_party():
    """A name is looked up by asking them."""
    resolvers = name_servers("# a\nnameserver 192.0.2.1\nnameserver 2001:db8::1\n")
    assert resolvers == {"192.0.2.1:53", "[2001:db8::1]:53"}
    assert is_excused(Contact("192.0.2.1:53", "connection", 1.0), resolvers)
    assert not is_excused(Contact("192.0.2.1", "connection", 1.0), resolvers)


def test_a_run_survives_its_way_between_processes():
    """What one process wrote the other reads, unchanged."""
    visit = _visit(_cookie(), said=[Said("error", "a", "b")], asked=[Asked("a", "b")])
    log = Log("de-1", "0", 1, (Contact("a.test", "look-up", 1.0),), {"a.test": 1})
    run = Observed(ORIGIN, "Chrome/1", *TIMES, [visit], [Recording("de", "0", 1, (log,))])
    assert from_json(run.as_json()) == run

"""A NetLog gives contacts with their time, and says when the browser itself was the cause."""

from __future__ import annotations

import hashlib
import json

import pytest

from witness.netlog import IncompleteLogError, host_of, read
from witness.observed import Contact

TYPES = {"HOST_RESOLVER_MANAGER_REQUEST": 1, "UDP_CONNECT": 2, "URL_REQUEST_START_JOB": 3, "X": 9}
CONSTANTS = {"logEventTypes": TYPES, "timeTickOffset": 1000}


def _log(path, *events):
    lines = ",\n".join(json.dumps(event, separators=(",", ":")) for event in events)
    head = json.dumps({"constants": CONSTANTS}, separators=(",", ":"))[:-1]
    path.write_text(f'{head},\n"events": [\n{lines}]}}\n', "utf-8")
    return path


def _event(number, time="500", **params):
    return {"params": params, "phase": 1, "source": {}, "time": time, "type": number}


def test_a_look_up_is_a_contact_of_the_page_that_caused_it(tmp_path):
    """The key names the page; without a page the browser did it on its own account."""
    page = "http://127.0.0.1 same_site"
    log = read(
        _log(
            tmp_path / "log",
            _event(1, host="https://a.test", network_anonymization_key=page),
            _event(1, host="https://b.test", network_anonymization_key="null"),
            _event(9, host="https://c.test"),
        ),
        "de",
    )
    assert log.contacts == (
        Contact("a.test", "look-up", 1.5),
        Contact("b.test", "look-up", 1.5, own=True),
    )


def test_requests_are_counted_by_host(tmp_path):
    """Only requests count; addresses that name no host do not."""
    path = _log(
        tmp_path / "log",
        _event(3, url="http://127.0.0.1:8000/de/"),
        _event(3, url="http://127.0.0.1:8000/en/"),
        _event(3, url="data:,a"),
        _event(2, address="[2001:db8::1]:443"),
    )
    log = read(path, "de")
    assert log.requests == {"127.0.0.1:8000": 2}
    assert log.contacts[-1] == Contact("[2001:db8::1]", "connection", 1.5)
    assert log.digest == hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_log_without_its_constants_is_no_evidence(tmp_path):
    """A browser that was killed leaves a log that says nothing: that is an error, not silence."""
    path = tmp_path / "log"
    path.write_text("", "utf-8")
    with pytest.raises(IncompleteLogError, match="no table of event types"):
        read(path, "de")


@pytest.mark.parametrize(
    ("spelling", "host"),
    [
        ("https://a.test", "a.test"),
        ("a.test:443", "a.test"),
        ("a.test:8443", "a.test:8443"),
        ("A.test.", "a.test"),
        ("[2001:db8::1]:80", "[2001:db8::1]"),
    ],
)
def test_hosts_are_spelt_one_way(spelling, host):
    """The port stays where it makes another origin."""
    assert host_of(spelling) == host

"""A NetLog gives contacts with their time, and says when the browser itself was the cause."""

from __future__ import annotations

import gzip
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


def _event(number, time="500", begun="", **params):
    source = {"id": 7, "start_time": begun or time, "type": 1}
    return {"params": params, "phase": 1, "source": source, "time": time, "type": number}


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
    ).logs[0]
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
    recording = read(path, "de")
    log = recording.logs[0]
    assert log.requests == {"127.0.0.1:8000": 2}
    assert log.contacts[-1] == Contact("[2001:db8::1]", "connection", 1.5)
    assert recording.digest == hashlib.sha256(path.read_bytes()).hexdigest()


def test_each_event_stands_in_the_log_of_one_scenario(tmp_path):
    """What a page set going is its own however late; what is older goes by the clock."""
    events = [
        _event(1, "100", host="https://before.test"),
        _event(1, "1100", host="https://one.test"),
        _event(1, "2100", "1900", host="https://late.test"),
        _event(1, "2200", "100", host="https://old.test"),
        _event(9, "2300"),
    ]
    path = _log(tmp_path / "log", *events)
    recording = read(path, "de", [2.0, 3.0], str(tmp_path))
    assert [[c.host for c in log.contacts] for log in recording.logs] == [
        ["before.test"],
        ["one.test", "late.test"],
        ["old.test"],
    ]
    assert [log.events for log in recording.logs] == [1, 2, 2]
    assert recording.events == len(events)


def test_each_log_is_kept_as_a_netlog_of_its_own(tmp_path):
    """The file has the constants and its events, and the digest is that of the unpacked file."""
    path = _log(tmp_path / "log", _event(1, "100", host="a"), _event(1, "1100", host="b"))
    recording = read(path, "de", [2.0], str(tmp_path))
    for log, host in zip(recording.logs, ("a", "b"), strict=True):
        kept = gzip.decompress((tmp_path / f"{log.name}.json.gz").read_bytes())
        assert log.digest == hashlib.sha256(kept).hexdigest()
        document = json.loads(kept)
        assert document["constants"] == CONSTANTS
        assert [event["params"]["host"] for event in document["events"]] == [host]
        cut = tmp_path / f"{log.name}.json"
        cut.write_bytes(kept)
        assert read(cut, "de").logs[0].contacts == log.contacts


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no table of event types; let the browser close itself"),
        (
            json.dumps({"constants": CONSTANTS})[:-1] + ',\n"events": [\n',
            "the list of events has no end; let the browser close itself",
        ),
        (
            json.dumps({"constants": CONSTANTS})[:-1] + ',\n"events": [\n{"a":1}]}\n',
            "b'{\"a\":1}' is no event",
        ),
    ],
)
def test_a_log_that_is_not_whole_is_no_evidence(tmp_path, text, message):
    """A browser that was killed leaves a log that says less: that is an error, not silence."""
    path = tmp_path / "log"
    path.write_text(text, "utf-8")
    with pytest.raises(IncompleteLogError) as raised:
        read(path, "de")
    assert str(raised.value) == f"{path}: {message}"


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

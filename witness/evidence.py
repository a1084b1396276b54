"""`evidence.json`: each observation with its address and its time, and what saw it."""

from __future__ import annotations

import datetime as dt
import hashlib
import subprocess
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from witness.housekeeping import KEPT_AWAY, NAMES, PROBES, is_excused, name_servers
from witness.netlog import host_of
from witness.verdict import foreign

if TYPE_CHECKING:
    from collections.abc import Sequence

    from firstparty.model import Finding
    from witness.observed import Log, Observed

ROOT: Final = Path(__file__).resolve().parent.parent

LIMITS: Final = (
    "WebKit is not seen, and Firefox, where it is asked for, on first visits only",
    "a server that answers somebody else differently, by address or by chance, is not seen",
    "a name that the page shares with Chromium's housekeeping is told apart by the NetLog's key",
    "a page that asks the clock in UTC sees the true hour; the night is made by a time zone",
    "one Chromium setting blocks cookies and all other storage; they are not blocked apart",
    "more than two states at once meet only as the plan happens to have it",
    "what a page sets going after it was left is laid to the visit that follows in its browser",
    "reports (Reporting API) leave over TLS only; over plain HTTP their headers are read instead",
    "peer connections are counted, not traced: without a way out they find no interface",
    "in a network without a way out navigator.onLine is false, and a page may ask",
)


def moment(seconds: float) -> str:
    """Unix seconds as RFC 3339, in UTC, to the millisecond."""
    return dt.datetime.fromtimestamp(seconds, dt.UTC).isoformat(timespec="milliseconds")


def tool_digest() -> str:
    """SHA-256 over the sources of this package, in the order of their names."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def commit() -> str:
    """The commit of this repository, with `+` when files were changed; empty without git."""
    said = subprocess.run(
        ["git", "describe", "--always", "--abbrev=40", "--dirty=+"],  # noqa: S607 - git as installed
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return said.stdout.strip()


def totals(observed: Observed) -> dict[str, int]:
    """The figures of the ten-second table."""
    resolvers, own = name_servers(), host_of(observed.origin)
    requests = sum((Counter(log.requests) for log in observed.logs), Counter[str]())
    hosts = {
        c.host
        for log in observed.logs
        for c in foreign(log, own, resolvers, network=observed.network)
    }
    hosts |= {host_of(asked.url) for visit in observed.visits for asked in visit.asked}
    return {
        "pages": len({visit.address for visit in observed.visits}),
        "scenarios": len(observed.visits),
        "requests": requests[own],
        "foreign contacts": len(hosts),
        "items stored": sum(
            stored.name not in visit.expects
            for visit in observed.visits
            for stored in {(s.kind, s.name): s for s in visit.stored}.values()
        ),
        "cookies asked for": len({name for visit in observed.visits for name in visit.expects}),
    }


def evidence(
    observed: Observed, findings: Sequence[Finding], plan: dict[str, int]
) -> dict[str, Any]:
    """The whole record as plain objects."""
    resolvers, logs = name_servers(), {log.name: log for log in observed.logs}
    noise = {c.host for log in observed.logs for c in log.contacts if is_excused(c, resolvers)}
    return {
        "version": 1,
        "origin": observed.origin,
        "began": moment(observed.began),
        "ended": moment(observed.ended),
        "browser": observed.version,
        "commit": commit(),
        "tool": {"name": "witness", "sha256": tool_digest()},
        "claim": observed.network.claim,
        "limits": list(LIMITS),
        "plan": plan,
        "totals": totals(observed),
        "housekeeping": {
            host: NAMES.get(host) or PROBES.get(host) or "a name server of this machine"
            for host in sorted(noise - {KEPT_AWAY})
        },
        "browsers": [
            {
                "profile": recording.profile,
                "netlog": {"sha256": recording.digest, "events": recording.events},
                "before the first visit": _netlog(recording.logs[0]),
            }
            for recording in observed.recordings
        ],
        "visits": [
            {
                "url": observed.origin + visit.address,
                "landed": visit.landed,
                "began": moment(visit.began),
                "ended": moment(visit.ended),
                "profile": visit.profile,
                "state": visit.state,
                "netlog": _netlog(logs[visit.log]),
                "stored": [
                    {
                        "kind": stored.kind,
                        "name": stored.name,
                        "value": stored.value,
                        "read": moment(stored.at),
                        **({"attributes": stored.attributes} if stored.attributes else {}),
                    }
                    for stored in visit.stored
                ],
                "requested elsewhere": [
                    {"url": asked.url, "cause": asked.cause} for asked in visit.asked
                ],
                "console": [said.text for said in visit.said],
                "problems": visit.problems,
            }
            for visit in observed.visits
        ],
        "findings": [
            {
                "rule": finding.rule,
                "severity": finding.severity.value,
                "message": finding.message,
                "evidence": finding.evidence,
                "url": finding.url,
            }
            for finding in findings
        ],
    }


def _netlog(log: Log) -> dict[str, Any]:
    """One log: the file in the folder `netlogs`, the digest of what is in it, and its figures."""
    return {
        "file": f"{log.name}.json.gz",
        "sha256": log.digest,
        "events": log.events,
        "requests": log.requests,
    }

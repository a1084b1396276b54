"""The same run with the keys of the EDPS Website Evidence Collector’s `inspection.json`.

What that collector finds by lists of trackers (`beacons`) or on the page (`links`) stays empty:
this audit calls every foreign host foreign, and follows no link.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from witness.evidence import moment, tool_digest
from witness.housekeeping import name_servers
from witness.netlog import host_of
from witness.verdict import foreign

if TYPE_CHECKING:
    from witness.observed import Observed, Stored


def inspection(observed: Observed) -> dict[str, Any]:
    """One object for the whole run; times are RFC 3339, cookies' `expires` Unix seconds."""
    own, resolvers = host_of(observed.origin), name_servers()
    contacted = {
        c.host
        for log in observed.logs
        for c in foreign(log, own, resolvers, network=observed.network)
    }
    pages = list(dict.fromkeys(observed.origin + visit.address for visit in observed.visits))
    kept = [stored for visit in observed.visits for stored in visit.stored]
    local = [stored for stored in kept if stored.kind == "localStorage"]
    nobody: dict[str, list[str]] = {"firstParty": [], "thirdParty": []}
    first = observed.visits[0] if observed.visits else None
    return {
        "title": f"Browser audit of {observed.origin}",
        "uri_ins": observed.origin + (first.address if first else "/"),
        "uri_refs": [observed.origin],
        "uri_dest": observed.origin + (first.landed if first else "/"),
        "uri_redirects": list(
            dict.fromkeys(
                observed.origin + visit.address
                for visit in observed.visits
                if visit.landed and visit.landed != visit.address
            )
        ),
        "secure_connection": {"https_support": observed.origin.startswith("https:")},
        "host": own,
        "script": {"host": own, "version": {"sha256": tool_digest()}},
        "browser": {"name": "Chromium", "version": observed.version},
        "start_time": moment(observed.began),
        "end_time": moment(observed.ended),
        "browsing_history": pages,
        "hosts": {
            "requests": {"firstParty": [own], "thirdParty": sorted(contacted)},
            "beacons": nobody,
            "cookies": {
                "firstParty": sorted({s.attributes["domain"] for s in kept if s.attributes}),
                "thirdParty": [],
            },
            "localStorage": {"firstParty": [own] if local else [], "thirdParty": []},
            "links": nobody,
        },
        "cookies": [_cookie(stored) for stored in kept if stored.kind == "cookie"],
        "localStorage": {
            observed.origin: {
                stored.name: {"value": stored.value, "firstPartyStorage": True} for stored in local
            }
        }
        if local
        else {},
        "links": {**nobody, "social": [], "keywords": []},
        "beacons": [],
        "websockets": {
            asked.url: []
            for visit in observed.visits
            for asked in visit.asked
            if asked.url.startswith(("ws:", "wss:"))
        },
    }


def _cookie(stored: Stored) -> dict[str, Any]:
    return {
        "name": stored.name,
        "value": stored.value,
        **stored.attributes,
        "firstPartyStorage": True,
        "log": {"timestamp": moment(stored.at)},
    }

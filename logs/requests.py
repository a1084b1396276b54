"""One request, as each server tells of it, and the line that is written of it.

nginx and Caddy send JSON, Apache fields between tabs; the common log format is read, too, for
other servers. What a line does not hold in the expected shape is written as null, never copied.
"""

from __future__ import annotations

import datetime as dt
import functools
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from logs import agents, paths
from logs.addresses import shortened

if TYPE_CHECKING:
    from logs.addresses import Prefixes

#: Methods and protocols are whatever a visitor sends: these are written, no others.
METHODS = frozenset(
    "CONNECT DELETE GET HEAD OPTIONS PATCH POST PROPFIND PUT TRACE".split()  # noqa: SIM905
)
PROTOCOLS = frozenset(f"HTTP/{version}" for version in ("0.9", "1.0", "1.1", "2.0", "3.0"))

COMMON = re.compile(
    r'(?P<address>\S+) \S+ \S.* \[(?P<time>[^\]]{20,32})\] "(?P<request>(?:[^"\\]|\\.)*)"'
    r' (?P<status>\d{3}) (?P<bytes>\d+|-)(?: "(?:[^"\\]|\\.)*" "(?P<agent>(?:[^"\\]|\\.)*)")?.*'
)
APACHE_FIELDS = 6
STATUS = re.compile(r"[0-9]{1,3}")
BYTES = re.compile(r"[0-9]{1,15}")
WRITE = json.JSONEncoder(separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class Request:
    """What a server hands over: whole, in memory, as text."""

    time: float | None  # seconds since 1970
    address: str
    method: str
    target: str
    protocol: str
    status: str
    bytes: str
    agent: str


def read(line: str) -> Request | None:
    """Read a line of any of the servers; None for one that tells of no request."""
    try:
        if line.startswith("{"):
            entry = json.loads(line)
            return _caddy(entry) if "request" in entry else _nginx(entry)
        return _apache(line) if "\t" in line else _common(line)
    except (ValueError, TypeError, AttributeError, KeyError, RecursionError, OverflowError):
        return None


def line(request: Request, at: float, keep: Prefixes, *, whole: bool = False) -> str:
    """Write one JSON object without a line feed; `whole` writes the address as it came."""
    address = request.address[:64] if whole else shortened(request.address, keep)
    return WRITE(
        {
            "time": moment(at),
            "address": address,
            "method": _among(METHODS, request.method),
            "path": paths.written(request.target),
            "protocol": _among(PROTOCOLS, request.protocol),
            "status": _number(STATUS, request.status),
            "bytes": _number(BYTES, request.bytes),
            "agent": agents.family(request.agent),
        }
    )


def moment(at: float) -> str:
    """Give a time as RFC 3339 has it, in UTC and to the second."""
    return _second(int(at))


@functools.lru_cache(maxsize=16)
def _second(at: int) -> str:
    return dt.datetime.fromtimestamp(at, dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _nginx(entry: dict[str, str]) -> Request:
    fields = ("address", "method", "target", "protocol", "status", "bytes", "agent")
    return Request(float(entry["time"]), *(str(entry[field]) for field in fields))


def _caddy(entry: dict[str, Any]) -> Request | None:
    """Read Caddy's access log; its runtime log names a request, too, where it failed."""
    if not str(entry.get("logger", "")).startswith("http.log.access"):
        return None
    request = entry["request"]
    agent = (request.get("headers") or {}).get("User-Agent") or [""]
    return Request(
        float(entry["ts"]),
        str(request.get("client_ip") or request.get("remote_ip") or request.get("remote_addr")),
        str(request.get("method", "")),
        str(request.get("uri", "")),
        str(request.get("proto", "")),
        str(entry.get("status", "")),
        str(entry.get("size", "")),
        str(agent[0]),
    )


def _apache(line: str) -> Request | None:
    fields = line.split("\t")
    if len(fields) != APACHE_FIELDS:
        return None
    time, address, request, status, size, agent = fields
    return Request(float(time) / 1000, address, *_parts(request), status, size, agent)


def _common(line: str) -> Request | None:
    """Read the common log format, with or without what "combined" adds to it."""
    found = COMMON.fullmatch(line)
    if found is None:
        return None
    time = dt.datetime.strptime(found["time"], "%d/%b/%Y:%H:%M:%S %z").timestamp()
    parts = _parts(found["request"])
    return Request(
        time, found["address"], *parts, found["status"], found["bytes"], found["agent"] or ""
    )


def _parts(request: str) -> tuple[str, str, str]:
    """Split a request line; one that is none has no part."""
    parts = request.split(" ")
    return (parts[0], parts[1], parts[2]) if len(parts) == 3 else ("", "", "")  # noqa: PLR2004


def _among(known: frozenset[str], value: str) -> str | None:
    return value if value in known else ("other" if value not in {"", "-"} else None)


def _number(shape: re.Pattern[str], text: str) -> int | None:
    return int(text) if shape.fullmatch(text) else None

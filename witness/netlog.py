"""What a Chromium looked up, connected to and requested, out of the NetLog it wrote.

One event stands on one line
(https://www.chromium.org/developers/design-documents/network-stack/netlog/).
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from witness.observed import Contact, Log, Recording

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

KINDS: Final = {
    "HOST_RESOLVER_MANAGER_REQUEST": "look-up",
    "HOST_RESOLVER_MANAGER_JOB": "look-up",
    "TCP_CONNECT_ATTEMPT": "connection",
    "TCP_CONNECT": "connection",
    "UDP_CONNECT": "connection",
    "UDP_BYTES_SENT": "packet",
    "URL_REQUEST_START_JOB": "request",
}
"""Events after which somebody else may know: a name was asked for, a socket opened, bytes sent."""

OWN_SCHEMES: Final = (
    "about:",
    "blob:",
    "chrome-extension:",
    "chrome:",
    "data:",
    "devtools:",
    "mailto:",
    "tel:",
)
"""Addresses that name nobody's host."""

_EVENT: Final = re.compile(
    rb'^\{.*"source":\{"id":-?\d+,"start_time":"(\d+)","type":\d+\},"time":"(\d+)","type":(\d+)\}$'
)
"""One event; Chromium writes the keys in the order of the alphabet."""
_DEFAULT_PORTS: Final = (None, 80, 443)


class IncompleteLogError(Exception):
    """The log does not say what its numbers mean, has no end, or has lines that nobody knows."""


@dataclass(slots=True)
class _Part:
    """The events between one scenario's beginning and the next one's."""

    lines: list[bytes] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    requests: Counter[str] = field(default_factory=Counter)


def host_of(spelling: str) -> str:
    """`https://host`, `host:443` or an address with a port, as `host` or `host:port`.

    The port stays where it is not that of HTTP or HTTPS: another port is another origin.
    """
    parts = urlsplit(spelling if "://" in spelling else f"//{spelling}")
    host = (parts.hostname or "").rstrip(".")
    host = f"[{host}]" if ":" in host else host
    return host if parts.port in _DEFAULT_PORTS else f"{host}:{parts.port}"


def read(path: Path, profile: str, began: Sequence[float] = (), keep: str = "") -> Recording:
    """Cuts the log of a browser into one for each scenario; `began` in seconds since 1970.

    An event belongs to the scenario in which its source began: what a page set going stays with
    it, however late it ends. Sources older than every scenario are the browser's own, and their
    events belong to the scenario in which they happen. So each event stands in exactly one log;
    the first log, `…-0`, holds what came before the first scenario.
    With `keep` each log is written into that folder as `NAME.json.gz`, readable like the whole;
    the SHA-256 is that of the unpacked file.

    Raises IncompleteLogError when the browser was killed before it wrote the log.
    """
    data = path.read_bytes()
    head, _, rest = data.partition(b"\n")
    if not head.startswith(b'{"constants"'):
        raise IncompleteLogError(f"{path}: no table of event types; let the browser close itself")
    constants = json.loads(head.rstrip(b"\r,") + b"}")["constants"]
    names: dict[str, int] = constants["logEventTypes"]
    wanted = {names[kind]: KINDS[kind] for kind in KINDS if kind in names}
    offset = float(constants["timeTickOffset"])
    begins = [moment * 1000 - offset for moment in began]
    parts = [_Part() for _ in range(len(begins) + 1)]
    for line in _events(path, rest):
        if not (event := _EVENT.match(line)):
            raise IncompleteLogError(f"{path}: {line[:80]!r} is no event")
        start, time, number = map(int, event.groups())
        own = bisect_right(begins, start) or bisect_right(begins, time)
        part = parts[own]
        part.lines.append(line)
        if kind := wanted.get(number):
            contact = _contact(json.loads(line), kind, offset)
            if contact is not None:
                part.contacts.append(contact)
                part.requests[contact.host] += kind == "request"
    logs = tuple(_log(f"{profile}-{i}", part, head, keep) for i, part in enumerate(parts))
    total = sum(log.events for log in logs)
    return Recording(profile, hashlib.sha256(data).hexdigest(), total, logs)


def _events(path: Path, rest: bytes) -> Iterator[bytes]:
    """One event after the other; what follows their list is no event."""
    for raw in rest.splitlines():
        line = raw.rstrip(b"\r\n,")
        if line.startswith(b"{"):
            yield line.removesuffix(b"]}").removesuffix(b"]")
        if line.endswith((b"]", b"]}")):
            return
    raise IncompleteLogError(f"{path}: the list of events has no end; let the browser close itself")


def _log(name: str, part: _Part, head: bytes, keep: str) -> Log:
    data = head + b'\n"events": [\n' + b",\n".join(part.lines) + b"]}\n"
    if keep:
        # No time in the header: the same log gives the same file.
        (Path(keep) / f"{name}.json.gz").write_bytes(gzip.compress(data, 6, mtime=0))
    requests = dict(sorted((+part.requests).items()))
    digest = hashlib.sha256(data).hexdigest()
    return Log(name, digest, len(part.lines), tuple(part.contacts), requests)


def _is_nobodys(key: str, host: str) -> bool:
    """Whether no page was the cause: the key is null, or the top frame is the host itself."""
    top = key.split(maxsplit=1)[0] if key.split() else "null"
    site = urlsplit(top).hostname or ""
    return set(key.split()) == {"null"} or host == site or host.endswith(f".{site or ' '}")


def _contact(event: dict[str, Any], kind: str, offset: float) -> Contact | None:
    params = event.get("params") or {}
    spelling = params.get("host") or params.get("address") or params.get("url")
    if not spelling or str(spelling).startswith(OWN_SCHEMES):
        return None
    host = host_of(str(spelling))
    key = params.get("network_anonymization_key") or params.get("network_isolation_key")
    own = key is not None and _is_nobodys(str(key), host)
    at = (offset + float(event["time"])) / 1000
    return Contact(host, kind, at, str(params.get("url", "")), own) if host else None

"""What a Chromium looked up, connected to and requested, out of the NetLog it wrote.

Read line by line: the log is far larger than what is kept of it, and one event stands on one line
(https://www.chromium.org/developers/design-documents/network-stack/netlog/).
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from witness.observed import Contact, Log

if TYPE_CHECKING:
    from pathlib import Path

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

_TYPE: Final = re.compile(rb'"type":(\d+)\}$')
_DEFAULT_PORTS: Final = (None, 80, 443)


class IncompleteLogError(Exception):
    """The log does not say what its numbers mean: the browser did not close by itself."""


def host_of(spelling: str) -> str:
    """`https://host`, `host:443` or an address with a port, as `host` or `host:port`.

    The port stays where it is not that of HTTP or HTTPS: another port is another origin.
    """
    parts = urlsplit(spelling if "://" in spelling else f"//{spelling}")
    host = (parts.hostname or "").rstrip(".")
    host = f"[{host}]" if ":" in host else host
    return host if parts.port in _DEFAULT_PORTS else f"{host}:{parts.port}"


def read(path: Path, profile: str) -> Log:
    """Every contact with its time in seconds since 1970, and how many requests went where.

    Raises IncompleteLogError when the browser was killed before it wrote the log.
    """
    wanted: dict[int, str] = {}
    offset = 0.0
    contacts: list[Contact] = []
    requests: Counter[str] = Counter()
    digest = hashlib.sha256()
    with path.open("rb") as lines:
        for line in lines:
            digest.update(line)
            # The last event closes the list, and perhaps the document.
            text = line.rstrip(b"\r\n,").removesuffix(b"]}").removesuffix(b"]")
            if text.startswith(b'{"constants"'):
                constants = json.loads(text + b"}")["constants"]
                names = constants["logEventTypes"]
                wanted = {names[kind]: kind for kind in KINDS if kind in names}
                offset = float(constants["timeTickOffset"])
            elif (number := _TYPE.search(text)) and int(number[1]) in wanted:
                kind = KINDS[wanted[int(number[1])]]
                if (contact := _contact(json.loads(text), kind, offset)) is not None:
                    contacts.append(contact)
                    requests[contact.host] += kind == "request"
    if not wanted:
        raise IncompleteLogError(f"{path}: no table of event types; let the browser close itself")
    return Log(profile, digest.hexdigest(), tuple(contacts), dict(sorted((+requests).items())))


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

"""What Chromium resolved or connected to, out of the NetLog it wrote.

Read line by line: the log of one run is larger than what is kept of it,
and one event stands on one line.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from pathlib import Path

RESOLUTIONS = ("HOST_RESOLVER_MANAGER_REQUEST", "HOST_RESOLVER_MANAGER_JOB")
"""Somebody asked for the address of a host: the name has left as soon as it is not cached."""

CONNECTIONS = ("TCP_CONNECT_ATTEMPT", "UDP_CONNECT", "TCP_CONNECT")
"""A packet left, or would have left, for an address."""

REQUESTS = ("URL_REQUEST_START_JOB",)
"""A request reached the network stack; used where names cannot be resolved at all."""


OWN_SCHEMES = ("data:", "blob:", "chrome:", "chrome-extension:", "devtools:")
"""Addresses that name nobody else's host."""


class IncompleteLogError(Exception):
    """The log does not say what its numbers mean, or holds no event."""


def normalised(spelling: str) -> str:
    """`https://host`, `host:443` or an address with a port, as `host` or `host:port`.

    The port is kept only where it is not the one of HTTP and HTTPS,
    so that another port of the same host stays visible as another origin.
    """
    parts = urlsplit(spelling if "://" in spelling else f"//{spelling}")
    host = (parts.hostname or "").rstrip(".")
    host = f"[{host}]" if ":" in host else host
    return host if parts.port in (None, 80, 443) else f"{host}:{parts.port}"


def contacts(log: Path, *, requests: bool = False) -> frozenset[str]:
    """Every host and address in the log; with `requests` also those only asked for.

    Raises IncompleteLogError when the browser was killed before it wrote the log.
    """
    wanted: dict[int, str] = {}
    found: set[str] = set()
    with log.open("rb") as lines:
        for line in lines:
            text = line.rstrip(b"\r\n,").removesuffix(b"]")  # the last event closes the list
            if text.startswith(b'{"constants"'):
                names = json.loads(text + b"}")["constants"]["logEventTypes"]
                kinds = RESOLUTIONS + CONNECTIONS + (REQUESTS if requests else ())
                wanted = {names[kind]: kind for kind in kinds if kind in names}
            elif text.startswith(b"{") and b'"params"' in text:
                event = json.loads(text)
                if event.get("type") in wanted:
                    params = event["params"]
                    spelling = params.get("host") or params.get("address") or params.get("url")
                    if spelling and not spelling.startswith(OWN_SCHEMES):
                        found.add(normalised(spelling))
    if not wanted:
        raise IncompleteLogError(f"{log}: no table of event types; let the browser close by itself")
    return frozenset(found) - {""}

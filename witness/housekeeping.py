"""What Chromium does by itself, on an empty page too: by exact name, with the reason.

Names are excused only where the browser asked on its own account:
its NetLog keys every look-up and request by the page that caused it, and these have none.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from witness.observed import Contact

NAMES: Final = {
    "accounts.google.com": "whether somebody is signed in to the browser itself",
    "clients2.google.com": "the time of day for field trials, and updates of extensions",
    "redirector.gvt1.com": "where the browser's components are downloaded",
    "safebrowsing.googleapis.com": "lists of dangerous sites, for all sites alike",
    "update.googleapis.com": "updates of the browser's components",
}

PROBES: Final = {
    "127.0.0.1": "a socket without a packet: from which address is this machine reached",
    "[2001:4860:4860::8888]": "a socket without a packet: is there a route for IPv6 at all",
}

FILLING_IN: Final = "content-autofill.googleapis.com"
"""Whom the browser asks what the fields of a form may hold; it names the page with the form.

The audit excuses nothing that a page is named for, this neither. The corpus does: whether the
browser asks depends on the forms of its cases, and what it fills in is no matter of the guard.
"""

KEPT_AWAY: Final = "~notfound"
"""No name at all: what the resolver rule makes of every other one (`witness/run.py`)."""

_RESOLV: Final = Path("/etc/resolv.conf")


def name_servers(text: str | None = None) -> frozenset[str]:
    """The resolvers of this machine (resolv.conf(5)): asking them is how a name is looked up."""
    if text is None:
        text = _RESOLV.read_text("utf-8") if _RESOLV.exists() else ""
    found = re.findall(r"^\s*nameserver\s+(\S+)", text, re.MULTILINE)
    return frozenset(f"[{a}]:53" if ":" in a else f"{a}:53" for a in found)


def is_excused(contact: Contact, resolvers: frozenset[str]) -> bool:
    """Whether the browser did it on its own account; a page's contact never is."""
    if contact.kind in {"look-up", "request"}:
        return contact.host == KEPT_AWAY or (contact.own and contact.host in NAMES)
    return contact.host in resolvers or (contact.kind == "connection" and contact.host in PROBES)

"""The exception of the notice, as a fact: whole addresses, for certain requests, for some time.

"Certain requests" are those from a network or for the beginning of a path; a network may not be
smaller than what the log shows of every address anyway.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from logs import addresses, paths
from logs.requests import moment
from logs.retention import DAY
from logs.settings import Refused

if TYPE_CHECKING:
    from logs.clock import Moment
    from logs.requests import Request
    from logs.settings import Settings

LONGEST_REASON = 200
FOR = re.compile(r"([1-9][0-9]{0,4})(m|h|d)")
UNITS = {"m": 60, "h": 3600, "d": DAY}
#: What a reason may not hold, since the record stays: an e-mail address, an address of a machine in
#: any notation, a long number.
PERSONAL = re.compile(
    r"@|\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]*:[0-9a-f]*:|0x[0-9a-f]+|\d{7,}", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Suspension:
    """From when until when, by both clocks (`logs.clock.Moment`), why, and for which requests."""

    begun: float
    until: float
    up_until: float
    boot: str
    reason: str
    only: tuple[str, ...] = ()

    def runs(self, now: Moment) -> bool:
        """Tell whether neither clock nor a new start of the machine has ended it."""
        return now.boot == self.boot and now.up < self.up_until and now.wall < self.until

    def covers(self, request: Request) -> bool:
        """Tell whether it is for this request."""
        return not self.only or any(_matches(which, request) for which in self.only)


def check(state: Suspension) -> None:
    """Raise `ValueError` or `OverflowError` where one that was read back makes no sense."""
    moment(state.until)  # no calendar may have that day
    for which in state.only:
        if not which.startswith("/"):
            ipaddress.ip_network(which)


def asked(
    lasts: str, reason: str, only: tuple[str, ...], settings: Settings, now: Moment
) -> Suspension:
    """Give the suspension that somebody asks for; raise `Refused` with what is wrong with it."""
    seconds = _seconds(lasts, settings)
    words = _words(reason)
    for which in only:
        _check(which, settings)
    return Suspension(now.wall, now.wall + seconds, now.up + seconds, now.boot, words, only)


def _seconds(lasts: str, settings: Settings) -> int:
    if settings.suspension_days is None:
        raise Refused(
            "the register names no longest time for whole addresses: "
            "give 'retention.abuse_logs' in processing.toml a period and release again"
        )
    found = FOR.fullmatch(lasts)
    if not found:
        raise Refused(f"'--for {lasts}' is no time: write it like '30m', '6h' or '2d'")
    seconds = int(found[1]) * UNITS[found[2]]
    if seconds > settings.suspension_days * DAY:
        raise Refused(
            f"'--for {lasts}' is longer than the notice allows: "
            f"at most {settings.suspension_days} days"
        )
    return seconds


def _words(reason: str) -> str:
    words = " ".join(reason.split())
    if not words:
        raise Refused("say why with '--reason'")
    if len(words) > LONGEST_REASON:
        raise Refused(f"'--reason' is too long: at most {LONGEST_REASON} characters")
    if not words.isprintable():
        raise Refused("'--reason' holds a character that cannot be printed")
    if found := PERSONAL.search(words):
        raise Refused(
            f"'--reason' holds '{found[0]}': the record stays, so it may name no address and no one"
        )
    return words


def _check(which: str, settings: Settings) -> None:
    if which.startswith("/"):
        if paths.written(which) != which:
            raise Refused(
                f"'--only {which}' is more than words: the record stays, so it may hold no key"
            )
        return
    try:
        network = ipaddress.ip_network(which)
    except ValueError as error:
        raise Refused(
            f"'--only {which}' is neither a network like '203.0.113.0/24' nor a path like '/tiles/'"
        ) from error
    most = settings.keep.ipv4 if isinstance(network, ipaddress.IPv4Network) else settings.keep.ipv6
    if network.prefixlen > most:
        raise Refused(
            f"'--only {which}' points to somebody: the record stays, so give at most '/{most}'"
        )


def _matches(which: str, request: Request) -> bool:
    if which.startswith("/"):
        return request.target.startswith(which)
    address = addresses.read(request.address)
    return address is not None and address in ipaddress.ip_network(which)

"""A network without a way out: only the loopback, so that nothing leaves and nothing is hidden."""

from __future__ import annotations

import fcntl
import shutil
import socket
import struct
import subprocess
from enum import StrEnum
from functools import cache
from typing import Final

COMMAND: Final = ("unshare", "--map-root-user", "--net")
"""A network namespace of one's own holds a loopback and nothing else (unshare(1))."""


class Network(StrEnum):
    """Where a browser is while it is watched."""

    CLOSED = "closed"
    RULED = "ruled"
    OPEN = "open"

    @property
    def claim(self) -> str:
        """How much a run in it can say."""
        return _CLAIMS[self]


_CLAIMS: Final = {
    Network.CLOSED: (
        "every name looked up, every socket and every request, in a network without a way out"
    ),
    Network.RULED: (
        "requests and sockets only: this machine gives no network namespace, so other hosts were "
        "kept away by a resolver rule, which hides the look-ups of dns-prefetch and preconnect"
    ),
    Network.OPEN: (
        "every name looked up and every request, on the open network; "
        "what a page contacts was contacted"
    ),
}

_UP_AND_RUNNING: Final = 0x41
_SET_FLAGS: Final = 0x8914


@cache
def can_isolate() -> bool:
    """Whether this machine gives an ordinary process a network namespace."""
    if not shutil.which(COMMAND[0]):
        return False
    return subprocess.run([*COMMAND, "true"], capture_output=True, check=False).returncode == 0


def network(origin: str, *, namespace: bool | None = None) -> Network:
    """Where to watch: a deployed copy at `origin` on the open network, the local build closed off.

    `namespace` says whether there are namespaces; without it that is tried out.
    """
    if origin:
        return Network.OPEN
    closed = can_isolate() if namespace is None else namespace
    return Network.CLOSED if closed else Network.RULED


def bring_loopback_up() -> None:
    """A fresh namespace has a loopback that is down (netdevice(7))."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        fcntl.ioctl(control, _SET_FLAGS, struct.pack("16sh", b"lo", _UP_AND_RUNNING))

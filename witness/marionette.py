"""Starts Firefox and speaks to it over Marionette, its own remote protocol.

Playwright does not drive Debian's Firefox; Marionette needs a socket only
(https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html).
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import socket
import subprocess
import time
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAMES: Final = ("firefox-esr", "firefox")
PORT: Final = 2828
START_S, ANSWER_S = 180, 180
"""On a busy machine; Firefox answers as soon as it can."""

PREFERENCES: Final[dict[str, object]] = {
    "marionette.port": PORT,
    "network.dns.disablePrefetch": False,
    "network.dns.disablePrefetchFromHTTPS": False,
    "network.prefetch-next": True,
    # Requests of the browser's own, none of a page's.
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.newtabpage.enabled": False,
    "browser.region.update.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.search.update": False,
    "browser.startup.page": 0,
    "captivedetect.canonicalURL": "",
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.getAddons.cache.enabled": False,
    "extensions.systemAddon.update.enabled": False,
    "extensions.update.enabled": False,
    "media.gmp-manager.updateEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.enabled": False,
}

LOG: Final = "timestamp,nsHostResolver:5,nsHttp:3"


def program() -> str | None:
    """The Firefox of this machine."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


class Marionette:
    """A line to Firefox: `length:json`, one answer for each command."""

    def __init__(self, connection: socket.socket) -> None:
        self.connection, self.rest, self.number = connection, b"", 0

    def receive(self) -> Any:  # noqa: ANN401 - any JSON
        """One message."""
        while b":" not in self.rest:
            self.rest += self._more()
        length, _, self.rest = self.rest.partition(b":")
        while len(self.rest) < int(length):
            self.rest += self._more()
        message, self.rest = self.rest[: int(length)], self.rest[int(length) :]
        return json.loads(message)

    def _more(self) -> bytes:
        data = self.connection.recv(65536)
        if not data:
            raise ConnectionError("Firefox closed the line")
        return data

    def tell(self, command: str, **parameters: object) -> Any:  # noqa: ANN401 - any JSON
        """One command and its answer; raises RuntimeError with what Firefox says."""
        self.number += 1
        text = json.dumps([0, self.number, command, parameters]).encode()
        self.connection.sendall(b"%d:%s" % (len(text), text))
        _, _, error, result = self.receive()
        if error:
            raise RuntimeError(f"{command}: {error.get('message', error)}")
        return result


def connect() -> Marionette:
    """Waits until Firefox listens; raises TimeoutError."""
    end = time.monotonic() + START_S
    while time.monotonic() < end:
        with contextlib.suppress(OSError):
            marionette = Marionette(socket.create_connection(("127.0.0.1", PORT), ANSWER_S))
            marionette.receive()
            return marionette
        time.sleep(0.2)
    raise TimeoutError(f"Firefox did not listen within {START_S} s")


@contextlib.contextmanager
def started(folder: Path) -> Iterator[Marionette]:
    """A fresh profile; it is gone, and its logs are complete, at the end."""
    lines = [f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in PREFERENCES.items()]
    (folder / "profile").mkdir()
    (folder / "profile" / "user.js").write_text("\n".join(lines), "utf-8")
    environment = {
        **os.environ,
        "HOME": str(folder),
        "MOZ_LOG": LOG,
        "MOZ_LOG_FILE": str(folder / "log"),
    }
    command = [program() or "firefox", "--headless", "--marionette", "--no-remote"]
    with subprocess.Popen(
        [*command, "--profile", str(folder / "profile")],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            marionette = connect()
            yield marionette
            with contextlib.suppress(ConnectionError):
                marionette.tell("Marionette:Quit", flags=["eAttemptQuit"])
            process.wait(ANSWER_S)
        finally:
            process.kill()

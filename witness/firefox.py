"""A second engine: Firefox on a first visit to every page, `python -m witness.firefox JOB RESULT`.

Playwright does not drive Debian's Firefox; its own remote protocol, Marionette, needs a socket only
(https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html).
The witness is what Firefox logs of its resolver and its HTTP channels (MOZ_LOG).
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from firstparty.model import Finding, Location, Severity
from witness.isolation import COMMAND, Network, bring_loopback_up, network
from witness.netlog import host_of
from witness.run import Job, as_json, read_job, served

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMES: Final = ("firefox-esr", "firefox")
PORT: Final = 2828
START_S: Final = 60
SETTLE_S: Final = 0.3

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
HOUSEKEEPING: Final = {
    "firefox.settings.services.mozilla.com": "settings and lists of the browser itself",
}
"""What Firefox does on an empty page too. Its log does not say which page was the cause."""

RESOLVED: Final = re.compile(r"Resolving host \[([^\]]+)\]")
CHANNEL: Final = re.compile(r"(?:uri=|AsyncOpen.*?spec=)(https?://[^\s\]]+)")


@dataclass(slots=True)
class Seen:
    """What Firefox looked up and asked for, and what it kept, by address."""

    version: str = ""
    hosts: list[str] = field(default_factory=list)
    cookies: dict[str, list[str]] = field(default_factory=dict)
    visited: list[str] = field(default_factory=list)
    log_bytes: int = 0


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
            marionette = Marionette(socket.create_connection(("127.0.0.1", PORT), 30))
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
            process.wait(30)
        finally:
            process.kill()


def logged(folder: Path) -> tuple[set[str], int]:
    """Every host in Firefox's logs, of the parent process and its children, and their size."""
    hosts: set[str] = set()
    size = 0
    for path in folder.glob("log*"):
        text = path.read_text("utf-8", errors="replace")
        size += len(text)
        hosts.update(host_of(found) for found in RESOLVED.findall(text))
        hosts.update(host_of(found) for found in CHANNEL.findall(text))
    return hosts - {""}, size


def observe(origin: str, addresses: list[str]) -> Seen:
    """A first visit to each address, the cookies forgotten in between."""
    seen = Seen()
    with tempfile.TemporaryDirectory() as name:
        with started(Path(name)) as marionette:
            session = marionette.tell("WebDriver:NewSession")
            seen.version = f"Firefox/{session['capabilities']['browserVersion']}"
            for address in addresses:
                marionette.tell("WebDriver:Navigate", url=origin + address)
                time.sleep(SETTLE_S)
                kept = marionette.tell("WebDriver:GetCookies")
                kept = kept.get("value", kept) if isinstance(kept, dict) else kept
                seen.cookies[address] = [cookie["name"] for cookie in kept]
                marionette.tell("WebDriver:DeleteAllCookies")
                seen.visited.append(address)
        hosts, seen.log_bytes = logged(Path(name))
    seen.hosts = sorted(hosts)
    return seen


def judge(seen: Seen, origin: str) -> tuple[Finding, ...]:
    """Foreign hosts and cookies of first visits; the log does not tell pages apart."""
    own = {host_of(origin), urlsplit(origin).hostname or ""}
    contacted = [
        Finding(
            "third-party-contact",
            Severity.ERROR,
            f'{seen.version} contacted "{host}" while it visited {len(seen.visited)} pages; '
            "remove what names it",
            host,
            Location("(Firefox)"),
        )
        for host in seen.hosts
        if host not in own and host not in HOUSEKEEPING
    ]
    kept = [
        Finding(
            "unasked-cookie",
            Severity.ERROR,
            f'{seen.version} kept the cookie "{name}" after a first visit; remove what sets it',
            name,
            Location(address),
            origin + address,
        )
        for address, names in seen.cookies.items()
        for name in names
    ]
    return (*contacted, *kept)


def second_witness(job: Job) -> Seen:
    """Runs this module in a process and, where possible, a network of its own.

    Raises RuntimeError with the last line that the process said.
    """
    job = replace(job, network=network(job.origin))
    with tempfile.TemporaryDirectory() as name:
        task, result = Path(name) / "job.json", Path(name) / "result.json"
        task.write_text(as_json(job), "utf-8")
        command = [sys.executable, "-m", "witness.firefox", str(task), str(result)]
        done = subprocess.run(
            [*COMMAND, *command] if job.network is Network.CLOSED else command,
            cwd=Path(__file__).resolve().parent.parent,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(done.stderr.strip().splitlines()[-1])
        return Seen(**json.loads(result.read_text("utf-8")))


def main() -> None:
    """Reads the job, visits, writes what was seen."""
    job = read_job(Path(sys.argv[1]).read_text("utf-8"))
    if job.network is Network.CLOSED:
        bring_loopback_up()
    addresses = list(dict.fromkeys(scenario.address for scenario in job.plan))
    with served(job) as origin:
        seen = observe(origin, addresses)
    Path(sys.argv[2]).write_text(json.dumps(asdict(seen)), "utf-8")


if __name__ == "__main__":
    main()

"""A second engine: Firefox on a first visit to every page, `python -m witness.firefox JOB RESULT`.

The witness is what Firefox logs of its resolver and its HTTP channels (MOZ_LOG).
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from firstparty.model import Finding, Location, Severity
from witness.isolation import COMMAND, Network, bring_loopback_up, network
from witness.marionette import started
from witness.netlog import host_of
from witness.run import Job, as_json, read_job, served

SETTLE_S: Final = 0.3

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

"""Runs a server from its generated configuration in a folder of its own, without privileges."""

from __future__ import annotations

import contextlib
import itertools
import os
import shutil
import socket
import ssl
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import trustme

from delivery.servers import files
from delivery.servers.settings import Settings
from logs import formats
from pipeline import servers
from tests.servers import small_site
from tests.servers.asking import Where
from tests.servers.collecting import Collector

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    #: From path and text of a file to its new text, or to None where there is to be no file.
    Edit = Callable[[str, str], str | None]

NOBODY = 65534
PATIENCE = 60  # seconds
#: The certificate of the authority that issued the server's, for programs that ask by themselves.
AUTHORITY = "authority.pem"
#: Folders that packages and units make on a real machine.
FOLDERS = (
    "run/firstparty",
    "run/apache2",
    "var/lib/nginx",
    "var/lib/caddy",
    "var/lib/firstparty/acme",
    "var/log",
)
#: What a proxy of ours says when it asks by itself.
OURSELVES = b"PROXY TCP4 127.0.0.1 127.0.0.1 4711 443\r\n"
#: The program of each server, and how it is started with a configuration under `prefix`.
PROGRAMS = {
    "nginx": ("nginx", "-c", "{prefix}/etc/nginx/nginx.conf", "-g", "daemon off;"),
    "apache": ("apache2", "-f", "{prefix}/etc/apache2/apache2.conf", "-D", "FOREGROUND"),
    "caddy": ("caddy", "run", "--config", "{prefix}/etc/caddy/Caddyfile"),
}

#: Stands in for the program that Apache pipes its lines to: hands them to the collector.
PIPE = """\
import socket, sys
out = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
out.connect(sys.argv[-1])
for line in sys.stdin.buffer:
    out.send(line)
"""


def as_written(_: str, text: str) -> str:
    """Leave a file as it is."""
    return text


@dataclass
class Running:
    """A server that runs, and everything about it."""

    name: str
    settings: Settings
    prefix: Path
    context: ssl.SSLContext
    context2: ssl.SSLContext
    collector: Collector
    proxied: bytes = b""
    process: subprocess.Popen[bytes] | None = None

    @property
    def said(self) -> Path:
        """Give the file with what the program said on its terminal."""
        return self.prefix / "var/log/terminal"

    def start(self) -> None:
        """Start the program and wait until it listens."""
        program, *arguments = (word.format(prefix=self.prefix) for word in PROGRAMS[self.name])
        found = servers.installed(self.name)
        assert found is not None, program
        identity: dict[str, Any] = {"user": NOBODY, "group": NOBODY, "extra_groups": ()}
        with self.said.open("wb") as terminal:
            self.process = subprocess.Popen(
                [found, *arguments],
                stdout=terminal,
                stderr=terminal,
                cwd=self.prefix,
                env={"PATH": os.environ["PATH"], "HOME": str(self.prefix)},
                **(identity if os.geteuid() == 0 else {}),
            )
        _wait(self, self.process)

    @property
    def alive(self) -> bool:
        """Tell whether the program runs."""
        return self.process is not None and self.process.poll() is None

    @property
    def pid(self) -> int:
        """Give the number of its process; 0 before it runs."""
        return self.process.pid if self.process is not None else 0

    def close(self) -> None:
        """Stop the program and wait until it has."""
        if self.process is not None:
            self.process.terminate()
            self.process.wait(PATIENCE)

    def at(self, source: str = "127.0.0.1", preface: bytes | None = None) -> Where:
        """Give the encrypted port."""
        before = self.proxied if preface is None else preface
        return Where(self.settings.https_port, self.context, source, before, self.context2)

    def plain(self, source: str = "127.0.0.1") -> Where:
        """Give the port for plain HTTP."""
        return Where(self.settings.http_port, None, source, self.proxied)

    def written(self) -> dict[Path, bytes]:
        """Give every file that the server wrote, what it said on its terminal included."""
        return {
            path: path.read_bytes()
            for path in self.prefix.rglob("*")
            if path.is_file() and not path.is_relative_to(self.prefix / "srv")
        }


#: Ports that no kernel gives to a connection by itself, apart for each worker of pytest-xdist:
#: between finding a port free and listening on it nobody else can take it.
_WORKER = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
_PORTS = itertools.cycle(range(12_000 + 1_000 * (_WORKER % 16), 13_000 + 1_000 * (_WORKER % 16)))


def free_ports(count: int) -> list[int]:
    """Give ports that nobody listens on."""
    free: list[int] = []
    while len(free) < count:
        port = next(_PORTS)
        with contextlib.suppress(OSError), socket.create_server(("127.0.0.1", port)):
            free.append(port)
    return free


@contextlib.contextmanager
def running(
    name: str,
    *,
    edit: Edit = as_written,
    site: Callable[[Path], None] = small_site.write,
    current: str = "releases/first",
    ports: tuple[int, int] | None = None,
    **stands: Any,
) -> Iterator[Running]:
    """Run a server from its files as `edit` leaves them, with what `site` writes as its release."""
    prefix = Path(tempfile.mkdtemp(prefix="served-", dir="/tmp"))
    http, https = ports or free_ports(2)
    settings = Settings(
        names=("localhost", "www.localhost"),
        http_port=http,
        https_port=https,
        user="nobody",
        group="nogroup",
        prefix=str(prefix),
        **stands,
    )
    try:
        _write_configuration(name, settings, prefix, edit)
        release = prefix / "srv/firstparty/releases/first"
        site(release)
        (prefix / "srv/firstparty/current").symlink_to(current)
        for folder in (
            "run/firstparty",
            "run/apache2",
            "var/lib/nginx",
            "var/lib/caddy",
            "var/lib/firstparty/acme",
            "var/log",
        ):
            (prefix / folder).mkdir(parents=True)
        program = Path(f"{prefix}{formats.PROGRAM}")
        program.parent.mkdir(parents=True)
        program.write_text(PIPE, encoding="utf-8")
        authority = _certify(prefix, settings)
        server = Running(
            name=name,
            settings=settings,
            prefix=prefix,
            context=_trusting(authority, "http/1.1"),
            context2=_trusting(authority, "h2"),
            collector=Collector(prefix),
            proxied=OURSELVES if settings.proxy_protocol else b"",
        )
        give_away(prefix)
        with contextlib.closing(server.collector), contextlib.closing(server):
            server.start()
            yield server
    finally:
        shutil.rmtree(prefix)


def _write_configuration(name: str, settings: Settings, prefix: Path, edit: Edit) -> None:
    for path, written in files(name, settings).items():
        text = edit(path, written)
        if text is not None:
            file = Path(f"{prefix}{path}")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")


def give_away(folder: Path) -> None:
    """Let the servers, which run as nobody, own a folder; only root can, and only root must."""
    if os.geteuid() == 0:
        for path in [folder, *folder.rglob("*")]:
            os.chown(path, NOBODY, NOBODY, follow_symlinks=False)


def _certify(prefix: Path, settings: Settings) -> trustme.CA:
    authority = trustme.CA()
    issued = authority.issue_cert(*settings.names)
    certificate = Path(f"{prefix}{settings.certificate}")
    certificate.parent.mkdir(parents=True)
    for blob in issued.cert_chain_pems:
        blob.write_to_path(certificate, append=True)
    authority.cert_pem.write_to_path(prefix / AUTHORITY)
    issued.private_key_pem.write_to_path(f"{prefix}{settings.key}")
    return authority


def _trusting(authority: trustme.CA, protocol: str) -> ssl.SSLContext:
    context = ssl.create_default_context()
    authority.configure_trust(context)
    context.set_alpn_protocols([protocol])
    return context


def _wait(server: Running, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        assert process.poll() is None, server.said.read_text()
        with contextlib.suppress(OSError):
            for port in (server.settings.http_port, server.settings.https_port):
                socket.create_connection(("127.0.0.1", port), PATIENCE).close()
            return
        assert time.monotonic() < deadline, server.said.read_text()
        time.sleep(0.02)

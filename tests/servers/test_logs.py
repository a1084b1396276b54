"""The program that a release brings, behind each real server: what ends up in files."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from logs import bundle, formats, unmask
from tests.servers import running as harness
from tests.servers.asking import ask, ask_h2, request
from tests.servers.test_addresses import MALFORMED, REAL, SHAPES, found, planted

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PATIENCE = 60  # seconds
CONFIGURATION = "days = 90\nipv4_prefix = 24\nipv6_prefix = 48\nsuspension_days = 1\n"
QUOTED = (
    b"GET /../../203.0.113.99?key=SECRET HTTP/1.1",
    b"GET /account/203.0.113.99?key=SECRET HTTP/1.1",
    b"203.0.113.99 / HTTP/1.1",
    b"GET /de/ HTTP/1.1\r\n203.0.113.99 SECRET: x",
    b"POST /203.0.113.99?key=SECRET HTTP/1.1\r\nContent-Length: 99999999",
)
FIELDS = ["time", "address", "method", "path", "protocol", "status", "bytes", "agent"]


class Keeper:
    """`logs.pyz collect` at the sockets of a server, in the place of the tests' own collector."""

    def __init__(self, prefix: Path) -> None:
        """Write the bundle where the server's configuration names it, and start it."""
        self.program = prefix / formats.PROGRAM.removeprefix("/")
        self.directory = prefix / formats.DIRECTORY.removeprefix("/")
        self.run = prefix / "run/firstparty"
        self.directory.mkdir()
        bundle.bundle(self.program)
        self.program.with_suffix(".toml").write_text(CONFIGURATION)
        self.start()

    def start(self) -> None:
        """Start it, and let the server's user reach it."""
        left = self.run / "collector.json"
        left.unlink(missing_ok=True)
        self.process = subprocess.Popen(self._command("collect"))
        self._until(left.exists)
        for path in (formats.SOCKET, formats.STREAM):
            (self.run / path.rpartition("/")[2]).chmod(0o777)

    def _command(self, *words: str) -> list[str]:
        places = (f"--directory={self.directory}", f"--run={self.run}")
        config = f"--config={self.program.with_suffix('.toml')}"
        return [sys.executable, "-I", str(self.program), *words, config, *places]

    def ask(self, *words: str) -> None:
        """Run another command of the program."""
        subprocess.run(self._command(*words), check=True, capture_output=True)

    @staticmethod
    def _until(condition: Callable[[], bool]) -> None:
        deadline = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < deadline
            time.sleep(0.02)

    def log(self, kind: str = "access") -> list[dict[str, object]]:
        """Read the lines of a kind."""
        texts = [path.read_text() for path in sorted(self.directory.glob(f"{kind}-*.log"))]
        return [json.loads(line) for line in "".join(texts).splitlines()]

    def wait_for(self, path: str) -> dict[str, object]:
        """Wait until a request for a path is in the log; give its line."""
        self._until(lambda: any(line["path"] == path for line in self.log()))
        return next(line for line in self.log() if line["path"] == path)

    def close(self) -> None:
        """Stop it."""
        self.process.terminate()
        self.process.wait(PATIENCE)


@pytest.fixture
def _kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every server that starts send its lines to the real program."""
    monkeypatch.setattr(harness, "Collector", Keeper)


@pytest.mark.usefixtures("_kept")
def test_no_file_holds_an_address(name: str) -> None:
    """Whatever a visitor sends from wherever, no file holds an address; the log says what came."""
    with harness.running(name, account="127.0.0.1:9", trusted_proxies=("127.0.0.1",)) as server:
        for claim in (*SHAPES, *MALFORMED):
            planted(server, server.at(), claim)
        for source in REAL:
            planted(server, server.at(source), "192.0.2.7")
        for line in QUOTED:  # in what servers say of errors
            ask(server.at(REAL[0]), line + b"\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        ask_h2(server.at(REAL[0]), "GET /nothing?key=SECRET", [("cookie", "session=SECRET")])
        agent = ("User-Agent", "Mozilla/5.0 (X11; rv:133.0) Firefox/133.0 SECRET")
        referrer = ("Referer", "https://example.org/?q=SECRET")
        ask(server.at(REAL[0]), request("GET /tiles/S3CRET1a/last?key=SECRET", [agent, referrer]))
        keeper = server.collector
        assert isinstance(keeper, Keeper)
        last = keeper.wait_for("/tiles/*/last")
        server.close()
        everything = (*SHAPES, *MALFORMED[:3], *REAL, "192.0.2.7", "203.0.113.99")
        assert found(server, everything) == []
        secret = [path for path, text in server.written().items() if b"SECRET" in text]
        assert secret == []
        time_ = last.pop("time")
        size = last.pop("bytes")
        assert (len(str(time_)), isinstance(size, int)) == (20, True)
        assert last == {
            "address": "127.11.22.0",
            "method": "GET",
            "path": "/tiles/*/last",
            "protocol": "HTTP/1.1",
            "status": 404,
            "agent": "Firefox",
        }
        assert {tuple(line) for line in keeper.log()} == {tuple(FIELDS)}
        assert {200, 301, 302, 404, 405, 416} <= {line["status"] for line in keeper.log()}
        refused = any("refused" in str(line["message"]).lower() for line in keeper.log("error"))
        assert refused is (name != "caddy")  # which says nothing of an account service that is away
        counts = json.loads((keeper.run / "collector.json").read_text())
        assert (counts["unread"], counts["lost"]) == (0, 0)


@pytest.mark.usefixtures("_kept")
def test_a_suspension(name: str) -> None:
    """While one runs, whole addresses are in memory's folder and nowhere else; then nowhere."""
    with harness.running(name) as server:
        keeper = server.collector
        assert isinstance(keeper, Keeper)
        keeper.ask("unmask", "--for=1h", "--reason=a test")
        ask(server.at(REAL[0]), request("GET /during"))
        keeper.wait_for("/during")
        whole = keeper.run / unmask.LINES
        assert json.loads(whole.read_text())["address"] == REAL[0]
        assert {line.rpartition("/")[2] for line in found(server, REAL[:1])} == {unmask.LINES}
        keeper.ask("unmask", "--end")
        ask(server.at(REAL[0]), request("GET /after"))
        keeper.wait_for("/after")
        server.close()
        assert found(server, REAL[:1]) == []


@pytest.mark.usefixtures("_kept")
def test_the_program_starts_anew(name: str) -> None:
    """The server goes on answering while its log is away, and finds it again."""
    with harness.running(name) as server:
        keeper = server.collector
        assert isinstance(keeper, Keeper)
        ask(server.at(), request("GET /before"))
        keeper.wait_for("/before")
        keeper.close()
        assert ask(server.at(), request("GET /robots.txt")).status == 200
        keeper.start()
        deadline = time.monotonic() + PATIENCE
        while not any(line["path"] == "/again" for line in keeper.log()):
            assert time.monotonic() < deadline
            assert ask(server.at(), request("GET /again")).status == 404
            time.sleep(0.2)  # Caddy tries again after ten seconds

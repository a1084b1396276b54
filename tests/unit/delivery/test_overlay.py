"""The trees that a release brings to each server."""

from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path

from delivery import overlay
from delivery.servers import SERVERS, files
from delivery.servers.settings import Settings
from editorial import facts

ROOT = Path(__file__).resolve().parents[3]
REGISTER = facts.load(ROOT).register
SETTINGS = Settings(("maps.test",))
PROGRAM = "usr/local/lib/firstparty/logs.pyz"


def written(dist: Path) -> dict[str, bytes]:
    """Write the trees; give every file by its path."""
    overlay.write(dist, SETTINGS, REGISTER)
    return tree(dist)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_every_server_gets_all_it_needs(tmp_path: Path) -> None:
    """Its configuration, the program for its logs with the register's periods, and the units."""
    made = written(tmp_path)
    for server in SERVERS:
        own = {f"{server}{name}" for name in files(server, SETTINGS)}
        shared = {
            f"{server}/{PROGRAM}",
            f"{server}/usr/local/lib/firstparty/logs.toml",
            f"{server}/etc/systemd/system/firstparty-logs.service",
            f"{server}/etc/systemd/system/firstparty-logs-sweep.timer",
        }
        assert own | shared <= set(made)
        assert b"days = 90\n" in made[f"{server}/usr/local/lib/firstparty/logs.toml"]
    assert {name.split("/")[0] for name in made} == set(SERVERS)


def test_the_socket_belongs_to_the_server(tmp_path: Path) -> None:
    """The group that may write lines is the one that the server runs in."""
    made = written(tmp_path)
    for server in SERVERS:
        group = b"caddy" if server == "caddy" else b"www-data"
        socket = made[f"{server}/etc/systemd/system/firstparty-logs.socket"]
        assert b"SocketGroup=" + group + b"\n" in socket


def test_the_program_runs(tmp_path: Path) -> None:
    """It is executable, and says what it can do without anything installed."""
    written(tmp_path)
    program = tmp_path / "nginx" / PROGRAM
    assert stat.S_IMODE(program.stat().st_mode) == 0o755
    done = subprocess.run(
        [sys.executable, "-I", program, "--help"], check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout.split()[0]) == (0, "usage:")


def test_the_same_bytes(tmp_path: Path) -> None:
    """Whenever and wherever they are written."""
    assert written(tmp_path / "one") == written(tmp_path / "other")

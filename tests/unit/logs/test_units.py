"""`logs.units`: what systemd is told."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from logs.units import units

if TYPE_CHECKING:
    from pathlib import Path


def values(text: str, key: str) -> list[str]:
    """All values of a key, in order."""
    return [line.partition("=")[2] for line in text.splitlines() if line.startswith(f"{key}=")]


def test_files() -> None:
    """Everything is below `/etc`, and every file ends with a line feed."""
    assert list(units()) == [
        "sysusers.d/firstparty-logs.conf",
        "tmpfiles.d/firstparty-logs.conf",
        "sysctl.d/60-firstparty-logs.conf",
        "systemd/system/firstparty-logs.socket",
        "systemd/system/firstparty-logs.service",
        "systemd/system/firstparty-logs-sweep.service",
        "systemd/system/firstparty-logs-sweep.timer",
    ]
    assert [text[-1] for text in units().values()] == ["\n"] * 7


def test_commands() -> None:
    """The collector sweeps before its first line; the sweep needs no collector."""
    made = units()
    program = "/usr/bin/python3 -I /usr/local/lib/firstparty/logs.pyz"
    config = "--config /usr/local/lib/firstparty/logs.toml"
    collector = made["systemd/system/firstparty-logs.service"]
    sweep = made["systemd/system/firstparty-logs-sweep.service"]
    assert values(collector, "ExecStartPre") == [f"-{program} sweep {config}"]
    assert values(collector, "ExecStart") == [f"{program} collect {config}"]
    assert values(sweep, "ExecStart") == [f"{program} sweep {config}"]
    assert [values(sweep, key) for key in ("Requires", "Wants", "After")] == [
        [],
        [],
        ["time-sync.target"],
    ]


def test_the_timer_is_what_the_worst_case_counts_with() -> None:
    """The sweep comes every hour, at most a minute late, also after the machine was off."""
    timer = units()["systemd/system/firstparty-logs-sweep.timer"]
    service = units()["systemd/system/firstparty-logs-sweep.service"]
    keys = ("OnBootSec", "OnUnitActiveSec", "OnCalendar", "AccuracySec", "Persistent")
    assert [values(timer, key) for key in keys] == [["1min"], ["3600"], ["hourly"], ["60"], ["yes"]]
    assert values(service, "TimeoutStartSec") == ["600"]


def test_sandbox() -> None:
    """Both processes have no network, no right and two folders."""
    for name in ("firstparty-logs.service", "firstparty-logs-sweep.service"):
        text = units()[f"systemd/system/{name}"]
        keys = ("PrivateNetwork", "RestrictAddressFamilies", "ProtectSystem", "ReadWritePaths")
        assert [values(text, key) for key in (*keys, "User", "CapabilityBoundingSet")] == [
            ["yes"],
            ["AF_UNIX"],
            ["strict"],
            ["/var/log/firstparty /run/firstparty"],
            ["firstparty-logs"],
            [""],
        ]


def test_the_group_of_the_server() -> None:
    """Only the server's group may write to the sockets."""
    text = units("caddy")["systemd/system/firstparty-logs.socket"]
    assert [values(text, key) for key in ("SocketUser", "SocketGroup", "SocketMode")] == [
        ["firstparty-logs"],
        ["caddy"],
        ["0660"],
    ]


ANALYZE = shutil.which("systemd-analyze")


@pytest.mark.skipif(not ANALYZE, reason="systemd-analyze is not installed")
def test_systemd_reads_them(tmp_path: Path) -> None:
    """Systemd knows every key, and rates the exposure of both services as low."""
    for name, text in units().items():
        if name.startswith("systemd/"):
            path = tmp_path / name.rpartition("/")[2]
            path.write_text(text.replace("/usr/local/lib/firstparty/logs.pyz", "/bin/true"))
    for service in sorted(tmp_path.glob("*.service")):
        done = subprocess.run(
            [str(ANALYZE), "security", "--offline=yes", "--threshold=10", service],
            capture_output=True,
            text=True,
            check=False,
            env={"SYSTEMD_UNIT_PATH": f"{tmp_path}:", "SYSTEMD_COLORS": "0"},
        )
        assert (done.returncode, done.stderr) == (0, "")

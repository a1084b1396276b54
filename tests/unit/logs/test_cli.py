"""`logs.pyz` on the command line, and `inv logs.…` in front of it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from logs.cli import main

REPOSITORY = Path(__file__).resolve().parents[3]
PATIENCE = 60
GOOD = "days = 90\nipv4_prefix = 24\nipv6_prefix = 48\nsuspension_days = 7\n"
ACCESS = (
    'access: {"time":"1","address":"203.0.113.77","method":"GET","target":"/","protocol":'
    '"HTTP/1.1","status":"200","bytes":"1","agent":""}'
)


@pytest.fixture
def places(tmp_path: Path) -> list[str]:
    """The options that name a configuration and two folders."""
    (tmp_path / "logs.toml").write_text(GOOD)
    for name in ("logs", "run"):
        (tmp_path / name).mkdir()
    return [
        f"--config={tmp_path}/logs.toml",
        f"--directory={tmp_path}/logs",
        f"--run={tmp_path}/run",
    ]


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """The exit code, and what was printed."""
    code = main(arguments)
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_a_suspension(
    places: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It begins, it is seen, a second one is refused, it ends; once."""
    asked = ("unmask", "--for=6h", "--reason=a flood", *places)
    code, out, err = said(capsys, *asked)
    until = out.partition(" until ")[2].partition(";")[0]
    assert (code, out, err) == (
        0,
        f"Whole addresses are in '{tmp_path}/run/unmasked.log' until {until}; "
        "then they are removed. `unmask --end` removes them earlier.\n",
        "",
    )
    assert said(capsys, "status", *places)[1].splitlines()[-1] == (
        f"A suspension runs until {until}: whole addresses are in "
        f"'{tmp_path}/run/unmasked.log' (a flood)."
    )
    assert said(capsys, *asked) == (
        2,
        "",
        f"logs: a suspension runs until {until}: "
        "end it with `unmask --end` before you begin another\n",
    )
    ended = "Ended: the whole addresses are removed, and the record says so.\n"
    assert said(capsys, "unmask", "--end", *places) == (0, ended, "")
    assert said(capsys, "unmask", "--end", *places) == (2, "", "logs: no suspension runs\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["unmask"], "say for how long with '--for', like '--for 6h', or '--end'"),
        (["unmask", "--for=6h"], "say why with '--reason'"),
        (["unmask", "--end", "--for=6h"], "'--end' goes with no other option of a suspension"),
        (
            ["unmask", "--for=8d", "--reason=x"],
            "'--for 8d' is longer than the notice allows: at most 7 days",
        ),
        (["status", "--config=/none.toml"], "cannot read '/none.toml': No such file or directory"),
        (
            ["status", "--directory=/none"],
            "there is no folder '/none': start the collector first",
        ),
        (["status", "--run=/none"], "there is no folder '/none': start the collector first"),
        (
            ["sweep", "--directory=/none"],
            "cannot go on '/none/.sweeping': No such file or directory",
        ),
    ],
)
def test_refusals(
    places: list[str], capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    """Every refusal is one sentence, and exit code 2."""
    command, *options = arguments
    assert said(capsys, command, *places, *options) == (2, "", f"logs: {message}\n")


def test_sweep(places: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A sweep says what it did; 1 says that there is something left to see to."""
    for name in ("access-2020-01-01.log", "notes"):
        (tmp_path / "logs" / name).write_text("x\n")
    assert said(capsys, "sweep", *places) == (
        1,
        "removed access-2020-01-01.log\n",
        "logs: nothing tells how old 'notes' is: remove it by hand\n",
    )
    (tmp_path / "logs" / "notes").unlink()
    assert said(capsys, "sweep", *places) == (0, "", "")


def test_names_that_cannot_be_printed(
    places: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A line of what a sweep says is about one file, whatever somebody called it."""
    for name in (b"a\nremoved b\x1b[2J", b"\xff-2020-01-01", "für".encode()):
        (tmp_path / "logs" / os.fsdecode(name)).write_text("x\n")
    assert said(capsys, "sweep", *places) == (
        1,
        "removed \\udcff-2020-01-01\n",
        "logs: nothing tells how old 'a\\nremoved b\\x1b[2J' is: remove it by hand\n"
        "logs: nothing tells how old 'für' is: remove it by hand\n",
    )


def test_a_sweep_ends_a_suspension(
    places: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without any collector the sweep removes addresses whose time is over."""
    (tmp_path / "run" / "unmasked.log").write_text("203.0.113.77\n")
    (tmp_path / "run" / "unmask.json").write_text("{}")
    assert said(capsys, "sweep", *places) == (0, "", "")
    assert not (tmp_path / "run" / "unmasked.log").exists()


def test_a_sweep_without_a_configuration(
    places: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Addresses whose time is over go even where the configuration is lost."""
    (tmp_path / "logs.toml").unlink()
    (tmp_path / "run" / "unmasked.log").write_text("203.0.113.77\n")
    assert said(capsys, "sweep", *places)[0] == 2
    assert not (tmp_path / "run" / "unmasked.log").exists()


#: What systemd does: it opens sockets, and starts the program with them as 3 and 4.
ACTIVATE = """
import os, socket, sys
for number, (path, kind) in enumerate(((sys.argv[1], 2), (sys.argv[2], 1)), start=3):
    one = socket.socket(socket.AF_UNIX, kind)
    one.bind(path)
    if kind == 1:
        one.listen()
    os.dup2(one.fileno(), number + 10)
for number in (3, 4):
    os.dup2(number + 10, number)
os.environ |= {"LISTEN_FDS": "2", "LISTEN_PID": str(os.getpid())}
os.execv(sys.executable, [sys.executable, "-m", "logs", "collect", *sys.argv[3:]])
"""


def wait_for(path: Path, process: subprocess.Popen[str]) -> None:
    """Wait until a file is there."""
    end = time.monotonic() + PATIENCE
    while not path.exists() and process.poll() is None and time.monotonic() < end:
        time.sleep(0.02)
    assert path.exists()


@pytest.mark.parametrize("activated", [False, True], ids=["alone", "by systemd"])
def test_collect(places: list[str], tmp_path: Path, activated: bool) -> None:  # noqa: FBT001
    """A collector listens where it is told or where systemd does, and ends when it is told."""
    sockets = [str(tmp_path / "run" / name) for name in ("logs.sock", "stream.sock")]
    command = [sys.executable, "-m", "logs", "collect", *places]
    if activated:
        command = [sys.executable, "-c", ACTIVATE, *sockets, *places]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    with subprocess.Popen(
        command, env=environment, cwd=tmp_path, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            wait_for(tmp_path / "run" / "collector.json", process)
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sender:
                sender.connect(sockets[0])
                sender.send(ACCESS.replace('"1"', f'"{time.time()}"', 1).encode())
            process.send_signal(signal.SIGTERM)
            _, errors = process.communicate(timeout=PATIENCE)
        finally:
            process.kill()
    assert (process.returncode, errors) == (0, "")
    (log,) = (tmp_path / "logs").glob("access-*.log")
    assert '"address":"203.0.113.0"' in log.read_text()


def test_invoke(places: list[str], tmp_path: Path) -> None:
    """`inv logs.unmask`, `logs.status` and `logs.sweep` are the same commands."""
    done = [
        subprocess.run(
            [sys.executable, "-m", "invoke", command, *options, *places],
            cwd=REPOSITORY,
            capture_output=True,
            text=True,
            check=False,
        )
        for command, options in (
            ("logs.unmask", ["--for", "6h", "--reason", "a flood", "--only", "/tiles/"]),
            ("logs.status", []),
            ("logs.unmask", ["--end"]),
            ("logs.unmask", ["--for", "6h"]),
            ("logs.sweep", []),
        )
    ]
    assert [one.returncode for one in done] == [0, 0, 0, 2, 0]
    assert (
        done[1]
        .stdout.splitlines()[-1]
        .endswith(f"whole addresses of /tiles/ are in '{tmp_path}/run/unmasked.log' (a flood).")
    )
    assert done[3].stderr == "logs: say why with '--reason'\n"

"""`logs.intake`: the sockets that servers send to."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from logs import intake
from logs.settings import Refused

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.logs.running import Running


def test_a_second_collector(running: Running) -> None:
    """Two collectors at the same sockets are one too many."""
    path = running.run / "logs.sock"
    with pytest.raises(Refused) as refusal:
        intake.listen(path, socket.SOCK_DGRAM)
    assert str(refusal.value) == f"'{path}' is in use: another collector runs"


def test_no_socket(tmp_path: Path) -> None:
    """A place where no socket can be is named."""
    path = tmp_path / "none" / "logs.sock"
    with pytest.raises(Refused) as refusal:
        intake.listen(path, socket.SOCK_DGRAM)
    assert str(refusal.value) == f"cannot listen at '{path}': No such file or directory"


@pytest.mark.parametrize("what", ["file", "folder", "link", "link to a socket"])
def test_what_is_no_socket_stays(tmp_path: Path, what: str) -> None:
    """Only a socket that somebody left is replaced: a file may be anything."""
    path = tmp_path / "logs.sock"
    if what == "file":
        path.write_text("of somebody")
    elif what == "folder":
        path.mkdir()
    else:
        path.symlink_to(tmp_path / "other.sock")
    if what == "link to a socket":
        intake.listen(tmp_path / "other.sock", socket.SOCK_DGRAM).close()
    before = path.lstat()
    with pytest.raises(Refused) as refusal:
        intake.listen(path, socket.SOCK_DGRAM)
    assert str(refusal.value) == (
        f"'{path}' is no socket: remove it yourself, or name another place"
    )
    assert path.lstat() == before


def test_a_left_socket(tmp_path: Path) -> None:
    """Nobody listens there any more: it is replaced."""
    path = tmp_path / "logs.sock"
    intake.listen(path, socket.SOCK_DGRAM).close()
    intake.listen(path, socket.SOCK_DGRAM).close()
    assert path.is_socket()


def test_inherited(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sockets that systemd opened are used only by the process they are for."""
    monkeypatch.setenv("LISTEN_FDS", "2")
    monkeypatch.setenv("LISTEN_PID", "1")
    assert intake.inherited() == []
    monkeypatch.delenv("LISTEN_PID")
    assert intake.inherited() == []


def test_syslog_shapes() -> None:
    """A tag is `access` or `error`; a text that only looks like one is none."""
    texts = ("<190>Nov 26 12:00:00 other: access: x", "access:x", "<190>access: ", "error: a\nb")
    found = [intake.SYSLOG.fullmatch(text) for text in texts]
    assert [one and one.groups() for one in found] == [
        None,
        None,
        ("access", ""),
        ("error", "a\nb"),
    ]

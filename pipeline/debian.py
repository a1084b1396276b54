"""Debian's packages, where the tests may install them: as root, or with a `sudo` that does not ask.

A package's own service is not started (invoke-rc.d(8)): tests start programs themselves.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

POLICY = Path("/usr/sbin/policy-rc.d")
REFUSE = "#!/bin/sh\n# Written by make test while it installs packages.\nexit 101\n"


def install(*packages: str) -> bool:
    """Install packages without their services; tell whether that went well."""
    sudo = _sudo()
    apt = shutil.which("apt-get")
    if apt is None or sudo is None:
        return False
    command = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "RUNLEVEL=1", apt, "--quiet"]
    with _no_services(sudo):
        return _run([*command, "update"]) and _run(
            [*command, "install", "--yes", "--no-install-recommends", *packages]
        )


def _sudo() -> list[str] | None:
    """Give what makes a command root's: nothing for root, None where nothing does."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    return [sudo, "-n"] if sudo else None


@contextlib.contextmanager
def _no_services(sudo: Sequence[str]) -> Iterator[None]:
    """Refuse every start of a service meanwhile; a policy that somebody wrote stays."""
    ours = not POLICY.exists()
    if ours:
        _run([*sudo, "sh", "-c", f"printf %s {_quoted(REFUSE)} > {POLICY}; chmod 755 {POLICY}"])
    try:
        yield
    finally:
        if ours:
            _run([*sudo, "rm", "-f", str(POLICY)])


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def _run(command: Sequence[str]) -> bool:
    return subprocess.run(command, check=False, capture_output=True).returncode == 0

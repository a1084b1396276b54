"""What a release brings to a server: the program in one file, and what the register says.

`logs.pyz` has the same bytes wherever it is made from the same sources (zipapp's own writer puts
the times of the files into the archive). `logs.toml` is the only way from `processing.toml` to the
program: the numbers of the notice are those of the logs.
"""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from logs import settings

if TYPE_CHECKING:
    from registers.processing import Register, Retention

SHEBANG = b"#!/usr/bin/env python3\n"
EPOCH = (1980, 1, 1, 0, 0, 0)  # the first time that an archive can hold
MODE = 0o644 << 16
#: What a release needs and a server does not.
LEFT_OUT = frozenset(("bundle.py", "units.py"))
#: The longest suspension, and the periods of whatever these logs may be.
SUSPENSION = "abuse_logs"
PERIODS = ("website_logs", "access_logs")
#: No month is shorter and no year is, so that no line stays longer than its words say.
DAYS = {"day": 1, "month": 28, "year": 365}


def bundle(path: Path) -> None:
    """Write `logs.pyz`."""
    sources = Path(__file__).parent
    names = sorted(file.name for file in sources.glob("*.py") if file.name not in LEFT_OUT)
    with path.open("wb") as raw:
        raw.write(SHEBANG)
        with zipfile.ZipFile(raw, "w") as archive:
            archive.writestr(_entry("__main__.py"), (sources / "__main__.py").read_bytes())
            for name in names:
                archive.writestr(_entry(f"logs/{name}"), (sources / name).read_bytes())
    path.chmod(0o755)


def configuration(processing: Register) -> str:
    """Write `logs.toml`; raise `Refused` where the register has no period for the logs."""
    days = min(_days(processing.retention[name], name) for name in PERIODS)
    longest = processing.retention[SUSPENSION]
    lines = [
        "# Written by a release from processing.toml; what the notice says stands here, too.",
        f"days = {days}",
        f"ipv4_prefix = {processing.anonymisation.ipv4_prefix}",
        f"ipv6_prefix = {processing.anonymisation.ipv6_prefix}",
        f"suspension_days = {_days(longest, SUSPENSION)}"
        if longest.unit
        else f"# no suspension: the register leaves retention.{SUSPENSION} open",
    ]
    text = "\n".join(lines) + "\n"
    settings.parse(text, "processing.toml")
    return text


def _days(retention: Retention, name: str) -> int:
    if not retention.unit:
        raise settings.Refused(
            f"processing.toml leaves retention.{name} open: without a period no log can be kept"
        )
    return retention.count * DAYS[retention.unit]


def _entry(name: str) -> zipfile.ZipInfo:
    """Give an entry that says nothing of when and where it was made."""
    entry = zipfile.ZipInfo(name, EPOCH)
    entry.external_attr = MODE
    entry.create_system = 3  # Unix, on every system
    return entry

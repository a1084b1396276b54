"""What lies beside the site in a release: for each server a tree that is copied onto `/`.

`cp -r dist/nginx/. /` brings the server's configuration, the program that keeps its logs with the
periods of the register, and the units that start it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from delivery.servers import SERVERS, files
from logs import bundle, formats, units
from logs.settings import CONFIGURATION

if TYPE_CHECKING:
    from pathlib import Path

    from delivery.servers.settings import Settings
    from registers.processing import Register

#: The group that a server runs in, as Debian's packages make it; the others have `www-data`.
GROUPS = {"caddy": "caddy"}
WEB = "www-data"


def write(dist: Path, settings: Settings, processing: Register) -> None:
    """Write the tree of every server; the same release gives the same bytes."""
    for server in SERVERS:
        tree = dist / server
        texts = dict(files(server, settings))
        for name, text in units.units(GROUPS.get(server, WEB)).items():
            texts[f"/etc/{name}"] = text
        texts[CONFIGURATION] = bundle.configuration(processing)
        for name, text in texts.items():
            path = tree / name.removeprefix("/")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        bundle.bundle(tree / formats.PROGRAM.removeprefix("/"))

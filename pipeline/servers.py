"""Installs the web servers that the tests ask, where it may: `python -m pipeline.servers`.

Where it may not, the tests of a missing server are skipped and say its name.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from messages import choice, say, speaking
from pipeline import debian

#: The program of each server, and what else must be there.
NEEDED = {
    "nginx": ("nginx", "/usr/lib/nginx/modules/ngx_http_js_module.so"),
    "apache": ("apache2", "/usr/lib/apache2/modules/mod_lua.so"),
    "caddy": ("caddy", None),
}
PACKAGES = {
    "nginx": ("nginx", "libnginx-mod-http-js"),
    "apache": ("apache2-bin",),
    "caddy": ("caddy",),
}


def missing() -> list[str]:
    """Name the servers that cannot be started here."""
    return [server for server in NEEDED if not installed(server)]


def installed(server: str) -> str | None:
    """Give the program of a server that is complete; Debian keeps it where only root looks."""
    program, module = NEEDED[server]
    if module is not None and not Path(module).exists():
        return None
    return shutil.which(program, path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin")


def ensure() -> list[str]:
    """Install what is missing, say so, and name what is missing still."""
    packages = [package for server in missing() for package in PACKAGES[server]]
    if packages:
        named = ", ".join(packages)
        print(say("Installing Debian's packages {packages} …", packages=named), flush=True)
        debian.install(*packages)
    if left := missing():
        named = " ".join(package for server in left for package in PACKAGES[server])
        words = say(
            "Not installed: {servers}; their tests are skipped. "
            "As root: apt-get install --no-install-recommends {packages}",
            servers=", ".join(left),
            packages=named,
        )
        print(words, flush=True)
    return left


if __name__ == "__main__":
    with speaking(choice.preferred(os.environ)):
        ensure()

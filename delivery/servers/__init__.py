"""Writes the tables of `delivery` down as configurations of real servers.

One module for each server, with its templates in `templates/`; `settings` says what differs from
one machine to the next, and `files` gives every file that belongs to a server.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from delivery.servers import apache, caddy, nginx

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from delivery.servers.settings import Settings

#: Every server, with what writes its configuration.
SERVERS: Mapping[str, Callable[[Settings], dict[str, str]]] = {
    "nginx": nginx.files,
    "apache": apache.files,
    "caddy": caddy.files,
}


def files(server: str, settings: Settings) -> dict[str, str]:
    """Give the text of every file that a server needs, by absolute path (without `prefix`)."""
    return SERVERS[server](settings)

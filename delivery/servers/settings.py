"""What differs from one machine to the next: names, ports, folders, certificates."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NAME = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?")
_PATH = re.compile(r"/[A-Za-z0-9._/+-]*")
_NETWORK = re.compile(r"[0-9a-f.:]+(?:/[0-9]{1,3})?")
_UPSTREAM = re.compile(r"[A-Za-z0-9.-]+:[0-9]{1,5}")


@dataclass(frozen=True, slots=True)
class Settings:
    """Where a server stands.

    `names` are host names, the first one canonical: the others are sent there.
    `site` is a link to the release that is served; it is followed anew for every request, so
    renaming another link onto it publishes another release.
    `account` is `host:port` of the account service, or empty where there is none.
    `trusted_proxies` are addresses or networks whose word on the visitor's address counts;
    with `proxy_protocol` they say it in front of the connection (the PROXY protocol).
    `prefix` stands before every path, for a server that lives in a folder.
    Raises `ValueError` for a value that would mean something else in a configuration file.
    """

    names: tuple[str, ...]
    site: str = "/srv/firstparty/current"
    certificate: str = "/etc/firstparty/tls/fullchain.pem"
    key: str = "/etc/firstparty/tls/privkey.pem"
    account: str = ""
    trusted_proxies: tuple[str, ...] = ()
    proxy_protocol: bool = False
    http_port: int = 80
    https_port: int = 443
    user: str = "www-data"
    group: str = "www-data"
    prefix: str = ""

    def __post_init__(self) -> None:
        """Let nothing through that a configuration file would read as more than a value."""
        _demand(_NAME, "names", *self.names)
        _demand(_PATH, "paths", self.site, self.certificate, self.key, f"{self.prefix}/")
        _demand(_NETWORK, "trusted_proxies", *self.trusted_proxies)
        _demand(_UPSTREAM, "account", *filter(None, [self.account]))
        _demand(_NAME, "user, group", self.user, self.group)
        if not self.names:
            raise ValueError("names: none given; name at least one host")

    @property
    def canonical(self) -> str:
        """Where the pages are: the origin, with the port where it is not the usual one."""
        port = "" if self.https_port == 443 else f":{self.https_port}"  # noqa: PLR2004 - RFC 9110 § 4.2.2
        return f"https://{self.names[0]}{port}"


def _demand(pattern: re.Pattern[str], what: str, *values: str) -> None:
    for value in values:
        if pattern.fullmatch(value) is None:
            raise ValueError(f'{what}: "{value}" cannot stand in a configuration; write it plainly')

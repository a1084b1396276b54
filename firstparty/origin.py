"""Which URLs stay at home: the WHATWG URL standard, origins compared as origins."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import quote, unquote

import ada_url

# Schemes that wrap another URL, which says who is meant.
_WRAPPERS: Final = frozenset({"blob", "feed", "filesystem", "view-source"})

# Schemes that contact nobody: nothing is fetched, or a person must act in another program.
# `data:` and `javascript:` are read by their own extractors.
QUIET_SCHEMES: Final = frozenset(
    {
        "about",
        "android-app",
        "cid",
        "data",
        "geo",
        "javascript",
        "mailto",
        "mid",
        "sms",
        "tag",
        "tel",
        "urn",
    }
)

# Schemes that contact a host, also where nothing is known about the place that names them.
NETWORK_SCHEMES: Final = frozenset(
    {
        "blob",
        "dns",
        "feed",
        "filesystem",
        "ftp",
        "ftps",
        "git",
        "http",
        "https",
        "ipfs",
        "ldap",
        "rtmp",
        "rtmps",
        "rtsp",
        "rtsps",
        "sip",
        "sips",
        "stun",
        "stuns",
        "turn",
        "turns",
        "view-source",
        "webcal",
        "ws",
        "wss",
    }
)

# A WebSocket shares the host and port of its page (Fetch, "origin" of a ws URL is its own,
# but the contacted host is what counts here).
_SOCKET_TWIN: Final = {"ws:": "http:", "wss:": "https:"}

# Nothing without a scheme or two slashes in a row (a browser reads `\` as `/`, and drops
# tabs and newlines) can leave a first-party base: URL standard, section 4.4.
MAY_LEAVE: Final = re.compile(r"[:\\]|/[\t\n\r]*[/\\]")
_HEAD: Final = re.compile(r"[\x00-\x20]*(?:[a-zA-Z][a-zA-Z0-9+.\-\t\n\r]*:|[/\\][\t\n\r]*[/\\])")

_LONGEST_LABEL: Final = 63  # RFC 1035, section 2.3.4
_CACHE_SIZE: Final = 100_000


class MisconfiguredError(ValueError):
    """A site URL or allowed origin that names no origin."""


def _origin(url: ada_url.URL) -> str:
    protocol = url.protocol
    twin = _SOCKET_TWIN.get(protocol)
    if twin is not None:
        # The default port of each pair is the same, so the host part can be kept as it is.
        return f"{twin}//{url.host}"
    return str(url.origin)


def named_origin(text: str) -> str:
    """The origin of a URL given by the user; raises MisconfiguredError."""
    try:
        url = ada_url.URL(text)
    except ValueError:
        url = None
    if url is None or url.protocol not in {"http:", "https:"} or not _is_host(url.hostname):
        raise MisconfiguredError(
            f'"{text}" is no origin; write it like "https://www.example.org"',
        )
    return _origin(url)


def _is_host(name: str) -> bool:
    """Whether a host can be looked up: the URL standard lets empty and endless labels pass."""
    labels = name.removesuffix(".").split(".")
    return name.startswith("[") or all(0 < len(label) <= _LONGEST_LABEL for label in labels)


@dataclass(frozen=True, slots=True)
class Target:
    """Where a foreign URL leads: its absolute form and the host that would be contacted.

    `url` is None for an address that this parser cannot read, and another might.
    """

    url: str | None
    host: str


UNREADABLE: Final = Target(None, "a host that cannot be read")


@dataclass(slots=True)
class Origins:
    """The first-party origins of a site: that of its address, and those allowed beside it."""

    site_url: str
    allowed: tuple[str, ...] = ()
    home: frozenset[str] = field(init=False)
    address: str = field(init=False)
    _seen: dict[str, Target | None] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Raises MisconfiguredError when an origin cannot be read."""
        own = named_origin(self.site_url)
        self.home = frozenset({own, *map(named_origin, self.allowed)})
        address = str(ada_url.URL(self.site_url).href).partition("#")[0].partition("?")[0]
        self.address = address if address.endswith("/") else f"{address}/"

    def published(self, path: str) -> str:
        """The address of a file of the folder; `index.html` is served as its folder too."""
        return self.address + quote(path, safe="/:@!$&'()*+,;=~", errors="replace")

    def is_home(self, url: str) -> bool:
        """Whether an absolute URL has a first-party origin."""
        try:
            return _origin(ada_url.URL(url)) in self.home
        except ValueError:
            return False

    def joined(self, text: str, base: str) -> str | None:
        """The absolute form of a URL, or None where it is none."""
        try:
            return str(ada_url.URL(text.encode(errors="replace").decode(), base).href)
        except ValueError:
            return None

    def local_path(self, text: str, base: str) -> str | None:
        """The file of the folder that a URL names, as a relative path, or None."""
        url = self.joined(text, base)
        if url is None or not url.startswith(self.address):
            return None
        path = unquote(url[len(self.address) :].partition("#")[0].partition("?")[0])
        return f"{path}index.html" if not path or path.endswith("/") else path

    def leaves(self, text: str, base: str | None = None) -> Target | None:
        """The foreign target of a URL as written, or None where it stays at home.

        `base` is the base URL of the document when that is foreign; any other base is at
        home, and which one it is makes no difference.
        """
        if base is not None:
            return self._resolve(text, base)
        try:
            return self._seen[text]
        except KeyError:
            pass
        target = self._resolve(text, self.address) if _HEAD.match(text) else None
        if len(self._seen) >= _CACHE_SIZE:
            self._seen.clear()
        self._seen[text] = target
        return target

    def _resolve(self, text: str, base: str) -> Target | None:
        try:
            url = ada_url.URL(text.encode(errors="replace").decode(), base)
        except ValueError:
            return UNREADABLE
        scheme = url.protocol[:-1]
        if scheme in _WRAPPERS:
            inner = self._resolve(url.pathname, base)
            return inner and Target(str(url.href), inner.host)
        if scheme in QUIET_SCHEMES or _origin(url) in self.home:
            return None
        # `stun:host:port` and its kin have no slashes, the host stands in the path.
        host = url.host or re.split(r"[/?#]", url.pathname.lstrip("/"), maxsplit=1)[0]
        if scheme in {"http", "https", "ws", "wss", "ftp"} and not host:
            return None
        return Target(str(url.href), host.rstrip(".") or f"{scheme}:")

"""What there is to visit: every address of the sitemap, and those that no sitemap lists."""

from __future__ import annotations

import hashlib
import http.client
import urllib.error
import urllib.request
import xml.etree.ElementTree as ET
from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Fetch = Callable[[str], tuple[int, bytes]]

LOC: Final = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
MISSING: Final = "/no-such-page/"
UNLISTED: Final = ("/index.html", "/404.html")
PATIENCE_S: Final = 20


class NothingToVisitError(Exception):
    """There is no sitemap that can be read; the message is one sentence."""


class _StayAtHome(urllib.request.HTTPRedirectHandler):
    """Redirects are answers like others: they may lead to somebody else."""

    def redirect_request(self, *_: object) -> None:
        """Follow none."""


def over_network(origin: str) -> Fetch:
    """Fetches a path of a deployed copy; gives status and body, and follows no redirect."""
    opener = urllib.request.build_opener(_StayAtHome)

    def fetch(path: str) -> tuple[int, bytes]:
        request = urllib.request.Request(origin + path, headers={"User-Agent": "firstparty"})  # noqa: S310 - main() allows http and https only
        try:
            with opener.open(request, timeout=PATIENCE_S) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, b""
        except (OSError, http.client.HTTPException) as error:
            reason = str(getattr(error, "reason", error)).strip()
            raise NothingToVisitError(f"{origin}{path} does not answer: {reason}") from error

    return fetch


def listed(fetch: Fetch) -> list[str]:
    """Paths of the sitemap in its order; raises NothingToVisitError."""
    status, body = fetch("/sitemap.xml")
    if status != HTTPStatus.OK:
        advice = "give the origin at which the site itself answers"
        raise NothingToVisitError(f"/sitemap.xml is answered with {status}; {advice}")
    try:
        locations = [loc.text or "" for loc in ET.fromstring(body).iter(LOC)]  # noqa: S314 - expat expands no external entity, and the file is the site's own
        paths = [urlsplit(location).path or "/" for location in locations]
    except (ET.ParseError, LookupError, ValueError) as error:
        words = f"/sitemap.xml cannot be read: {error}; the audit visits what it lists"
        raise NothingToVisitError(words) from error
    if not paths:
        raise NothingToVisitError("/sitemap.xml lists nothing; the audit visits what it lists")
    return list(dict.fromkeys(paths))


def every(fetch: Fetch) -> list[str]:
    """The sitemap, the gateway and the page for errors, an unknown address and a redirect."""
    paths = listed(fetch)
    extra = [path for path in UNLISTED if path not in paths and fetch(path)[0] == HTTPStatus.OK]
    folders = [path.rstrip("/") for path in paths if path.count("/") > 2 and path.endswith("/")]  # noqa: PLR2004 - a folder below a language
    return [*paths, *extra, MISSING, *folders[:1]]


def _template(body: bytes) -> str:
    """What makes two pages one template: their scripts and the bones of their body."""
    tree = LexborHTMLParser(body)
    scripts = [
        (node.attributes.get("src") or hashlib.sha256(node.text().encode()).hexdigest())
        for node in tree.css("script:not([type='application/ld+json'])")
    ]
    bones = [node.tag or "" for node in tree.css("body > *, main > *, form")]
    return repr((scripts, sorted(set(bones))))


def one_per_template(fetch: Fetch, paths: Sequence[str]) -> list[str]:
    """The first page of each template, for the long quiet look."""
    first: dict[str, str] = {}
    for path in paths:
        status, body = fetch(path)
        if status == HTTPStatus.OK:
            first.setdefault(_template(body), path)
    return list(first.values())

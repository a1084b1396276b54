"""Caddy 2.6 as Debian has it.

Without the file below `language/`, or where the expressions in it fail, `/` gives the page with
both languages. Caddy 2.6 takes nobody's word on a visitor's address: behind a proxy, its lines name
the proxy, whatever `trusted_proxies` says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from delivery.content_types import CONTENT_TYPES, content_type
from delivery.phrases import line
from delivery.servers import templating
from logs import formats

if TYPE_CHECKING:
    from delivery.servers.settings import Settings

FOLDER = "/etc/caddy/firstparty"
#: Caddy's names for the codings.
PRECOMPRESSED = ("br", "zstd", "gzip")
UNIT = """\
# Caddy does not start without a place for its lines, and says whole addresses where it lost one.
[Unit]
Requires=firstparty-logs.socket
After=firstparty-logs.socket

[Service]
StandardError=null
"""
#: What is handed over of a request; the collector decides what of that is written.
LINES = """\
format filter {{
	wrap json
	fields {{
		resp_headers delete
		request>tls delete
		{headers}
	}}
}}
"""
#: Two expressions, so that neither holds where one fails.
LANGUAGE = """\
# The choice of language; take this file away, and / gives the page with both languages.
@english expression `{path} == "/" && ({cookie} == "en" || ({cookie} != "de" && {english}))`
redir @english /en/ 302
@german expression `{path} == "/" && ({cookie} == "de" || ({cookie} != "en" && !{english}))`
redir @german /de/ 302
"""


def files(settings: Settings) -> dict[str, str]:
    """Give the text of every file by its path; raises `ValueError` for the PROXY protocol."""
    if settings.proxy_protocol:
        raise ValueError("proxy_protocol: Caddy 2.6 does not know it; use nginx or Apache")
    facts = {
        "folder": f"{settings.prefix}{FOLDER}",
        "log": formats.caddy_target(f"{settings.prefix}{formats.STREAM}"),
        "line404": line(404),
        "html": content_type("404.html").value,
        "types": [(e.value, e.suffix.removeprefix(".")) for e in CONTENT_TYPES],
        "suffixes": [e.suffix.removeprefix(".") for e in CONTENT_TYPES],
        "precompressed": PRECOMPRESSED,
        "unwanted": templating.UNWANTED,
    }
    kept_back = ("Cookie", "Authorization", *templating.CLAIMS)
    return {
        "/etc/caddy/Caddyfile": templating.render("Caddyfile", settings, **facts),
        "/etc/systemd/system/caddy.service.d/firstparty.conf": UNIT,
        f"{FOLDER}/lines.caddy": LINES.format(
            headers="\n\t\t".join(f"request>headers>{name} delete" for name in kept_back)
        ),
        f"{FOLDER}/language/language.caddy": LANGUAGE.format(
            path="{http.request.uri.path}",
            cookie="{http.request.cookie.language}",
            english=" ".join(templating.choice("caddy.cel").split()),
        ),
    }

"""nginx 1.22 with Debian's module `js`.

The files replace `/etc/nginx/nginx.conf` as a whole: Debian's own writes whole addresses into
`/var/log/nginx`. Without the files below `language/`, or where the script in them fails, `/` gives
the page with both languages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from delivery.servers import templating
from logs import formats

if TYPE_CHECKING:
    from delivery.servers.settings import Settings

FOLDER = "/etc/nginx/firstparty"
MODULE = "load_module modules/ngx_http_js_module.so;\n"
LANGUAGE = """\
# The choice of language; take this file and modules/language.conf away, and / gives the gateway.
js_import firstparty_language from {folder}/language/choice.js;
js_set $firstparty_place firstparty_language.place;
"""


def files(settings: Settings) -> dict[str, str]:
    """Give the text of every file by its path."""
    folder, socket = f"{settings.prefix}{FOLDER}", f"{settings.prefix}{formats.SOCKET}"
    facts = {
        "folder": folder,
        "types": list(templating.types()),
        "compressed": templating.compressed(),
        "charset_types": " ".join(t for t in templating.with_charset() if t != "text/html"),
        "access_log": formats.nginx_target("access", socket),
        "error_log": formats.nginx_target("error", socket),
        "log_format": formats.NGINX_FORMAT,
        "proxied": " proxy_protocol" if settings.proxy_protocol else "",
    }
    return {
        "/etc/nginx/nginx.conf": templating.render("nginx.conf", settings, **facts),
        f"{FOLDER}/errors.conf": templating.render("nginx-errors.conf", settings),
        f"{FOLDER}/modules/language.conf": MODULE,
        f"{FOLDER}/language/language.conf": LANGUAGE.format(folder=folder),
        f"{FOLDER}/language/choice.js": templating.choice("nginx.js"),
    }


def _variable(header: str) -> str:
    return f"firstparty_{header.lower().replace('-', '_')}"


templating.ENVIRONMENT.filters["variable"] = _variable

"""Apache 2.4 with Debian's own modules, `lua` for the language among them.

The files replace `/etc/apache2/apache2.conf` as a whole: Debian's own writes whole addresses into
`/var/log/apache2`. Without `language.lua`, or where the script fails, `/` gives the page with both
languages.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from delivery.content_types import CONTENT_TYPES
from delivery.phrases import line
from delivery.servers import templating
from logs import formats

if TYPE_CHECKING:
    from delivery.servers.settings import Settings

FOLDER = "/etc/apache2/firstparty"
MODULES = (
    "mpm_event",
    "alias",
    "authz_core",
    "headers",
    "http2",
    "mime",
    "proxy",
    "proxy_http",
    "remoteip",
    "reqtimeout",
    "rewrite",
    "socache_shmcb",
    "ssl",
)
#: Errors whose line of text is a file.
FILED = (405, 416)
TLS = """\
SSLEngine on
SSLCertificateFile {s.prefix}{s.certificate}
SSLCertificateKeyFile {s.prefix}{s.key}
"""


def files(settings: Settings) -> dict[str, str]:
    """Give the text of every file by its path."""
    program, socket = f"{settings.prefix}{formats.PROGRAM}", f"{settings.prefix}{formats.SOCKET}"
    facts = {
        "folder": f"{settings.prefix}{FOLDER}",
        "modules": MODULES,
        "filed": FILED,
        "line404": line(404),
        "typed": [(e.value, e.suffix.removeprefix(".")) for e in CONTENT_TYPES],
        "access_log": formats.apache_target("access", program, socket),
        "error_log": formats.apache_target("error", program, socket),
        "log_format": formats.APACHE_FORMAT,
        "error_format": formats.APACHE_ERROR_FORMAT,
    }
    return {
        "/etc/apache2/apache2.conf": templating.render("apache2.conf", settings, **facts),
        f"{FOLDER}/site.conf": templating.render("apache-site.conf", settings, **facts),
        f"{FOLDER}/tls.conf": TLS.format(s=settings)
        + "RemoteIPProxyProtocol On\n" * settings.proxy_protocol,
        **{f"{FOLDER}/errors/{status}.txt": f"{line(status)}\n" for status in FILED},
        f"{FOLDER}/language.lua": templating.choice("apache.lua"),
    }


templating.ENVIRONMENT.filters["re"] = re.escape
templating.ENVIRONMENT.filters["parent"] = lambda path: str(PurePosixPath(path).parent)
templating.ENVIRONMENT.filters["base"] = lambda path: PurePosixPath(path).name

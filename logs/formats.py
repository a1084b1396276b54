"""What a server configuration says so that every line reaches the collector and no disk before it.

nginx sends datagrams, Caddy a stream of JSON lines, Apache starts `logs.pyz pipe` and writes to it.
All three hand over the whole address and the whole request, in memory; `logs.requests` and
`logs.errors` decide what of that is written.
No format names a cookie, the referrer, `X-Forwarded-For` or `Forwarded`: what is not handed over
cannot leak.
"""

from __future__ import annotations

#: Where the program lies, and where it listens (`logs.units` makes the folder).
PROGRAM = "/usr/local/lib/firstparty/logs.pyz"
SOCKET = "/run/firstparty/logs.sock"
STREAM = "/run/firstparty/stream.sock"
DIRECTORY = "/var/log/firstparty"

#: `log_format firstparty escape=json '…';`: `$request_uri` is what the visitor asked for, where
#: `$uri` is what error pages and rewrites made of it.
NGINX_FORMAT = (
    '{"time":"$msec","address":"$remote_addr","method":"$request_method",'
    '"target":"$request_uri","protocol":"$server_protocol","status":"$status",'
    '"bytes":"$body_bytes_sent","agent":"$http_user_agent"}'
)

#: `LogFormat "…" firstparty`: Apache writes a tab inside a value as `\t`, so real tabs separate.
APACHE_FORMAT = r"%{msec}t\t%a\t%r\t%>s\t%B\t%{User-Agent}i"

#: `ErrorLogFormat "…"`: `-` stands for what is missing, so that every line has five fields.
APACHE_ERROR_FORMAT = r"%{c}t\t%-l\t%-m\t%-E\t%M"


def nginx_target(kind: str, socket: str = SOCKET) -> str:
    """Give what follows `access_log` or `error_log`; `kind` is `access` or `error`.

    nginx never waits for a datagram: a collector that is away costs lines, never an answer.
    """
    return f"syslog:server=unix:{socket},tag={kind},nohostname"


def apache_target(kind: str, program: str = PROGRAM, socket: str = SOCKET) -> str:
    """Give what follows `CustomLog` or `ErrorLog`, in the quotes of the configuration."""
    return f'"|/usr/bin/python3 -I {program} pipe {kind} --socket {socket}"'


def caddy_target(stream: str = STREAM) -> str:
    """Give what follows `output` in a `log` block, for the default logger and for every site.

    Never `soft_start`: Caddy then falls back to its standard error, whole addresses and all.
    It does so, too, for a while after a stream broke: its unit says `StandardError=null`.
    """
    return f"net unix/{stream}"

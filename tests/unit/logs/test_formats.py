"""`logs.formats`: what server configurations quote."""

from __future__ import annotations

import json

from logs import formats


def test_nginx() -> None:
    """The format of nginx is one JSON object of strings."""
    assert json.loads(formats.NGINX_FORMAT) == {
        "time": "$msec",
        "address": "$remote_addr",
        "method": "$request_method",
        "target": "$request_uri",
        "protocol": "$server_protocol",
        "status": "$status",
        "bytes": "$body_bytes_sent",
        "agent": "$http_user_agent",
    }


def test_nothing_too_much_is_handed_over() -> None:
    """No server hands over a cookie, a referrer or the header of a proxy."""
    every = f"{formats.NGINX_FORMAT}{formats.APACHE_FORMAT}{formats.APACHE_ERROR_FORMAT}".lower()
    assert [
        word for word in ("cookie", "refer", "forwarded", "user}", "%u", "auth") if word in every
    ] == []


def test_targets() -> None:
    """Every server is told the same places."""
    assert [
        formats.nginx_target("access"),
        formats.apache_target("error"),
        formats.caddy_target(),
    ] == [
        "syslog:server=unix:/run/firstparty/logs.sock,tag=access,nohostname",
        '"|/usr/bin/python3 -I /usr/local/lib/firstparty/logs.pyz pipe error'
        ' --socket /run/firstparty/logs.sock"',
        "net unix//run/firstparty/stream.sock",
    ]

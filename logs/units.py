"""What systemd is told: a user, a folder in memory, sockets that outlive the collector, a timer.

The collector reads two sockets and writes one folder; it has no network, no device, no right.
The sockets belong to systemd, which keeps the connections to them, too, so that no server writes
lines to its standard error, whole addresses and all, because the collector starts anew.
"""

from __future__ import annotations

from logs import formats, retention
from logs.settings import CONFIGURATION

USER = "firstparty-logs"
PYTHON = "/usr/bin/python3 -I"

#: What every process of ours is denied (systemd.exec(5)); `systemd-analyze security` rates it.
SANDBOX = f"""\
User={USER}
Group={USER}
UMask=0027
NoNewPrivileges=yes
CapabilityBoundingSet=
AmbientCapabilities=
ProtectSystem=strict
ReadWritePaths={formats.DIRECTORY} /run/firstparty
ProtectHome=yes
PrivateTmp=yes
PrivateDevices=yes
PrivateNetwork=yes
RestrictAddressFamilies=AF_UNIX
IPAddressDeny=any
ProtectKernelTunables=yes
ProtectKernelModules=yes
ProtectKernelLogs=yes
ProtectControlGroups=yes
ProtectClock=yes
ProtectHostname=yes
ProtectProc=invisible
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
LockPersonality=yes
MemoryDenyWriteExecute=yes
RemoveIPC=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallFilter=~@privileged @resources
"""


def units(group: str = "www-data") -> dict[str, str]:
    """Give every file by its place below `/etc`; `group` is that of the server (Caddy: `caddy`)."""
    return {
        "sysusers.d/firstparty-logs.conf": f'u {USER} - "firstparty logs" -\n',
        "tmpfiles.d/firstparty-logs.conf": (
            f"d /run/firstparty 0755 {USER} {USER} -\nd {formats.DIRECTORY} 0750 {USER} {USER} -\n"
        ),
        "sysctl.d/60-firstparty-logs.conf": (
            "# Lines that may wait for the collector: the kernel's own figure is 10.\n"
            "net.unix.max_dgram_qlen = 4096\n"
        ),
        "systemd/system/firstparty-logs.socket": _socket(group),
        "systemd/system/firstparty-logs.service": _collector(),
        "systemd/system/firstparty-logs-sweep.service": _sweep(),
        "systemd/system/firstparty-logs-sweep.timer": _timer(),
    }


def _socket(group: str) -> str:
    return f"""\
[Unit]
Description=Where the web server sends its log
Before=nginx.service apache2.service caddy.service

[Socket]
ListenDatagram={formats.SOCKET}
ListenStream={formats.STREAM}
SocketUser={USER}
SocketGroup={group}
SocketMode=0660

[Install]
WantedBy=sockets.target
"""


def _collector() -> str:
    return f"""\
[Unit]
Description=Writes the web server's log with shortened addresses
Requires=firstparty-logs.socket
After=firstparty-logs.socket

[Service]
ExecStartPre=-{_command("sweep")}
ExecStart={_command("collect")}
Restart=always
RestartSec=1
NotifyAccess=main
FileDescriptorStoreMax=64
{SANDBOX}
[Install]
WantedBy=multi-user.target
Also=firstparty-logs.socket
"""


def _sweep() -> str:
    return f"""\
[Unit]
Description=Removes web server logs that are too old
After=time-sync.target

[Service]
Type=oneshot
ExecStart={_command("sweep")}
TimeoutStartSec={retention.SWEEP_LASTS}
{SANDBOX}"""


def _timer() -> str:
    return f"""\
[Unit]
Description=Removes web server logs that are too old, every hour

[Timer]
OnBootSec=1min
OnUnitActiveSec={retention.SWEEP_EVERY}
OnCalendar=hourly
AccuracySec={retention.SWEEP_ACCURACY}
Persistent=yes

[Install]
WantedBy=timers.target
"""


def _command(name: str) -> str:
    return f"{PYTHON} {formats.PROGRAM} {name} --config {CONFIGURATION}"

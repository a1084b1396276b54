"""A deployed copy and its audit: `python -m tests.browser.deployed SITE REQUESTS [OPTION …]`.

The copy is served by a process of its own, which writes down every request: time, method, path.
The audit knows its address and nothing else of it.
Both are in a network without a way out, because the audit of a deployed copy is on the open one.
"""

from __future__ import annotations

import multiprocessing
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from preview.server import open_server
from witness import local
from witness.isolation import bring_loopback_up

if TYPE_CHECKING:
    from collections.abc import Iterable
    from multiprocessing.connection import Connection
    from wsgiref.types import StartResponse, WSGIEnvironment


def serve(site: Path, requests: Path, told: Connection) -> None:
    """Serves until the process is ended; tells its port first."""
    application = local.application(site)

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        with requests.open("a") as lines:
            said = (environ["REQUEST_METHOD"], environ["HTTP_HOST"], environ["PATH_INFO"])
            lines.write(f"{time.time()} {' '.join(said)}\n")
        return application(environ, start_response)

    server = open_server(answer, "127.0.0.1", 0)
    told.send(server.port)
    server.serve_forever()


def main() -> int:
    """Serves, audits, ends the server; the exit code is that of the audit."""
    bring_loopback_up()
    site, requests, *options = sys.argv[1:]
    here, there = multiprocessing.Pipe()
    server = multiprocessing.Process(target=serve, args=(Path(site), Path(requests), there))
    server.start()
    try:
        url = f"http://127.0.0.1:{here.recv()}"
        command = [sys.executable, "-m", "witness.audit", "--url", url, *options]
        return subprocess.run(command, check=False).returncode
    finally:
        server.terminate()
        server.join()


if __name__ == "__main__":
    sys.exit(main())

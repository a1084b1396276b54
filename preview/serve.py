"""The live preview: `python -m preview.serve [--host HOST] [--port PORT] [--lang de]`.

Builds, serves, builds again on every change and refreshes the browser.
A failed build shows in the terminal and over the page; the last good page stays.
"""

from __future__ import annotations

import argparse
import contextlib
import logging
import signal
import sys
import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from babel.numbers import format_decimal

from messages import choice, say, speaking, spoken
from preview.app import create_app
from preview.building import build, pipeline_command
from preview.live import Live
from preview.registered import RegisterFile
from preview.server import CannotServeError, open_server
from preview.watch import changes, rebuild

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from preview.building import Outcome
    from preview.server import Server

ROOT = Path(__file__).resolve().parent.parent
LOG = logging.getLogger("preview")


@contextlib.contextmanager
def running(
    root: Path,
    output: Path,
    host: str,
    port: int,
    command: Callable[[Path, Path], Sequence[str]] = pipeline_command,
) -> Iterator[Server]:
    """Watch and build in the background; give the server, which the caller lets serve.

    What is said comes in the language that is spoken here: threads begin without one.
    Raises `CannotServeError` before anything is built.
    """
    language = spoken()
    live = Live(output)
    app = create_app(output, register=RegisterFile(root / "processing.toml"), live=live)
    server = open_server(app, host, port)
    stop = threading.Event()

    def once() -> None:
        with speaking(language):
            outcome = build(command, root, output, stop)
            if stop.is_set():
                return
            if outcome.printed:
                LOG.info("%s", outcome.printed)
            LOG.info("%s", _ending(outcome))
            live.publish(outcome.problems, outcome.texts)

    threads = rebuild(changes(root, stop), once, stop)
    try:
        yield server
    finally:
        stop.set()
        live.close()
        server.server_close()
        for thread in threads:
            thread.join()


def _ending(outcome: Outcome) -> str:
    seconds = format_decimal(outcome.seconds, "0.0", locale=spoken())
    if outcome.problems:
        return say("The build failed after {seconds} s", seconds=seconds)
    return say("Built in {seconds} s", seconds=seconds)


def serve(
    host: str = "127.0.0.1",
    port: int = 8000,
    *,
    root: Path = ROOT,
    output: Path | None = None,
    command: Callable[[Path, Path], Sequence[str]] = pipeline_command,
) -> int:
    """Run the live preview until Ctrl-C; give 0 then, and 2 when it could not start."""
    logging.basicConfig(level=logging.WARNING, format="%(message)s", stream=sys.stderr)
    LOG.setLevel(logging.INFO)
    # A shell that starts us in the background makes us deaf to Ctrl-C's signal.
    for ending in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ending, signal.default_int_handler)
    try:
        with running(root, output or root / "output", host, port, command) as server:
            url = f"http://{host}:{server.port}"
            LOG.info("%s", say("Serving on {url} (Ctrl-C ends it); building", url=url))
            with contextlib.suppress(KeyboardInterrupt):
                server.serve_forever()
            LOG.info("%s", say("Stopped"))
    except CannotServeError as error:
        LOG.error("%s", error)  # noqa: TRY400 - a sentence, not a traceback
        return error.exitcode
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve from the command line."""
    parser = argparse.ArgumentParser(prog="python -m preview.serve", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    choice.add_option(parser)
    options = parser.parse_args(arguments)
    command = partial(pipeline_command, lang=options.lang)
    with speaking(options.lang):
        return serve(options.host, options.port, command=command)


if __name__ == "__main__":
    sys.exit(main())

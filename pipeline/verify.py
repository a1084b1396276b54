"""Compares a deployed copy with a build of this commit: `python -m pipeline.verify --url URL`.

Every file and every header; what differs is said, a line each.
Exit codes: 0 the same, 1 something differs, 2 could not compare.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import ssl
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from delivery.codings import CODINGS
from delivery.deployed import (
    Answer,
    expected,
    judge,
    judge_copy,
    judge_sums,
)
from delivery.release import SUMS
from firstparty.model import ExitCode, Report
from firstparty.origin import MisconfiguredError, named_origin
from firstparty.report import FORMATS
from pipeline import announce
from pipeline.build import ROOT, build

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from rich.console import Console

    from firstparty.model import Finding

    #: Path and request headers in, answer out.
    Ask = Callable[[str, Mapping[str, str]], Answer]

PATIENCE = 20  # seconds for one answer
AGENT = "firstparty"


class CannotCompareError(Exception):
    """There is nothing to compare with; the message is one sentence."""


class Connection:
    """One connection to the deployed copy, opened again when the server closes it."""

    def __init__(self, url: str, authority: Path | None) -> None:
        self.origin = named_origin(url)
        scheme, _, host = self.origin.partition("://")
        if scheme == "https":
            try:
                context = ssl.create_default_context(cafile=authority)
            except OSError as error:
                reason = error.strerror or "no certificate in it"
                raise CannotCompareError(f"{authority} cannot be read: {reason}") from error
            self._connection: http.client.HTTPConnection = http.client.HTTPSConnection(
                host, timeout=PATIENCE, context=context
            )
        else:
            self._connection = http.client.HTTPConnection(host, timeout=PATIENCE)

    def ask(self, path: str, headers: Mapping[str, str]) -> Answer:
        """Ask for a path; raises CannotCompareError where nobody answers."""
        try:
            return self._ask(path, headers)
        except (http.client.BadStatusLine, ConnectionError):
            self._connection.close()  # a kept connection may have ended meanwhile
        return self._ask(path, headers)

    def close(self) -> None:
        """Hang up."""
        self._connection.close()

    def _ask(self, path: str, headers: Mapping[str, str]) -> Answer:
        self._connection.request("GET", path, headers={"User-Agent": AGENT, **headers})
        response = self._connection.getresponse()
        return Answer(response.status, tuple(response.getheaders()), response.read())


def compare(site: Path, ask: Ask) -> Iterator[Finding]:
    """Give what differs, in the order of the build's files."""
    for wanted in expected(site):
        language = {"Accept-Language": wanted.accept_language} if wanted.accept_language else {}
        answer = ask(wanted.path, {"Accept-Encoding": "identity", **language})
        findings = list(judge(wanted, answer))
        if wanted.file == SUMS and answer.status == wanted.status:
            findings += judge_sums(site, answer)
        yield from findings
        if wanted.kind is not None and wanted.kind.compress and not findings:
            for coding in CODINGS:
                yield from judge_copy(wanted, coding, ask(wanted.path, {"Accept-Encoding": coding}))


@contextlib.contextmanager
def _built(site: Path | None, console: Console) -> Iterator[Path]:
    """Give the build to compare with: the one that is named, or a fresh one."""
    if site is not None:
        if not (site / "index.html").is_file():
            raise CannotCompareError(f"{site} holds no built site; leave --site out to build one")
        yield site
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "site"
        with console.status("Building the site"):
            findings = build(folder, ROOT / "publishconf.py")
        announce.to_console(console, findings)
        if findings:
            raise CannotCompareError("the site was not built, so there is nothing to compare with")
        yield folder


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare from the command line."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.verify", description=__doc__)
    parser.add_argument("--url", required=True, help="the deployed copy")
    parser.add_argument("--site", type=Path, help="a build to compare with; else one is made")
    parser.add_argument("--ca", type=Path, help="a certificate authority of your own, as PEM")
    parser.add_argument("--format", choices=sorted(FORMATS), default="text")
    options = parser.parse_args(arguments)
    return announce.ending(lambda console: _verify(options, console))


def _verify(options: argparse.Namespace, console: Console) -> int:
    """Compare, and say what came of it."""
    try:
        connection = Connection(options.url, options.ca)
        with (
            contextlib.closing(connection),
            _built(options.site, console) as site,
            console.status("Comparing"),
        ):
            findings = tuple(compare(site, connection.ask))
            files = sum(bool(wanted.file) for wanted in expected(site))
    except (CannotCompareError, MisconfiguredError) as error:
        print(f"verify: {error}", file=sys.stderr)
        return ExitCode.COULD_NOT_CHECK
    except (OSError, http.client.HTTPException) as error:
        print(f"verify: {options.url} does not answer: {str(error).strip()}", file=sys.stderr)
        return ExitCode.COULD_NOT_CHECK
    if options.format == "text":
        announce.to_console(console, findings)
        verdict = f"{len(findings):,} differences" if findings else "the same as the build"
        console.print(f"{connection.origin}: {files:,} files compared, {verdict}")
    else:
        sys.stdout.write(FORMATS[options.format](Report(connection.origin, files, 0, findings)))
    return ExitCode.FINDINGS if findings else ExitCode.CLEAN


if __name__ == "__main__":
    sys.exit(main())

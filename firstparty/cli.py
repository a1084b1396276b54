"""`python -m firstparty`: arguments in, a report and an exit code out."""

from __future__ import annotations

import argparse
import contextlib
import difflib
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from firstparty import report, rules
from firstparty.audit import check
from firstparty.files import UnreadableFolderError
from firstparty.model import ExitCode
from firstparty.origin import MisconfiguredError
from firstparty.report import text
from firstparty.report.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from firstparty.model import Report


# What a shell says of a program that SIGINT ended: 128 and the number of the signal.
_INTERRUPTED: Final = 130


class _Explain(argparse.Action):
    """Prints what a rule protects against, and ends the program."""

    def __call__(self, parser: argparse.ArgumentParser, *arguments: Any) -> None:  # noqa: ANN401  # the signature is argparse's
        name = str(arguments[1])
        if name not in rules.RULES:
            near = difflib.get_close_matches(name, rules.RULES, 1, 0) or sorted(rules.RULES)
            parser.error(f'there is no rule "{name}"; did you mean "{near[0]}"?')
        _print(report.rules.explain(rules.RULES[name]))
        parser.exit()


class _UnwrittenError(OSError):
    """What was to be read on standard output did not arrive there."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and give its exit code: 0 clean, 1 findings, 2 could not check.

    Who interrupts it gets 130, as from a program that the signal ended.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        options = _parser().parse_args(arguments)
        return int(options.run(options))
    except (MisconfiguredError, UnreadableFolderError, _UnwrittenError) as error:
        _complain(str(error))
        return int(ExitCode.COULD_NOT_CHECK)
    except KeyboardInterrupt:
        _complain("interrupted, and nothing is said of the folder; start it again")
        return _INTERRUPTED


def _print(words: str) -> None:
    """Write to standard output, to the last byte; raises _UnwrittenError."""
    if sys.stdout is None:  # the shell's `>&-`
        raise _unwritten("standard output is closed")
    try:
        sys.stdout.write(words)
        sys.stdout.flush()
    except OSError as error:
        _give_up_output()
        raise _unwritten(error.strerror or "unwritable") from error


def _unwritten(reason: str) -> _UnwrittenError:
    return _UnwrittenError(
        f"the report cannot be written: {reason}; send it to a place that takes it all"
    )


def _give_up_output() -> None:
    """What is still to be written goes nowhere, or Python would complain when it ends."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(sentence: str) -> None:
    """One line on standard error, where there is one that takes it."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            sys.stderr.write(f"firstparty: {sentence}\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="firstparty",
        description="Shows what in a published folder makes a browser contact another host.",
        epilog="Exit codes: 0 clean, 1 findings, 2 could not check.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    checking = commands.add_parser(
        "check", help="check a folder of built files", epilog=parser.epilog
    )
    checking.add_argument("directory", type=Path, metavar="DIR", help="the folder")
    checking.add_argument(
        "--site-url", required=True, metavar="URL", help="where the folder is published"
    )
    checking.add_argument(
        "--format", choices=sorted(report.FORMATS), default="text", help="how to report"
    )
    checking.add_argument(
        "--baseline", type=Path, metavar="FILE", help="accepted findings, with reason and date"
    )
    checking.add_argument(
        "--allow-origin",
        action="append",
        default=[],
        metavar="ORIGIN",
        help="another origin that counts as first-party; may be given more than once",
    )
    checking.add_argument(
        "--cache",
        type=Path,
        metavar="FOLDER",
        help="remember clean files here, so that the same files need not be read again",
    )
    checking.set_defaults(run=_check)
    listing = commands.add_parser("rules", help="all rules as Markdown")
    listing.set_defaults(run=_rules)
    for one in (parser, checking):
        one.add_argument(
            "--explain", action=_Explain, metavar="RULE", help="what a rule protects against"
        )
    return parser


def _rules(_options: argparse.Namespace) -> ExitCode:
    _print(report.rules.document(rules.RULES.values()))
    return ExitCode.CLEAN


def _check(options: argparse.Namespace) -> ExitCode:
    progress = Progress(sys.stderr or io.StringIO())
    try:
        result = check(
            options.directory,
            options.site_url,
            allow_origins=options.allow_origin,
            baseline=options.baseline,
            cache=options.cache,
            progress=progress,
        )
    finally:
        progress.clear()
    _print(_rendered(result, options.format))
    return result.exit_code


def _rendered(result: Report, form: str) -> str:
    if form != "text":
        return report.FORMATS[form](result)
    colour = sys.stdout is not None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return text.render(result, colour=colour)

"""`python -m firstparty`: arguments in, a report and an exit code out."""

from __future__ import annotations

import argparse
import difflib
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

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


class _Explain(argparse.Action):
    """Prints what a rule protects against, and ends the program."""

    def __call__(self, parser: argparse.ArgumentParser, *arguments: Any) -> None:  # noqa: ANN401  # the signature is argparse's
        name = str(arguments[1])
        if name not in rules.RULES:
            near = difflib.get_close_matches(name, rules.RULES, 1, 0) or sorted(rules.RULES)
            parser.error(f'there is no rule "{name}"; did you mean "{near[0]}"?')
        sys.stdout.write(report.rules.explain(rules.RULES[name]))
        parser.exit()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and give its exit code: 0 clean, 1 findings, 2 could not check."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except (MisconfiguredError, UnreadableFolderError) as error:
        sys.stderr.write(f"firstparty: {error}\n")
        return int(ExitCode.COULD_NOT_CHECK)


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
    sys.stdout.write(report.rules.document(rules.RULES.values()))
    return ExitCode.CLEAN


def _check(options: argparse.Namespace) -> ExitCode:
    progress = Progress(sys.stderr)
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
    if options.format == "text":
        colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        sys.stdout.write(text.render(result, colour=colour))
    else:
        sys.stdout.write(report.FORMATS[options.format](result))
    return result.exit_code

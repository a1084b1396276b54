"""`python -m firstparty`: arguments in, a report and an exit code out."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from firstparty import report
from firstparty.audit import check
from firstparty.files import UnreadableFolderError
from firstparty.model import ExitCode
from firstparty.origin import MisconfiguredError
from firstparty.report import text
from firstparty.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and give its exit code: 0 clean, 1 findings, 2 could not check."""
    options = _parser().parse_args(arguments)
    return int(options.run(options))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="firstparty",
        description="Shows what in a published folder makes a browser contact another host.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    checking = commands.add_parser("check", help="check a folder of built files")
    checking.add_argument("directory", type=Path, metavar="DIR")
    checking.add_argument(
        "--site-url", required=True, metavar="URL", help="where the folder is published"
    )
    checking.add_argument("--format", choices=sorted(report.FORMATS), default="text")
    checking.add_argument(
        "--allow-origin",
        action="append",
        default=[],
        metavar="ORIGIN",
        help="another origin that counts as first-party; may be given more than once",
    )
    checking.set_defaults(run=_check)
    explaining = commands.add_parser("explain", help="what a rule protects against")
    explaining.add_argument("rule", choices=sorted(RULES), metavar="RULE")
    explaining.set_defaults(run=_explain)
    return parser


def _check(options: argparse.Namespace) -> ExitCode:
    try:
        result = check(options.directory, options.site_url, allow_origins=options.allow_origin)
    except (MisconfiguredError, UnreadableFolderError) as error:
        print(f"firstparty: {error}", file=sys.stderr)  # the program's own words
        return ExitCode.COULD_NOT_CHECK
    if options.format == "text":
        rendered = text.render(result, colour=sys.stdout.isatty())
    else:
        rendered = report.FORMATS[options.format](result)
    sys.stdout.write(rendered)
    return result.exit_code


def _explain(options: argparse.Namespace) -> ExitCode:
    rule = RULES[options.rule]
    sys.stdout.write(
        f"{rule.id} ({rule.severity})\n\n{rule.protects}\n\nInstead of\n\n    {rule.example}\n\n"
        f"write\n\n    {rule.fix}\n"
    )
    return ExitCode.CLEAN

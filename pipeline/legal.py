"""The commands for legal texts: `python -m pipeline.legal confirm|revise|enact|gaps …`.

They read the texts as a build does, so what is wrong with a text is said first.
Exit codes: 0 done, 1 findings in the texts, 2 refused, with the reason; then nothing was written.
"""

from __future__ import annotations

import argparse
import datetime as dt
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, cast, get_args

from rich.console import Console

from editorial import gaps
from firstparty.model import ExitCode
from messages import choice, say, speaking
from notices import corpus
from notices.commands import CannotDoError, Stamp, known
from notices.confirm import confirm
from notices.enact import enact
from notices.revise import Wish, revise
from pipeline import announce
from pipeline.build import ROOT, build
from registers.company import Localised
from registers.ledger import VERSION, Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from editorial.site import Site
    from notices.corpus import Corpus

KINDS = get_args(Kind)


def main(arguments: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Run one command."""
    options = _parser().parse_args(arguments)
    console = Console(stderr=True, highlight=False)
    with speaking(options.lang):
        if options.command == "gaps":
            announce.to_console(console, gaps.findings(root))
            return ExitCode.CLEAN
        try:
            return _change(_command(options), console, root)
        except CannotDoError as error:
            console.print(str(error), soft_wrap=True, markup=False)
            return ExitCode.COULD_NOT_CHECK


def _change(command: Callable[[Corpus], tuple[str, ...]], console: Console, root: Path) -> int:
    """Read the texts, run a command that writes the ledger, and say what was done."""
    seen: list[Site] = []
    with tempfile.TemporaryDirectory() as folder, console.status(say("Reading the texts")):
        findings = build(Path(folder) / "site", root / "pelicanconf.py", observe=seen.append)
    if findings:
        announce.to_console(console, findings)
        return ExitCode.FINDINGS
    for sentence in command(corpus.gather(seen[0])):
        console.print(sentence, soft_wrap=True, markup=False)
    return ExitCode.CLEAN


def _command(options: argparse.Namespace) -> Callable[[Corpus], tuple[str, ...]]:
    """Give what is to be done to the texts, once what was asked for makes sense."""
    target, kind = options.target, _kind(options.kind)
    stamp = Stamp(options.by or _author(), _day(options.date) or dt.datetime.now(dt.UTC).date())
    if options.command == "confirm":
        return lambda gathered: confirm(gathered, target, kind or "clarification", stamp)
    if options.command == "enact":
        return lambda gathered: enact(gathered, target, stamp)
    wish = Wish(
        effective=_day(options.effective),
        kind=kind,
        summary=_both(options.summary_de, options.summary_en, "summary"),
        reason=_both(options.reason_de, options.reason_en, "reason"),
        version=_version(options.revision),
        moved=dict(_moves(options.moved)),
    )
    return lambda gathered: revise(gathered, target, wish, stamp)


def _kind(value: str) -> Kind | None:
    return cast("Kind", known(value, KINDS, say("kind"))) if value else None


def _version(value: str) -> str | None:
    if value and not re.fullmatch(VERSION, value):
        raise CannotDoError(
            say("'{value}' is no version; write a number, like 2 or 2.1", value=value)
        )
    return value or None


def _both(german: str, english: str, name: str) -> Localised | None:
    if bool(german) != bool(english):
        raise CannotDoError(
            say("both languages are needed: --{name}-de and --{name}-en", name=name)
        )
    return Localised(de=german, en=english) if german else None


def _moves(values: Sequence[str]) -> list[tuple[str, str]]:
    for value in values:
        if not value.partition("=")[0] or "=" not in value:
            raise CannotDoError(
                say("'{value}' is not like 'old-clause=new-clause'; write it so", value=value)
            )
    return [(old, new) for old, _, new in (value.partition("=") for value in values)]


def _author() -> str:
    """Name whoever works here, as git knows them."""
    command = ["git", "config", "user.name"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    if not done.stdout.strip():
        raise CannotDoError(say('say who you are: --by "your name"'))
    return done.stdout.strip()


def _day(value: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value) if value else None
    except ValueError as error:
        message = say("'{value}' is no day; write it like 2027-01-01", value=value)
        raise CannotDoError(message) from error


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m pipeline.legal", description=__doc__)
    parser.add_argument("command", choices=("confirm", "revise", "enact", "gaps"))
    parser.add_argument("target", nargs="?", default="", metavar="DOCUMENT[#CLAUSE]")
    parser.add_argument("--kind", default="", help=", ".join(KINDS))
    parser.add_argument("--effective", default="", metavar="DAY")
    parser.add_argument("--summary-de", default="")
    parser.add_argument("--summary-en", default="")
    parser.add_argument("--reason-de", default="")
    parser.add_argument("--reason-en", default="")
    parser.add_argument(
        "--revision", default="", metavar="VERSION", help="its number, where not the next one"
    )
    parser.add_argument("--moved", action="append", default=[], metavar="OLD=NEW")
    parser.add_argument("--by", default="", help="who does it; else git's user.name")
    parser.add_argument("--date", default="", metavar="DAY", help="of publication; else today")
    choice.add_option(parser)
    return parser


if __name__ == "__main__":
    sys.exit(main())

"""The commands for legal texts: `python -m pipeline.legal confirm|revise|enact|gaps …`.

They read the texts as a build does, so what is wrong with a text is said first.
Exit codes: 0 done, 1 findings in the texts, 2 refused or a register that cannot be read, with the
reason; then nothing was written. 130 interrupted.
"""

from __future__ import annotations

import argparse
import datetime as dt
import re
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast, get_args

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
from registers.ledger import NOTICE, VERSION, Kind
from registers.source import RegisterError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from editorial.site import Site
    from notices.corpus import Corpus

KINDS = get_args(Kind)
#: Longer numbers are slips of the keyboard, and files are called after them.
LONGEST_VERSION: Final = 20
#: Control characters, and bytes of a terminal that is not set to UTF-8.
_NO_TEXT: Final = frozenset({"Cc", "Cs"})


def main(arguments: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Run one command."""
    options = _parser().parse_args(arguments)
    console = Console(stderr=True, highlight=False)
    with speaking(options.lang):
        try:
            if options.command == "gaps":
                announce.to_console(console, gaps.findings(root))
                return ExitCode.CLEAN
            return _change(_command(options), console, root)
        except RegisterError as error:
            announce.to_console(console, error.findings)
            return ExitCode.COULD_NOT_CHECK
        except CannotDoError as error:
            console.print(str(error), soft_wrap=True, markup=False)
            return ExitCode.COULD_NOT_CHECK
        except KeyboardInterrupt:
            words = say("interrupted; `git status` tells whether anything was written")
            console.print(words, soft_wrap=True, markup=False)
            return announce.STOPPED


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
    by = _words(options.by or _author(), "--by")
    stamp = Stamp(by, _day(options.date) or dt.datetime.now(dt.UTC).date())
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
    if value and (len(value) > LONGEST_VERSION or not re.fullmatch(VERSION, value)):
        raise CannotDoError(
            say("'{value}' is no version; write a number, like 2 or 2.1", value=value)
        )
    return value or None


def _both(german: str, english: str, name: str) -> Localised | None:
    if bool(german) != bool(english):
        raise CannotDoError(
            say("both languages are needed: --{name}-de and --{name}-en", name=name)
        )
    if not german:
        return None
    return Localised(de=_words(german, f"--{name}-de"), en=_words(english, f"--{name}-en"))


def _words(value: str, option: str) -> str:
    """Give what somebody wrote, on one line; raise `CannotDoError` where it is no text."""
    words = re.sub(r"[\t\n\r]+", " ", value).strip()
    if not words:
        raise CannotDoError(
            say("'{option}' holds no words; write some, or leave it out", option=option)
        )
    if any(unicodedata.category(sign) in _NO_TEXT for sign in words):
        raise CannotDoError(
            say(
                "'{option}' holds a character that cannot be shown; write it without that one",
                option=option,
            )
        )
    return words


def _moves(values: Sequence[str]) -> list[tuple[str, str]]:
    for value in values:
        _words(value, "--moved")
        if not value.partition("=")[0] or "=" not in value:
            raise CannotDoError(
                say("'{value}' is not like 'old-clause=new-clause'; write it so", value=value)
            )
    moves = [(old, new) for old, _, new in (value.partition("=") for value in values)]
    clauses = [old for old, _ in moves]
    for clause in clauses:
        if clauses.count(clause) > 1:
            raise CannotDoError(
                say("'--moved' names '{clause}' more than once; say it once", clause=clause)
            )
    return moves


def _author() -> str:
    """Name whoever works here, as git knows them."""
    command = ["git", "config", "user.name"]
    try:
        done = subprocess.run(command, capture_output=True, check=False, cwd=ROOT)
    except FileNotFoundError:
        name = ""
    else:
        name = done.stdout.decode(errors="surrogateescape").strip()
    if not name:
        raise CannotDoError(say('say who you are: --by "your name"'))
    return name


def _day(value: str) -> dt.date | None:
    try:
        day = dt.date.fromisoformat(value) if value else None
    except ValueError as error:
        message = say("'{value}' is no day; write it like 2027-01-01", value=value)
        raise CannotDoError(message) from error
    if day and day > dt.date.max - NOTICE:
        raise CannotDoError(say("'{value}' lies too far ahead; choose an earlier day", value=value))
    return day


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

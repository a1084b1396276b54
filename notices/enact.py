"""`inv legal.enact privacy`: a revision that was coming applies now.

The clock never decides what is published, or the same commit would not always build the same
site; it only warns.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from firstparty.model import Severity
from messages import say
from notices.commands import CannotDoError, known, write_files
from notices.ledger_file import LedgerFile
from registers import ledger

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from firstparty.model import Finding
    from notices.commands import Stamp
    from notices.corpus import Corpus
    from registers.ledger import History, Ledger, Revision
    from registers.source import Source


def enact(corpus: Corpus, name: str, stamp: Stamp) -> tuple[str, ...]:
    """Let the newest revision apply whose day has come; give what was done.

    Raises `CannotDoError` when there is none.
    """
    documents = corpus.site.facts.ledger.documents
    known(name, documents, say("document"))
    due = _due(documents[name], stamp.day)
    if due is None:
        raise CannotDoError(_why_not(name, documents[name]))
    path = corpus.site.root / ledger.FILE
    file = LedgerFile(path.read_text(encoding="utf-8"))
    file.set_current(name, due.version)
    write_files(corpus.site.root, {ledger.FILE: file.text})
    return (say("revision {version} of '{name}' applies now", version=due.version, name=name),)


def overdue(read: Source, register: Ledger, today: dt.date) -> Iterator[Finding]:
    """Warn of every revision whose day has come and that is still marked as coming."""
    for name, history in register.documents.items():
        due = _due(history, today)
        if due is not None:
            message = say(
                "revision {version} of '{name}' applies since {day}; run `inv legal.enact {name}` "
                "and publish again",
                version=due.version,
                name=name,
                day=str(due.effective),
            )
            key = ("documents", name, "revisions", history.revisions.index(due), "effective")
            finding = read.finding(key, "overdue-revision", message, due.version)
            yield replace(finding, severity=Severity.WARNING)


def _due(history: History, day: dt.date) -> Revision | None:
    return next((r for r in history.coming if r.effective and r.effective <= day), None)


def _why_not(name: str, history: History) -> str:
    if not history.coming:
        return say("no revision of '{name}' is coming; nothing to do", name=name)
    first = history.coming[-1]
    return say(
        "revision {version} of '{name}' applies from {day} only; wait for that day",
        version=first.version,
        name=name,
        day=str(first.effective),
    )

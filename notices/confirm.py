"""`inv legal.confirm privacy#cookies --kind clarification`: both languages say the same again.

Neither language is the master: whoever has read both confirms the pair, and the ledger keeps what
was confirmed, when, by whom, and how much it changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from editorial.documents import LANGUAGES
from messages import say
from notices.commands import CannotDoError, known, write_files
from notices.ledger_file import LedgerFile
from registers import ledger
from registers.ledger import Digests, Pair

if TYPE_CHECKING:
    from notices.commands import Stamp
    from notices.corpus import Corpus
    from notices.passages import LegalText
    from registers.ledger import Kind


def confirm(corpus: Corpus, target: str, kind: Kind, stamp: Stamp) -> tuple[str, ...]:
    """Confirm one clause, `privacy#cookies`, or all changed ones of a text, `privacy`.

    Gives what was done, a sentence each. Raises `CannotDoError` when there is no such text or
    clause, when both languages have not got it, or when nothing has changed.
    """
    name, _, clause = target.partition("#")
    known(name, {*corpus.texts, *corpus.snippets}, say("text"))
    versions = corpus.texts.get(name) or corpus.snippets[name]
    if any(lang not in versions for lang in LANGUAGES):
        raise CannotDoError(say("'{name}' lacks a language; write it first", name=name))
    path = corpus.site.root / ledger.FILE
    file = LedgerFile(path.read_text(encoding="utf-8"))
    done: list[str] = []
    for identity, digests in _wanted(corpus, name, versions, clause).items():
        pair = _pair(digests, kind, stamp) if digests else None
        if name in corpus.snippets:
            file.set_snippet(name, pair)
        else:
            file.set_pair(name, identity, pair)
        shown = f"{name}#{identity}" if name in corpus.texts else name
        done.append(
            say("confirmed {target}", target=shown)
            if pair
            else say("removed {target}, which is gone from the text", target=shown)
        )
    if not done:
        raise CannotDoError(
            say("'{target}' has not changed since it was confirmed; nothing to do", target=target)
        )
    write_files(corpus.site.root, {ledger.FILE: file.text})
    return tuple(done)


def _pair(digests: Digests, kind: Kind, stamp: Stamp) -> Pair:
    return Pair(de=digests.de, en=digests.en, confirmed=stamp.day, by=stamp.by, kind=kind)


def _wanted(
    corpus: Corpus, name: str, versions: dict[str, LegalText], clause: str
) -> dict[str, Digests | None]:
    """Give the entries that change: what a clause is now, None for one that is gone."""
    german, english = (versions[lang] for lang in LANGUAGES)
    before = corpus.confirmed(name)
    if clause:
        known(clause, {*german.by_id, *before}, say("clause"))
    if name in corpus.texts and name not in corpus.site.facts.ledger.documents:
        raise CannotDoError(
            say("'{name}' has no revision yet; run `inv legal.revise {name}` first", name=name)
        )
    changed: dict[str, Digests | None] = {}
    for identity in [clause] if clause else [*german.by_id, *before]:
        if identity not in german.by_id:
            changed[identity] = None
        elif identity in english.by_id:
            now = Digests(de=german.by_id[identity].digest, en=english.by_id[identity].digest)
            old = before.get(identity)
            if old is None or (old.de, old.en) != (now.de, now.en):
                changed[identity] = now
    return changed

"""`inv legal.revise privacy --effective 2027-01-01`: publishes the text as it is now.

The present revision keeps its text and its address. A revision without an effective date is a
draft that has bound nobody: it is written anew in place.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from editorial.documents import LANGUAGES
from messages import say
from notices import kept
from notices.commands import CannotDoError, known, write_files
from notices.ledger_file import LedgerFile
from notices.passages import digest
from notices.rules import unconfirmed_pair
from registers import ledger
from registers.ledger import NOTICE, Digests, Revision

if TYPE_CHECKING:
    import datetime as dt

    from notices.commands import Stamp
    from notices.corpus import Corpus
    from registers.company import Localised
    from registers.ledger import History, Kind


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody says of a new revision; None is what the command finds out or asks for.

    `moved` names for every clause that is gone the clause that says it now, "" for none.
    """

    effective: dt.date | None = None
    kind: Kind | None = None
    summary: Localised | None = None
    reason: Localised | None = None
    version: str | None = None
    moved: dict[str, str] = field(default_factory=dict)


def revise(corpus: Corpus, name: str, wish: Wish, stamp: Stamp) -> tuple[str, ...]:
    """Publish a document as it is now; give what was done, a sentence each.

    Raises `CannotDoError` when nothing has changed, when a pair is not confirmed, or when what is
    said of the revision is not enough; then nothing is written.
    """
    known(name, corpus.texts, say("document"))
    for target in filter(None, wish.moved.values()):
        known(target, {*corpus.texts[name][LANGUAGES[0]].by_id, *wish.moved}, say("clause"))
    history = corpus.site.facts.ledger.documents.get(name)
    address = corpus.site.facts.company.site_url
    texts = {lang: kept.write_down(corpus.texts[name][lang], address) for lang in LANGUAGES}
    digests = Digests(**{lang: digest(text) for lang, text in texts.items()})
    if history is not None:
        _judge(corpus, name, history, digests, wish)
        _judge_version(name, history, wish.version)
    _judge_moves(corpus, name, history, wish.moved)
    _judge_day(wish.effective, stamp.day)
    draft = history is not None and history.newest.effective == ""
    revision = (
        _anew(history, digests, wish, stamp) if draft else _next(history, digests, wish, stamp)
    )
    _judge_notice(revision, first=history is None or len(history.revisions) == int(draft))
    lost = _lost(corpus, name, history.revisions[int(draft) :] if history else (), revision.moved)
    if lost:
        raise CannotDoError(
            say(
                "the clause '{clause}' of revision {version} is gone; say where its content went, "
                "`--moved {clause}=another-clause`, or `--moved {clause}=` for nowhere",
                clause=lost[0],
                version=lost[1],
            )
        )
    _judge_pairs(corpus, name, history, revision.moved)
    path = corpus.site.root / ledger.FILE
    file = LedgerFile(path.read_text(encoding="utf-8"))
    (file.replace_newest if draft else file.add_revision)(name, revision)
    applies = not revision.effective or revision.effective <= stamp.day
    if history is not None and applies:
        file.set_current(name, revision.version)
    files = {kept.name_of(name, revision.version, lang): texts[lang] for lang in LANGUAGES}
    write_files(corpus.site.root, {**files, ledger.FILE: file.text})
    return _done(name, revision, history, applies=applies)


def lost_clauses(corpus: Corpus, name: str, revision: Revision) -> list[str]:
    """Give the clauses of a kept text that the text of today has not got, in their order."""
    today = corpus.texts[name][LANGUAGES[0]].by_id
    before = kept.read(corpus.site.root, name, revision.version, LANGUAGES[0])
    return [clause for clause in before.clauses if clause not in today] if before else []


def _judge(corpus: Corpus, name: str, history: History, digests: Digests, wish: Wish) -> None:
    """Refuse to publish what has not changed, or what nobody has confirmed."""
    newest = history.newest
    same = newest.digest is not None and newest.digest == digests
    if same and not (newest.effective == "" and wish.effective):
        raise CannotDoError(
            say(
                "'{name}' has not changed since revision {version}; nothing to publish",
                name=name,
                version=newest.version,
            )
        )
    for objection in unconfirmed_pair.judge(corpus):
        if objection.location.path.startswith(f"content/legal/{name}."):
            raise CannotDoError(
                f"{objection.location.path}:{objection.location.line}: {objection.message}"
            )


def _judge_version(name: str, history: History, version: str | None) -> None:
    """Refuse another number for a draft, and one that an earlier revision has."""
    newest = history.newest
    if newest.effective == "" and version not in {None, newest.version}:
        raise CannotDoError(
            say(
                "revision {version} of '{name}' is a draft and keeps its number; "
                "leave out '--revision'",
                version=newest.version,
                name=name,
            )
        )
    if newest.effective != "" and version in {revision.version for revision in history.revisions}:
        raise CannotDoError(
            say(
                "'{name}' already has a revision {version}; choose another number, or leave out "
                "'--revision'",
                name=name,
                version=version,
            )
        )


def _judge_moves(corpus: Corpus, name: str, history: History | None, moved: dict[str, str]) -> None:
    """Refuse to explain a clause that is there or never was, and a way that leads nowhere."""
    today = corpus.texts[name][LANGUAGES[0]].by_id
    gone = [clause for clause in _former(corpus, name, history) if clause not in today]
    for clause in moved:
        if clause in today:
            raise CannotDoError(
                say(
                    "the clause '{clause}' is still in '{name}'; leave out its '--moved'",
                    clause=clause,
                    name=name,
                )
            )
        if not gone:
            raise CannotDoError(
                say("no clause of '{name}' is gone; leave out '--moved'", name=name)
            )
        known(clause, gone, say("vanished clause"))
        if _goes_round(clause, moved):
            raise CannotDoError(
                say(
                    "'--moved' leads from '{clause}' round in a circle; name a clause of the text",
                    clause=clause,
                )
            )


def _former(corpus: Corpus, name: str, history: History | None) -> set[str]:
    """Give every clause that a text has had, as its kept texts and the ledger know."""
    if history is None:
        return set()
    lost = (clause for each in history.revisions for clause in lost_clauses(corpus, name, each))
    return {*lost, *history.pairs, *history.moved}


def _goes_round(clause: str, moved: dict[str, str]) -> bool:
    seen: set[str] = set()
    while clause in moved and clause not in seen:
        seen.add(clause)
        clause = moved[clause]
    return clause in seen


def _anew(history: History | None, digests: Digests, wish: Wish, stamp: Stamp) -> Revision:
    """Write a draft again, on its new day."""
    assert history is not None  # noqa: S101 - a draft stands in a history
    draft = history.newest
    return Revision(
        version=wish.version or draft.version,
        published=stamp.day,
        effective=wish.effective or "",
        kind=wish.kind or draft.kind,
        summary=wish.summary or draft.summary,
        reason=wish.reason or draft.reason,
        digest=digests,
        moved={**draft.moved, **wish.moved},
    )


def _next(history: History | None, digests: Digests, wish: Wish, stamp: Stamp) -> Revision:
    """Number a new revision and give it its days."""
    if wish.kind is None or wish.summary is None:
        raise CannotDoError(
            say(
                "a new revision needs its kind and what changed: --kind typo, clarification or "
                '\'material change\', --summary-de "…" and --summary-en "…"'
            )
        )
    if history is not None and history.newest.published >= stamp.day:
        raise CannotDoError(
            say(
                "revision {version} was published on {day}; the next one needs a later day",
                version=history.newest.version,
                day=history.newest.published.isoformat(),
            )
        )
    if wish.effective is None and wish.kind == "material change" and history is not None:
        raise CannotDoError(
            say(
                "a material change needs the day on which it takes effect: --effective {day} "
                "or later",
                day=(stamp.day + NOTICE).isoformat(),
            )
        )
    after = int(history.newest.version.partition(".")[0]) + 1 if history else 1
    return Revision(
        version=wish.version or str(after),
        published=stamp.day,
        effective=wish.effective or (stamp.day if history is not None else ""),
        kind=wish.kind,
        summary=wish.summary,
        reason=wish.reason,
        digest=digests,
        moved=wish.moved,
    )


def _judge_day(effective: dt.date | None, published: dt.date) -> None:
    if effective and effective < published:
        raise CannotDoError(
            say(
                "{effective} lies before {published}, the day of publication; "
                "choose that day or a later one",
                effective=effective.isoformat(),
                published=published.isoformat(),
            )
        )


def _judge_notice(revision: Revision, *, first: bool) -> None:
    if revision.too_early and not first:
        raise CannotDoError(
            say(
                "a material change takes effect no sooner than {day}, 30 days after publication; "
                'choose a later day, or say why not: --reason-de "…" and --reason-en "…"',
                day=(revision.published + NOTICE).isoformat(),
            )
        )


def _lost(
    corpus: Corpus, name: str, earlier: tuple[Revision, ...], moved: dict[str, str]
) -> tuple[str, str] | None:
    """Give the first clause that is gone without a word, and the revision that had it."""
    explained = {*moved, *(clause for revision in earlier for clause in revision.moved)}
    for revision in earlier[:1]:
        for clause in lost_clauses(corpus, name, revision):
            if clause not in explained:
                return clause, revision.version
    return None


def _judge_pairs(corpus: Corpus, name: str, history: History | None, moved: dict[str, str]) -> None:
    """Refuse to forget in silence a clause that somebody once confirmed."""
    known_to_be_gone = {*moved, *(history.moved if history else ())}
    for clause in history.pairs if history else ():
        if clause not in corpus.texts[name][LANGUAGES[0]].by_id and clause not in known_to_be_gone:
            raise CannotDoError(
                say(
                    "the clause '{clause}' is gone from '{name}' and still confirmed; "
                    "say where its content went, `--moved {clause}=another-clause`, "
                    "or forget it, `inv legal.confirm {name}#{clause}`",
                    clause=clause,
                    name=name,
                )
            )


def _done(
    name: str, revision: Revision, history: History | None, *, applies: bool
) -> tuple[str, ...]:
    said = [
        say(
            "recorded revision {version} of '{name}', published on {day}",
            version=revision.version,
            name=name,
            day=revision.published.isoformat(),
        )
    ]
    if not revision.effective:
        said.append(say("it is a draft: the day from which it applies is open"))
    elif not applies and history is not None:
        said.append(
            say(
                "it applies from {day}; on that day run `inv legal.enact {name}` and publish again",
                day=revision.effective.isoformat(),
                name=name,
            )
        )
    return tuple(said)

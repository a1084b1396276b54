"""A text that changed in one language stays an error until somebody has confirmed the pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from messages import say
from notices.rules.rule import Rule, object_to, object_to_ledger

if TYPE_CHECKING:
    from collections.abc import Iterator

    from notices.corpus import Corpus
    from notices.passages import LegalText
    from notices.rules.rule import Objection
    from registers.ledger import Pair


def judge(corpus: Corpus) -> Iterator[Objection]:
    """Object to every clause whose wording is not the one that was confirmed."""
    for german, english in corpus.pairs():
        name = german.document.id
        pairs = corpus.confirmed(name)
        for identity in german.by_id:
            if identity in english.by_id:
                target = name if name in corpus.snippets else f"{name}#{identity}"
                yield from _compare(german, english, identity, pairs.get(identity), target)
        yield from _gone(corpus, name, german, pairs)


def _compare(
    german: LegalText, english: LegalText, identity: str, pair: Pair | None, target: str
) -> Iterator[Objection]:
    left, right = german.by_id[identity], english.by_id[identity]
    if pair is None:
        message = say(
            "nobody has confirmed that both languages of '{target}' say the same; "
            "read both, then run `inv legal.confirm {target} --kind clarification`",
            target=target,
        )
        yield object_to(german, left, message)
        return
    day = pair.confirmed.isoformat()
    changed = (left.digest != pair.de, right.digest != pair.en)
    if all(changed):
        message = say(
            "'{target}' changed in both languages since {day}; see that both say the same, then "
            "run `inv legal.confirm {target} --kind typo`, or clarification, or 'material change'",
            target=target,
            day=day,
        )
        yield object_to(german, left, message)
    elif any(changed):
        text, passage, other = (german, left, english) if changed[0] else (english, right, german)
        message = say(
            "'{target}' changed here since {day}, and {other} did not; change it there too, then "
            "run `inv legal.confirm {target} --kind typo`, or clarification, or 'material change'",
            target=target,
            day=day,
            other=other.document.name,
        )
        yield object_to(text, passage, message)


def _gone(
    corpus: Corpus, name: str, german: LegalText, pairs: dict[str, Pair]
) -> Iterator[Objection]:
    gone = [identity for identity in pairs if identity not in german.by_id]
    for identity in gone:
        message = say(
            "the clause '{clause}' is gone from {name}; restore it, or run "
            "`inv legal.confirm {target}` to forget it",
            clause=identity,
            name=german.document.name,
            target=f"{name}#{identity}",
        )
        yield object_to_ledger(corpus, ("documents", name, "pairs", identity), message, identity)


RULE = Rule("unconfirmed-pair", judge)

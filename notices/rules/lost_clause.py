"""An anchor that somebody linked to never dies: what vanished says where it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editorial.documents import LANGUAGES
from messages import say
from notices import kept
from notices.rules.rule import Rule, object_to_ledger

if TYPE_CHECKING:
    from collections.abc import Iterator

    from notices.corpus import Corpus
    from notices.rules.rule import Objection
    from registers.positions import Key


def judge(corpus: Corpus) -> Iterator[Objection]:
    """Object to a clause of an older revision of which nothing says where it went."""
    root = corpus.site.root
    for name, history in corpus.site.facts.ledger.documents.items():
        versions = corpus.texts.get(name)
        if versions is None:
            continue
        today = versions[LANGUAGES[0]].by_id
        moved = history.moved
        for clause, target in sorted(moved.items()):
            ends = target in today or target in moved
            if target and (not ends or history.destination(clause, today) == clause):
                message = say(
                    "'{target}', to which the clause '{clause}' moved, is no clause of '{name}'; "
                    "correct it in 'moved'",
                    target=target,
                    clause=clause,
                    name=name,
                )
                key: Key = ("documents", name, "revisions")
                yield object_to_ledger(corpus, key, message, target)
        for index, revision in enumerate(history.revisions[1:], start=1):
            text = kept.read(root, name, revision.version, LANGUAGES[0])
            for clause in text.clauses if text else ():
                if clause not in today and clause not in moved:
                    message = say(
                        "the clause '{clause}' of revision {version} is gone, and nothing says "
                        "where it went; write it into 'moved' of the revision after it",
                        clause=clause,
                        version=revision.version,
                    )
                    key = ("documents", name, "revisions", index - 1)
                    yield object_to_ledger(corpus, key, message, clause)


RULE = Rule("lost-clause", judge)

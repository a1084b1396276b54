"""A material change takes effect no sooner than 30 days after publication, or says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from messages import say
from notices.rules.rule import Rule, object_to_ledger
from registers.ledger import NOTICE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from notices.corpus import Corpus
    from notices.rules.rule import Objection


def judge(corpus: Corpus) -> Iterator[Objection]:
    """Object to the day of a material change that comes too soon; a first text changes nothing."""
    for name, history in corpus.site.facts.ledger.documents.items():
        for index, revision in enumerate(history.revisions[:-1]):
            if revision.too_early:
                message = say(
                    "a material change takes effect no sooner than {day}, 30 days after "
                    "publication; write a later day, or a reason: "
                    'reason = {{ de = "…", en = "…" }}',
                    day=(revision.published + NOTICE).isoformat(),
                )
                key = ("documents", name, "revisions", index, "effective")
                yield object_to_ledger(corpus, key, message, str(revision.effective))


RULE = Rule("early-effect", judge)

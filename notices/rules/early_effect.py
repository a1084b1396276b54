"""A material change takes effect no sooner than 30 days after publication, or says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from messages import say
from notices.rules.rule import Objection, Rule
from registers import ledger, source
from registers.ledger import NOTICE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from notices.corpus import Corpus


def judge(corpus: Corpus) -> Iterator[Objection]:
    """Object to the day of a material change that comes too soon; a first text changes nothing."""
    root = corpus.site.root
    for name, history in corpus.site.facts.ledger.documents.items():
        for index, revision in enumerate(history.revisions[:-1]):
            if revision.too_early:
                read = source.read(root / ledger.FILE, root)
                message = say(
                    "a material change takes effect no sooner than {day}, 30 days after "
                    "publication; write a later day, or a reason: "
                    'reason = {{ de = "…", en = "…" }}',
                    day=(revision.published + NOTICE).isoformat(),
                )
                key = ("documents", name, "revisions", index, "effective")
                finding = read.finding(key, "", message)
                yield Objection(finding.location, message, str(revision.effective))


RULE = Rule("early-effect", judge)

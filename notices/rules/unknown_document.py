"""Every entry of the ledger belongs to a legal text that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editorial.site import SNIPPETS
from messages import say
from notices.corpus import FOLDER
from notices.rules.rule import Rule, object_to_ledger

if TYPE_CHECKING:
    from collections.abc import Iterator

    from notices.corpus import Corpus
    from notices.rules.rule import Objection


def judge(corpus: Corpus) -> Iterator[Objection]:
    """Object to a document and to a snippet of which there is no text."""
    entered = corpus.site.facts.ledger
    for table, folder, names, texts in (
        ("documents", FOLDER, entered.documents, corpus.texts),
        ("snippets", f"{SNIPPETS}/", entered.snippets, corpus.snippets),
    ):
        for name in names:
            if name not in texts:
                message = say(
                    "there is no text '{name}' in {folder}; "
                    "correct the name here, or take its entries away",
                    name=name,
                    folder=folder,
                )
                yield object_to_ledger(corpus, (table, name), message, name)


RULE = Rule("unknown-document", judge)

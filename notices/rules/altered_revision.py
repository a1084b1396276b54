"""What was published stays as it was: nobody edits the kept text of a revision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editorial.documents import LANGUAGES
from firstparty.model import Location
from messages import say
from notices import kept
from notices.rules.rule import Objection, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from notices.corpus import Corpus


def judge(corpus: Corpus) -> Iterator[Objection]:
    """Object to every kept text that is not the one whose digest the ledger holds, or is gone."""
    for name, history in corpus.site.facts.ledger.documents.items():
        for index, revision in enumerate(history.revisions):
            for lang in LANGUAGES:
                text = kept.read(corpus.site.root, name, revision.version, lang)
                path = kept.name_of(name, revision.version, lang)
                wanted = revision.digest[lang] if revision.digest else ""
                # the newest one without a text is a matter of unpublished-change
                if (text.digest if text else "") != wanted and (text or index):
                    message = say(
                        "the text of revision {version} of '{name}' is not what was published; "
                        "restore {path} from the history of the repository",
                        version=revision.version,
                        name=name,
                        path=path,
                    )
                    yield Objection(Location(path), message, revision.version)


RULE = Rule("altered-revision", judge)

"""A text that differs from its newest revision is published before anybody may read it."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from messages import say
from notices import kept
from notices.rules.rule import Rule, object_to, object_to_ledger

if TYPE_CHECKING:
    from collections.abc import Iterator

    from notices.corpus import Corpus
    from notices.passages import LegalText
    from notices.rules.rule import Objection

#: So many words are shown of a change.
_SHOWN = 8


def judge(corpus: Corpus) -> Iterator[Objection]:
    """Object once to each text whose words are not those of its newest revision."""
    for name, versions in corpus.texts.items():
        history = corpus.site.facts.ledger.documents.get(name)
        for lang, text in versions.items():
            if history is None:
                yield _without_history(text)
                continue
            version = history.newest.version
            published = kept.read(corpus.site.root, name, version, lang)
            if published is None:
                yield _without_text(corpus, name, version, lang)
            else:
                today = kept.present(text, corpus.site.facts.company.site_url)
                yield from _first_change(text, today.words, published.words, version)


def _first_change(
    text: LegalText, today: dict[str, str], published: dict[str, str], version: str
) -> Iterator[Objection]:
    for passage in text.passages:
        before, after = published.get(passage.id, ""), today.get(passage.id, "")
        if after != before:
            old, new = _changed(before, after)
            message = say(
                "the clause '{clause}' is not what revision {version} says: '{new}' stands where "
                "'{old}' stood; publish it, `inv legal.revise {name}`, or take the change back",
                clause=passage.id,
                version=version,
                old=old,
                new=new,
                name=text.document.id,
            )
            yield object_to(text, passage, message)
            return
    gone = next((clause for clause in published if clause not in text.by_id), None)
    if gone is not None:
        message = say(
            "the clause '{clause}' of revision {version} is gone; publish that, "
            "`inv legal.revise {name}`, or restore it",
            clause=gone,
            version=version,
            name=text.document.id,
        )
        yield object_to(text, text.passages[0], message)


def _changed(before: str, after: str) -> tuple[str, str]:
    """Give the first words that differ, old and new."""
    old, new = before.split(), after.split()
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for operation, i, j, k, m in matcher.get_opcodes():
        if operation != "equal":
            return _shown(old[i:j]), _shown(new[k:m])
    return "", ""


def _shown(words: list[str]) -> str:
    return " ".join(words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")


def _without_history(text: LegalText) -> Objection:
    message = say(
        "'{name}' has no revision; publish it with `inv legal.revise {name}`",
        name=text.document.id,
    )
    return object_to(text, text.passages[0], message)


def _without_text(corpus: Corpus, name: str, version: str, lang: str) -> Objection:
    message = say(
        "{path}, the text of revision {version}, is missing; restore it from the history of the "
        "repository, or record it with `inv legal.revise {name}`",
        path=kept.name_of(name, version, lang),
        version=version,
        name=name,
    )
    return object_to_ledger(corpus, ("documents", name, "revisions", 0), message)


RULE = Rule("unpublished-change", judge)

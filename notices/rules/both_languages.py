"""How rules compare the two languages of a text: what stands more often in one of them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from notices.rules.rule import object_to

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from notices.corpus import Corpus
    from notices.passages import LegalText, Passage
    from notices.rules.rule import Objection

    #: What counts in a passage: the value that both languages share, and how it stands there.
    Values = Callable[[Passage, str], Iterable[tuple[str, str]]]
    #: The sentence for the editor, from the value, the clause id and the other file.
    Sentence = Callable[[str, str, str], str]


def passages(corpus: Corpus) -> Iterator[tuple[LegalText, Passage, LegalText, Passage]]:
    """Give every passage beside its twin, German first; texts that lack one stop a build."""
    for german, english in corpus.pairs():
        for passage in german.passages:
            if twin := english.by_id.get(passage.id):
                yield german, passage, english, twin


def surplus(corpus: Corpus, values: Values, sentence: Sentence) -> Iterator[Objection]:
    """Object to every value that one language has more often than the other, where it stands."""
    for german, left, english, right in passages(corpus):
        for text, own, other_text, other in (
            (german, left, english, right),
            (english, right, german, left),
        ):
            found = list(values(own, text.document.lang))
            mine = Counter(value for value, _ in found)
            theirs = Counter(value for value, _ in values(other, other_text.document.lang))
            shown = dict(found)
            for value in mine - theirs:
                message = sentence(shown[value], own.id, other_text.document.name)
                yield object_to(text, own, message, shown[value])

"""The legal basis that a section cites is that of an activity it describes, and the other way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from messages import say
from notices.citations import Provision, citations
from notices.prose import prose
from notices.rules.missing_disclosure import NOTICE
from notices.rules.rule import Objection, Rule, object_to
from registers import processing, source
from registers.wording import BASES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from notices.corpus import Corpus
    from notices.passages import LegalText, Passage

#: Provisions that can be a basis: Art. 6(1) GDPR with a letter, § 25 TDDDG.
_BASES: Final = {
    next(citations(words["de"], "de")).provision: code for code, words in BASES.items()
}


def judge(corpus: Corpus) -> Iterator[Objection]:
    """Compare what each section cites with the activities that it describes."""
    activities = corpus.site.facts.register.activities
    written = source.read(corpus.site.root / processing.FILE, corpus.site.root)
    for text in corpus.texts.get(NOTICE, {}).values():
        sections = _sections(text)
        described: dict[str, set[str]] = {}
        for activity in activities.values():
            section = sections.get(activity.clause, "")
            described.setdefault(section, set()).update(activity.legal_basis)
        cited: dict[str, set[str]] = {}
        for passage in text.passages:
            section = sections[passage.id]
            for provision, words in _bases(text, passage):
                cited.setdefault(section, set()).add(_BASES[provision])
                if section in described and _BASES[provision] not in described[section]:
                    message = say(
                        "no activity described in the section '{section}' rests on '{basis}'; "
                        "correct it here or in processing.toml",
                        section=section,
                        basis=words,
                    )
                    yield object_to(text, passage, message, words)
        for name, activity in activities.items():
            section = sections.get(activity.clause, "")
            for basis in activity.legal_basis:
                if basis not in cited.get(section, ()):
                    message = say(
                        "the section '{section}' of {document} does not cite '{basis}', the basis "
                        "of the activity '{name}'; cite it there, or correct it here",
                        section=section,
                        document=text.document.name,
                        basis=BASES[basis][text.document.lang],
                        name=name,
                    )
                    key = ("activities", name, "legal_basis")
                    yield Objection(written.finding(key, "", message).location, message, basis)


def _sections(text: LegalText) -> dict[str, str]:
    """Give the section that each clause stands in; a section stands in itself."""
    found, section = {}, ""
    for passage in text.passages:
        section = passage.id if passage.level else section
        found[passage.id] = section
    return found


def _bases(text: LegalText, passage: Passage) -> Iterator[tuple[Provision, str]]:
    for citation in citations(prose(passage.source), text.document.lang):
        if citation.provision in _BASES:
            yield citation.provision, citation.text


RULE = Rule("unknown-basis", judge)

"""The notice says everything that Art. 13 and 14 GDPR want said, and so does each activity."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from messages import say, spoken
from notices.citations import citations
from notices.prose import PLACEHOLDER, prose
from notices.rules.rule import Objection, Rule, object_to
from registers import processing, source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from notices.corpus import Corpus
    from notices.passages import LegalText
    from registers.processing import Activity

#: The document that has to inform.
NOTICE = "privacy"


@dataclass(frozen=True, slots=True)
class Duty:
    """What a notice must say: the provision that wants it, its name, and how it shows.

    It shows by one of these placeholders, by these articles of the GDPR, or by this clause.
    """

    wanted_by: str
    name: str
    facts: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    clause: str = ""


def _duties() -> tuple[Duty, ...]:
    return (
        Duty("Art. 13(1)(a)", say("the name of the controller"), ("company.legal_name",)),
        Duty("Art. 13(1)(a)", say("the address of the controller"), ("company.address",)),
        Duty(
            "Art. 13(1)(b)",
            say("the data protection officer, or that there is none"),
            ("company.data_protection.officer",),
        ),
        Duty("Art. 13(1)(c)", say("the purposes and their legal bases"), ("table.activities",)),
        Duty("Art. 13(1)(e)", say("the recipients"), ("table.recipients",)),
        Duty("Art. 13(2)(a)", say("how long data is kept"), ("table.retention",)),
        Duty(
            "Art. 13(2)(b)",
            say("the rights of Art. 15 to 18, 20 and 21"),
            articles=("15", "16", "17", "18", "20", "21"),
        ),
        Duty("Art. 13(2)(d)", say("the complaint to an authority (Art. 77)"), articles=("77",)),
        Duty(
            "Art. 13(2)(f)",
            say("automated decisions, or that there are none"),
            ("company.data_protection.automated_decisions",),
        ),
        Duty("Art. 14(1)(d)", say("the categories of data"), ("table.data_categories",)),
        Duty(
            "Art. 21(4)",
            say("the right to object, in a clause of its own"),
            clause="{: .object }",
        ),
        Duty("§ 25 TDDDG", say("every cookie"), ("table.cookies",)),
    )


def judge(corpus: Corpus) -> Iterator[Objection]:
    """Object to what the notice leaves out, and to what an activity of the register leaves out."""
    for text in corpus.texts.get(NOTICE, {}).values():
        for duty in _duties():
            if not _done(duty, text):
                message = say(
                    "the notice does not say {name} ({wanted_by}); add it{how}",
                    name=duty.name,
                    wanted_by=_cited(duty.wanted_by),
                    how=f": {{{{ {duty.facts[0]} }}}}" if duty.facts else "",
                )
                yield object_to(text, text.passages[0], message)
    written = source.read(corpus.site.root / processing.FILE, corpus.site.root)
    for name, activity in corpus.site.facts.register.activities.items():
        for key, message in _of_activity(name, activity):
            place = written.finding(("activities", name, key), "", message).location
            yield Objection(place, message, name)


def _cited(provision: str) -> str:
    """Write a provision in the notation of the editor's language."""
    law = " GDPR" if provision.startswith("Art.") else ""
    return next(citations(provision + law, "en")).provision.written(spoken())


def _done(duty: Duty, text: LegalText) -> bool:
    lang = text.document.lang
    sources = [passage.source for passage in text.passages]
    if duty.facts:
        named = {match[1] for part in sources for match in PLACEHOLDER.finditer(part)}
        return not named.isdisjoint(duty.facts)
    if duty.articles:
        cited = {c.provision for part in sources for c in citations(prose(part), lang)}
        return {p.number for p in cited if p.law == "DSGVO"}.issuperset(duty.articles)
    return any(duty.clause in part for part in sources)


def _of_activity(name: str, activity: Activity) -> Iterator[tuple[str, str]]:
    """Give the key and the sentence for everything that an activity leaves open."""
    on_interest = "art-6-1-f" in activity.legal_basis
    if on_interest and activity.interest is None:
        yield (
            "legal_basis",
            say(
                "the activity '{name}' rests on Art. 6(1)(f) GDPR and names no interest "
                '(Art. 13(1)(d) GDPR); add interest = {{ de = "…", en = "…" }}',
                name=name,
            ),
        )
    if not on_interest and activity.interest is not None:
        yield (
            "interest",
            say(
                "the activity '{name}' names an interest and does not rest on Art. 6(1)(f) GDPR; "
                "remove the one or add the other",
                name=name,
            ),
        )
    if activity.third_countries == "conditional" and activity.safeguard is None:
        yield (
            "third_countries",
            say(
                "the activity '{name}' may reach third countries and names no safeguard "
                '(Art. 13(1)(f) GDPR); add safeguard = "" while nobody knows it',
                name=name,
            ),
        )
    on_device = all(basis.startswith("tdddg-") for basis in activity.legal_basis)
    if not activity.retention and not on_device:
        yield (
            "retention",
            say(
                "the activity '{name}' does not say how long its data is kept "
                "(Art. 13(2)(a) GDPR); name an entry of [retention]",
                name=name,
            ),
        )


RULE = Rule("missing-disclosure", judge)

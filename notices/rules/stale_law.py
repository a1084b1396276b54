"""Law that no longer is: repealed acts, closed platforms, periods and words of an older law."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from messages import say
from notices.rules.rule import Rule, object_to

if TYPE_CHECKING:
    from collections.abc import Iterator

    from notices.corpus import Corpus
    from notices.rules.rule import Objection


@dataclass(frozen=True, slots=True)
class Stale:
    """What a text must not say any more, since which day, by which source, and what to do."""

    pattern: re.Pattern[str]
    since: str
    source: str
    advice: str


def _table() -> tuple[Stale, ...]:
    def stale(pattern: str, since: str, source: str, advice: str) -> Stale:
        return Stale(re.compile(pattern, re.IGNORECASE), since, source, advice)

    return (
        stale(
            r"\bTMG\b|Telemediengesetz(?:es)?|Telemedia Act",
            "2024-05-14",
            "Art. 37 DDG-Einführungsgesetz, BGBl. 2024 I Nr. 149",
            say("cite the DDG"),
        ),
        stale(
            r"\bTTDSG\b",
            "2024-05-14",
            "Art. 8 DDG-Einführungsgesetz, BGBl. 2024 I Nr. 149",
            say("cite the TDDDG"),
        ),
        stale(
            r"Privacy[ -]Shield",
            "2020-07-16",
            "EuGH C-311/18",
            say("name the basis of the transfer that applies (Art. 45 or 46 GDPR)"),
        ),
        stale(
            r"ec\.europa\.eu/(?:consumers/)?odr|OS-Plattform|Online[ -]Streitbeilegung"
            r"|\bODR\b|online dispute resolution",
            "2025-07-20",
            say("Regulation (EU) {number}", number="2024/3228"),
            say("take it out: the platform is closed"),
        ),
        stale(
            r"\b(?:Daten|Angaben)\b[^.]{0,60}\bgesperrt\b|\bdata\b[^.]{0,60}\bblocked\b",
            "2018-05-25",
            "Art. 18 DSGVO",
            say("write that the processing is restricted"),
        ),
        stale(
            r"(?:Rechnung(?:en)?|invoices?)\b[^.,;()\d]{0,40}\b(?:10|zehn|ten)\s(?:Jahre|years)",
            "2025-01-01",
            "BEG IV, BGBl. 2024 I Nr. 323; § 147 AO",
            say("invoices are kept for 8 years; write the fact of the register"),
        ),
        stale(
            r"erkennen Sie\b[^.]{0,120}\ban\b|\byou (?:accept|acknowledge|agree to)\b[^.]{0,60}"
            r"\b(?:privacy|data protection)\b",
            "2018-05-25",
            "Art. 13 DSGVO",
            say("inform instead: nobody accepts a privacy notice"),
        ),
        stale(
            r"\b(?:Mit|Durch) (?:der|die) (?:weiteren? )?Nutzung\b[^.]{0,80}"
            r"\b(?:einverstanden|stimmen Sie)\b|\bby (?:continuing to use|using)\b[^.]{0,80}"
            r"\b(?:consent|agree)\b",
            "2019-10-01",
            "EuGH C-673/17",
            say("nothing here rests on consent; say the legal basis of the register"),
        ),
    )


def judge(corpus: Corpus) -> Iterator[Objection]:
    """Object to the first place of each passage where something stale stands."""
    table = _table()
    for text in corpus.all():
        for passage in text.passages:
            for entry in table:
                match = entry.pattern.search(passage.words)
                if match:
                    message = say(
                        "'{words}' is out of date since {day} ({source}); {advice}",
                        words=match[0],
                        day=entry.since,
                        source=entry.source,
                        advice=entry.advice,
                    )
                    yield object_to(text, passage, message, match[0])


RULE = Rule("stale-law", judge)

"""What a rule for legal texts is: a name in the failing state, a severity, and a judgement."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from firstparty.model import Finding, Location, Severity
from registers import ledger, source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from notices.corpus import Corpus
    from notices.passages import LegalText, Passage
    from registers.positions import Key


@dataclass(frozen=True, slots=True)
class Objection:
    """What a rule objects to: a place in a source file, and the sentence for the editor."""

    location: Location
    message: str
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One judgement: errors fail `inv check`, notes only ask a person to look."""

    name: str
    judge: Callable[[Corpus], Iterator[Objection]]
    severity: Severity = Severity.ERROR

    def findings(self, corpus: Corpus) -> Iterator[Finding]:
        """Give the objections of this rule as findings."""
        for objection in self.judge(corpus):
            yield Finding(
                rule=self.name,
                severity=self.severity,
                message=objection.message,
                evidence=objection.evidence,
                location=objection.location,
            )


def object_to(text: LegalText, passage: Passage, message: str, evidence: str = "") -> Objection:
    """Object to a passage, at the words `evidence` where they stand in it, else at its start."""
    document = text.document
    line, column = passage.line, 1
    rest = document.body.split("\n", passage.line - document.first_line)[-1]
    if evidence and (match := _pattern(evidence).search(rest)):
        line += rest.count("\n", 0, match.start())
        column = match.start() - (rest.rfind("\n", 0, match.start()) + 1) + 1
    return Objection(Location(document.name, line, column), message, evidence)


def object_to_ledger(corpus: Corpus, key: Key, message: str, evidence: str = "") -> Objection:
    """Object to an entry of the ledger; it is read for its lines only here, where one is wrong."""
    written = source.read(corpus.site.root / ledger.FILE, corpus.site.root)
    return Objection(written.finding(key, "", message).location, message, evidence)


def _pattern(words: str) -> re.Pattern[str]:
    """Find whole words, also where the source breaks the line between them."""
    inner = r"\s+".join(map(re.escape, words.split()))
    return re.compile(rf"(?<!\w){inner}(?!\w)")

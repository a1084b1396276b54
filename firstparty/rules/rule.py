"""What a rule is: data, and two sentences with places for the facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from firstparty.model import Finding

if TYPE_CHECKING:
    from firstparty.model import Reference, Severity, Use

_LONGEST_QUOTE: Final = 160


@dataclass(frozen=True, slots=True)
class Rule:
    """One judgement about the uses it names.

    `problem` and `remedy` may use `{evidence}`, `{host}`, `{where}` and `{detail}`;
    together they are the message, without a full stop.
    """

    id: str
    severity: Severity
    uses: frozenset[Use]
    problem: str
    remedy: str
    protects: str
    example: str
    fix: str

    def judge(self, reference: Reference) -> Finding:
        """The finding about a reference of one of this rule's uses."""
        facts = {
            "evidence": quoted(reference.evidence),
            "host": reference.host,
            "where": reference.where,
            "detail": reference.detail,
        }
        return Finding(
            rule=self.id,
            severity=self.severity,
            message=f"{self.problem.format(**facts)}; {self.remedy.format(**facts)}",
            evidence=reference.evidence,
            location=reference.location,
            url=reference.url,
        )


def quoted(text: str) -> str:
    """A text on one line, shortened for people; the finding keeps the whole as evidence."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_QUOTE else f"{line[: _LONGEST_QUOTE - 1]}…"

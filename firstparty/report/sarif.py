"""The report as SARIF 2.1.0 (OASIS, errata 01), for code scanning."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from firstparty import rules

if TYPE_CHECKING:
    from firstparty.model import Finding, Report
    from firstparty.rules import Rule

_SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def render(report: Report) -> str:
    """One run with the rules that were used and a result for each finding."""
    used = sorted({finding.rule for finding in report.findings})
    return (
        json.dumps(
            {
                "$schema": _SCHEMA,
                "version": "2.1.0",
                "runs": [
                    {
                        "tool": {
                            "driver": {
                                "name": "firstparty",
                                "rules": [_rule(rules.RULES[name]) for name in used],
                            }
                        },
                        "columnKind": "unicodeCodePoints",
                        "results": [
                            _result(finding, used.index(finding.rule))
                            for finding in report.findings
                        ],
                    }
                ],
            },
            indent=2,
        )
        + "\n"
    )


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.id.replace("-", " ")},
        "fullDescription": {"text": rule.protects},
        "help": {"text": f"Instead of\n{rule.example}\nwrite\n{rule.fix}"},
        "defaultConfiguration": {"level": rule.severity.value},
    }


def _result(finding: Finding, index: int) -> dict[str, Any]:
    place = finding.location
    print_of = f"{finding.rule}\0{place.path}\0{finding.evidence}"
    return {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": finding.severity.value,
        "message": {"text": finding.message},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(place.path, errors="replace")},
                    "region": {"startLine": place.line, "startColumn": place.column},
                }
            }
        ],
        "partialFingerprints": {
            "evidence/v1": hashlib.sha256(print_of.encode(errors="replace")).hexdigest()
        },
    }

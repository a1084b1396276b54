"""The report as JUnit XML: one test case for each finding, one for the whole when clean.

As Jenkins' xUnit plugin has it (junit-10.xsd): a test case has no attribute for a file, so
its name says the place.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from firstparty.model import Finding, Report

# XML 1.0, section 2.2: these characters cannot stand in a document at all.
_FORBIDDEN: Final = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report) -> str:
    """A document with one test suite."""
    count = len(report.findings)
    counts = f'tests="{max(count, 1)}" failures="{count}" errors="0"'
    cases = [_case(finding) for finding in report.findings] or [
        '    <testcase classname="firstparty" name="no browser is sent to another host"/>'
    ]
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f"<testsuites {counts}>",
            f'  <testsuite name="firstparty" {counts}>',
            *cases,
            "  </testsuite>",
            "</testsuites>",
            "",
        ]
    )


def _case(finding: Finding) -> str:
    place = finding.location
    name = f"{place.path}:{place.line}:{place.column}"
    return (
        f"    <testcase classname={_attribute(finding.rule)} name={_attribute(name)}>\n"
        f"      <failure type={_attribute(finding.severity)} "
        f"message={_attribute(finding.message)}>{_text(str(finding))}</failure>\n"
        "    </testcase>"
    )


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)


def _attribute(text: str) -> str:
    # A newline would be read as a space.
    return f'"{_text(text)}"'.replace("\n", "&#10;")


def _text(text: str) -> str:
    return html.escape(_clean(text))

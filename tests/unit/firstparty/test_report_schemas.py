"""Reports are what other programs expect: each is held against the schema that they read it by."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import xmlschema
from ada_url import URL
from jsonschema import Draft4Validator, Draft202012Validator

from firstparty import report
from firstparty.model import Finding, Location, Report, Severity
from firstparty.rules import RULES

if TYPE_CHECKING:
    from jsonschema.protocols import Validator

SCHEMAS = Path(__file__).parent / "schemas"
SARIF = json.loads((SCHEMAS / "sarif-schema-2.1.0.json").read_text("utf-8"))
JUNIT = SCHEMAS / "junit-10.xsd"

FINDING: dict[str, Any] = {
    "rule": {"enum": sorted(RULES)},
    "severity": {"enum": ["error", "warning", "note"]},
    "message": {"type": "string", "minLength": 1},
    "evidence": {"type": "string"},
    "path": {"type": "string", "pattern": "^[^/]"},
    "line": {"type": "integer", "minimum": 1},
    "column": {"type": "integer", "minimum": 1},
    "url": {"type": ["string", "null"]},
}


def closed(properties: dict[str, Any]) -> dict[str, Any]:
    """An object with just these members, all of them."""
    return {
        "type": "object",
        "properties": properties,
        "required": sorted(properties),
        "additionalProperties": False,
    }


CONTRACT = closed(
    {
        "version": {"const": 1},
        "site_url": {"type": "string", "pattern": "^https?://"},
        "checked": closed({name: {"type": "integer", "minimum": 0} for name in ("files", "bytes")}),
        "findings": {"type": "array", "items": closed(FINDING)},
    }
)
"""The JSON report, version 1, as other programs are promised it."""

ODD_PATHS = (
    "index.html",
    "a b/ü,ß.html",
    "\\udcff not UTF-8.html",
    "100%/c:d.html",
    "line\nbreak\t.html",
    "\x1b[31m\x00<&>\"'.html",
    "\ud800 lone.html",
    "//two/slashes.html".lstrip("/"),
    "#a?b=c.html",
    "\U0001f5fa.html",
    "long/" * 400 + ".html",
)


def findings() -> tuple[Finding, ...]:
    """One of every rule, severity and odd path."""
    severities = list(Severity)
    rules = sorted(RULES)
    return tuple(
        Finding(
            rules[number % len(rules)],
            severities[number % len(severities)],
            f'"{path}" is wrong; do right',
            path,
            Location(path, number + 1, number + 1),
            None if number % 2 else "https://f.test/",
        )
        for number, path in enumerate(ODD_PATHS * len(rules))
    )


REPORTS = {
    "empty": Report("https://site.test", 0, 0, ()),
    "clean": Report("https://site.test", 12, 3456, ()),
    "odd": Report("https://site.test", 12, 3456, findings()),
    **{
        severity.value: Report("https://site.test", 1, 1, (findings()[number],))
        for number, severity in enumerate(Severity)
    },
}


def faults(validator: Validator, document: object) -> list[str]:
    """What is not as the schema says, by place."""
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(document)]


def sarif(name: str) -> Any:
    """A report as SARIF, read back."""
    return json.loads(report.FORMATS["sarif"](REPORTS[name]))


@pytest.mark.parametrize("name", REPORTS)
def test_sarif_is_valid(name: str) -> None:
    """The official schema of SARIF 2.1.0 objects to nothing, and is the one that is named."""
    log = sarif(name)
    assert faults(Draft4Validator(SARIF), log) == []
    assert log["$schema"] == SARIF["id"]


@pytest.mark.parametrize("name", REPORTS)
def test_sarif_names_files_by_relative_references(name: str) -> None:
    """Every path, however odd, stays a path below the folder (SARIF 2.1.0, 3.4.3)."""
    for result in sarif(name)["runs"][0]["results"]:
        (place,) = result["locations"]
        uri = place["physicalLocation"]["artifactLocation"]["uri"]
        resolved = URL(uri, base="https://folder.test/")
        assert (resolved.host, resolved.search, resolved.hash) == ("folder.test", "", "")
        assert resolved.pathname == f"/{uri}"


def test_sarif_results_point_to_their_rules() -> None:
    """The index of a rule is where the rule stands."""
    (run,) = sarif("odd")["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [
        result["ruleId"] for result in run["results"]
    ]


def test_a_broken_sarif_is_noticed() -> None:
    """A severity that SARIF does not know, and a line that is none, are faults."""
    log = sarif("error")
    result = log["runs"][0]["results"][0]
    result["level"] = "fatal"
    result["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    assert faults(Draft4Validator(SARIF), log) == [
        "$.runs[0].results[0].level: 'fatal' is not one of ['none', 'note', 'warning', 'error']",
        "$.runs[0].results[0].locations[0].physicalLocation.region.startLine: "
        "0 is less than the minimum of 1",
    ]


@pytest.mark.parametrize("name", REPORTS)
def test_json_keeps_its_contract(name: str) -> None:
    """Just the members that were promised, of the promised types."""
    document = json.loads(report.FORMATS["json"](REPORTS[name]))
    assert faults(Draft202012Validator(CONTRACT), document) == []
    assert len(document["findings"]) == len(REPORTS[name].findings)


def test_a_broken_json_report_is_noticed() -> None:
    """A member too many, and a severity that nobody promised, are faults."""
    document = json.loads(report.FORMATS["json"](REPORTS["error"]))
    document["findings"][0] |= {"severity": "fatal", "colour": "red"}
    assert sorted(faults(Draft202012Validator(CONTRACT), document)) == [
        "$.findings[0].severity: 'fatal' is not one of ['error', 'warning', 'note']",
        "$.findings[0]: Additional properties are not allowed ('colour' was unexpected)",
    ]


@pytest.mark.parametrize("name", REPORTS)
def test_junit_is_valid(name: str) -> None:
    """The schema of the reports that Jenkins reads objects to nothing."""
    schema = xmlschema.XMLSchema10(JUNIT)
    text = report.FORMATS["junit"](REPORTS[name])
    assert [error.reason for error in schema.iter_errors(text)] == []


def test_a_broken_junit_report_is_noticed() -> None:
    """An attribute that JUnit does not know is a fault."""
    schema = xmlschema.XMLSchema10(JUNIT)
    text = report.FORMATS["junit"](REPORTS["clean"]).replace(" failures=", " worries=")
    assert sorted({error.reason or "" for error in schema.iter_errors(text)}) == [
        "'worries' attribute not allowed for element",
        "missing required attribute 'failures'",
    ]

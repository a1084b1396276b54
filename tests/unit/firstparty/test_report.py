"""The same findings in every format, whole."""

from __future__ import annotations

import io
import json
from xml.etree import ElementTree as ET

from firstparty import report
from firstparty.model import ExitCode, Finding, Location, Report, Severity
from firstparty.report import text
from firstparty.report.progress import Progress

FONT = Finding(
    "third-party-font",
    Severity.ERROR,
    'the font "https://f.test/a" would be fetched from f.test; copy it',
    "https://f.test/a",
    Location("css/a b,c.css", 3, 7),
    "https://f.test/a",
)
ODD = Finding(
    "unreadable-file",
    Severity.WARNING,
    'a "\x1b[31m<&\x00\ud800" is wrong\n; do 100% right',
    "\x1b[31m<&\x00\ud800",
    Location("z.html"),
)
CLEAN = Report("https://site.test", 1, 10, ())
DIRTY = Report("https://site.test", 1200, 10, (FONT, ODD), accepted=2)


def test_exit_codes() -> None:
    """A finding of any severity is one."""
    assert (CLEAN.exit_code, DIRTY.exit_code) == (ExitCode.CLEAN, ExitCode.FINDINGS)


def test_text() -> None:
    """A paragraph for each file, a line that sums up, and nothing that moves the cursor."""
    assert text.render(CLEAN) == "1 file checked: no browser is sent to another host\n"
    assert text.render(DIRTY) == (
        "css/a b,c.css\n"
        '  css/a b,c.css:3:7: the font "https://f.test/a" would be fetched from f.test; copy it'
        " [third-party-font]\n"
        "\n"
        "z.html\n"
        '  z.html:1:1: a "\\x1b[31m<&\\x00\\ud800" is wrong\\n; do 100% right [unreadable-file]\n'
        "\n"
        "1,200 files checked: 2 findings in 2 files, 2 accepted\n"
    )


def test_text_in_colour() -> None:
    """The severity is a word, too."""
    assert text.render(Report("https://site.test", 1, 1, (FONT,)), colour=True) == (
        "\x1b[1mcss/a b,c.css\x1b[0m\n"
        '  \x1b[31merror\x1b[0m css/a b,c.css:3:7: the font "https://f.test/a" would be fetched'
        " from f.test; copy it \x1b[2m[third-party-font]\x1b[0m\n"
        "\n"
        "1 file checked: 1 finding in 1 file\n"
    )  # fmt: skip


def test_json() -> None:
    """The contract, version 1, to the letter."""
    assert json.loads(report.FORMATS["json"](DIRTY)) == {
        "version": 1,
        "site_url": "https://site.test",
        "checked": {"files": 1200, "bytes": 10},
        "findings": [
            {
                "rule": "third-party-font",
                "severity": "error",
                "message": 'the font "https://f.test/a" would be fetched from f.test; copy it',
                "evidence": "https://f.test/a",
                "path": "css/a b,c.css",
                "line": 3,
                "column": 7,
                "url": "https://f.test/a",
            },
            {
                "rule": "unreadable-file",
                "severity": "warning",
                "message": ODD.message,
                "evidence": ODD.evidence,
                "path": "z.html",
                "line": 1,
                "column": 1,
                "url": None,
            },
        ],
    }


def test_sarif() -> None:
    """Results name their rule, their place, and what makes them the same tomorrow."""
    log = json.loads(report.FORMATS["sarif"](DIRTY))
    (run,) = log["runs"]
    assert log["version"] == "2.1.0"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [
        "third-party-font",
        "unreadable-file",
    ]
    first = run["results"][0]
    fingerprint = first.pop("partialFingerprints")["evidence/v1"]
    assert len(fingerprint) == 64
    assert first == {
        "ruleId": "third-party-font",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": FONT.message},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "css/a%20b%2Cc.css"},
                    "region": {"startLine": 3, "startColumn": 7},
                }
            }
        ],
    }


def test_junit() -> None:
    """One failed case for each finding; one that passed when there is none; always XML."""
    suites = ET.fromstring(report.FORMATS["junit"](DIRTY))
    assert suites.attrib == {"tests": "2", "failures": "2", "errors": "0"}
    assert [case.attrib for case in suites.iter("testcase")] == [
        {"classname": "third-party-font", "name": "css/a b,c.css:3:7"},
        {"classname": "unreadable-file", "name": "z.html:1:1"},
    ]
    assert [failure.text for failure in suites.iter("failure")] == [
        str(FONT),
        'z.html:1:1: a "�[31m<&��" is wrong\n; do 100% right',
    ]
    clean = ET.fromstring(report.FORMATS["junit"](CLEAN))
    assert clean.attrib == {"tests": "1", "failures": "0", "errors": "0"}


def test_github() -> None:
    """Workflow commands, with what would end them escaped."""
    assert report.FORMATS["github"](DIRTY) == (
        "::error file=css/a b%2Cc.css,line=3,col=7,title=third-party-font::the font "
        '"https://f.test/a" would be fetched from f.test; copy it\n'
        '::warning file=z.html,line=1,col=1,title=unreadable-file::a "\x1b[31m<&\x00\ud800" is '
        "wrong%0A; do 100%25 right\n"
    )
    assert report.FORMATS["github"](CLEAN) == ""


class Terminal(io.StringIO):
    """A stream that says it is one."""

    def isatty(self) -> bool:
        """Yes."""
        return True


def test_progress() -> None:
    """A bar after a while on a terminal, gone at the end; nothing anywhere else."""
    for stream, written in (
        (Terminal(), f"\r{'━' * 15}{'─' * 15} 1,000 of 2,000 files\r\x1b[K"),
        (io.StringIO(), ""),
    ):
        progress = Progress(stream, pause=0.0)
        progress(1000, 2000)
        progress.clear()
        assert stream.getvalue() == written
    quick = Terminal()
    Progress(quick, pause=1000.0)(1, 2)
    assert quick.getvalue() == ""

"""The report as one HTML page that loads nothing, not even from its own folder."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from firstparty.model import Finding
    from witness.observed import Observed

STYLE: Final = """
:root { color-scheme: light dark; --rule: light-dark(#ccc, #555); }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; }
th, td { border-bottom: 1px solid var(--rule); padding: .2rem .8rem .2rem 0;
  text-align: start; vertical-align: top; font-variant-numeric: tabular-nums; }
.error { color: light-dark(#a11, #f88); } .warning { color: light-dark(#850, #fc6); }
code { overflow-wrap: anywhere; } figure { display: inline-block; margin: .5rem 1rem .5rem 0; }
img { max-width: 20rem; height: auto; border: 1px solid var(--rule); }
"""
MOST_PICTURES: Final = 12


def render(record: Mapping[str, Any], observed: Observed, findings: Sequence[Finding]) -> str:
    """The whole page; `record` is what `evidence.json` holds."""
    verdict = "clean" if not findings else f"{len(findings)} findings"
    return "\n".join(
        [
            '<!doctype html><html lang="en"><head><meta charset="utf-8">',
            '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
            "img-src data:; style-src 'unsafe-inline'\">",
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>Browser audit: {escape(verdict)}</title>",
            f"<style>{STYLE}</style></head><body>",
            f"<h1>Browser audit: {escape(verdict)}</h1>",
            f"<p>{escape(record['origin'])}, {escape(record['began'])} to "
            f"{escape(record['ended'])}, {escape(record['browser'])}, "
            f"commit <code>{escape(record['commit'])}</code>, "
            f"tool <code>{escape(record['tool']['sha256'])}</code></p>",
            _table(("", ""), [*record["totals"].items(), *record["plan"].items()]),
            f"<p>What was watched: {escape(record['claim'])}.</p>",
            "<h2>Findings</h2>",
            _findings(findings),
            _pictures(observed, findings),
            "<h2>What this cannot see</h2><ul>",
            *[f"<li>{escape(limit)}</li>" for limit in record["limits"]],
            "</ul><h2>Chromium’s own housekeeping</h2>",
            _table(("host", "why"), record["housekeeping"].items()),
            "<h2>Browsers</h2>",
            "<p>Each wrote one NetLog, which falls into those of its visits; "
            "the first holds what came before any visit.</p>",
            _table(
                ("browser", "events", "SHA-256 of the NetLog", "before the first visit"),
                [
                    (
                        browser["profile"],
                        browser["netlog"]["events"],
                        browser["netlog"]["sha256"],
                        browser["before the first visit"]["sha256"],
                    )
                    for browser in record["browsers"]
                ],
            ),
            "<h2>Visits</h2>",
            _table(
                ("address", "time", "state", "stored", "SHA-256 of the NetLog"),
                [
                    (
                        visit["url"],
                        visit["began"],
                        ", ".join(visit["state"].values()),
                        ", ".join(f"{s['kind']} {s['name']}" for s in visit["stored"]) or "nothing",
                        visit["netlog"]["sha256"],
                    )
                    for visit in record["visits"]
                ],
            ),
            "</body></html>",
            "",
        ]
    )


def _table(head: Sequence[str], rows: Any) -> str:  # noqa: ANN401 - rows of anything printable
    top = "".join(f'<th scope="col">{escape(name)}</th>' for name in head if name)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(str(cell))}</td>" for cell in row) + "</tr>" for row in rows
    )
    return f"<table>{f'<thead><tr>{top}</tr></thead>' if top else ''}<tbody>{body}</tbody></table>"


def _findings(findings: Sequence[Finding]) -> str:
    if not findings:
        return "<p>None.</p>"
    return "\n".join(
        [
            "<ul>",
            *[
                f'<li><strong class="{finding.severity}">{escape(finding.rule)}</strong> '
                f"<code>{escape(finding.location.path)}</code>: {escape(finding.message)}</li>"
                for finding in findings
            ],
            "</ul>",
        ]
    )


def _pictures(observed: Observed, findings: Sequence[Finding]) -> str:
    failed = {finding.location.path for finding in findings}
    shown = [v for v in observed.visits if v.screenshot and v.address in failed]
    return "\n".join(
        f'<figure><img src="data:image/jpeg;base64,{visit.screenshot}" '
        f'alt="The page {escape(visit.address)}"><figcaption>{escape(visit.address)}, '
        f"{escape(visit.states)}</figcaption></figure>"
        for visit in shown[:MOST_PICTURES]
    )

"""A build for the tests of the live preview: one text, one page, one way to fail.

Called as `small_build.py OUTPUT REPORT` in a folder with `content/a.md`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from delivery.csp import meta_policy

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Small</title>
<meta http-equiv="Content-Security-Policy" content="{policy}"></head>
<body><h1>{text}</h1><p><a href="/de/">Again</a></p>
<section id="scope"><h2>Scope</h2><p id="scope-all">All.</p></section></body></html>"""
FINDINGS = [
    {
        "path": "content/a.md",
        "line": 1,
        "column": 5,
        "message": "'BROKEN' is <b>wrong</b>; mend it",
    },
    {"path": "company.toml", "line": 7, "column": 1, "message": "unknown key 'x'; remove it"},
]


def overview(text: str) -> dict[str, object]:
    """Say what a build says of a legal text: its only clause, and a note for each `maybe`."""
    clause = {"id": "scope", "number": "1", "title": "Scope", "line": 3, "children": []}
    paragraph = {
        **clause,
        "id": "scope-all",
        "number": "(1)",
        "title": "All of <i>it</i>",
        "line": 5,
    }
    remark = {"severity": "note", "rule": "hedge", "message": "'maybe' leaves it open"}
    remarks = [{**remark, "line": 5, "clause": "scope"}] * text.count("maybe")
    return {
        "source": "content/a.md",
        "clauses": [{**clause, "children": [paragraph]}],
        "remarks": remarks,
    }


def main() -> int:
    """Write the page, or say why not."""
    output, report = Path(sys.argv[1]), Path(sys.argv[2])
    text = Path("content/a.md").read_text()
    if "BROKEN" in text:
        sys.stdout.write("content/a.md:1:5: 'BROKEN' is <b>wrong</b>; mend it\n")
        report.write_text(json.dumps({"findings": FINDINGS}))
        return 1
    if "Legal" in text:
        report.with_name("texts.json").write_text(json.dumps({"/de/": overview(text)}))
    # As the real build does: nobody ever sees a folder without its page, or half a page.
    staging = output.with_name("staging")
    (staging / "de").mkdir(parents=True, exist_ok=True)
    page = staging / "de" / "index.html"
    page.write_text(PAGE.format(policy=meta_policy(), text=text))
    if output.exists():
        page.replace(output / "de" / "index.html")
    else:
        staging.rename(output)
    return 0


if __name__ == "__main__":
    sys.exit(main())

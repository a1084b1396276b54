"""The table vector × browser × guard: what was seen, kept from run to run of one browser."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.corpus.cases import Case

DOCUMENT = Path(__file__).parents[3] / "docs" / "vectors.md"

HEAD = """\
# What makes a browser contact somebody else

<!-- Written by tests/browser/test_corpus_witness.py; edit the corpus, not this file. -->

Every case of `tests/corpus` is opened in an ordinary profile with network prediction on,
in a network namespace without a way out, and the browser's own NetLog says
which hosts it looked up or connected to.

- **seen**: {browser} contacted the foreign host.
- **potential**: it did not, in the state named; the guard reports it all the same,
  because another browser, version or reader may, or because nobody can show that it does not.
- **named**: the finding names the host.
- **unproven**: the host is put together at run time or cannot be read;
  the finding says that the place cannot be shown to stay at home.

Once seen stays seen as long as the version of the browser is the same.

Browser: {browser}

How much it could see: {claim}

Leaking cases: {leaking}, of which seen {seen}, of which reported {reported}.
Harmless cases: {harmless}, of which contacted anybody {loud}.
"""

COLUMNS = "| vector | state | browser | guard |\n| --- | --- | --- | --- |"

ROW = re.compile(r"^\| `(?P<vector>[a-z0-9-]+)` \|[^|]*\| seen \|", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Result:
    """One leaking case after a run: whether the browser did it, how the guard reports it."""

    case: Case
    seen: bool
    reported: str


def seen_before(text: str, browser: str) -> frozenset[str]:
    """The vectors that an earlier table of the same browser calls seen."""
    if f"\nBrowser: {browser}\n" not in text:
        return frozenset()
    return frozenset(match["vector"] for match in ROW.finditer(text))


def table(results: Sequence[Result], browser: str, claim: str, harmless: int, loud: int) -> str:
    """The document, with one section for each rule."""
    by_rule: dict[str, list[Result]] = defaultdict(list)
    for result in results:
        by_rule[result.case.rule].append(result)
    parts = [
        HEAD.format(
            browser=browser,
            claim=claim,
            leaking=len(results),
            seen=sum(result.seen for result in results),
            reported=sum(result.reported != "silent" for result in results),
            harmless=harmless,
            loud=loud,
        ),
        "\n| rule | cases | seen | reported |\n| --- | ---: | ---: | ---: |",
    ]
    for rule, of_rule in sorted(by_rule.items()):
        seen = sum(result.seen for result in of_rule)
        said = sum(result.reported != "silent" for result in of_rule)
        parts.append(f"| [{rule}](#{rule}) | {len(of_rule)} | {seen} | {said} |")
    for rule, of_rule in sorted(by_rule.items()):
        parts.append(
            f"\n## {rule}\n\n| vector | state | browser | guard |\n| --- | --- | --- | --- |"
        )
        for result in sorted(of_rule, key=lambda result: result.case.vector):
            sight = "seen" if result.seen else "potential"
            state = result.case.state or "open"
            parts.append(f"| `{result.case.vector}` | {state} | {sight} | {result.reported} |")
    return "\n".join(parts) + "\n"

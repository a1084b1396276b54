"""Goes over the values of a script and reports what can reach another host."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from firstparty.extract.script.escapes import escapes
from firstparty.extract.script.invocations import Invocations
from firstparty.extract.script.mentions import mentions
from firstparty.extract.script.reach import reaches
from firstparty.extract.script.report import Findings
from firstparty.extract.script.stores import Stores

if TYPE_CHECKING:
    from collections.abc import Callable

    from firstparty.extract.script.fold import Folder
    from firstparty.extract.script.report import Found

_ASSIGNMENTS: Final = frozenset({"assignment_expression", "augmented_assignment_expression"})


def judge(folder: Folder) -> list[Found]:
    """List what a script names and uses, in no particular order."""
    findings = Findings(folder)
    stores = Stores(findings)
    _expressions(findings, stores)
    _patterns(folder, findings, stores)
    for node, sink in escapes(folder):
        findings.use(node, None, sink)
    mentions(findings)
    return findings.found


def _expressions(findings: Findings, stores: Stores) -> None:
    """Judge what stands in the script as it is."""
    invocations = Invocations(findings, stores)
    judgements: dict[str, Callable[[int], None]] = {
        "assignment_expression": stores.assignment,
        "augmented_assignment_expression": stores.assignment,
        "call_expression": invocations.call,
        "export_statement": lambda node: invocations.module(node, "export from"),
        "import_statement": lambda node: invocations.module(node, "import"),
        "new_expression": invocations.construct,
        "spread_element": invocations.spread,
        "subscript_expression": invocations.read,
        "with_statement": lambda node: findings.use(node, None, "with"),
    }
    for node, kind in enumerate(findings.tree.kind):
        judgement = judgements.get(kind)
        if judgement is not None:
            judgement(node)


def _patterns(folder: Folder, findings: Findings, stores: Stores) -> None:
    """Judge what is written by loops, destructuring and to names that are not declared."""
    scopes, given = folder.scopes, folder.bindings.written
    for node, write in scopes.stores:
        if folder.tree.kind[folder.tree.parent[node]] not in _ASSIGNMENTS:
            stores.store(node, node, given(write))
            stores.handed_on(node, given(write))
    for node, write in scopes.computed:
        if reaches(given(write)):
            findings.use(node, None, "computed member")
    for node, writes in scopes.written.items():
        for write in writes:
            stores.bare(node, given(write))
            if write.path or write.how == "default":
                stores.handed_on(node, given(write))

"""Goes over the values of a script and reports what can reach another host."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firstparty.extract.script.escapes import escapes
from firstparty.extract.script.invocations import Invocations
from firstparty.extract.script.mentions import mentions
from firstparty.extract.script.reach import reaches
from firstparty.extract.script.report import Findings
from firstparty.extract.script.stores import Stores

if TYPE_CHECKING:
    from firstparty.extract.script.fold import Folder
    from firstparty.extract.script.report import Found


def judge(folder: Folder) -> list[Found]:  # noqa: C901 - one branch for each case
    """List what a script names and uses, in no particular order."""
    findings = Findings(folder)
    stores = Stores(findings)
    invocations = Invocations(findings, stores)
    given = folder.bindings.written
    for node, kind in enumerate(folder.tree.kind):
        match kind:
            case "call_expression":
                invocations.call(node)
            case "new_expression":
                invocations.construct(node)
            case "assignment_expression" | "augmented_assignment_expression":
                stores.assignment(node)
            case "import_statement" | "export_statement":
                invocations.module(node, "import" if kind[0] == "i" else "export from")
            case "subscript_expression":
                invocations.read(node)
            case "with_statement":
                findings.use(node, None, "with")
    scopes = folder.scopes
    for node, write in scopes.stores:
        if folder.tree.kind[folder.tree.parent[node]] not in {
            "assignment_expression",
            "augmented_assignment_expression",
        }:
            stores.store(node, node, given(write))
            stores.handed_on(node, given(write))
    for node, write in scopes.computed:
        if reaches(given(write)):
            findings.use(node, None, "computed member")
    for node, write in scopes.written.items():
        stores.bare(node, given(write))
        if write.path:
            stores.handed_on(node, given(write))
    for node, sink in escapes(folder):
        findings.use(node, None, sink)
    mentions(findings)
    return findings.found

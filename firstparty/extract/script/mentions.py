"""Addresses that a script names, wherever they go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from firstparty.extract.script.addresses import addresses
from firstparty.extract.script.values import Alt, Pattern, Prefix, Ref

if TYPE_CHECKING:
    from firstparty.extract.script.fold import Folder
    from firstparty.extract.script.report import Findings


NAMESPACES: Final = frozenset(
    {
        "http://www.w3.org/1998/Math/MathML",
        "http://www.w3.org/1999/xhtml",
        "http://www.w3.org/1999/xlink",
        "http://www.w3.org/2000/svg",
        "http://www.w3.org/2000/xmlns/",
        "http://www.w3.org/XML/1998/namespace",
    }
)
"""The names of the Infra standard (8. Namespaces): names that look like addresses."""
_READING: Final = frozenset(
    {"endsWith", "includes", "indexOf", "lastIndexOf", "localeCompare", "startsWith", "test"}
)
"""Methods that only compare their arguments."""
_NAMESPACED: Final = frozenset(
    {
        "createDocument",
        "createElementNS",
        "getAttributeNS",
        "getElementsByTagNameNS",
        "hasAttributeNS",
        "lookupPrefix",
        "removeAttributeNS",
        "setAttributeNS",
    }
)
_ERRORS: Final = frozenset(
    {"Error", "RangeError", "ReferenceError", "SyntaxError", "TypeError", "URIError"}
)
_COMPARING: Final = frozenset({"==", "===", "!=", "!==", "<", ">", "in", "instanceof"})
_JOINING: Final = frozenset({"binary_expression", "template_string"})
"""Expressions of whose texts nothing gets lost."""
_TEXTUAL: Final = frozenset(
    {
        "string",
        "template_string",
        "binary_expression",
        "call_expression",
        "new_expression",
        "subscript_expression",
        "augmented_assignment_expression",
    }
)


def mentions(findings: Findings) -> None:  # noqa: C901 - one branch for each case
    """Report every address that no sink has told yet."""
    folder = findings.folder
    tree, values, covered = findings.tree, findings.values, findings.covered
    scanned: dict[int, str] = {}
    for node, kind in enumerate(tree.kind):
        if covered[node]:
            continue
        if kind == "member_expression":
            if not isinstance(folder.of(node, "object"), Pattern):
                continue
        elif kind not in _TEXTUAL:
            continue
        value = values[node]
        if not isinstance(value, str | Prefix | Alt) or _inert_place(folder, node):
            continue
        start = tree.start[node]
        text = value.text if isinstance(value, Prefix) else value
        if isinstance(text, str):
            # What stands at the beginning of a longer text was seen with it.
            if scanned.get(start, "").startswith(text) and start in scanned:
                continue
            scanned[start] = text
        found = dict.fromkeys(addresses(value))
        for one in found:
            if one not in NAMESPACES:
                findings.add(node, "url", one, None)
        if isinstance(value, str) and (found or kind in _JOINING):
            for inner in range(node + 1, tree.last[node] + 1):
                covered[inner] = 1


def _inert_place(folder: Folder, node: int) -> bool:
    """Say whether a string is only compared, thrown, or a name."""
    tree = folder.tree
    parent = tree.parent[node]
    kind = tree.kind[parent]
    if kind == "binary_expression":
        return tree.text(tree.child(parent, "operator")) in _COMPARING
    if kind in {"pair", "method_definition", "field_definition"}:
        return tree.role[node] in {"key", "name", "property"}
    if kind == "switch_case":
        return tree.role[node] == "value"
    if kind != "arguments":
        return False
    called = tree.parent[parent]
    callee = tree.child(called, "function")
    callee = callee if callee >= 0 else tree.child(called, "constructor")
    value = folder.values[callee]
    if isinstance(value, Ref) and (value.path in _ERRORS or value.path.startswith("console.")):
        return True
    name = tree.child(callee, "property")
    method = tree.text(name) if name >= 0 else ""
    if method in _NAMESPACED:
        return parent + 1 == node
    return method in _READING

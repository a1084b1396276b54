"""Addresses that a script names, wherever they go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from firstparty.extract.script.addresses import addresses
from firstparty.extract.script.values import Alt, Pattern, Prefix, Ref, Value

if TYPE_CHECKING:
    from collections.abc import Callable

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


def mentions(findings: Findings) -> None:
    """Report every address that no sink has told yet."""
    folder, covered = findings.folder, findings.covered
    tree, values = findings.tree, findings.values
    scanned: dict[int, str] = {}
    for node, kind in enumerate(tree.kind):
        value = values[node]
        if covered[node] or not isinstance(value, str | Prefix | Alt):
            continue
        if not _spells(folder, node, kind) or _inert_place(folder, node):
            continue
        if _seen_before(scanned, tree.start[node], value):
            continue
        found = dict.fromkeys(addresses(value))
        for one in found:
            if one not in NAMESPACES:
                findings.add(node, "url", one, None)
        if isinstance(value, str) and (found or kind in _JOINING):
            for inner in range(node + 1, tree.last[node] + 1):
                covered[inner] = 1


def _spells(folder: Folder, node: int, kind: str) -> bool:
    """Say whether an expression is one that makes a text."""
    if kind == "member_expression":
        return isinstance(folder.of(node, "object"), Pattern)
    return kind in _TEXTUAL


def _seen_before(scanned: dict[int, str], start: int, value: Value) -> bool:
    """Say whether a text was seen with a longer one that begins at the same place."""
    text = value.text if isinstance(value, Prefix) else value
    if not isinstance(text, str):
        return False
    longer = scanned.get(start)
    if longer is not None and longer.startswith(text):
        return True
    scanned[start] = text
    return False


def _inert_place(folder: Folder, node: int) -> bool:
    """Say whether a string is only compared, thrown, or a name."""
    parent = folder.tree.parent[node]
    inert = _INERT.get(folder.tree.kind[parent])
    return inert is not None and inert(folder, parent, node)


def _is_compared(folder: Folder, parent: int, _: int) -> bool:
    return folder.tree.text(folder.tree.child(parent, "operator")) in _COMPARING


def _is_key(folder: Folder, _: int, node: int) -> bool:
    return folder.tree.role[node] in {"key", "name", "property"}


def _is_case(folder: Folder, _: int, node: int) -> bool:
    return folder.tree.role[node] == "value"


def _is_only_read(folder: Folder, parent: int, node: int) -> bool:
    """Say whether an argument goes into an error, a comparison, or names a namespace."""
    tree = folder.tree
    called = tree.parent[parent]
    callee = tree.child(called, "function")
    callee = callee if callee >= 0 else tree.child(called, "constructor")
    value = folder.values[callee]
    if isinstance(value, Ref) and (value.path in _ERRORS or value.path.startswith("console.")):
        return True
    name = tree.child(callee, "property")
    method = tree.text(name) if name >= 0 else ""
    return parent + 1 == node if method in _NAMESPACED else method in _READING


_INERT: Final[dict[str, Callable[[Folder, int, int], bool]]] = {
    "arguments": _is_only_read,
    "binary_expression": _is_compared,
    "field_definition": _is_key,
    "method_definition": _is_key,
    "pair": _is_key,
    "switch_case": _is_case,
}
"""Where a string may reach nobody, by the kind of what it stands in."""

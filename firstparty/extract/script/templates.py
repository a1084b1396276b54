"""What a template gives (ECMA-262, 13.2.8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firstparty.extract.script.literals import raw_text, template_text, unescape
from firstparty.extract.script.values import Value, concat

if TYPE_CHECKING:
    from firstparty.extract.script.fold import Folder


def template(folder: Folder, node: int, *, raw: bool = False) -> Value:
    """Fold a template; `raw` as `String.raw` does."""
    tree = folder.tree
    text: Value = ""
    at = tree.start[node] + 1
    for child in tree.children(node):
        if tree.kind[child] != "template_substitution":
            continue
        text = concat(text, _piece(folder, at, tree.start[child], raw=raw))
        inner = tree.children(child)
        text = concat(text, folder.values[inner[-1]] if inner else None)
        at = tree.end[child]
    return concat(text, _piece(folder, at, tree.end[node] - 1, raw=raw))


def _piece(folder: Folder, start: int, end: int, *, raw: bool) -> str:
    text = folder.tree.slice(start, end)
    return unescape(raw_text(text).replace("\\", "\\\\")) if raw else template_text(text)

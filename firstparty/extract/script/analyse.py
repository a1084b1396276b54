"""From a script to what it uses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal, cast

from firstparty.extract.script.doubts import doubts
from firstparty.extract.script.fold import Folder
from firstparty.extract.script.judge import judge
from firstparty.extract.script.model import Kind, ScriptUse
from firstparty.extract.script.positions import positions
from firstparty.extract.script.resolve import resolve
from firstparty.extract.script.tree import parse

if TYPE_CHECKING:
    from firstparty.extract.script.report import Found
    from firstparty.extract.script.tree import Tree

EVIDENCE: Final = 200
"""So many characters of the source are quoted."""
_MAP: Final = re.compile(
    r"^//[#@][ \t]*sourceMappingURL=[ \t]*([^\s'\"]+)[ \t]*$|"
    r"^/\*[#@][ \t]*sourceMappingURL=[ \t]*([^\s'\"*]+)[ \t]*\*/$"
)


def analyse(source: str, *, kind: Kind) -> tuple[ScriptUse, ...]:
    """List the addresses and the uses of the network in a script, in the order of the source.

    Never raises, whatever the text: what cannot be read is reported as `unparsed`.
    """
    tree = parse(source)
    scopes = resolve(tree)
    folder = Folder(tree, scopes, kind)
    folder.run()
    unread = ((*span, "unparsed", None, None) for span in doubts(tree, scopes, kind))
    found = {*judge(folder), *unread, *_source_maps(tree)}
    return _located(tree, sorted(found, key=_order))


def _order(found: Found) -> tuple[int, int, str, bool, str, str]:
    start, end, what, value, sink = found
    return start, end, what, value is not None, value or "", sink or ""


def _source_maps(tree: Tree) -> list[Found]:
    """Report where developer tools would fetch a source map."""
    found: list[Found] = []
    for node, name in enumerate(tree.kind):
        if name == "comment":
            match = _MAP.match(tree.text(node))
            if match:
                value = match[1] or match[2]
                found.append((tree.start[node], tree.end[node], "url", value, "sourceMappingURL"))
    return found


def _located(tree: Tree, found: list[Found]) -> tuple[ScriptUse, ...]:
    places = positions(tree, [start for start, *_ in found])
    return tuple(
        ScriptUse(
            what=cast("Literal['url', 'interface', 'unparsed']", what),
            value=value,
            sink=sink,
            evidence=tree.slice(start, min(end, start + 4 * EVIDENCE))[:EVIDENCE],
            line=places[start][0],
            column=places[start][1],
        )
        for start, end, what, value, sink in found
    )

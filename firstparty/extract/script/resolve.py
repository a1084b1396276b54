"""Which declaration each use of a name means.

Names are looked up with one stack per name, so that deep nesting costs no more than flat code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from firstparty.extract.script.declare import Declarations
from firstparty.extract.script.scopes import NAMES, Binding, Scopes

if TYPE_CHECKING:
    from firstparty.extract.script.tree import Tree


def resolve(tree: Tree) -> Scopes:
    """Find the bindings of a script and connect every identifier with its own."""
    declarations = Declarations(tree)
    declarations.run()
    scopes, last = declarations.scopes, tree.last
    stacks: dict[str, list[Binding]] = {}
    opened = [0]
    for name, binding in scopes[0].items():
        stacks.setdefault(name, []).append(binding)
    for node, kind in enumerate(tree.kind):
        while last[opened[-1]] < node:
            for name in scopes[opened.pop()]:
                stacks[name].pop()
        if node and node in scopes:
            opened.append(node)
            for name, binding in scopes[node].items():
                stacks.setdefault(name, []).append(binding)
        if kind in NAMES:
            _use(declarations, node, stacks.get(declarations.name(node)))
    return declarations.found


def _use(declarations: Declarations, node: int, held: list[Binding] | None) -> None:
    """Note the use of a name, whose bindings are given from the outermost to the innermost."""
    found = declarations.found
    if not held:
        if found.names[node] == "arguments":
            found.arguments.add(found.binder[found.function[node]])
        elif node in found.targets:
            found.written[node] = found.targets[node]
        return
    binding = held[-1]
    found.meaning[node] = binding
    if node in found.targets:
        binding.writes.extend(found.targets[node])
    elif node not in declarations.sites:
        binding.uses.append(node)

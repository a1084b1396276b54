"""What a name may be, from everything that is written to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from firstparty.extract.script.members import element_of, member
from firstparty.extract.script.operators import binary
from firstparty.extract.script.sites import Sites
from firstparty.extract.script.steady import Steadiness
from firstparty.extract.script.values import (
    Arr,
    Fn,
    Inst,
    Obj,
    Plain,
    Ref,
    Url,
    Value,
    either,
    options,
)

if TYPE_CHECKING:
    from firstparty.extract.script.fold import Folder
    from firstparty.extract.script.scopes import Binding, Write

MOST: Final = 64
"""So many writes to a name, calls of a function and arguments of a call are followed."""
_CHANGEABLE: Final = frozenset({Arr, Obj, Url})
_UNNAMED: Final = frozenset({"function_expression", "arrow_function"})


class Bindings:
    """Answers for the names of one script; every answer is computed once."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.tree = folder.tree
        self.scopes = folder.scopes
        self.sites = Sites(folder.tree, folder.scopes, closed=folder.script in {"module", "worker"})
        self.steadiness = Steadiness(folder.tree, folder.scopes)
        self._needed: set[Binding] = set()

    def needs(self, node: int) -> list[int]:
        """List the expressions that must be computed before a name is."""
        binding = self.scopes.meaning.get(node)
        if binding is None or binding in self._needed:
            return []
        self._needed.add(binding)
        found = [write.node for write in binding.writes if write.node >= 0]
        if binding.what == "parameter" and 0 <= binding.place < MOST:
            for given in self.sites.of(binding.node) or ():
                found.extend(self.sites.listed(given)[: binding.place + 1])
            found.extend(self.sites.walked(binding))
        done = self.folder.done
        return [one for one in found if not done[one]]

    def value(self, binding: Binding, node: int) -> Value:
        """Give what a name may be where it is used."""
        if binding.what == "import" or len(binding.writes) > MOST:
            return None
        found: list[Value] = []
        for write in binding.writes:
            if write.how == "add":
                return self._added(binding, node)
            found.append(self.written(write))
        if binding.what == "parameter":
            found.extend(self._passed(binding))
        if not found:
            shared = binding.scope == 0 and self.folder.script in {"classic", "handler"}
            return None if shared or binding.what == "catch" else Plain.UNDEFINED
        value = either(*found)
        changing = [one for one in options(value) if type(one) in _CHANGEABLE]
        if changing and not self.steadiness.of(binding):
            return either(value, *(_changed(one) for one in changing))
        return value

    def written(self, write: Write) -> Value:
        """Give what a write gives to its target."""
        if write.how == "number":
            return Plain.NUMBER
        known = write.node >= 0 and self.folder.done[write.node]
        if write.how == "lost" or (write.how != "part" and not known):
            kind = self.tree.kind[write.node] if write.node >= 0 else ""
            return Fn(write.node) if kind in _UNNAMED else None
        value = self.folder.values[write.node] if known else None
        if write.how == "element":
            value = _element(value)
        for step in write.path:
            value = member(value, str(step))
        return value

    def _added(self, binding: Binding, node: int) -> Value:
        """Fold `a += b` where all of it happens in one block, and the use comes after."""
        if all(_numeric(self.written(write)) for write in binding.writes):
            return Plain.NUMBER
        writes = sorted(binding.writes, key=lambda write: write.node)
        value: Value = None
        for write in writes:
            if write.how not in {"is", "add"} or write.path:
                return None
            one = self.written(write)
            value = binary("+", value, one) if write.how == "add" else one
        return value if self._is_straight(binding, writes, node) else either(value, None)

    def _is_straight(self, binding: Binding, writes: list[Write], node: int) -> bool:
        """Say whether all writes stand before a use, in the block that holds the declaration."""
        parent, function = self.tree.parent, self.scopes.function
        blocks = {parent[parent[parent[write.node]]] for write in writes}
        block = blocks.pop()
        declaring = block == binding.scope or (
            binding.what == "var" and parent[block] == binding.scope
        )
        return (
            not blocks
            and declaring
            and self.tree.kind[block] in {"program", "statement_block"}
            and all(write.node < node for write in writes)
            and all(function[write.node] == function[node] for write in writes)
        )

    # Parameters.

    def _passed(self, binding: Binding) -> list[Value]:
        if binding.place == 0 and self.sites.listens_to_fetch(binding.node):
            return [Inst("FetchEvent")]
        walked = self.sites.walked(binding)
        if walked and self.folder.done[walked[0]]:
            return [_element(self.folder.values[walked[0]])]
        sites = None
        if binding.place >= 0 and binding.node not in self.scopes.arguments:
            sites = self.sites.of(binding.node)
        if sites is None or len(sites) > MOST or binding.place >= MOST:
            return [None]
        return [self._argument(site, binding.place) for site in sites] or [None]

    def _argument(self, site: int, place: int) -> Value:
        tree, folder = self.tree, self.folder
        before = self.sites.listed(site)[: place + 1]
        ready = all(folder.done[one] for one in before)
        if not ready or any(tree.kind[one] == "spread_element" for one in before):
            return None
        return folder.values[before[-1]] if len(before) > place else Plain.UNDEFINED

    # `this`.

    def this(self, node: int) -> Value:
        """Give what `this` is: the global object outside functions, elsewhere unknown."""
        scopes = self.scopes
        at = scopes.binder[scopes.function[node]]
        around = scopes.classes.get(node, -1)
        if at == 0 and around < 0:
            script = self.folder.script
            if script == "module":
                return Plain.UNDEFINED
            return None if script == "handler" else Ref("window")
        plain = self.tree.kind[at] == "function_expression" and around < at
        return Ref("window") if plain and self.sites.called(at) is not None else None


def _element(value: Value) -> Value:
    """Give what the elements of a value may be."""
    if isinstance(value, str):
        value = Arr(tuple(value))
    if isinstance(value, Inst) and value.of.startswith("list:"):
        return element_of(value.of)
    if not isinstance(value, Arr) or not value.items:
        return None
    return either(*value.items) if value.whole else either(*value.items, None)


def _numeric(value: Value) -> bool:
    return value is Plain.NUMBER or (isinstance(value, float) and not isinstance(value, bool))


def _changed(value: Value) -> Value:
    """Give a value of the same kind with contents that nobody knows."""
    if isinstance(value, Arr):
        return Arr((), whole=False)
    return Obj({}, whole=False) if isinstance(value, Obj) else None

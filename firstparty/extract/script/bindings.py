"""What a name may be, from everything that is written to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from firstparty.extract.script.arrays import ARRAY, CHANGING
from firstparty.extract.script.interfaces import CALLS, NEWS
from firstparty.extract.script.literals import unescape
from firstparty.extract.script.members import element_of, member
from firstparty.extract.script.operators import binary
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
_UNNAMED: Final = frozenset({"function_expression", "arrow_function"})


_WALKING: Final = frozenset(
    {"every", "filter", "find", "findIndex", "flatMap", "forEach", "map", "some"}
)
"""Methods of lists that call their argument with each element."""
_LOCAL_PARTS: Final = frozenset({"hash", "pathname", "search"})
"""What can be set on a `URL` without leaving its origin."""


class Bindings:
    """Answers for the names of one script; every answer is computed once."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.tree = folder.tree
        self.scopes = folder.scopes
        self._given: dict[int, list[int] | None] = {}
        self._steady: dict[Binding, bool] = {}
        self._needed: set[Binding] = set()
        self._lists: dict[int, list[int]] = {}

    def needs(self, node: int) -> list[int]:
        """List the expressions that must be computed before a name is."""
        binding = self.scopes.meaning.get(node)
        if binding is None:
            return []
        if binding in self._needed:
            return []
        self._needed.add(binding)
        found = [write.node for write in binding.writes if write.node >= 0]
        if binding.what == "parameter" and 0 <= binding.place < MOST:
            for given in self.call_sites(binding.node) or ():
                found.extend(self.listed(given)[: binding.place + 1])
            found.extend(self._walked(binding))
        done = self.folder.done
        return [one for one in found if not done[one]]

    def listed(self, site: int) -> list[int]:
        """List the arguments of a call, by their nodes."""
        if site not in self._lists:
            self._lists[site] = self.tree.children(self.tree.child(site, "arguments"))
        return self._lists[site]

    def value(self, binding: Binding, node: int) -> Value:
        """Give what a name may be where it is used."""
        if binding.what == "import":
            return None
        if len(binding.writes) > MOST:
            return None
        if any(write.how == "add" for write in binding.writes):
            return self._added(binding, node)
        found = [self.written(write) for write in binding.writes]
        if binding.what == "parameter":
            found.extend(self._passed(binding))
        if not found:
            shared = binding.scope == 0 and self.folder.script in {"classic", "handler"}
            return None if shared or binding.what == "catch" else Plain.UNDEFINED
        value = either(*found)
        changing = [one for one in options(value) if isinstance(one, Arr | Obj | Url)]
        if changing and not self.steady(binding):
            return either(value, *(_changed(one) for one in changing))
        return value

    def written(self, write: Write) -> Value:
        """Give what a write gives to its target."""
        if write.how == "number":
            return Plain.NUMBER
        if write.how == "part":
            return self._part(write)
        if write.how == "lost" or not self.folder.done[write.node]:
            kind = self.tree.kind[write.node] if write.node >= 0 else ""
            return Fn(write.node) if kind in _UNNAMED else None
        value = self.folder.values[write.node]
        if write.how == "element":
            value = _element(value)
        for step in write.path:
            value = member(value, str(step))
        return value

    def _part(self, write: Write) -> Value:
        value: Value = None
        for step in write.path:
            value = member(value, str(step))
        return value

    def _added(self, binding: Binding, node: int) -> Value:
        """Fold `a += b` where all of it happens in one block, and the use comes after."""
        tree = self.tree
        value: Value = None
        straight = True
        block = -1
        if all(_numeric(self.written(write)) for write in binding.writes):
            return Plain.NUMBER
        writes = sorted(binding.writes, key=lambda write: write.node)
        for write in writes:
            if write.how not in {"is", "add"} or write.path:
                return None
            one = self.written(write)
            value = binary("+", value, one) if write.how == "add" else one
            statement = tree.parent[tree.parent[tree.parent[write.node]]]
            straight = straight and block in {-1, statement} and write.node < node
            block = statement
        function = self.scopes.function
        straight = straight and all(function[write.node] == function[node] for write in writes)
        around = tree.kind[block] if block >= 0 else ""
        straight = straight and around in {"program", "statement_block"}
        straight = straight and not self._in_loop(block, binding)
        return value if straight else either(value, None)

    def _in_loop(self, block: int, binding: Binding) -> bool:
        """Say whether a block is not the very one that holds the declaration."""
        return block != binding.scope and not (
            binding.what == "var" and self.tree.parent[block] == binding.scope
        )

    # Parameters.

    def _passed(self, binding: Binding) -> list[Value]:
        if binding.place == 0 and self._listens_to_fetch(binding.node):
            return [Inst("FetchEvent")]
        walked = self._walked(binding)
        if walked and self.folder.done[walked[0]]:
            return [_element(self.folder.values[walked[0]])]
        sites = None
        if binding.place >= 0 and binding.node not in self.scopes.arguments:
            sites = self.call_sites(binding.node)
        if sites is None or len(sites) > MOST or binding.place >= MOST:
            return [None]
        found: list[Value] = []
        tree, folder = self.tree, self.folder
        for site in sites:
            before = self.listed(site)[: binding.place + 1]
            ready = all(folder.done[one] for one in before)
            if not ready or any(tree.kind[one] == "spread_element" for one in before):
                found.append(None)
            elif len(before) > binding.place:
                found.append(folder.values[before[-1]])
            else:
                found.append(Plain.UNDEFINED)
        return found or [None]

    def _walked(self, binding: Binding) -> list[int]:
        """Give the expression whose elements a function is handed, if it is handed nothing else."""
        tree = self.tree
        listed = tree.parent[binding.node]
        if binding.place != 0 or tree.kind[listed] != "arguments":
            return []
        callee = tree.child(tree.parent[listed], "function")
        if callee < 0 or tree.kind[callee] != "member_expression":
            return []
        first = tree.children(listed)[0] == binding.node
        method = tree.text(tree.child(callee, "property"))
        return [tree.child(callee, "object")] if first and method in _WALKING else []

    def _listens_to_fetch(self, function: int) -> bool:
        """Say whether a function is handed to `addEventListener("fetch", …)`.

        The request of such an event is one that the page makes anyway.
        """
        tree = self.tree
        listed = tree.parent[function]
        if tree.kind[listed] != "arguments" or tree.kind[tree.parent[listed]] != "call_expression":
            return False
        callee = tree.child(tree.parent[listed], "function")
        first = tree.children(listed)[0]
        return (
            tree.text(callee).endswith("addEventListener")
            and tree.kind[first] == "string"
            and unescape(tree.text(first)[1:-1]) == "fetch"
        )

    def call_sites(self, function: int) -> list[int] | None:
        """List the calls of a function that is only ever called, or nothing if it goes further."""
        if function not in self._given:
            self._given[function] = self._find_calls(function)
        return self._given[function]

    def _find_calls(self, function: int) -> list[int] | None:
        tree = self.tree
        site = self._called(function)
        if site is not None:
            named = tree.child(function, "name")
            used = named >= 0 and tree.kind[function] != "arrow_function"
            return None if used and self._uses_of_own_name(function) else [site]
        binding = self._only_name(function)
        if binding is None or len(binding.writes) != 1:
            return None
        if binding.scope == 0 and self.folder.script not in {"module", "worker"}:
            return None  # other scripts and handlers can call it
        found = []
        for use in binding.uses:
            site = self._called(use)
            if site is None:
                return None
            found.append(site)
        return found

    def _uses_of_own_name(self, function: int) -> bool:
        binding = self.scopes.declared.get(self.tree.child(function, "name"))
        return binding is None or bool(binding.uses)

    def _only_name(self, function: int) -> Binding | None:
        """Give the binding through which alone a function can be reached."""
        tree = self.tree
        parent = tree.parent[function]
        if tree.kind[function] == "function_declaration":
            if tree.kind[parent] == "export_statement":
                return None
            return self.scopes.declared.get(tree.child(function, "name"))
        if tree.kind[parent] == "variable_declarator" and tree.role[function] == "value":
            if tree.kind[tree.parent[tree.parent[parent]]] == "export_statement":
                return None
            return self.scopes.declared.get(tree.child(parent, "name"))
        return None

    def _called(self, node: int) -> int | None:
        """Give the call whose callee a node is."""
        tree = self.tree
        at = node
        while tree.kind[tree.parent[at]] == "parenthesized_expression":
            at = tree.parent[at]
        parent = tree.parent[at]
        listed = tree.child(parent, "arguments")
        if tree.role[at] == "function" and tree.kind[listed] == "arguments":
            return parent
        return None

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
        return Ref("window") if plain and self._called(at) is not None else None

    # Arrays and objects that change.

    def steady(self, binding: Binding) -> bool:
        """Say whether nobody can change the array or object that a name stands for."""
        found = self._steady.get(binding)
        if found is None:
            found = all(self._reads(use) for use in binding.uses)
            self._steady[binding] = found
        return found

    def _taken(self, site: int) -> bool:
        """Say whether a call is of a part of the platform that changes nothing it is given."""
        tree, names = self.tree, self.scopes.names
        callee = max(tree.child(site, "function"), tree.child(site, "constructor"))
        if callee in self.scopes.meaning or callee not in names:
            return False
        return names[callee] in CALLS or names[callee] in NEWS or names[callee] == "String"

    def _reads(self, use: int) -> bool:
        tree = self.tree
        parent = tree.parent[use]
        kind = tree.kind[parent]
        if kind in {"spread_element", "unary_expression", "template_substitution"}:
            return True
        if kind == "binary_expression":
            return tree.text(tree.child(parent, "operator")) not in {"||", "&&", "??"}
        if kind == "arguments":
            return self._taken(tree.parent[parent])
        if kind == "for_in_statement":
            return tree.role[use] == "right"
        if kind not in {"member_expression", "subscript_expression"} or tree.role[use] != "object":
            return False
        above, role = tree.parent[parent], tree.role[parent]
        if tree.kind[above] == "call_expression" and role == "function":
            name = tree.child(parent, "property")
            method = unescape(tree.text(name)) if name >= 0 else ""
            return method in ARRAY.keys() - CHANGING
        changed = {"assignment_expression", "augmented_assignment_expression"}
        if tree.kind[above] in changed:
            name = tree.child(parent, "property")
            harmless = name >= 0 and tree.text(name) in _LOCAL_PARTS
            return role != "left" or harmless
        return tree.kind[above] not in {"update_expression", "unary_expression"}


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

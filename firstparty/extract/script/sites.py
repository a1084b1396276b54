"""Where the functions of a script are called, and with what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from firstparty.extract.script.literals import unescape

if TYPE_CHECKING:
    from firstparty.extract.script.scopes import Binding, Scopes
    from firstparty.extract.script.tree import Tree

_WALKING: Final = frozenset(
    {"every", "filter", "find", "findIndex", "flatMap", "forEach", "map", "some"}
)
"""Methods of lists that call their argument with each element."""


class Sites:
    """Answers for the functions of one script; every answer is computed once."""

    def __init__(self, tree: Tree, scopes: Scopes, *, closed: bool) -> None:
        self.tree = tree
        self.scopes = scopes
        self.closed = closed
        """Whether no other script sees the names of this one."""
        self._given: dict[int, list[int] | None] = {}
        self._lists: dict[int, list[int]] = {}

    def listed(self, site: int) -> list[int]:
        """List the arguments of a call, by their nodes."""
        if site not in self._lists:
            self._lists[site] = self.tree.children(self.tree.child(site, "arguments"))
        return self._lists[site]

    def walked(self, binding: Binding) -> list[int]:
        """Give the expression whose elements a function is handed, if it is handed nothing else."""
        tree = self.tree
        listed = tree.parent[binding.node]
        if binding.place != 0 or tree.kind[listed] != "arguments":
            return []
        callee = tree.child(tree.parent[listed], "function")
        if callee < 0 or tree.kind[callee] != "member_expression":
            return []
        if tree.children(listed)[0] != binding.node or tree.child(binding.node, "name") >= 0:
            return []
        method = tree.text(tree.child(callee, "property"))
        return [tree.child(callee, "object")] if method in _WALKING else []

    def listens_to_fetch(self, function: int) -> bool:
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

    def of(self, function: int) -> list[int] | None:
        """List the calls of a function that is only ever called, or nothing if it goes further."""
        if function not in self._given:
            self._given[function] = self._find_calls(function)
        return self._given[function]

    def _find_calls(self, function: int) -> list[int] | None:
        tree = self.tree
        site = self.called(function)
        if site is not None:
            named = tree.child(function, "name")
            used = named >= 0 and tree.kind[function] != "arrow_function"
            return None if used and self._uses_of_own_name(function) else [site]
        binding = self._only_name(function)
        if binding is None or len(binding.writes) != 1:
            return None
        if binding.scope == 0 and not self.closed:
            return None  # other scripts and handlers can call it
        found = []
        for use in binding.uses:
            site = self.called(use)
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

    def called(self, node: int) -> int | None:
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

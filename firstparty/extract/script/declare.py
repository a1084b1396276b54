"""Which names a script declares, in which scope, and what is written to them.

One pass in the order of the source, with stacks of the scopes that are open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from firstparty.extract.script.literals import unescape
from firstparty.extract.script.patterns import Patterns
from firstparty.extract.script.scopes import FUNCTIONS, NAMES, Binding, Scopes, Write

if TYPE_CHECKING:
    from collections.abc import Callable

    from firstparty.extract.script.tree import Tree

What = Literal["var", "let", "parameter", "function", "class", "import", "catch"]
_BLOCKS: Final = frozenset(
    {"statement_block", "for_statement", "for_in_statement", "switch_body", "catch_clause"}
)
_CLASSES: Final = frozenset({"class", "class_declaration"})
_VAR: Final = "variable_declaration"
_DECLARATIONS: Final = frozenset({_VAR, "lexical_declaration", "using_declaration"})
_AUGMENTED: Final[dict[str, Literal["is", "add", "number"]]] = {
    "+=": "add",
    "||=": "is",
    "&&=": "is",
    "??=": "is",
}
"""How assignments with an operator write; with any other operator they give a number."""


class Declarations:
    """The first pass: fills `found`, but for what each use of a name means."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.found = Scopes()
        self.scopes: dict[int, dict[str, Binding]] = {0: {}}
        self.sites: set[int] = set()
        """Identifiers that declare, and are no use of the value."""
        self.patterns = Patterns(tree, self.found.computed)
        self.blocks, self.functions, self.bodies = [0], [0], [0]
        self.class_bodies: list[int] = []
        self.entering: Final[dict[str, Callable[[int], None]]] = {
            **dict.fromkeys(_BLOCKS, self._enter_block),
            **dict.fromkeys(_CLASSES, self._enter_class),
            **dict.fromkeys(FUNCTIONS, self._enter_function),
            "class_body": self.class_bodies.append,
            "this": self._this,
        }
        self.declaring: Final[dict[str, Callable[[int], None]]] = {
            **dict.fromkeys(_DECLARATIONS, self._declaration),
            "assignment_expression": self._assignment,
            "augmented_assignment_expression": self._augmented,
            "catch_clause": self._catch,
            "for_in_statement": self._for_in,
            "import_clause": self._import,
            "update_expression": self._update,
        }

    def run(self) -> None:
        """Go over the script once."""
        last, function = self.tree.last, self.found.function
        blocks, functions, class_bodies = self.blocks, self.functions, self.class_bodies
        entering, declaring = self.entering, self.declaring
        for node, kind in enumerate(self.tree.kind):
            while class_bodies and last[class_bodies[-1]] < node:
                class_bodies.pop()
            while last[blocks[-1]] < node:
                self._leave()
            if kind in entering:
                entering[kind](node)
            function.append(functions[-1])
            if kind in declaring:
                declaring[kind](node)

    # Scopes.

    def _leave(self) -> None:
        closed = self.blocks.pop()
        if self.functions[-1] == closed:
            self.functions.pop()
        if self.bodies[-1] == closed:
            self.bodies.pop()

    def _this(self, node: int) -> None:
        if self.class_bodies:
            self.found.classes[node] = self.class_bodies[-1]

    def _enter_block(self, node: int) -> None:
        of_function = self.tree.parent[node] == self.functions[-1] != 0
        if of_function and self.tree.kind[node] == "statement_block":
            self.bodies.append(node)
        self.blocks.append(node)
        self.scopes[node] = {}

    def _enter_function(self, node: int) -> None:
        kind = self.tree.kind[node]
        around = self.found.binder[self.functions[-1]]
        self.found.binder[node] = around if kind == "arrow_function" else node
        self._function(node, kind)
        for stack in (self.blocks, self.functions, self.bodies):
            stack.append(node)
        self.scopes.setdefault(node, {})
        self._parameters(node)

    def _enter_class(self, node: int) -> None:
        self.scopes[node] = {}
        named = self.tree.child(node, "name")
        if named >= 0:
            self.sites.add(named)
            name = self.name(named)
            self._bind(name, "class", node, named, Write("is", node))
            if self.tree.kind[node] == "class_declaration":
                self._bind(name, "class", self.blocks[-1], named, Write("is", node))
        self.blocks.append(node)

    # Declarations.

    def name(self, node: int) -> str:
        """Decode an identifier."""
        name = self.found.names.get(node)
        if name is None:
            name = self.found.names[node] = unescape(self.tree.text(node))
        return name

    def _bind(self, name: str, what: What, scope: int, node: int, write: Write | None) -> Binding:
        names = self.scopes[scope]
        binding = names.get(name)
        if binding is None:
            binding = names[name] = Binding(name, what, scope, node)
        self.found.declared[node] = binding
        if write is not None:
            binding.writes.append(write)
        return binding

    def _function(self, node: int, kind: str) -> None:
        named = self.tree.child(node, "name")
        if named < 0 or kind == "method_definition":
            return
        self.sites.add(named)
        scope = self.blocks[-1] if kind.endswith("declaration") else node
        self.scopes.setdefault(scope, {})
        self._bind(self.name(named), "function", scope, named, Write("is", node))

    def _parameters(self, node: int) -> None:
        tree = self.tree
        single = tree.child(node, "parameter")
        several = tree.child(node, "parameters")
        listed = [single] if single >= 0 else tree.children(several) if several >= 0 else []
        mine = self.found.parameters.setdefault(node, [])
        for place, pattern in enumerate(listed):
            target, write = pattern, None
            if tree.kind[pattern] == "assignment_pattern":
                target = tree.child(pattern, "left")
                write = Write("default", tree.child(pattern, "right"))
            if tree.kind[target] == "identifier":
                self.sites.add(target)
                binding = self._bind(self.name(target), "parameter", node, node, write)
                binding.place = place if binding.place < 0 else -2
                mine.append(binding)
            else:
                self._pattern(target, Write("part"), "parameter", node)

    def _declaration(self, node: int) -> None:
        tree = self.tree
        what: What = "var" if tree.kind[node] == _VAR else "let"
        scope = self.bodies[-1] if what == "var" else self.blocks[-1]
        for declarator in tree.children(node):
            if tree.kind[declarator] == "variable_declarator":
                value = tree.child(declarator, "value")
                write = Write("is", value) if value >= 0 else None
                self._pattern(tree.child(declarator, "name"), write, what, scope)

    def _for_in(self, node: int) -> None:
        tree = self.tree
        word = tree.child(node, "kind")
        operator = tree.child(node, "operator")
        each = operator >= 0 and tree.text(operator) == "of" and not tree.has_token(node, "await")
        write = Write("element", tree.child(node, "right")) if each else Write("lost")
        target = tree.child(node, "left")
        if word < 0:
            self._target(target, write)
        elif tree.text(word) == "var":
            self._pattern(target, write, "var", self.bodies[-1])
        else:
            self._pattern(target, write, "let", self.blocks[-1])

    def _catch(self, node: int) -> None:
        caught = self.tree.child(node, "parameter")
        if caught >= 0:
            self._pattern(caught, Write("lost"), "catch", node)

    def _import(self, node: int) -> None:
        tree = self.tree
        for at in range(node + 1, tree.last[node] + 1):
            if tree.kind[at] != "identifier":
                continue
            self.sites.add(at)
            if tree.role[at] != "name" or tree.child(tree.parent[at], "alias") < 0:
                self._bind(self.name(at), "import", 0, at, Write("lost"))

    def _pattern(self, node: int, write: Write | None, what: What, scope: int) -> None:
        """Declare every name of a pattern."""
        for target, given in self.patterns.targets(node, write):
            if self.tree.kind[target] in NAMES:
                self.sites.add(target)
                name = self.name(target)
                holder = self._holder(name, scope) if what == "var" else scope
                self._bind(name, what, holder, target, given)

    def _holder(self, name: str, scope: int) -> int:
        """Give the scope of a `var`: one of the same name as a parameter is that parameter."""
        outer = self.tree.parent[scope] if scope else 0
        shared = outer and self.tree.kind[outer] in FUNCTIONS and name in self.scopes[outer]
        return outer if shared else scope

    # Assignments.

    def _assignment(self, node: int) -> None:
        write = Write("is", self.tree.child(node, "right"))
        self._target(self.tree.child(node, "left"), write)

    def _augmented(self, node: int) -> None:
        tree = self.tree
        how = _AUGMENTED.get(tree.text(tree.child(node, "operator")), "number")
        self._target(tree.child(node, "left"), Write(how, tree.child(node, "right")))

    def _update(self, node: int) -> None:
        self._target(self.tree.child(node, "argument"), Write("number"))

    def _target(self, node: int, write: Write) -> None:
        for target, given in self.patterns.targets(node, write):
            if given is None:
                continue
            if self.tree.kind[target] in NAMES:
                self.found.targets.setdefault(target, []).append(given)
            else:
                self.found.stores.append((target, given))

"""Which name means what: scopes and bindings (ECMA-262, 9.1 and 14.3), in two passes.

The first pass declares names, the second resolves each use with one stack per name,
so that deep nesting costs no more than flat code.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

from firstparty.extract.script.literals import unescape

if TYPE_CHECKING:
    from firstparty.extract.script.tree import Tree

FUNCTIONS: Final = frozenset(
    {
        "function_declaration",
        "function_expression",
        "generator_function",
        "generator_function_declaration",
        "arrow_function",
        "method_definition",
        "class_static_block",
    }
)
CLASSES: Final = frozenset({"class", "class_declaration"})
BLOCKS: Final = frozenset(
    {"statement_block", "for_statement", "for_in_statement", "switch_body", "catch_clause"}
)
_NAMES: Final = frozenset(
    {"identifier", "shorthand_property_identifier", "shorthand_property_identifier_pattern"}
)
_DEEPEST: Final = 32
"""So many steps of a pattern are followed."""
_VAR: Final = "variable_declaration"
_DECLARATIONS: Final = frozenset({_VAR, "lexical_declaration", "using_declaration"})

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Write:
    """A value given to a binding: an expression, and the way into it by destructuring.

    `how` is `is` for the value itself, `element` for each element of it in turn (`for … of`),
    `add` for `+=`, `number` for other arithmetic, `default` for the default of a pattern,
    `part` for a part of something unknown, and `lost` for what cannot be followed.
    """

    how: Literal["is", "element", "add", "number", "default", "part", "lost"]
    node: int = -1
    path: Path = ()


@dataclass(slots=True, eq=False)
class Binding:
    """A declared name, what is written to it, and where it is used."""

    name: str
    what: Literal["var", "let", "parameter", "function", "class", "import", "catch"]
    scope: int
    """The node whose scope holds it."""
    node: int
    """Where it is declared; for a parameter, the function."""
    place: int = -1
    """The position of a simple parameter."""
    writes: list[Write] = field(default_factory=list)
    uses: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Scopes:
    """The result: what each name means, and the innermost function of each node."""

    meaning: dict[int, Binding] = field(default_factory=dict)
    """The binding of each identifier that has one; others are globals."""
    names: dict[int, str] = field(default_factory=dict)
    """The identifiers, decoded."""
    function: list[int] = field(default_factory=list)
    """The innermost function around each node, itself included; 0 for the script."""
    parameters: dict[int, list[Binding]] = field(default_factory=dict)
    """The bindings made by the parameters of each function."""
    binder: dict[int, int] = field(default_factory=lambda: {0: 0})
    """The function whose `this` and `arguments` each function sees: arrows see those around."""
    classes: dict[int, int] = field(default_factory=dict)
    """The innermost class body around each `this`, where there is one."""
    arguments: set[int] = field(default_factory=set)
    """Functions in which `arguments` is used, through which parameters can change."""
    declared: dict[int, Binding] = field(default_factory=dict)
    """The binding that each declaring identifier made."""
    targets: dict[int, list[Write]] = field(default_factory=dict)
    """Identifiers that are written to, with what they get."""
    computed: list[tuple[int, Write]] = field(default_factory=list)
    """Computed keys of patterns, with what they take a part of."""
    stores: list[tuple[int, Write]] = field(default_factory=list)
    """Properties that are written to, with what they get."""
    written: dict[int, list[Write]] = field(default_factory=dict)
    """Names without a binding that are written to, with what they get."""
    suspects: list[int] = field(default_factory=list)
    """`await` and `yield` where they may be names, so that what follows may be read wrongly."""


def resolve(tree: Tree) -> Scopes:
    """Find the bindings of a script and connect every identifier with its own."""
    return _Resolver(tree).run()


class _Resolver:
    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.found = Scopes()
        self.scopes: dict[int, dict[str, Binding]] = {0: {}}
        self.targets = self.found.targets
        self.sites: set[int] = set()
        """Identifiers that declare, and are no use of the value."""

    def run(self) -> Scopes:
        self._declare()
        self._connect()
        return self.found

    def _declare(self) -> None:  # noqa: C901, PLR0912, PLR0915 - one branch for each case
        kind, last = self.tree.kind, self.tree.last
        function = self.found.function
        blocks, functions = [0], [0]
        bodies = [0]
        bodies_of_classes: list[int] = []
        for node, name in enumerate(kind):
            while bodies_of_classes and last[bodies_of_classes[-1]] < node:
                bodies_of_classes.pop()
            while last[blocks[-1]] < node:
                closed = blocks.pop()
                if functions[-1] == closed:
                    functions.pop()
                if bodies[-1] == closed:
                    bodies.pop()
            if name == "this" and bodies_of_classes:
                self.found.classes[node] = bodies_of_classes[-1]
            elif name == "class_body":
                bodies_of_classes.append(node)
            if name in FUNCTIONS:
                around = self.found.binder[functions[-1]]
                self.found.binder[node] = around if name == "arrow_function" else node
                self._function(node, name, blocks[-1])
                blocks.append(node)
                functions.append(node)
                bodies.append(node)
                self.scopes.setdefault(node, {})
                self._parameters(node)
            elif name in CLASSES:
                self._class(node, name, blocks[-1])
                blocks.append(node)
            elif name in BLOCKS:
                if name == "statement_block" and self.tree.parent[node] == functions[-1] != 0:
                    bodies.append(node)
                blocks.append(node)
                self.scopes[node] = {}
            function.append(functions[-1])
            if name in _DECLARATIONS:
                self._declaration(node, bodies if name == _VAR else blocks)
            elif name == "for_in_statement":
                self._for_in(node, bodies, blocks)
            elif name == "catch_clause":
                caught = self.tree.child(node, "parameter")
                if caught >= 0:
                    self._pattern(caught, Write("lost"), "catch", node)
            elif name == "import_clause":
                self._import(node)
            elif name in {"assignment_expression", "augmented_assignment_expression"}:
                self._assignment(node, name)
            elif name == "update_expression":
                self._target(self.tree.child(node, "argument"), Write("number"))
            elif name in {"await_expression", "yield_expression"}:
                self._suspect(node, name, functions[-1])

    # Declarations.

    def _bind(self, name: str, what: str, scope: int, node: int, write: Write | None) -> Binding:
        names = self.scopes[scope]
        binding = names.get(name)
        if binding is None:
            binding = names[name] = Binding(name, what, scope, node)  # type: ignore[arg-type]  # the callers pass the words of the type
        self.found.declared[node] = binding
        if write is not None:
            binding.writes.append(write)
        return binding

    def _function(self, node: int, kind: str, outer: int) -> None:
        named = self.tree.child(node, "name")
        if named < 0 or kind == "method_definition":
            return
        name = self._name(named)
        self.sites.add(named)
        declared = kind.endswith("declaration")
        scope = outer if declared else node
        self.scopes.setdefault(scope, {})
        self._bind(name, "function", scope, named, Write("is", node))

    def _class(self, node: int, kind: str, outer: int) -> None:
        self.scopes[node] = {}
        named = self.tree.child(node, "name")
        if named < 0:
            return
        self.sites.add(named)
        name = self._name(named)
        self._bind(name, "class", node, named, Write("is", node))
        if kind == "class_declaration":
            self._bind(name, "class", outer, named, Write("is", node))

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
                binding = self._bind(self._name(target), "parameter", node, node, write)
                binding.place = place if binding.place < 0 else -2
                mine.append(binding)
            else:
                self._pattern(target, Write("part"), "parameter", node)

    def _declaration(self, node: int, scopes: list[int]) -> None:
        tree = self.tree
        for declarator in tree.children(node):
            if tree.kind[declarator] != "variable_declarator":
                continue
            value = tree.child(declarator, "value")
            write = Write("is", value) if value >= 0 else None
            what = "var" if tree.kind[node] == _VAR else "let"
            self._pattern(tree.child(declarator, "name"), write, what, scopes[-1])

    def _for_in(self, node: int, bodies: list[int], blocks: list[int]) -> None:
        tree = self.tree
        word = tree.child(node, "kind")
        operator = tree.child(node, "operator")
        source = tree.child(node, "right")
        each = operator >= 0 and tree.text(operator) == "of" and not tree.has_token(node, "await")
        write = Write("element", source) if each else Write("lost")
        target = tree.child(node, "left")
        if word < 0:
            self._target(target, write)
        elif tree.text(word) == "var":
            self._pattern(target, write, "var", bodies[-1])
        else:
            self._pattern(target, write, "let", blocks[-1])

    def _import(self, node: int) -> None:
        tree = self.tree
        for at in range(node + 1, tree.last[node] + 1):
            if tree.kind[at] == "identifier" and tree.role[at] != "name":
                self.sites.add(at)
                self._bind(self._name(at), "import", 0, at, Write("lost"))
            elif tree.kind[at] == "identifier":
                self.sites.add(at)
                if tree.child(tree.parent[at], "alias") < 0:
                    self._bind(self._name(at), "import", 0, at, Write("lost"))

    def _pattern(self, node: int, write: Write | None, what: str, scope: int) -> None:
        """Declare every name of a pattern."""
        for target, given in self._targets(node, write):
            if self.tree.kind[target] in _NAMES:
                self.sites.add(target)
                holder = scope
                if what == "var":
                    # A `var` of the same name as a parameter is that parameter.
                    outer = self.tree.parent[scope] if scope else 0
                    if self._name(target) in self.scopes.get(outer, {}) and outer:
                        holder = outer if self.tree.kind[outer] in FUNCTIONS else scope
                self._bind(self._name(target), what, holder, target, given)

    # Assignments.

    def _assignment(self, node: int, kind: str) -> None:
        tree = self.tree
        left, right = tree.child(node, "left"), tree.child(node, "right")
        if kind == "augmented_assignment_expression":
            operator = tree.text(tree.child(node, "operator"))
            how: Literal["is", "add", "number"] = (
                "add"
                if operator == "+="
                else "is"
                if operator in {"||=", "&&=", "??="}
                else "number"
            )
            self._target(left, Write(how, right))
        else:
            self._target(left, Write("is", right))

    def _target(self, node: int, write: Write) -> None:
        for target, given in self._targets(node, write):
            if given is None:
                continue
            if self.tree.kind[target] in _NAMES:
                self.targets.setdefault(target, []).append(given)
            else:
                self.found.stores.append((target, given))

    def _targets(self, node: int, write: Write | None) -> list[tuple[int, Write | None]]:
        """List the targets of a pattern with what each of them gets."""
        tree, kind = self.tree, self.tree.kind
        found: list[tuple[int, Write | None]] = []
        pending = [(node, write)]
        while pending:
            at, given = pending.pop()
            name = kind[at]
            if name in {"assignment_pattern", "object_assignment_pattern"}:
                self._with_default(at, given, pending, found)
            elif name == "parenthesized_expression":
                pending.extend((child, given) for child in tree.children(at))
            elif name in {"object_pattern", "object"}:
                pending.extend(self._properties(at, given))
            elif name in {"array_pattern", "array"}:
                pending.extend(self._elements(at, given))
            elif name == "assignment_expression":
                self._with_default(at, given, pending, found)
            else:
                found.append((at, given))
        return found

    def _with_default(
        self,
        node: int,
        given: Write | None,
        pending: list[tuple[int, Write | None]],
        found: list[tuple[int, Write | None]],
    ) -> None:
        """Give a target what it gets and its default; of a pattern inside, nothing is known."""
        left, right = self.tree.child(node, "left"), self.tree.child(node, "right")
        if self.tree.kind[left] in _NAMES:
            found += [(left, given), (left, Write("default", right))]
        else:
            pending.append((left, Write("lost")))

    def _properties(self, node: int, given: Write | None) -> list[tuple[int, Write | None]]:
        tree, kind = self.tree, self.tree.kind
        found: list[tuple[int, Write | None]] = []
        for child in tree.children(node):
            name = kind[child]
            if name in {"pair_pattern", "pair"}:
                key = self._key(tree.child(child, "key"))
                if key is None and given is not None:
                    self.found.computed.append((tree.child(child, "key"), given))
                found.append((tree.child(child, "value"), _into(given, key)))
            elif name == "object_assignment_pattern":
                left = tree.child(child, "left")
                found.append((child, _into(given, self._key(left))))
            elif name in {"rest_pattern", "spread_element"}:
                found.extend((inner, given) for inner in tree.children(child))
            elif name in _NAMES:
                found.append((child, _into(given, self._key(child))))
        return found

    def _elements(self, node: int, given: Write | None) -> list[tuple[int, Write | None]]:
        tree, kind = self.tree, self.tree.kind
        found: list[tuple[int, Write | None]] = []
        place = 0
        for child in tree.children(node):
            if kind[child] == ",":
                place += 1
            elif kind[child] in {"rest_pattern", "spread_element"}:
                found.extend((inner, Write("lost")) for inner in tree.children(child))
            else:
                found.append((child, _into(given, place)))
        return found

    def _key(self, node: int) -> str | None:
        tree = self.tree
        if tree.kind[node] == "string":
            return unescape(tree.text(node)[1:-1])
        if tree.kind[node] in {"computed_property_name", "number"}:
            return None
        return unescape(tree.text(node))

    def _suspect(self, node: int, kind: str, function: int) -> None:
        mark = "async" if kind == "await_expression" else "*"
        if kind == "await_expression" and not function:
            return
        generator = mark == "*" and self.tree.kind[function].startswith("generator")
        if not generator and not self.tree.has_token(function, mark):
            self.found.suspects.append(node)

    # Uses.

    def _name(self, node: int) -> str:
        name = self.found.names.get(node)
        if name is None:
            name = self.found.names[node] = unescape(self.tree.text(node))
        return name

    def _connect(self) -> None:
        kind, last = self.tree.kind, self.tree.last
        stacks: dict[str, list[Binding]] = {}
        opened = [0]
        for name, binding in self.scopes[0].items():
            stacks.setdefault(name, []).append(binding)
        for node, word in enumerate(kind):
            while last[opened[-1]] < node:
                for name in self.scopes[opened.pop()]:
                    stacks[name].pop()
            if node and node in self.scopes:
                opened.append(node)
                for name, binding in self.scopes[node].items():
                    stacks.setdefault(name, []).append(binding)
            if word in _NAMES:
                self._use(node, stacks)

    def _use(self, node: int, stacks: dict[str, list[Binding]]) -> None:
        name = self._name(node)
        held = stacks.get(name)
        if not held:
            if name == "arguments":
                self.found.arguments.add(self.found.binder[self.found.function[node]])
            elif node in self.targets:
                self.found.written[node] = self.targets[node]
            return
        binding = held[-1]
        self.found.meaning[node] = binding
        writes = self.targets.get(node)
        if writes is not None:
            binding.writes.extend(writes)
        elif node not in self.sites:
            binding.uses.append(node)


def _into(write: Write | None, key: str | int | None) -> Write | None:
    """Go one step into what a pattern takes apart."""
    if write is None:
        return None
    if write.how in {"lost", "default"} or key is None or len(write.path) > _DEEPEST:
        return Write("lost")
    return Write(write.how, write.node, (*write.path, key))

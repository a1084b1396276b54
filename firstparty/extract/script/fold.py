"""What every expression of a script may be, computed once each and without recursion.

Nodes are visited backwards, so that operands come before the expressions they are part of.
A name needs the value of an expression elsewhere: that expression is then visited first,
on an explicit stack; function bodies are left out of such excursions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from firstparty.extract.script.bindings import Bindings
from firstparty.extract.script.calls import call, construct
from firstparty.extract.script.literals import number, raw_text, template_text, unescape
from firstparty.extract.script.members import element_of, key, member, resolve, some_member
from firstparty.extract.script.operators import binary, unary
from firstparty.extract.script.results import Results
from firstparty.extract.script.scopes import CLASSES, FUNCTIONS, Scopes
from firstparty.extract.script.values import (
    LARGEST,
    Arr,
    Fn,
    Inst,
    Obj,
    Pattern,
    Plain,
    Ref,
    Value,
    array,
    concat,
    either,
    options,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from firstparty.extract.script.model import Kind
    from firstparty.extract.script.tree import Tree

_NEEDING: Final = frozenset(
    {"call_expression", "identifier", "shorthand_property_identifier", "this"}
)
"""What can only be computed after expressions elsewhere."""
Argument = tuple[int, Value, bool]
"""The node of an argument, its value, and whether it is spread."""


class Folder:
    """The values of all nodes of one script, in `values`."""

    def __init__(self, tree: Tree, scopes: Scopes, kind: Kind) -> None:
        self.tree = tree
        self.scopes = scopes
        self.script = kind
        count = len(tree.kind)
        self.values: list[Value] = [None] * count
        self.done = bytearray(count)
        self.started: set[int] = set()
        self.leaps: dict[int, int] = {}
        """From the last node of a finished excursion to the node before its first."""
        self.bindings = Bindings(self)
        self.results = Results(self)
        self.rules: Final[dict[str, Callable[[int], Value]]] = {
            "array": self._array,
            "assignment_expression": self._assigned,
            "augmented_assignment_expression": self._augmented,
            "await_expression": self._sequence,
            "binary_expression": self._binary,
            "call_expression": self._call,
            "class": Fn,
            "class_declaration": Fn,
            "false": lambda _: False,
            "identifier": self._identifier,
            "import": lambda _: Ref("import"),
            "member_expression": self._member,
            "meta_property": self._meta,
            "new_expression": self._new,
            "null": lambda _: Plain.NULL,
            "number": self._number,
            "object": self._object,
            "parenthesized_expression": self._inner,
            "regex": self._regex,
            "sequence_expression": self._sequence,
            "shorthand_property_identifier": self._identifier,
            "string": lambda node: unescape(self.tree.text(node)[1:-1]),
            "subscript_expression": self._subscript,
            "template_string": self._template,
            "ternary_expression": self._ternary,
            "this": self._this,
            "true": lambda _: True,
            "unary_expression": self._unary,
            "undefined": lambda _: Plain.UNDEFINED,
            "update_expression": lambda _: Plain.NUMBER,
            **dict.fromkeys(FUNCTIONS, Fn),
        }

    def run(self) -> None:
        """Compute everything."""
        kind, done, values, rules = self.tree.kind, self.done, self.values, self.rules
        for node in range(len(kind) - 1, -1, -1):
            if done[node]:
                continue
            rule = rules.get(kind[node])
            if rule is not None:
                if kind[node] in _NEEDING:
                    self._prepare(node)
                values[node] = rule(node)
            done[node] = 1

    def _prepare(self, node: int) -> None:
        """Compute what the meaning of a name needs, however far that leads."""
        pending = [(need, self.tree.last[need]) for need in self._needs(node)]
        self.started.update(need for need, _ in pending)
        tree, done, function = self.tree, self.done, self.scopes.function
        while pending:
            first, at = pending.pop()
            while at >= first:
                leap = self.leaps.get(at)
                if leap is not None and leap >= first - 1:
                    at = leap
                    continue
                # An excursion does not enter functions: it lands on them.
                inner = function[at]
                if inner > first and inner != at and function[first] != inner:
                    at = inner
                    continue
                if done[at]:
                    at -= 1
                    continue
                name = tree.kind[at]
                if name in _NEEDING:
                    needs = [need for need in self._needs(at) if need not in self.started]
                    if needs:
                        self.started.update(needs)
                        pending.append((first, at))
                        pending.extend((need, tree.last[need]) for need in needs)
                        break
                rule = self.rules.get(name)
                if rule is not None:
                    self.values[at] = rule(at)
                done[at] = 1
                at -= 1
            else:
                self.leaps[tree.last[first]] = first - 1

    def _needs(self, node: int) -> list[int]:
        of_call = self.tree.kind[node] == "call_expression"
        return self.results.needs(node) if of_call else self.bindings.needs(node)

    # Operands.

    def of(self, node: int, role: str) -> Value:
        """Give the value of the child in a field."""
        child = self.tree.child(node, role)
        return self.values[child] if child >= 0 else None

    def arguments(self, node: int) -> list[Argument] | None:
        """List the arguments of a call or `new`; `None` for a template."""
        tree = self.tree
        listed = tree.child(node, "arguments")
        if listed < 0:
            return []
        if tree.kind[listed] != "arguments":
            return None
        return self.elements(listed)

    def elements(self, node: int) -> list[Argument]:
        """List arguments or elements; arrays that are spread are opened when they are known."""
        tree, values = self.tree, self.values
        found: list[Argument] = []
        for child in tree.children(node):
            if tree.kind[child] != "spread_element":
                found.append((child, values[child], False))
                continue
            inner = tree.children(child)
            value = values[inner[0]] if inner else None
            if isinstance(value, str):
                value = Arr(tuple(value))
            if isinstance(value, Inst) and value.of.startswith("list:"):
                value = Arr((element_of(value.of),), whole=False)
            if isinstance(value, Arr):
                found.extend((child, item, False) for item in value.items)
            if not isinstance(value, Arr) or not value.whole or len(found) > LARGEST:
                found.append((child, None, True))
            if len(found) > LARGEST:
                break
        return found

    # Rules, by kind of node.

    def _identifier(self, node: int) -> Value:
        binding = self.scopes.meaning.get(node)
        if binding is not None:
            return self.bindings.value(binding, node)
        return resolve(self.scopes.names[node])

    def _this(self, node: int) -> Value:
        return self.bindings.this(node)

    def _meta(self, node: int) -> Value:
        return Ref("import.meta") if self.tree.text(node).startswith("import") else None

    def _number(self, node: int) -> Value:
        return number(self.tree.text(node))

    def _regex(self, node: int) -> Value:
        pattern, _, flags = self.tree.text(node)[1:].rpartition("/")
        return Pattern(unescape(pattern.replace("\\", "\\\\")), flags)

    def _template(self, node: int) -> Value:
        return self.template(node, raw=False)

    def template(self, node: int, *, raw: bool) -> Value:
        """Fold a template; `raw` as `String.raw` does."""
        tree = self.tree
        text: Value = ""
        at = tree.start[node] + 1
        for child in tree.children(node):
            if tree.kind[child] != "template_substitution":
                continue
            text = concat(text, self._piece(at, tree.start[child], raw=raw))
            inner = tree.children(child)
            text = concat(text, self.values[inner[-1]] if inner else None)
            at = tree.end[child]
        return concat(text, self._piece(at, tree.end[node] - 1, raw=raw))

    def _piece(self, start: int, end: int, *, raw: bool) -> str:
        text = self.tree.slice(start, end)
        return unescape(raw_text(text).replace("\\", "\\\\")) if raw else template_text(text)

    def _array(self, node: int) -> Value:
        items: list[Value] = []
        whole, hole = True, True
        for child, value, spread in self.elements(node):
            if self.tree.kind[child] == ",":
                if hole:
                    items.append(Plain.UNDEFINED)
                hole = True
                continue
            hole = False
            if spread:
                whole = False
                break
            items.append(value)
        return array(items, whole=whole)

    def _object(self, node: int) -> Value:
        tree, values = self.tree, self.values
        entries: dict[str, Value] = {}
        whole = True
        for child in tree.children(node):
            match tree.kind[child]:
                case "pair":
                    name = self._key(tree.child(child, "key"))
                    value = self.of(child, "value")
                case "shorthand_property_identifier":
                    name, value = self.scopes.names[child], values[child]
                case "method_definition":
                    name = self._key(tree.child(child, "name"))
                    accessor = tree.has_token(child, "get") or tree.has_token(child, "set")
                    value = None if accessor else Fn(child)
                case _:
                    name, value = None, None
            if name is None:
                # What is computed or spread may be any key, those before included.
                entries, whole = {}, False
            else:
                entries[name] = value
        return Obj(entries, whole)

    def _key(self, node: int) -> str | None:
        tree = self.tree
        match tree.kind[node]:
            case "computed_property_name":
                inner = tree.children(node)
                return key(self.values[inner[0]]) if inner else None
            case "string" | "number":
                return key(self.values[node])
            case _:
                return unescape(tree.text(node))

    def _member(self, node: int) -> Value:
        name = self.tree.child(node, "property")
        if self.tree.kind[name] == "private_property_identifier":
            return None
        return member(self.of(node, "object"), unescape(self.tree.text(name)))

    def _subscript(self, node: int) -> Value:
        owner, index = self.of(node, "object"), self.of(node, "index")
        found: list[Value] = []
        for option in options(index):
            name = key(option)
            found.append(some_member(owner) if name is None else member(owner, name))
        return either(*found)

    def _call(self, node: int) -> Value:
        return call(self, node)

    def _new(self, node: int) -> Value:
        return construct(self, node)

    def _inner(self, node: int) -> Value:
        inner = self.tree.children(node)
        return self.values[inner[0]] if len(inner) == 1 else None

    def _sequence(self, node: int) -> Value:
        inner = self.tree.children(node)
        return self.values[inner[-1]] if inner else None

    def _assigned(self, node: int) -> Value:
        return self.of(node, "right")

    def _augmented(self, node: int) -> Value:
        left = self.tree.child(node, "left")
        operator = self.tree.text(self.tree.child(node, "operator"))
        if operator in {"||=", "&&=", "??="}:
            return either(self.values[left], self.of(node, "right"))
        if operator == "+=":
            return None  # the name stands for what it is afterwards
        return Plain.NUMBER

    def _ternary(self, node: int) -> Value:
        return either(self.of(node, "consequence"), self.of(node, "alternative"))

    def _binary(self, node: int) -> Value:
        operator = self.tree.text(self.tree.child(node, "operator"))
        return binary(operator, self.of(node, "left"), self.of(node, "right"))

    def _unary(self, node: int) -> Value:
        operator = self.tree.text(self.tree.child(node, "operator"))
        return unary(operator, self.of(node, "argument"))


__all__ = ["CLASSES", "Folder"]

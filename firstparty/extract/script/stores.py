"""What is set: properties, attributes and styles that load what they are given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from firstparty.extract.script.addresses import harmless
from firstparty.extract.script.escapes import capable
from firstparty.extract.script.grammars import attribute_grammar
from firstparty.extract.script.inert import INERT_ATTRIBUTES, INERT_INSTANCES
from firstparty.extract.script.interfaces import PROPERTIES
from firstparty.extract.script.labels import Labels, loads_in_css
from firstparty.extract.script.literals import characters, unescape
from firstparty.extract.script.members import TEXTUAL, key
from firstparty.extract.script.origins import Origins, adds, counts, is_inert, is_symbol
from firstparty.extract.script.reach import leads, reaches
from firstparty.extract.script.values import (
    MARKS,
    Arr,
    Fn,
    Inst,
    Obj,
    Plain,
    Prefix,
    Ref,
    Value,
    either,
    options,
    string,
)

if TYPE_CHECKING:
    from firstparty.extract.script.report import Findings

_STYLE: Final = Inst("CSSStyleDeclaration")
_BLOB: Final = Prefix("blob:")
_RUNNING: Final = frozenset(
    {f"element:{name}" for name in ("?", "embed", "frame", "iframe", "object", "script")}
)
"""Elements that run what they load."""
_PROPERTIES: Final = frozenset({"member_expression", "subscript_expression"})


@dataclass(frozen=True, slots=True)
class Store:
    """A property that gets a value: what is reported, the value's node, the owner, the value.

    `target` is the expression that is written to, or -1 where a call does that.
    """

    node: int
    at: int
    owner: Value
    value: Value
    target: int = -1


class Stores:
    """Judges assignments, and calls that assign."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.folder = findings.folder
        self.tree = findings.tree
        self.origins = Origins(findings.folder)
        self.labels = Labels(findings.folder, self.origins)

    def attribute(self, node: int, names: Value, value: Value, at: int) -> None:
        """Judge that an attribute is set."""
        for name in options(names):
            text = string(name)
            if isinstance(text, Prefix) and text.text.lower().startswith(("aria-", "data-")):
                continue
            if not isinstance(text, str) or not MARKS.isdisjoint(text):
                if not harmless(value):
                    self.findings.value(node, at, value, "Element.setAttribute")
                continue
            lowered = characters(text).lower()
            family = lowered.partition("-")[0] + "-*"
            if lowered in INERT_ATTRIBUTES or family in INERT_ATTRIBUTES:
                continue
            if attribute_grammar(lowered) == "css" and isinstance(value, Obj):
                continue
            self.findings.value(node, at, value, f"Element.setAttribute({lowered})")

    def style(self, node: int, names: Value, value: Value, at: int) -> None:
        """Judge that a CSS property is set by its name."""
        for name in options(names):
            if isinstance(name, str) and not name.startswith("--") and not loads_in_css(name):
                continue
            self.findings.value(node, at, value, "CSSStyleDeclaration.setProperty")

    def keyframes(self, node: int, value: Value) -> None:
        """Judge the keyframes of an animation."""
        frames = value.items if isinstance(value, Arr) else (value,)
        for frame in frames:
            if not isinstance(frame, Obj):
                if not harmless(frame):
                    self.findings.use(node, None, "Element.animate")
                continue
            for name, one in frame.entries.items():
                if loads_in_css(name):
                    self.findings.value(node, -1, one, "Element.animate")

    def child(self, node: int) -> None:
        """Text that is put into a script is code, and into a style sheet CSS."""
        owner = self.folder.of(self.tree.child(node, "function"), "object")
        for option in options(owner):
            if isinstance(option, Inst) and option.of in TEXTUAL:
                self.findings.use(node, None, f"{option.of.partition(':')[2]} text")

    def assign_all(self, node: int, values: list[Value], nodes: list[int]) -> None:
        """Judge that all properties of some objects are set on another."""
        if all(isinstance(one, Obj | Arr | Fn) for one in options(values[0])):
            if any(leads(one) for one in values[1:]):
                self.findings.use(node, None, "computed member")
            return
        for at, value in zip(nodes[1:], values[1:], strict=True):
            for option in options(value):
                if isinstance(option, Obj):
                    for name, one in option.entries.items():
                        self._property(Store(node, at, values[0], one), name)
                    if option.whole:
                        continue
                if self._takes_all(values[0], nodes[0], option):
                    self.findings.use(node, None, "Object.assign")
                    return

    def _takes_all(self, target: Value, node: int, source: Value) -> bool:
        """Say whether all properties of something unknown may load on a target."""
        if source is not None and not isinstance(source, Obj | Ref) and source != Inst("JSON"):
            return False
        if leads(source) or (source is None and isinstance(target, Ref | Inst)):
            return True
        known = isinstance(target, Inst) and target.of in INERT_INSTANCES
        return not known and self.origins.may_load(target, node, None, None)

    def assignment(self, node: int) -> None:
        """Judge an assignment to a property."""
        tree = self.tree
        left = tree.child(node, "left")
        while tree.kind[left] == "parenthesized_expression":
            left = tree.children(left)[0]
        if tree.kind[left] not in _PROPERTIES:
            return
        value = self.folder.of(node, "right")
        operator = tree.child(node, "operator")
        if operator >= 0 and tree.text(operator) == "+=":
            value = either(value, None) if not harmless(value) else Plain.NUMBER
        self.store(node, left, value)

    def store(self, node: int, target: int, value: Value) -> None:
        """Judge `target = value`, where the target is a property."""
        tree = self.tree
        at = tree.child(node, "right")
        kind = tree.kind[target]
        if kind not in _PROPERTIES:
            return
        owner = self.folder.of(target, "object")
        store = Store(node, at, owner, value, target)
        if kind == "subscript_expression":
            self.put(store, self.folder.of(target, "index"))
            return
        name = tree.child(target, "property")
        if tree.kind[name] != "private_property_identifier":
            self._property(store, unescape(tree.text(name)))

    def put(self, store: Store, names: Value) -> None:
        """Judge that a property is set whose name is a value."""
        for name in options(names):
            text = key(name)
            if text is not None:
                self._property(store, text)
            elif self.labels.is_style(store.target) or store.owner == _STYLE:
                label = "CSSStyleDeclaration.setProperty"
                self.findings.value(store.node, store.at, store.value, label)
            elif self._may_load(store, name):
                self.findings.use(store.node, None, "computed property")
                return

    def _may_load(self, store: Store, name: Value) -> bool:
        """Say whether `owner[name] = value` may load something, where the name is not known."""
        if name is Plain.NUMBER or is_symbol(name) or is_inert(store.value):
            return False
        target, holder = store.target, -1
        if target >= 0:
            holder = self.tree.child(target, "object")
            if adds(self.folder, target) or counts(self.folder, self.tree.child(target, "index")):
                return False
        return reaches(store.owner) or self.origins.may_load(store.owner, holder, name, store.value)

    def _property(self, store: Store, name: str) -> None:
        """Judge that a property of a known name is set."""
        for owner in options(store.owner):
            label = self.labels.of(owner, name, store.target)
            if label:
                runs = isinstance(owner, Inst) and owner.of in _RUNNING
                value = _without_blobs(store.value) if runs else store.value
                self.findings.value(store.node, store.at, value, label)

    def bare(self, node: int, value: Value) -> None:
        """Judge that a name without a declaration is set."""
        name = self.folder.scopes.names[node]
        parent = self.tree.parent[node]
        at = self.tree.child(parent, "right")
        if name == "location":
            self.findings.value(parent, at, value, "location")
        elif self.folder.script == "handler" and name in PROPERTIES:
            self.findings.value(parent, at, value, f"Element.{name}")

    def handed_on(self, node: int, value: Value) -> None:
        """Judge that destructuring hands an interface on."""
        for option in options(value):
            name = capable(option) if isinstance(option, Ref) else None
            if name:
                self.findings.use(node, None, name)


def _without_blobs(value: Value) -> Value:
    """Forget the addresses of blobs: of what they hold nothing is known."""
    return either(*(None if one == _BLOB else one for one in options(value)))

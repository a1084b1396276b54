"""What is set: properties, attributes and styles that load what they are given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from firstparty.extract.script.addresses import harmless
from firstparty.extract.script.escapes import capable
from firstparty.extract.script.grammars import attribute_grammar
from firstparty.extract.script.inert import CLOSED, INERT_ATTRIBUTES, INERT_INSTANCES
from firstparty.extract.script.interfaces import (
    CSS_PROPERTIES,
    ELEMENT_PROPERTIES,
    PROPERTIES,
    WEAK_PROPERTIES,
)
from firstparty.extract.script.literals import characters, unescape
from firstparty.extract.script.members import key
from firstparty.extract.script.reach import reaches
from firstparty.extract.script.values import (
    Arr,
    Fn,
    Inst,
    Obj,
    Pattern,
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

_LINK_PARTS: Final = frozenset({"href", "host", "hostname", "port", "protocol"})
"""Parts of a link that decide where it leads, once the script follows it."""


class Stores:
    """Judges assignments, and calls that assign."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.folder = findings.folder
        self.tree = findings.tree
        self.presses = any(
            kind == "property_identifier" and self.tree.text(node) in {"click", "dispatchEvent"}
            for node, kind in enumerate(self.tree.kind)
        )
        """Whether the script may follow links itself."""

    def attribute(self, node: int, names: Value, value: Value, at: int) -> None:
        """Judge that an attribute is set."""
        for name in options(names):
            text = string(name)
            if not isinstance(text, str):
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
            if isinstance(option, Inst) and option.of in {"element:script", "element:style"}:
                self.findings.use(node, None, f"{option.of.partition(':')[2]} text")

    def assign_all(self, node: int, values: list[Value], nodes: list[int]) -> None:
        """Judge that all properties of some objects are set on another."""
        if all(isinstance(one, Obj | Arr | Fn) for one in options(values[0])):
            return
        for at, value in zip(nodes[1:], values[1:], strict=True):
            for option in options(value):
                if isinstance(option, Obj):
                    for name, one in option.entries.items():
                        self._property(node, at, values[0], name, one)
                elif option is None and isinstance(values[0], Ref | Inst):
                    self.findings.use(node, None, "Object.assign")

    def assignment(self, node: int) -> None:
        """Judge an assignment to a property."""
        tree = self.tree
        left = tree.child(node, "left")
        while tree.kind[left] == "parenthesized_expression":
            left = tree.children(left)[0]
        if tree.kind[left] not in {"member_expression", "subscript_expression"}:
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
        if kind not in {"member_expression", "subscript_expression"}:
            return
        owner = self.folder.of(target, "object")
        if kind == "member_expression":
            name = tree.child(target, "property")
            if tree.kind[name] == "private_property_identifier":
                return
            self._property(node, at, owner, unescape(tree.text(name)), value, target)
        else:
            self.put(node, at, owner, self.folder.of(target, "index"), value, target)

    def put(  # noqa: PLR0913 - an assignment has that many parts
        self, node: int, at: int, owner: Value, names: Value, value: Value, target: int = -1
    ) -> None:
        """Judge that a property is set whose name is a value."""
        for name in options(names):
            text = key(name)
            if text is not None:
                self._property(node, at, owner, text, value, target)
            elif self._is_style(target):
                self.findings.value(node, at, value, "CSSStyleDeclaration.setProperty")
            elif name is not Plain.NUMBER and not _inert(value) and reaches(owner):
                self.findings.use(node, None, "computed property")

    def _property(  # noqa: PLR0913 - an assignment has that many parts
        self, node: int, at: int, owners: Value, name: str, value: Value, target: int = -1
    ) -> None:
        """Judge that a property of a known name is set."""
        for owner in options(owners):
            label = self._label(owner, name, target)
            if label:
                self.findings.value(node, at, value, label)

    def _label(self, owner: Value, name: str, target: int) -> str:  # noqa: C901, PLR0911 - one branch for each case
        """Name the sink that a property is, or nothing."""
        if isinstance(owner, Obj | Arr | Fn | str | float | bool | Pattern | Prefix):
            return ""
        if isinstance(owner, Ref):
            if owner.path == "location":
                inert = name in {"hash", "search", "pathname"}
                return "" if inert else f"location.{name}"
            if owner.path in {"window", "document"} and name == "location":
                return "location"
            if owner.path in CLOSED:
                return ""
        if isinstance(owner, Inst):
            kind = owner.of.removeprefix("element:")
            if kind == "attribute":
                return "Attr.value" if name in {"value", "nodeValue", "textContent"} else ""
            if kind in {"a", "area"} and name in _LINK_PARTS:
                return f"HTMLAnchorElement.{name}" if self.presses else ""
            if owner.of in INERT_INSTANCES:
                return ""
            if (kind, name) in ELEMENT_PROPERTIES or (
                kind == "?" and ("script", name) in ELEMENT_PROPERTIES
            ):
                return f"{kind}.{name}" if kind != "?" else f"script.{name}"
        if self._is_style(target):
            return f"CSSStyleDeclaration.{name}" if loads_in_css(name) or name == "cssText" else ""
        if name in WEAK_PROPERTIES and owner is None and target >= 0:
            holder = self.tree.child(target, "object")
            if self.tree.kind[holder] == "this" or name == "data":
                return ""
        return f"Element.{name}" if name in PROPERTIES else ""

    def _is_style(self, target: int) -> bool:
        if target < 0:
            return False
        owner = self.tree.child(target, "object")
        name = self.tree.child(owner, "property") if owner >= 0 else -1
        return name >= 0 and self.tree.text(name) == "style"

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


def loads_in_css(name: str) -> bool:
    """Say whether a CSS property can name a resource."""
    plain = name.lower().replace("-", "")
    for vendor in ("webkit", "moz", "ms", "o"):
        if plain.startswith(vendor) and plain.removeprefix(vendor) in CSS_PROPERTIES:
            return True
    return plain in CSS_PROPERTIES


def _inert(value: Value) -> bool:
    return all(
        harmless(option) or isinstance(option, Obj | Arr | Fn | Pattern | Inst)
        for option in options(value)
    )

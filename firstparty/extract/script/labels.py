"""Which sink a property is, by its owner and its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from firstparty.extract.script.inert import CLOSED, INERT_INSTANCES
from firstparty.extract.script.interfaces import (
    CSS_PROPERTIES,
    ELEMENT_PROPERTIES,
    PROPERTIES,
    WEAK_PROPERTIES,
)
from firstparty.extract.script.values import (
    Arr,
    Fn,
    Inst,
    Obj,
    Pattern,
    Prefix,
    Ref,
    Value,
    options,
)

if TYPE_CHECKING:
    from firstparty.extract.script.fold import Folder
    from firstparty.extract.script.origins import Origins

_TEXTS: Final = frozenset({"data", "nodeValue", "textContent"})
"""What the text of a node can be set by."""
_PRESSING: Final = frozenset({"click", "dispatchEvent"})
_LINK_PARTS: Final = frozenset({"href", "host", "hostname", "port", "protocol"})
"""Parts of a link that decide where it leads, once the script follows it."""
_STAYING: Final = frozenset({"hash", "pathname", "search"})
"""Parts of an address that do not lead elsewhere."""


class Labels:
    """Names the sinks of one script."""

    def __init__(self, folder: Folder, origins: Origins) -> None:
        self.folder = folder
        self.tree = folder.tree
        self.origins = origins
        self.presses = any(self._presses(node, kind) for node, kind in enumerate(self.tree.kind))
        """Whether the script may follow links itself."""

    def _presses(self, node: int, kind: str) -> bool:
        if kind == "subscript_expression":
            index = self.folder.of(node, "index")
            return any(isinstance(one, str) and one in _PRESSING for one in options(index))
        named = kind in {"property_identifier", "shorthand_property_identifier_pattern"}
        return named and self.tree.text(node) in _PRESSING

    def of(self, owner: Value, name: str, target: int) -> str:
        """Name the sink that a property is, or nothing.

        `target` is the expression that is written to, or -1 where there is none.
        """
        if isinstance(owner, Obj | Arr | Fn | str | float | bool | Pattern | Prefix):
            return ""
        found = None
        if isinstance(owner, Ref):
            found = _of_platform(owner.path, name)
        elif isinstance(owner, Inst):
            found = self._of_instance(owner.of, name)
        return self._of_any(owner, name, target) if found is None else found

    def _of_instance(self, of: str, name: str) -> str | None:
        """Name the sink of an object whose kind is known; `None` if it is like any other."""
        kind, _, tag = of.rpartition(":")
        if of == "attribute":
            return "Attr.value" if name in {"value", *_TEXTS} else ""
        if of == "CSSStyleDeclaration":
            return _declaration(name)
        if kind == "text":
            return f"{tag}.textContent" if name in _TEXTS else ""
        if of in INERT_INSTANCES:
            return ""
        return self._of_element(tag, name)

    def _of_element(self, tag: str, name: str) -> str | None:
        if tag in {"a", "area"} and name in _LINK_PARTS:
            return f"HTMLAnchorElement.{name}" if self.presses else ""
        if tag == "?" and ("script", name) in ELEMENT_PROPERTIES:
            return f"script.{name}"
        if (tag, name) not in ELEMENT_PROPERTIES:
            return None
        likely = "meta" if name == "content" else "script"
        return f"{likely if tag == '*' else tag}.{name}"

    def _of_any(self, owner: Value, name: str, target: int) -> str:
        if self.is_style(target):
            return _declaration(name)
        if name not in PROPERTIES:
            return ""
        weak = owner is None and name in WEAK_PROPERTIES and target >= 0
        return "" if weak and self._is_no_element(name, target) else f"Element.{name}"

    def _is_no_element(self, name: str, target: int) -> bool:
        """Say whether a property that many objects have is not that of an element."""
        if name == "data":
            return not self.origins.handles_objects()
        return self.tree.kind[self.tree.child(target, "object")] == "this"

    def is_style(self, target: int) -> bool:
        """Say whether the object of a property is something's `style`."""
        if target < 0:
            return False
        owner = self.tree.child(target, "object")
        name = self.tree.child(owner, "property") if owner >= 0 else -1
        return name >= 0 and self.tree.text(name) == "style"


def _of_platform(path: str, name: str) -> str | None:
    if path == "location":
        return "" if name in _STAYING else f"location.{name}"
    if path in {"window", "document"} and name == "location":
        return "location"
    return "" if path in CLOSED else None


def _declaration(name: str) -> str:
    """Name the sink that a property of a style declaration is, or nothing."""
    return f"CSSStyleDeclaration.{name}" if loads_in_css(name) or name == "cssText" else ""


def loads_in_css(name: str) -> bool:
    """Say whether a CSS property can name a resource."""
    plain = name.lower().replace("-", "")
    for vendor in ("webkit", "moz", "ms", "o"):
        if plain.startswith(vendor) and plain.removeprefix(vendor) in CSS_PROPERTIES:
            return True
    return plain in CSS_PROPERTIES

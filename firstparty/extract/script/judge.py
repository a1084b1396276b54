"""Goes over the values of a script and reports what can reach another host."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from firstparty.extract.script.addresses import addresses, harmless, settled
from firstparty.extract.script.escapes import capable, escapes
from firstparty.extract.script.grammars import attribute_grammar, grammar
from firstparty.extract.script.interfaces import (
    CALLS,
    CLOSED,
    CSS_PROPERTIES,
    ELEMENT_PROPERTIES,
    INERT_ATTRIBUTES,
    INERT_INSTANCES,
    NEWS,
    PLATFORM,
    PROPERTIES,
    SPECIAL,
    WEAK_PROPERTIES,
    Sink,
)
from firstparty.extract.script.literals import characters, unescape
from firstparty.extract.script.members import key
from firstparty.extract.script.values import (
    Alt,
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
    join,
    options,
    string,
)

if TYPE_CHECKING:
    from firstparty.extract.script.fold import Argument, Folder
    from firstparty.extract.script.scopes import Write

Found = tuple[int, int, str, str | None, str | None]
"""Start, end, `what`, `value` and `sink`."""

NAMESPACES: Final = frozenset(
    {
        "http://www.w3.org/1998/Math/MathML",
        "http://www.w3.org/1999/xhtml",
        "http://www.w3.org/1999/xlink",
        "http://www.w3.org/2000/svg",
        "http://www.w3.org/2000/xmlns/",
        "http://www.w3.org/XML/1998/namespace",
    }
)
"""The names of the Infra standard (8. Namespaces): names that look like addresses."""

_READING: Final = frozenset(
    {"endsWith", "includes", "indexOf", "lastIndexOf", "localeCompare", "startsWith", "test"}
)
"""Methods that only compare their arguments."""
_NAMESPACED: Final = frozenset(
    {
        "createDocument",
        "createElementNS",
        "getAttributeNS",
        "getElementsByTagNameNS",
        "hasAttributeNS",
        "lookupPrefix",
        "removeAttributeNS",
        "setAttributeNS",
    }
)
_ERRORS: Final = frozenset(
    {"Error", "RangeError", "ReferenceError", "SyntaxError", "TypeError", "URIError"}
)
_RUNNING: Final = frozenset({"new Worker", "new SharedWorker", "import()", "importScripts"})
"""Sinks that run what they load: of a blob that the script makes nothing is known."""
_AUTHORITY: Final = frozenset(
    {"location.host", "location.hostname", "location.port", "location.protocol"}
)
"""Parts of an address that lead elsewhere."""
_PUTTING: Final = frozenset(
    {"*.append", "*.appendChild", "*.prepend", "*.replaceChildren", "*.insertBefore"}
)
_COMPARING: Final = frozenset({"==", "===", "!=", "!==", "<", ">", "in", "instanceof"})
_JOINING: Final = frozenset({"binary_expression", "template_string"})
"""Expressions of whose texts nothing gets lost."""
_TEXTUAL: Final = frozenset(
    {
        "string",
        "template_string",
        "binary_expression",
        "call_expression",
        "new_expression",
        "subscript_expression",
        "augmented_assignment_expression",
    }
)


class Judge:
    """Collects what it finds in `found`."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.tree = folder.tree
        self.values = folder.values
        self.found: list[Found] = []
        self.caches = any(isinstance(one, Ref) and one.path == "caches" for one in self.values)
        """Whether the script names the caches at all: only then can `add` be `Cache.add`."""
        self.presses = any(
            kind == "property_identifier" and self.tree.text(node) in {"click", "dispatchEvent"}
            for node, kind in enumerate(self.tree.kind)
        )
        """Whether the script may follow links itself."""
        self.covered = bytearray(len(self.tree.kind))
        """Nodes whose addresses are told already."""

    def run(self) -> None:
        """Look at every node."""
        for node, kind in enumerate(self.tree.kind):
            match kind:
                case "call_expression":
                    self._call(node)
                case "new_expression":
                    self._construct(node)
                case "assignment_expression" | "augmented_assignment_expression":
                    self._assignment(node)
                case "import_statement" | "export_statement":
                    self._module(node, "import" if kind[0] == "i" else "export from")
                case "subscript_expression":
                    self._read(node)
                case "with_statement":
                    self._add(node, "interface", None, "with")
        scopes = self.folder.scopes
        for node, write in scopes.stores:
            if self.tree.kind[self.tree.parent[node]] not in {
                "assignment_expression",
                "augmented_assignment_expression",
            }:
                self._store(node, node, self._given(write))
                self._handed_on(node, self._given(write))
        for node, write in scopes.computed:
            if self._reaches(self._given(write)):
                self._add(node, "interface", None, "computed member")
        for node, write in scopes.written.items():
            self._bare(node, self._given(write))
            if write.path:
                self._handed_on(node, self._given(write))
        for node, sink in escapes(self.folder):
            self._add(node, "interface", None, sink)
        self._addresses()

    def _handed_on(self, node: int, value: Value) -> None:
        for option in options(value):
            name = capable(option) if isinstance(option, Ref) else None
            if name:
                self._add(node, "interface", None, name)

    def _given(self, write: Write) -> Value:
        return self.folder.bindings.written(write)

    def _add(self, node: int, what: str, value: str | None, sink: str | None) -> None:
        tree = self.tree
        self.found.append((tree.start[node], tree.end[node], what, value, sink))

    # Calls.

    def _call(self, node: int) -> None:
        callee = self.tree.child(node, "function")
        arguments = self.folder.arguments(node)
        for function in options(self.values[callee]):
            if isinstance(function, Ref):
                self._invoke(node, function, arguments)
        at = callee
        while self.tree.kind[at] == "parenthesized_expression":
            inner = self.tree.children(at)
            if len(inner) != 1:
                break
            at = inner[0]
        if self.tree.kind[at] == "subscript_expression":
            self._computed(node, at)

    def _invoke(self, node: int, function: Ref, arguments: list[Argument] | None) -> None:
        path = function.path
        given = None if arguments is None else [(-1, one, False) for one in function.given]
        if given is not None and arguments is not None:
            given += arguments
        head, _, last = path.rpartition(".")
        if last == "bind" and head:
            return
        if last in {"call", "apply"} and path != "Reflect.apply":
            path = head
            given = self._unpack(given, 1 if last == "apply" else None)
        elif path == "Reflect.apply" and given:
            target = given[0][1]
            for option in options(target):
                if isinstance(option, Ref):
                    rest = self._unpack(given[1:], 1)
                    self._invoke_path(node, option.path, rest)
            return
        self._invoke_path(node, path, given)

    def _unpack(self, given: list[Argument] | None, place: int | None) -> list[Argument] | None:
        """Give the arguments of `call` and `apply`, without `this`."""
        if given is None:
            return None
        if place is None:
            return given[1:]
        if len(given) <= place:
            return []
        node, listed, _ = given[place]
        if isinstance(listed, Arr) and listed.whole:
            return [(node, item, False) for item in listed.items]
        return [(node, None, True)]

    def _invoke_path(self, node: int, path: str, given: list[Argument] | None) -> None:
        if path == "import":
            self._sink(node, Sink("import()", 0, "url"), given)
        elif path in SPECIAL:
            self._special(node, path, given)
        elif path in {"*.add", "*.addAll"}:
            if self.caches:
                self._sink(node, CALLS[path], given)
        elif path in CALLS:
            self._sink(node, CALLS[path], given)
        elif path in NEWS and NEWS[path].grammar == "code":
            self._sink(node, NEWS[path], given)

    def _sink(self, node: int, sink: Sink, given: list[Argument] | None, name: str = "") -> None:
        """Judge the argument that matters."""
        label = name or sink.name
        if given is None or sink.grammar == "opaque":
            self._add(node, "interface", None, label)
            return
        if sink.grammar == "html" and sink.place < 0 and len(given) > 1:
            written = join(tuple(value for _, value, _ in given), "")
            given = [(-1, written, any(one for _, _, one in given))]
        chosen = given if sink.place < 0 else given[sink.place : sink.place + 1]
        spread = any(one for _, _, one in given[: sink.place + 1 if sink.place >= 0 else None])
        if spread:
            self._add(node, "interface", None, label)
            return
        for at, value, _ in chosen:
            self._value(node, at, value, label)

    def _value(self, node: int, at: int, value: Value, label: str) -> None:
        """Report every alternative of a value that goes into a sink."""
        written = grammar(label)
        known = True
        for option in self._flat(value):
            if harmless(option) or (isinstance(option, Fn) and written == "code"):
                continue
            if isinstance(option, Inst) and option.of in {"Request", "Response"}:
                continue
            text = self._text(option, written)
            if text is not None and label in _AUTHORITY:
                text = f"//{text}" if label in {"location.host", "location.hostname"} else None
            if text is not None and written == "html" and text.rfind("<") > text.rfind(">"):
                text = None  # a tag that goes on elsewhere
            if text is not None and label in _RUNNING and text.lower().startswith("blob:"):
                text = None
            known = known and text is not None
            if text is None or written != "css" or not set("(@\\").isdisjoint(text):
                self._add(node, "interface", text, label)
        if known and at >= 0:
            for inner in range(at, self.tree.last[at] + 1):
                self.covered[inner] = 1

    def _flat(self, value: Value) -> list[Value]:
        """List alternatives, and the elements of arrays."""
        found: list[Value] = []
        for option in options(value):
            if isinstance(option, Arr) and option.items:
                found.extend(option.items if option.whole else (*option.items, None))
            else:
                found.append(option)
        return list(dict.fromkeys(found))

    def _text(self, value: Value, written: str) -> str | None:
        if written in {"code", "opaque"}:
            return None
        if isinstance(value, Arr | Obj | Pattern):
            value = string(value)
        if written == "url":
            return settled(value)
        return settled(value) if isinstance(value, str) else None

    def _construct(self, node: int) -> None:
        callee = self.tree.child(node, "constructor")
        arguments = self.folder.arguments(node)
        for function in options(self.values[callee]):
            if not isinstance(function, Ref):
                continue
            if function.path in NEWS:
                sink = NEWS[function.path]
                self._sink(node, sink, arguments, f"new {sink.name}")
            elif function.path == "*.constructor":
                self._special(node, function.path, arguments)
        if self.tree.kind[callee] == "subscript_expression":
            self._computed(node, callee)

    def _special(self, node: int, path: str, given: list[Argument] | None) -> None:
        if path in _PUTTING:
            self._child(node)
            return
        if given is None or any(spread for _, _, spread in given[:3]):
            self._add(node, "interface", None, path.removeprefix("*."))
            return
        values = [value for _, value, _ in given]
        nodes = [at for at, _, _ in given]
        count = len(given)
        match path:
            case "*.open" if count:
                # `open(method, url)` of a request, or `open(url)` of a window.
                first = values[0]
                method = isinstance(first, str) and first.isascii() and first.isalpha()
                if count > 1 and (method or not isinstance(first, str)):
                    self._value(node, nodes[1], values[1], "XMLHttpRequest.open")
                if not method:
                    self._value(node, nodes[0], first, "window.open")
            case "*.setAttribute" if count > 1:
                self._attribute(node, values[0], values[1], nodes[1])
            case "*.setAttributeNS" if count > 2:  # noqa: PLR2004
                self._attribute(node, values[1], values[2], nodes[2])
            case "*.setProperty" if count > 1:
                self._style(node, values[0], values[1], nodes[1])
            case "*.replace" if count == 1:
                self._value(node, nodes[0], values[0], "location.replace")
            case "*.assign" if count == 1:
                self._value(node, nodes[0], values[0], "location.assign")
            case "*.animate" if count:
                self._keyframes(node, values[0])
            case "*.constructor" if count:
                if not harmless(values[-1]) and not isinstance(values[-1], Obj | Arr | Fn):
                    self._add(node, "interface", None, "Function")
            case "Object.assign" if count > 1:
                self._assign_all(node, values, nodes)
            case "Reflect.set" if count > 2:  # noqa: PLR2004
                self._put(node, nodes[2], values[0], values[1], values[2])
            case "Object.getOwnPropertyDescriptor" if count > 1:
                name = key(values[1])
                risky = name in PROPERTIES if name is not None else isinstance(values[0], Ref)
                if risky and not isinstance(values[0], Obj | Arr | Fn):
                    self._add(node, "interface", None, path)
            case "Object.getOwnPropertyDescriptors" if isinstance(values[0], Ref):
                self._add(node, "interface", None, path)
            case "Reflect.construct" if count > 1:
                if any(isinstance(one, Ref) and one.path in NEWS for one in options(values[0])):
                    self._add(node, "interface", None, path)
            case "CSS.registerProperty":
                if count and isinstance(values[0], Obj):
                    initial = values[0].entries.get("initialValue", "")
                    self._value(node, nodes[0], initial, "CSS.registerProperty")
                else:
                    self._add(node, "interface", None, path)

    # What is set.

    def _attribute(self, node: int, names: Value, value: Value, at: int) -> None:
        for name in options(names):
            text = string(name)
            if not isinstance(text, str):
                if not harmless(value):
                    self._value(node, at, value, "Element.setAttribute")
                continue
            lowered = characters(text).lower()
            family = lowered.partition("-")[0] + "-*"
            if lowered in INERT_ATTRIBUTES or family in INERT_ATTRIBUTES:
                continue
            if attribute_grammar(lowered) == "css" and isinstance(value, Obj):
                continue
            self._value(node, at, value, f"Element.setAttribute({lowered})")

    def _style(self, node: int, names: Value, value: Value, at: int) -> None:
        for name in options(names):
            if isinstance(name, str) and not name.startswith("--") and not loads_in_css(name):
                continue
            self._value(node, at, value, "CSSStyleDeclaration.setProperty")

    def _keyframes(self, node: int, value: Value) -> None:
        frames = value.items if isinstance(value, Arr) else (value,)
        for frame in frames:
            if not isinstance(frame, Obj):
                if not harmless(frame):
                    self._add(node, "interface", None, "Element.animate")
                continue
            for name, one in frame.entries.items():
                if loads_in_css(name):
                    self._value(node, -1, one, "Element.animate")

    def _child(self, node: int) -> None:
        """Text that is put into a script is code, and into a style sheet CSS."""
        owner = self.folder.of(self.tree.child(node, "function"), "object")
        for option in options(owner):
            if isinstance(option, Inst) and option.of in {"element:script", "element:style"}:
                self._add(node, "interface", None, f"{option.of.partition(':')[2]} text")

    def _assign_all(self, node: int, values: list[Value], nodes: list[int]) -> None:
        if all(isinstance(one, Obj | Arr | Fn) for one in options(values[0])):
            return
        for at, value in zip(nodes[1:], values[1:], strict=True):
            for option in options(value):
                if isinstance(option, Obj):
                    for name, one in option.entries.items():
                        self._property(node, at, values[0], name, one)
                elif option is None and isinstance(values[0], Ref | Inst):
                    self._add(node, "interface", None, "Object.assign")

    def _assignment(self, node: int) -> None:
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
        self._store(node, left, value)

    def _store(self, node: int, target: int, value: Value) -> None:
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
            self._put(node, at, owner, self.folder.of(target, "index"), value, target)

    def _put(
        self, node: int, at: int, owner: Value, names: Value, value: Value, target: int = -1
    ) -> None:
        for name in options(names):
            text = key(name)
            if text is not None:
                self._property(node, at, owner, text, value, target)
            elif self._is_style(target):
                self._value(node, at, value, "CSSStyleDeclaration.setProperty")
            elif name is not Plain.NUMBER and not _inert(value) and self._reaches(owner):
                self._add(node, "interface", None, "computed property")

    def _reaches(self, owner: Value) -> bool:
        """Say whether a property with an unknown name can load something."""
        for option in options(owner):
            if isinstance(option, Ref) and _of_platform(option.path):
                return True
            if isinstance(option, Inst) and option.of not in INERT_INSTANCES:
                return True
        return False

    def _read(self, node: int) -> None:
        """Judge that a member of the platform is read whose name is not known."""
        tree = self.tree
        parent = tree.parent[node]
        if tree.role[node] in {"function", "constructor", "left"}:
            return  # judged as a call, or as what is set
        index = self.folder.of(node, "index")
        unknown = any(key(one) is None and one is not Plain.NUMBER for one in options(index))
        owners = options(self.folder.of(node, "object"))
        leads = any(isinstance(one, Ref) and _of_platform(one.path) for one in owners)
        tested = tree.kind[parent] in {"unary_expression", "expression_statement"}
        if unknown and leads and not tested:
            self._add(node, "interface", None, "computed member")

    def _property(  # noqa: PLR0913 - an assignment has that many parts
        self, node: int, at: int, owners: Value, name: str, value: Value, target: int = -1
    ) -> None:
        """Judge that a property of a known name is set."""
        for owner in options(owners):
            label = self._label(owner, name, target)
            if label:
                self._value(node, at, value, label)

    def _label(self, owner: Value, name: str, target: int) -> str:  # noqa: PLR0911 - by owner
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
            if owner.of in INERT_INSTANCES or (kind in {"a", "area"} and name == "href"):
                return "HTMLAnchorElement.href" if self.presses and name == "href" else ""
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

    def _bare(self, node: int, value: Value) -> None:
        """Judge that a name without a declaration is set."""
        name = self.folder.scopes.names[node]
        parent = self.tree.parent[node]
        at = self.tree.child(parent, "right")
        if name == "location":
            self._value(parent, at, value, "location")
        elif self.folder.script == "handler" and name in PROPERTIES:
            self._value(parent, at, value, f"Element.{name}")

    def _computed(self, node: int, target: int) -> None:
        """Judge a call or `new` of a member whose name is not known."""
        owner, index = self.folder.of(target, "object"), self.folder.of(target, "index")
        unknown = any(key(one) is None and one is not Plain.NUMBER for one in options(index))
        if not unknown:
            return
        for option in options(owner):
            closed = isinstance(option, Ref) and option.path in CLOSED
            closed |= isinstance(option, Inst) and option.of in INERT_INSTANCES
            if not closed and (option is None or isinstance(option, Ref | Inst)):
                self._add(node, "interface", None, "computed member")
                return

    # Modules.

    def _module(self, node: int, label: str) -> None:
        source = self.tree.child(node, "source")
        if source >= 0:
            self._value(node, source, self.values[source], label)

    # Addresses anywhere.

    def _addresses(self) -> None:
        tree, values, covered = self.tree, self.values, self.covered
        scanned: dict[int, str] = {}
        for node, kind in enumerate(tree.kind):
            if covered[node]:
                continue
            if kind == "member_expression":
                if not isinstance(self.folder.of(node, "object"), Pattern):
                    continue
            elif kind not in _TEXTUAL:
                continue
            value = values[node]
            if not isinstance(value, str | Prefix | Alt) or self._inert_place(node):
                continue
            start = tree.start[node]
            text = value.text if isinstance(value, Prefix) else value
            if isinstance(text, str):
                # What stands at the beginning of a longer text was seen with it.
                if scanned.get(start, "").startswith(text) and start in scanned:
                    continue
                scanned[start] = text
            found = dict.fromkeys(addresses(value))
            for one in found:
                if one not in NAMESPACES:
                    self._add(node, "url", one, None)
            if isinstance(value, str) and (found or kind in _JOINING):
                for inner in range(node + 1, tree.last[node] + 1):
                    covered[inner] = 1

    def _inert_place(self, node: int) -> bool:
        """Say whether a string is only compared, thrown, or a name."""
        tree = self.tree
        parent = tree.parent[node]
        kind = tree.kind[parent]
        if kind == "binary_expression":
            return tree.text(tree.child(parent, "operator")) in _COMPARING
        if kind in {"pair", "method_definition", "field_definition"}:
            return tree.role[node] in {"key", "name", "property"}
        if kind == "switch_case":
            return tree.role[node] == "value"
        if kind != "arguments":
            return False
        called = tree.parent[parent]
        callee = tree.child(called, "function")
        callee = callee if callee >= 0 else tree.child(called, "constructor")
        value = self.values[callee]
        if isinstance(value, Ref):
            if value.path in _ERRORS or value.path.startswith("console."):
                return True
        name = tree.child(callee, "property")
        method = tree.text(name) if name >= 0 else ""
        if method in _NAMESPACED:
            return parent + 1 == node
        return method in _READING


def _of_platform(path: str) -> bool:
    """Say whether a path is one through which the network can be reached."""
    if path in CLOSED:
        return False
    head = path.partition(".")[0]
    return head in PLATFORM or path in CALLS or path in NEWS


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

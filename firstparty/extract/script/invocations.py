"""What is called or made: functions, methods and constructors that reach the network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from firstparty.extract.script.inert import CLOSED, INERT_INSTANCES
from firstparty.extract.script.interfaces import CALLS, NEWS, SPECIAL, Sink
from firstparty.extract.script.members import key
from firstparty.extract.script.reach import leads
from firstparty.extract.script.specials import JUDGEMENTS, Called
from firstparty.extract.script.values import Arr, Inst, Plain, Ref, join, options

if TYPE_CHECKING:
    from firstparty.extract.script.fold import Argument
    from firstparty.extract.script.report import Findings
    from firstparty.extract.script.stores import Stores


_PUTTING: Final = frozenset(
    {
        "*.append",
        "*.appendChild",
        "*.insertAdjacentText",
        "*.insertBefore",
        "*.prepend",
        "*.replaceChildren",
    }
)
_SPECIAL_NEWS: Final = frozenset({"*.constructor", "CSSStyleSheet", "KeyframeEffect"})
_LOOKED_AT: Final = 3
"""So many arguments matter at most to the calls that are special."""
_LINKS: Final = frozenset({"element:a", "element:area"})


class Invocations:
    """Judges calls, `new`, and members whose name is not known."""

    def __init__(self, findings: Findings, stores: Stores) -> None:
        self.findings = findings
        self.stores = stores
        self.folder = findings.folder
        self.tree = findings.tree
        self.values = findings.values
        self.caches = any(isinstance(one, Ref) and one.path == "caches" for one in self.values)
        """Whether the script names the caches at all: only then can `add` be `Cache.add`."""

    def call(self, node: int) -> None:
        """Judge a call."""
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
        elif self.tree.kind[at] == "member_expression":
            self._press(node, at)

    def _press(self, node: int, callee: int) -> None:
        """Judge that a link of the page is followed: nothing here says where it leads."""
        if self.tree.text(self.tree.child(callee, "property")) != "click":
            return
        for owner in options(self.folder.of(callee, "object")):
            if isinstance(owner, Inst) and owner.selected and owner.of in _LINKS:
                self.findings.use(node, None, "HTMLElement.click")

    def construct(self, node: int) -> None:
        """Judge a `new`."""
        callee = self.tree.child(node, "constructor")
        arguments = self.folder.arguments(node)
        for function in options(self.values[callee]):
            if not isinstance(function, Ref):
                continue
            if function.path in NEWS:
                sink = NEWS[function.path]
                self._sink(node, sink, arguments, f"new {sink.name}")
            elif function.path in _SPECIAL_NEWS:
                self._special(node, function.path, arguments)
        if self.tree.kind[callee] == "subscript_expression":
            self._computed(node, callee)

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
            self.findings.use(node, None, label)
            return
        if sink.grammar == "html" and sink.place < 0 and len(given) > 1:
            written = join(tuple(value for _, value, _ in given), "")
            given = [(-1, written, any(one for _, _, one in given))]
        chosen = given if sink.place < 0 else given[sink.place : sink.place + 1]
        spread = any(one for _, _, one in given[: sink.place + 1 if sink.place >= 0 else None])
        if spread:
            self.findings.use(node, None, label)
            return
        for at, value, _ in chosen:
            self.findings.value(node, at, value, label)

    def _special(self, node: int, path: str, given: list[Argument] | None) -> None:
        if path in _PUTTING:
            self.stores.child(node)
            return
        if given is None or any(spread for _, _, spread in given[:_LOOKED_AT]):
            self.findings.use(node, None, path.removeprefix("*."))
            return
        fewest, judgement = JUDGEMENTS[path]
        if len(given) >= fewest:
            values, nodes = [value for _, value, _ in given], [at for at, _, _ in given]
            judgement(self.stores, Called(node, path, values, nodes))

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
                self.findings.use(node, None, "computed member")
                return

    def read(self, node: int) -> None:
        """Judge that a member of the platform is read whose name is not known."""
        tree = self.tree
        parent = tree.parent[node]
        if tree.role[node] in {"function", "constructor", "left"}:
            return  # judged as a call, or as what is set
        index = self.folder.of(node, "index")
        unknown = any(key(one) is None and one is not Plain.NUMBER for one in options(index))
        tested = tree.kind[parent] in {"unary_expression", "expression_statement"}
        if unknown and not tested and leads(self.folder.of(node, "object")):
            self.findings.use(node, None, "computed member")

    def spread(self, node: int) -> None:
        """Judge that all members of the platform go into an object."""
        inner = self.tree.children(node)
        into_object = self.tree.kind[self.tree.parent[node]] == "object"
        if into_object and inner and leads(self.values[inner[0]]):
            self.findings.use(node, None, "computed member")

    def module(self, node: int, label: str) -> None:
        """Judge what a module imports, or exports from elsewhere."""
        source = self.tree.child(node, "source")
        if source >= 0:
            self.findings.value(node, source, self.values[source], label)

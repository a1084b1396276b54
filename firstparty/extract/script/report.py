"""What is found, and how a value that goes into an interface is reported."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from firstparty.extract.script.addresses import harmless, settled, without_base
from firstparty.extract.script.grammars import grammar
from firstparty.extract.script.values import Arr, Fn, Inst, Obj, Pattern, Value, options, string

if TYPE_CHECKING:
    from firstparty.extract.script.fold import Folder

Found = tuple[int, int, str, str | None, str | None]
"""Start, end, `what`, `value` and `sink`."""

_RUNNING: Final = frozenset(
    {
        "import()",
        "importScripts",
        "location",
        "location.assign",
        "location.href",
        "location.replace",
        "new SharedWorker",
        "new Worker",
        "window.open",
    }
)
"""Sinks that run what they load: of a blob that the script makes nothing is known."""
_AUTHORITY: Final = frozenset(
    f"{owner}.{part}"
    for owner in ("location", "HTMLAnchorElement")
    for part in ("host", "hostname", "port", "protocol")
)
"""Parts of an address that lead elsewhere."""


_SPECIFIERS: Final = frozenset({"export from", "import", "import()"})
"""What names a module (HTML, "resolve a module specifier")."""


class Findings:
    """Collects what is found in a script in `found`."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.tree = folder.tree
        self.values = folder.values
        self.found: list[Found] = []
        self.covered = bytearray(len(self.tree.kind))
        """Nodes whose addresses are told already."""

    def add(self, node: int, what: str, value: str | None, sink: str | None) -> None:
        """Note a finding at a node."""
        tree = self.tree
        self.found.append((tree.start[node], tree.end[node], what, value, sink))

    def use(self, node: int, value: str | None, sink: str) -> None:
        """Note the use of an interface."""
        self.add(node, "interface", value, sink)

    def value(self, node: int, at: int, value: Value, label: str) -> None:
        """Report every alternative of a value that goes into a sink."""
        written = grammar(label)
        known = True
        for option in self._flat(value):
            if harmless(option) or (isinstance(option, Fn) and written == "code"):
                continue
            if isinstance(option, Inst) and option.of in {"Request", "Response"}:
                continue
            text = _as_read(self._text(option, written), written, label)
            known = known and text is not None
            if text is None or written != "css" or not set("(@\\").isdisjoint(text):
                self.add(node, "interface", text, label)
        if known and at >= 0 and not self.covered[at]:
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


def _as_read(text: str | None, written: str, label: str) -> str | None:
    """Write an address as the sink reads it; None for what only begins to be one."""
    if text is None:
        return None
    if label in _AUTHORITY:
        return f"//{text}" if label.endswith((".host", ".hostname")) else None
    if written == "html" and text.rfind("<") > text.rfind(">"):
        return None  # a tag that goes on elsewhere
    if label in _SPECIFIERS:
        text = without_base(text)
    return None if label in _RUNNING and text.lower().startswith("blob:") else text

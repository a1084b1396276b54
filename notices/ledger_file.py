"""Writes the ledger: what stands there stays as it is, comments too."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import TYPE_CHECKING, Any

import tomlkit
from tomlkit.items import Whitespace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tomlkit import TOMLDocument
    from tomlkit.items import AoT, Item, Table

    from registers.company import Localised
    from registers.ledger import Digests, Pair, Revision


#: The end of a line of values that the head of a table follows; a comment belongs to the head.
_CROWDED = re.compile(r"(?m)^(?P<line>[^#\n].*)\n(?=\[)")


class LedgerFile:
    """The text of a ledger, changed entry by entry."""

    def __init__(self, text: str) -> None:
        """Take the text of a ledger that has been read without an error."""
        self._file: TOMLDocument = tomlkit.parse(text)

    @property
    def text(self) -> str:
        """Give the changed text, an empty line before every table."""
        return _CROWDED.sub(r"\g<line>\n\n", tomlkit.dumps(self._file).rstrip() + "\n")

    def set_pair(self, document: str, clause: str, pair: Pair | None) -> None:
        """Write what was confirmed of a clause; None takes the entry away."""
        _enter(_table(self._documents()[document], "pairs"), clause, pair)

    def set_snippet(self, name: str, pair: Pair | None) -> None:
        """Write what was confirmed of a snippet; None takes the entry away."""
        _enter(_table(self._file, "snippets"), name, pair)

    def add_revision(self, document: str, revision: Revision) -> None:
        """Put a revision before all others; a document without a history gets one."""
        entry = tomlkit.parse(_revision(revision) + "\n")
        table = tomlkit.table()
        for key, value in entry.items():
            table.add(key, value)
        documents = self._documents()
        if document not in documents:
            history = tomlkit.table()
            history.add("current", revision.version)
            history.add("revisions", tomlkit.aot())
            documents.add(document, history)
        self._revisions(document).insert(0, table)

    def replace_newest(self, document: str, revision: Revision) -> None:
        """Write the newest revision anew: a draft that has not bound anybody."""
        del self._revisions(document)[0]
        self.add_revision(document, revision)

    def set_current(self, document: str, version: str) -> None:
        """Say which version applies."""
        self._documents()[document]["current"] = version

    def _documents(self) -> Any:  # noqa: ANN401 - tomlkit's items
        return self._file.setdefault("documents", tomlkit.table(is_super_table=True))

    def _revisions(self, document: str) -> AoT:
        found: AoT = self._documents()[document]["revisions"]
        return found


def _table(parent: Any, name: str) -> Table:  # noqa: ANN401 - tomlkit's items
    if name not in parent:
        parent.add(name, tomlkit.table())
    found: Table = parent[name]
    return found


def _enter(table: Table, key: str, pair: Pair | None) -> None:
    if pair is None:
        table.pop(key, None)
        return
    values = {name: getattr(pair, name) for name in ("de", "en", "confirmed", "by", "kind")}
    if key in table:
        table[key] = _inline(values)
        return
    while table.value.body and isinstance(table.value.body[-1][1], Whitespace):
        table.value.body.pop()  # the new line belongs before the empty one that ends the table
    table.add(key, _inline(values))


def _revision(revision: Revision) -> str:
    lines = [
        f"version = {_shown(revision.version)}",
        f"published = {_shown(revision.published)}",
        f"effective = {_shown(revision.effective)}",
        f"kind = {_shown(revision.kind)}",
        f"summary = {_both(revision.summary)}",
    ]
    lines += [f"reason = {_both(revision.reason)}"] if revision.reason else []
    lines += [f"digest = {_both(revision.digest)}"] if revision.digest else []
    lines += [f"moved = {_braces(revision.moved)}"] if revision.moved else []
    return "\n".join(lines) + "\n"


def _both(value: Localised | Digests) -> str:
    return _braces({"de": value.de, "en": value.en})


def _inline(values: Mapping[str, object]) -> Item:
    item: Item = tomlkit.parse(f"x = {_braces(values)}")["x"]
    return item


def _braces(values: Mapping[str, object]) -> str:
    return (
        "{ " + ", ".join(f"{_key(key)} = {_shown(value)}" for key, value in values.items()) + " }"
    )


def _key(name: str) -> str:
    """Write a key as TOML does: bare where it may (TOML 1.0, "Keys")."""
    return name if re.fullmatch(r"[\w-]+", name, re.ASCII) else _shown(name)


def _shown(value: object) -> str:
    """Write a value as TOML does.

    A JSON string is a basic string there, but for DEL, which TOML 1.0 wants escaped ("String").
    """
    if isinstance(value, dt.date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")

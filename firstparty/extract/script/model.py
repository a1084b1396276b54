"""What the analyser says about a script: facts, no opinions about whose host it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["classic", "module", "worker", "handler"]
"""How a browser would run the source: as a script, a module, a worker, or an event handler."""


@dataclass(frozen=True, slots=True)
class ScriptUse:
    """One place of a script that names a URL, uses the network, or cannot be read.

    `what` is `url` for a string that names an address wherever it goes, `interface` for a use
    of something that can reach the network, and `unparsed` for source that is not understood.

    `value` is the folded text, in the grammar that `grammar(sink)` names;
    `None` when the text cannot be known, and so cannot be shown to stay at home.
    A text of which only the beginning is known is given as far as it is known,
    if that beginning settles the origin.

    `evidence` is the exact source, at most 200 characters of it;
    `line` and `column` count from 1, columns in characters.
    """

    what: Literal["url", "interface", "unparsed"]
    value: str | None
    sink: str | None
    evidence: str
    line: int
    column: int

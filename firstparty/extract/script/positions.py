"""From byte offsets to lines and columns, in one pass."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from firstparty.extract.script.tree import Tree

_LINE_END: Final = re.compile("\r\n|\r|\n")


def positions(tree: Tree, offsets: list[int]) -> dict[int, tuple[int, int]]:
    """Give line and column of ascending byte offsets, both from 1, columns in characters.

    Lines end as in editors, at CR, LF and CR LF.
    """
    starts = [0, *(match.end() for match in _LINE_END.finditer(tree.raw))]
    found: dict[int, tuple[int, int]] = {}
    line_before, at, column = -1, 0, 1
    for offset in offsets:
        line = bisect_right(starts, offset) - 1
        if line != line_before:
            line_before, at, column = line, starts[line], 1
        column += len(tree.slice(at, offset))
        at = offset
        found[offset] = (line + 1, column)
    return found

"""Where the grammar may read a script otherwise than a browser: nothing there can be trusted.

The grammar knows neither whether a script is a module, nor all that Annex B allows:
`<!--` and `-->` begin comments in classic scripts (ECMA-262, B.1.1), `await` and `yield` may be
names, and tags in the middle of a script are no JavaScript at all.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from firstparty.extract.script.model import Kind
    from firstparty.extract.script.scopes import Scopes
    from firstparty.extract.script.tree import Tree

_OTHER_LINE_ENDS: Final = re.compile("[\r\u2028\u2029]")
_ARROW_OR_TAG: Final = re.compile("<!--|-->")
_TEXTS: Final = frozenset({"comment", "html_comment", "regex", "string", "string_fragment"})
_LINE_ENDS: Final = frozenset("\n\r\u2028\u2029")


def doubts(tree: Tree, scopes: Scopes, kind: Kind) -> Iterator[tuple[int, int]]:
    """List starts and ends of what cannot be trusted."""
    if tree.error is not None:
        yield tree.error
    for node, name in enumerate(tree.kind):
        doubtful = _DOUBTFUL.get(name)
        if doubtful is not None and doubtful(tree, scopes, kind, node):
            yield tree.start[node], tree.end[node]
        elif name.startswith("jsx_"):
            yield tree.start[node], tree.end[node]
            break
    if "<!--" in tree.raw or "-->" in tree.raw:
        yield from _comments_of_annex_b(tree)


def _is_name(tree: Tree, scopes: Scopes, _: Kind, node: int) -> bool:
    """Say whether `await` or `yield` may be a name, so that what follows is read wrongly."""
    function = scopes.function[node]
    if tree.kind[node] == "await_expression":
        return function != 0 and not tree.has_token(function, "async")
    return not tree.kind[function].startswith("generator") and not tree.has_token(function, "*")


def _ends_early(tree: Tree, _: Scopes, __: Kind, node: int) -> bool:
    """Say whether a browser ends a comment before the grammar does."""
    return _OTHER_LINE_ENDS.search(tree.text(node)) is not None


def _is_no_comment(tree: Tree, scopes: Scopes, kind: Kind, node: int) -> bool:
    return kind in {"module", "worker"} or _ends_early(tree, scopes, kind, node)


_DOUBTFUL: Final[dict[str, Callable[[Tree, Scopes, Kind, int], bool]]] = {
    "await_expression": _is_name,
    "hash_bang_line": _ends_early,
    "html_comment": _is_no_comment,
    "yield_expression": _is_name,
}


def _comments_of_annex_b(tree: Tree) -> Iterator[tuple[int, int]]:
    texts = [node for node, name in enumerate(tree.kind) if name in _TEXTS]
    starts = [tree.start[node] for node in texts]
    for match in _ARROW_OR_TAG.finditer(tree.raw):
        place = bisect_right(starts, match.start()) - 1
        inside = place >= 0 and match.start() < tree.end[texts[place]]
        begins = inside and tree.start[texts[place]] == match.start()
        html = begins and tree.kind[texts[place]] == "html_comment"
        if match[0] == "<!--":
            doubtful = not inside
        elif inside:
            doubtful = html and not _begins_line(tree, texts, place, match.start())
        else:
            doubtful = _begins_line(tree, texts, place + 1, match.start())
        if doubtful:
            yield match.span()


def _begins_line(tree: Tree, texts: list[int], place: int, offset: int) -> bool:
    """Say whether only white space and comments stand between a line end and an offset."""
    at = offset
    while True:
        before = tree.raw[max(0, at - 80) : at]
        gap = before[len(before.rstrip()) :]
        if not _LINE_ENDS.isdisjoint(gap) or at == len(gap):
            return True
        if gap and len(gap) == len(before):
            at -= len(gap)
            continue
        at -= len(gap)
        place -= 1
        node = texts[place] if place >= 0 else -1
        if node < 0 or tree.end[node] != at or "comment" not in tree.kind[node]:
            return at == 0
        if not _LINE_ENDS.isdisjoint(tree.text(node)):
            return True
        at = tree.start[node]

"""Whether speculation rules stay at home: HTML, "speculative loading"; URL Pattern standard.

Fail closed: a rule for the links of a page stays at home only where a pattern that can match
nothing but the site's own addresses must be met.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

# A path of the same host: no second slash, and no colon that could end a scheme. A colon
# before a letter begins the name of a group.
_OWN_PATH: Final = re.compile(r"(?:\.{0,2}/(?![/\\])|[?#])(?:[^:]|:(?=[A-Za-z_$]))*")
# A whole address whose scheme and host are spelled out; whose they are is asked elsewhere.
_SPELLED_OUT: Final = re.compile(r"https?://[A-Za-z0-9.\-]+(?::[0-9]+)?(?:/.*)?", re.DOTALL)
# Parts of a pattern that leave scheme, host and port as they are in the page's own address.
_OWN_PARTS: Final = frozenset({"pathname", "search", "hash"})


class _TwiceError(ValueError):
    """A member that stands twice: readers differ in which one counts."""


def any_link(text: str, leaves: Callable[[str], object]) -> bool:
    """Whether rules could make a browser follow a link to anybody.

    `text` is JSON, `leaves` tells whether a URL leads to another host.
    """
    try:
        rules = json.loads(text, object_pairs_hook=_members)
    except (ValueError, RecursionError):
        return True
    if not isinstance(rules, dict):
        return False
    lists = [value for value in rules.values() if isinstance(value, list)]
    return any(
        isinstance(rule, dict) and not _stays(rule, leaves) for rules in lists for rule in rules
    )


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        raise _TwiceError
    return members


def _stays(rule: dict[str, Any], leaves: Callable[[str], object]) -> bool:
    """A rule with a list follows that alone; any other follows the links that meet `where`."""
    if "urls" in rule and "where" not in rule and rule.get("source", "list") == "list":
        return True
    return _confined(rule.get("where"), leaves)


def _confined(where: object, leaves: Callable[[str], object]) -> bool:
    if not isinstance(where, dict) or len({"and", "or", "href_matches"} & set(where)) != 1:
        return False
    if "and" in where:
        return any(_confined(inner, leaves) for inner in _listed(where["and"]))
    if "or" in where:
        return all(_confined(inner, leaves) for inner in _listed(where["or"]))
    return all(_is_own(pattern, leaves) for pattern in _listed(where["href_matches"]))


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _is_own(pattern: object, leaves: Callable[[str], object]) -> bool:
    """Whether a pattern can match no address of another host, or names that host itself."""
    if isinstance(pattern, dict):
        return bool(pattern) and set(pattern) <= _OWN_PARTS
    if not isinstance(pattern, str):
        return False
    if _OWN_PATH.fullmatch(pattern):
        return True
    return bool(_SPELLED_OUT.fullmatch(pattern) or leaves(pattern))

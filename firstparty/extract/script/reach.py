"""Through what the network can be reached by a name that is not known."""

from __future__ import annotations

from firstparty.extract.script.inert import CLOSED, INERT_INSTANCES
from firstparty.extract.script.interfaces import CALLS, NEWS, PLATFORM
from firstparty.extract.script.values import Inst, Ref, Value, options


def of_platform(path: str) -> bool:
    """Say whether a path is one through which the network can be reached."""
    if path in CLOSED:
        return False
    head = path.partition(".")[0]
    return head in PLATFORM or path in CALLS or path in NEWS


def leads(owner: Value) -> bool:
    """Say whether a member of a value with an unknown name can be an interface."""
    return any(isinstance(one, Ref) and of_platform(one.path) for one in options(owner))


def reaches(owner: Value) -> bool:
    """Say whether a property of a value with an unknown name can load something."""
    for option in options(owner):
        if isinstance(option, Ref) and of_platform(option.path):
            return True
        if isinstance(option, Inst) and option.of not in INERT_INSTANCES:
            return True
    return False

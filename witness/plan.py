"""Which page is visited in which state: every pair of states, computed, the same every time.

States that switch others off (no script, storage blocked) are planned apart:
a cookie that a script sets at night shows only where both the night and the script are.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    Row = dict[str, str]

STATES: Final[dict[str, tuple[str, ...]]] = {
    "action": ("read", "use", "print", "history", "offline"),
    "language": ("de", "en", "fr"),
    "colours": ("light", "dark", "forced"),
    "device": ("desktop", "phone"),
    "visit": ("first", "second"),
    "hour": ("day", "night"),
}
"""What can differ between two visitors of a page."""

OPEN: Final = {"scripts": "scripts", "storage": "storage allowed"}
MASKS: Final[tuple[dict[str, str], ...]] = (
    {"scripts": "no scripts", "storage": "storage allowed"},
    {"scripts": "scripts", "storage": "storage blocked"},
)
"""What keeps other states from acting; in Chromium one setting blocks cookies and storage."""

IDLE: Final = {**{name: values[0] for name, values in STATES.items()}, **OPEN, "action": "idle"}


@dataclass(frozen=True, slots=True)
class Scenario:
    """One visit to come: the address below the origin, and the state by factor."""

    address: str
    state: dict[str, str]

    @property
    def profile(self) -> str:
        """The browser it runs in: what a running browser cannot change."""
        storage = self.state["storage"].removeprefix("storage ")
        return f"{self.state['language']}-{storage}"

    def __str__(self) -> str:
        """`/address: read, de, …`."""
        return f"{self.address}: {', '.join(self.state.values())}"


def pairwise(factors: Mapping[str, Sequence[str]]) -> list[Row]:
    """Rows in which every two values of two factors meet at least once; greedy, no chance in it.

    Each row starts from the first pair still missing and takes, factor by factor,
    the value that meets most of what is missing; the earlier value where two are equal.
    """
    names = list(factors)
    missing = {
        (one, a, two, b): None
        for one, two in combinations(names, 2)
        for a in factors[one]
        for b in factors[two]
    }
    rows: list[Row] = []
    while missing:
        one, a, two, b = next(iter(missing))
        row = {one: a, two: b}
        for name in names:
            if name not in row:
                row[name] = _best(name, factors[name], row, names, missing)
        for pair in _pairs(row, names):
            missing.pop(pair, None)
        rows.append({name: row[name] for name in names})
    return rows


def _pairs(row: Row, names: Sequence[str]) -> Iterable[tuple[str, str, str, str]]:
    known = [name for name in names if name in row]
    return ((one, row[one], two, row[two]) for one, two in combinations(known, 2))


def _best(
    name: str,
    values: Sequence[str],
    row: Row,
    names: Sequence[str],
    missing: Mapping[tuple[str, str, str, str], None],
) -> str:
    def gain(value: str) -> int:
        trial = {**row, name: value}
        return sum(pair in missing for pair in _pairs(trial, names) if name in (pair[0], pair[2]))

    return max(values, key=gain)


def _each_once(addresses: Sequence[str], rows: Sequence[Row]) -> list[Row]:
    """Each address once, in the states of the rows one after the other."""
    return [{**rows[i % len(rows)], "address": a} for i, a in enumerate(addresses)]


def scenarios(addresses: Sequence[str], *, quick: bool = False) -> list[Scenario]:
    """The plan: every pair of address and states, and each address under each mask.

    With `quick` each address once: the first ones in the states that make up every pair, as far
    as they go, the others in the plainest state.
    """
    rows = pairwise(STATES)
    if quick:
        plain = {name: values[0] for name, values in STATES.items()}
        rows += [plain] * (len(addresses) - len(rows))
        planned = [{**row, **OPEN} for row in _each_once(addresses, rows)]
    else:
        planned = [{**row, **OPEN} for row in pairwise({"address": addresses, **STATES})]
        for mask in MASKS:
            planned += [{**row, **mask} for row in _each_once(addresses, rows)]
    return [Scenario(row.pop("address"), row) for row in planned]


def idle(addresses: Iterable[str]) -> list[Scenario]:
    """A long quiet look at one page of each template."""
    return [Scenario(address, dict(IDLE)) for address in addresses]


def pairs_covered(plan: Iterable[Scenario]) -> int:
    """How many pairs of values meet in the plan, the address being one of the factors."""
    met: set[tuple[str, str, str, str]] = set()
    for scenario in plan:
        row = {"address": scenario.address, **scenario.state}
        met.update(_pairs(row, list(row)))
    return len(met)

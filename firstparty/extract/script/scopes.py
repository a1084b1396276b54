"""Which name means what: scopes and bindings (ECMA-262, 9.1 and 14.3)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal

FUNCTIONS: Final = frozenset(
    {
        "function_declaration",
        "function_expression",
        "generator_function",
        "generator_function_declaration",
        "arrow_function",
        "method_definition",
        "class_static_block",
    }
)
NAMES: Final = frozenset(
    {"identifier", "shorthand_property_identifier", "shorthand_property_identifier_pattern"}
)

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Write:
    """A value given to a binding: an expression, and the way into it by destructuring.

    `how` is `is` for the value itself, `element` for each element of it in turn (`for … of`),
    `add` for `+=`, `number` for other arithmetic, `default` for the default of a pattern,
    `part` for a part of something unknown, and `lost` for what cannot be followed.
    """

    how: Literal["is", "element", "add", "number", "default", "part", "lost"]
    node: int = -1
    path: Path = ()


@dataclass(slots=True, eq=False)
class Binding:
    """A declared name, what is written to it, and where it is used."""

    name: str
    what: Literal["var", "let", "parameter", "function", "class", "import", "catch"]
    scope: int
    """The node whose scope holds it."""
    node: int
    """Where it is declared; for a parameter, the function."""
    place: int = -1
    """The position of a simple parameter."""
    writes: list[Write] = field(default_factory=list)
    uses: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Scopes:
    """The result: what each name means, and the innermost function of each node."""

    meaning: dict[int, Binding] = field(default_factory=dict)
    """The binding of each identifier that has one; others are globals."""
    names: dict[int, str] = field(default_factory=dict)
    """The identifiers, decoded."""
    function: list[int] = field(default_factory=list)
    """The innermost function around each node, itself included; 0 for the script."""
    parameters: dict[int, list[Binding]] = field(default_factory=dict)
    """The bindings made by the parameters of each function."""
    binder: dict[int, int] = field(default_factory=lambda: {0: 0})
    """The function whose `this` and `arguments` each function sees: arrows see those around."""
    classes: dict[int, int] = field(default_factory=dict)
    """The innermost class body around each `this`, where there is one."""
    arguments: set[int] = field(default_factory=set)
    """Functions in which `arguments` is used, through which parameters can change."""
    declared: dict[int, Binding] = field(default_factory=dict)
    """The binding that each declaring identifier made."""
    targets: dict[int, list[Write]] = field(default_factory=dict)
    """Identifiers that are written to, with what they get."""
    computed: list[tuple[int, Write]] = field(default_factory=list)
    """Computed keys of patterns, with what they take a part of."""
    stores: list[tuple[int, Write]] = field(default_factory=list)
    """Properties that are written to, with what they get."""
    written: dict[int, list[Write]] = field(default_factory=dict)
    """Names without a binding that are written to, with what they get."""

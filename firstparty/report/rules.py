"""The rules as documentation: `--explain`, and `docs/rules.md` as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from firstparty.rules import Rule


def explain(rule: Rule) -> str:
    """What a rule protects against, an example and the fix, for a terminal."""
    return (
        f"{rule.id} ({rule.severity})\n\n{rule.protects}\n\n"
        f"Instead of\n\n    {rule.example}\n\nwrite\n\n    {rule.fix}\n"
    )


def document(rules: Iterable[Rule]) -> str:
    """The whole of `docs/rules.md`, from `python -m firstparty rules`."""
    return "\n".join([_HEAD, *map(_section, rules)])


_HEAD = """\
# Rules

Generated from `firstparty/rules/` by `python -m firstparty rules`; a test fails when it is stale.
Each rule has its file there, under the name of its heading.
"""


def _section(rule: Rule) -> str:
    return f"""\
## {rule.id}

{rule.severity.capitalize()}.
{rule.protects}

Instead of

{_fenced(rule.example)}

write

{_fenced(rule.fix)}
"""


def _fenced(code: str) -> str:
    return f"```text\n{code}\n```"

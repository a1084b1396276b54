"""The verbs: what the documentation has people type exists."""

from __future__ import annotations

import re
from pathlib import Path

from invoke.tasks import Task

import tasks

ROOT = Path(__file__).parents[2]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))


def test_every_task_can_be_called() -> None:
    """Each task of the file is a verb, alone or below another."""
    written = {value.name for value in vars(tasks).values() if isinstance(value, Task)}
    assert {name.rpartition(".")[2] for name in tasks.namespace.task_names} == written


def test_every_verb_that_a_page_names_exists() -> None:
    """`inv serve` in a page is a verb, and so is each that stands in code."""
    named = {
        (page.name, verb)
        for page in PAGES
        for code in re.findall(r"```.*?```|`[^`\n]*`", page.read_text("utf-8"), re.DOTALL)
        for verb in re.findall(r"\binv (?!legal\.…)([a-z]+(?:\.[a-z]+)?)", code)
    }
    assert len(named) > 10
    assert sorted(each for each in named if each[1] not in tasks.namespace.task_names) == []

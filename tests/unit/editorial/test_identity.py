"""Ids of clauses beside those that the templates give."""

from __future__ import annotations

import re
from pathlib import Path

from editorial.identity import TAKEN

TEMPLATES = Path(__file__).parents[3] / "theme" / "templates"


def test_what_templates_call_parts_of_a_page_is_taken() -> None:
    """Every id that a template writes out; those in `{{ … }}` are ids of clauses."""
    texts = [path.read_text("utf-8") for path in TEMPLATES.rglob("*") if path.is_file()]
    assert {name for text in texts for name in re.findall(r'\sid="([^"{]*)"', text)} == TAKEN

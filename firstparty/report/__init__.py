"""Findings to text; nothing is computed here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from firstparty.report import github, json, junit, rules, sarif, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from firstparty.model import Report

__all__ = ["FORMATS", "rules"]

FORMATS: Final[dict[str, Callable[[Report], str]]] = {
    "text": text.render,
    "json": json.render,
    "sarif": sarif.render,
    "junit": junit.render,
    "github": github.render,
}

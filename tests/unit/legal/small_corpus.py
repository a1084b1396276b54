"""The legal texts of the small site, read as the rules read them, after a change or two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editorial import facts, inventory, problems
from editorial.catalogues import Catalogues
from editorial.site import Site
from legal import corpus
from tests.unit.pipeline import small_site

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from legal.corpus import Corpus
    from legal.rules.rule import Rule
    from tests.unit.pipeline.failures import Change


class Words(Catalogues):
    """Says every message as it is."""

    def __init__(self) -> None:
        super().__init__({})

    def translate(self, _lang: str, message: str) -> str:
        return message


def render(template: str, _lang: str, **variables: str) -> str:
    """Give the content that a template was handed, else its name."""
    return variables.get("content", f"<p>{template}</p>")


def of(root: Path, *changes: Change) -> Corpus:
    """Write the small site below `root`, make the changes, and gather its legal texts."""
    small_site.write(root)
    for change in changes:
        change(root)
    with problems.collected() as found:
        pages = inventory.take(root / "content", root)
        site = Site(
            root=root,
            inventory=pages,
            facts=facts.load(root),
            words=Words(),
            render=render,
            address_of="/static/media/{}".format,
            published=lambda _path: False,
        )
        gathered = corpus.gather(site)
    assert [str(finding) for finding in found] == []
    return gathered


def said(rule: Rule, gathered: Corpus) -> list[str]:
    """Give the findings of a rule as an editor reads them, in the order of their places."""
    return lines(rule.findings(gathered))


def lines(findings: Iterable[object]) -> list[str]:
    """Give findings as lines."""
    return sorted(map(str, findings))

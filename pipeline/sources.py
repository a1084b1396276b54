"""Where a finding in a published file comes from: the text or the template that wrote it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from firstparty.model import Finding, Location
from messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from editorial.inventory import Inventory


def trace(findings: Iterable[Finding], inventory: Inventory, root: Path) -> tuple[Finding, ...]:
    """Give the findings at places that an editor can change; messages keep the published ones.

    What one line of a template does to many pages is one finding.
    """
    places: dict[Finding, list[Location]] = {}
    for finding in findings:
        source = replace(finding, location=_source(finding, inventory, root) or finding.location)
        places.setdefault(source, []).append(finding.location)
    return tuple(_published(source, found) for source, found in places.items())


def _published(source: Finding, places: list[Location]) -> Finding:
    first, *others = places
    if first == source.location:
        return source
    place = f"{first.path}:{first.line}:{first.column}"
    where = say("published at {place}", place=place)
    if others:
        where = say("published at {place} and {count} more", place=place, count=len(others))
    return replace(source, message=f"{source.message} ({where})")


def _source(finding: Finding, inventory: Inventory, root: Path) -> Location | None:
    """Give the place that wrote what was found, or None.

    The exact text is looked for in the page's own source, then in the theme and the pictures.
    Where it stands in none as it was published, the finding names the page's source without a line.
    """
    address = "/" + finding.location.path.removesuffix("index.html")
    document = inventory.by_address.get(address)
    candidates: list[Path] = [root / document.name] if document else []
    for folder in ("theme", "content/images"):
        candidates += sorted(path for path in (root / folder).rglob("*") if path.is_file())
    place = next(_places(finding, candidates, root), None)
    return Location(document.name) if place is None and document is not None else place


def _places(finding: Finding, candidates: list[Path], root: Path) -> Iterator[Location]:
    for needle in (finding.evidence, finding.url):
        for path in candidates if needle else ():
            text = path.read_bytes().decode("utf-8", "replace")
            offset = text.find(str(needle))
            if offset >= 0:
                line = text.count("\n", 0, offset) + 1
                column = offset - (text.rfind("\n", 0, offset) + 1) + 1
                yield Location(path.relative_to(root).as_posix(), line, column)

"""Where a finding in a published file comes from: the text or the template that wrote it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from firstparty.model import Finding, Location

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from editorial.inventory import Inventory


def trace(finding: Finding, inventory: Inventory, root: Path) -> Finding:
    """Give the finding at the place an editor can change; its message keeps the published one.

    The exact text is looked for in the page's own source, then in the theme. Where it stands in
    neither as it was published, the finding names the page's source without a line.
    """
    published = finding.location
    address = "/" + published.path.removesuffix("index.html")
    document = inventory.by_address.get(address)
    candidates: list[Path] = [root / document.name] if document else []
    candidates += [path for path in sorted((root / "theme").rglob("*")) if path.is_file()]
    place = next(_places(finding, candidates, root), None)
    if place is None and document is not None:
        place = Location(document.name)
    if place is None:
        return finding
    where = f"published at {published.path}:{published.line}:{published.column}"
    return replace(finding, location=place, message=f"{finding.message} ({where})")


def _places(finding: Finding, candidates: list[Path], root: Path) -> Iterator[Location]:
    for needle in (finding.evidence, finding.url):
        for path in candidates if needle else ():
            text = path.read_bytes().decode("utf-8", "replace")
            offset = text.find(str(needle))
            if offset >= 0:
                line = text.count("\n", 0, offset) + 1
                column = offset - (text.rfind("\n", 0, offset) + 1) + 1
                yield Location(path.relative_to(root).as_posix(), line, column)

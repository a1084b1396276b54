"""The register names clauses of the privacy page: they have to be there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from messages import say
from registers import processing, source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editorial.site import Site
    from firstparty.model import Finding

#: The page that the tables of the register link into.
PAGE = "privacy"


def judge(site: Site) -> Iterator[Finding]:
    """Object to every activity whose clause the page does not have."""
    document = site.inventory.find(PAGE, "de")
    if document is None:
        return
    known = {clause.id for clause in site.text(document).outline.all()}
    written = source.read(site.root / processing.FILE, site.root)
    for name, activity in site.facts.register.activities.items():
        if activity.clause not in known:
            message = say(
                "{file} has no '{{#{clause}}}'; correct the id",
                file=document.name,
                clause=activity.clause,
            )
            key = ("activities", name, "clause")
            yield written.finding(key, "unknown-clause", message, activity.clause)

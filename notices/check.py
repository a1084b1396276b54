"""What `inv check` says of the legal texts, beyond what stops a build."""

from __future__ import annotations

from typing import TYPE_CHECKING

from notices import corpus
from notices.rules import RULES

if TYPE_CHECKING:
    from editorial.site import Site
    from firstparty.model import Finding


def check(site: Site) -> tuple[Finding, ...]:
    """Give the findings of every rule, in the order of their places."""
    gathered = corpus.gather(site)
    found = {finding for rule in RULES for finding in rule.findings(gathered)}
    return tuple(sorted(found, key=lambda f: (f.location, f.rule, f.message)))

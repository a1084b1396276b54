"""A symbolic link that leads out of the folder."""

from __future__ import annotations

from firstparty.model import Severity, Use
from firstparty.rules.rule import Rule

RULE = Rule(
    id="escaping-symbolic-link",
    severity=Severity.ERROR,
    uses=frozenset({Use.ESCAPING_SYMLINK}),
    problem='"{evidence}" leads out of the folder to "{detail}"',
    remedy="publish a copy of the file",
    protects="What lies outside the folder is not part of what is checked, but may be delivered.",
    example="page.html → /var/www/other/page.html",
    fix="page.html",
)

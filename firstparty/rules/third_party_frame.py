"""A frame or embedded object from another host."""

from __future__ import annotations

from firstparty.model import Severity, Use
from firstparty.rules.rule import Rule

RULE = Rule(
    id="third-party-frame",
    severity=Severity.ERROR,
    uses=frozenset({Use.FRAME}),
    problem='{where} would show "{evidence}" from {host}',
    remedy="put a link in its place, or a picture made here that is one",
    protects=(
        "A framed page runs its own scripts and sets its own cookies; a blocked frame "
        "still costs a look-up of the name."
    ),
    example='<iframe src="https://video.example/embed/1"></iframe>',
    fix='<a href="https://video.example/watch/1">Watch the film at video.example</a>',
)

"""Sound, film or subtitles from another host."""

from __future__ import annotations

from firstparty.model import Severity, Use
from firstparty.rules.rule import Rule

RULE = Rule(
    id="third-party-media",
    severity=Severity.ERROR,
    uses=frozenset({Use.MEDIA}),
    problem='{where} would play "{evidence}" from {host}',
    remedy="copy the file into the site, or put a link in its place",
    protects="Players fetch the beginning of a file before anybody presses play.",
    example='<video src="https://media.example/film.mp4"></video>',
    fix='<video src="/media/film.mp4"></video>',
)

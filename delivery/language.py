"""The language at `/`: the cookie `language`, else Accept-Language by its weights, else German."""

from __future__ import annotations

import re

LANGUAGES = ("de", "en")
DEFAULT = "de"
COOKIE = "language"

#: One element of Accept-Language (RFC 9110 § 12.5.4, qvalue as in § 12.4.2), blanks at its ends;
#: whatever does not match is passed over. Every server's own form of this choice
#: (`delivery/servers/choice/`) reads the same grammar, and one test asks them all the same.
_RANGE = re.compile(
    r"[ \t]*(?P<tag>[a-z0-9-]+|\*)[ \t]*"
    r"(?:;[ \t]*q=(?P<weight>0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?)[ \t]*)?"
)


def choose_language(cookie: str | None, accept_language: str | None) -> str:
    """Give `de` or `en` for a visitor; never fails, whatever the headers hold.

    A range matches a language that it starts with (`de-AT` is answered in German), as in
    RFC 4647 § 3.4; `*` stands for the languages that no other range matches; weight 0 means
    "not this one" (RFC 9110 § 12.4.2, § 12.5.4). Equal weights: the one named first.
    """
    if cookie in LANGUAGES:
        return cookie
    found = map(_RANGE.fullmatch, (accept_language or "").lower().split(","))
    ranges = [(match["tag"], float(match["weight"] or 1)) for match in found if match]
    ranges.sort(key=lambda entry: -entry[1])  # stable: of equal weights the one named first
    weights = {language: _weight(language, ranges) for language in LANGUAGES}
    if not any(weights.values()):
        return DEFAULT
    return max(LANGUAGES, key=lambda language: (weights[language], -_place(language, ranges)))


def _weight(language: str, ranges: list[tuple[str, float]]) -> float:
    """Weigh one language; a refusal of exactly this language outdoes its regional variants."""
    if (language, 0.0) in ranges:
        return 0.0
    named = [weight for tag, weight in ranges if weight and _covers(tag, language)]
    anything = [weight for tag, weight in ranges if tag == "*"]
    return max(named or anything, default=0.0)


def _place(language: str, ranges: list[tuple[str, float]]) -> int:
    found = (at for at, (tag, weight) in enumerate(ranges) if weight and _covers(tag, language))
    return next(found, len(ranges))


def _covers(tag: str, language: str) -> bool:
    return tag == language or tag.startswith(f"{language}-")

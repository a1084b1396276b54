"""The language at `/`: the cookie `language`, else Accept-Language by its weights, else German."""

from __future__ import annotations

from werkzeug.http import parse_accept_header

LANGUAGES = ("de", "en")
DEFAULT = "de"
COOKIE = "language"


def choose_language(cookie: str | None, accept_language: str | None) -> str:
    """Give `de` or `en` for a visitor; never fails, whatever the headers hold.

    A range matches a language that it starts with (`de-AT` is answered in German), as in
    RFC 4647 § 3.4; `*` stands for the languages that no other range matches; weight 0 means
    "not this one" (RFC 9110 § 12.4.2, § 12.5.4). Equal weights: the one named first.
    """
    if cookie in LANGUAGES:
        return cookie
    # werkzeug parses and sorts by weight, stably; its own best_match prefers `en` in
    # `de-AT, en;q=0.5`, because it tries exact matches first.
    ranges = [(tag.lower(), weight) for tag, weight in parse_accept_header(accept_language or "")]
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
    return next((at for at, (tag, _) in enumerate(ranges) if _covers(tag, language)), len(ranges))


def _covers(tag: str, language: str) -> bool:
    return tag == language or tag.startswith(f"{language}-")

"""The cases of the language choice at `/`, for the function and for every real server alike."""

from __future__ import annotations

from typing import NamedTuple


class Case(NamedTuple):
    """Which language a visitor with these headers gets, and why."""

    fact: str
    cookie: str | None
    accept_language: str | None
    language: str


CASES = (
    Case("no header at all: German", None, None, "de"),
    Case("empty header: German", None, "", "de"),
    Case("English alone", None, "en", "en"),
    Case("German alone", None, "de", "de"),
    Case("another language: German", None, "fr", "de"),
    Case("weights count, not the order", None, "de;q=0.1,en;q=0.9", "en"),
    Case("the same the other way round", None, "en;q=0.1,de;q=0.9", "de"),
    Case("no weight means 1", None, "de;q=0.9, en", "en"),
    Case("equal weights: the one named first", None, "en, de", "en"),
    Case("equal weights, German first", None, "de, en", "de"),
    Case("equal explicit weights", None, "en;q=0.5, de;q=0.5", "en"),
    Case("Austria reads German", None, "de-AT", "de"),
    Case("Austria before any English", None, "de-AT, en;q=0.5", "de"),
    Case("England before any German", None, "en-GB, de;q=0.5", "en"),
    Case("script and region", None, "de-Latn-DE-1996, en;q=0.9", "de"),
    Case("as a German Chromium asks", None, "de-DE,de;q=0.9,en-US;q=0.8,en;q=0.7", "de"),
    Case("as an American Chromium asks", None, "en-US,en;q=0.9", "en"),
    Case("a foreign browser with some English", None, "fr-FR,fr;q=0.9,en;q=0.4", "en"),
    Case("Danish is not German", None, "den, en;q=0.1", "en"),
    Case("weight 0 refuses German", None, "de;q=0, en;q=0.1", "en"),
    Case("weight 0 refuses German, the rest is welcome", None, "de;q=0, *;q=0.5", "en"),
    Case("weight 0 for English, the rest is welcome", None, "en;q=0.0, *", "de"),
    Case("both refused: German", None, "de;q=0, en;q=0", "de"),
    Case("everything refused: German", None, "*;q=0", "de"),
    Case("only English is not refused", None, "en;q=0.3, *;q=0", "en"),
    Case("refusing German of Germany refuses English to nobody", None, "de-DE;q=0, en", "en"),
    Case("refusing a region is not refusing the language", None, "de-AT;q=0, *;q=0.5", "de"),
    Case("refusing one English is not asking for English", None, "en-GB;q=0, *", "de"),
    Case("anything: German", None, "*", "de"),
    Case("a star weighs for the one not named", None, "en;q=0.3, *;q=0.8", "de"),
    Case("a star weighs for the one not named, German named", None, "de;q=0.3, *;q=0.8", "en"),
    Case("a star does not outweigh a name", None, "en;q=0.8, *;q=0.3", "en"),
    Case("case does not matter", None, "EN-us;Q=0.9, DE;q=0.1", "en"),
    Case("spaces do not matter", None, " de ; q=0.2 , en ; q=0.7 ", "en"),
    Case("three decimals", None, "de;q=0.998, en;q=0.999", "en"),
    Case("a weight above 1 is no weight", None, "de;q=2, en;q=0.1", "en"),
    Case("a weight that is no number", None, "de;q=much, en;q=0.1", "en"),
    Case("nonsense: German", None, ";;;=,,q=1", "de"),
    Case("the cookie outdoes the header", "en", "de", "en"),
    Case("the cookie outdoes the header, German", "de", "en", "de"),
    Case("an unknown cookie is ignored", "fr", "en", "en"),
    Case("an empty cookie is ignored", "", "en", "en"),
    Case("a cookie in other letters is ignored", "EN", "de", "de"),
    Case("a long cookie is ignored", "en" * 500, None, "de"),
)

"""What somebody changes stays an error until it is confirmed and published."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from notices.rules import unconfirmed_pair, unknown_document, unpublished_change
from tests.unit.notices.planted import ENGLISH, LEDGER, Planted, english, german
from tests.unit.pipeline.failures import PRIVACY, edit, remove

if TYPE_CHECKING:
    from pathlib import Path

PAIR, CHANGE, UNKNOWN = unconfirmed_pair.RULE, unpublished_change.RULE, unknown_document.RULE
KEPT = "content/legal/revisions/privacy/1.de.html"
COOKIES = (
    'cookies = { de = "6e56c75b3048606f", en = "6e56c75b3048606f", confirmed = 2026-11-25, '
    'by = "Ada", kind = "clarification" }\n'
)
CLAUSE_GONE = (
    edit(PRIVACY, "2. Mehr in [](#cookies). {#access-data-more}\n", ""),
    edit(ENGLISH, "2. There is more in [](#cookies). {#access-data-more}\n", ""),
)
RENAMED = (
    edit(LEDGER, "[documents.rights]", "[documents.other]"),
    edit(LEDGER, "[[documents.rights.", "[[documents.other."),
    edit(LEDGER, "[documents.rights.", "[documents.other."),
)
KIND = "--kind typo`, or clarification, or 'material change'"
ART = "aus, bei einer Klarstellung mit clarification, bei einer wesentlichen Änderung mit"


PLANTED = [
    Planted(
        "a pair that was never confirmed",
        PAIR,
        (edit(LEDGER, COOKIES, ""),),
        (
            f"{PRIVACY}:18:1: nobody has confirmed that both languages of 'privacy#cookies' say "
            "the same; read both, then run "
            "`inv legal.confirm privacy#cookies --kind clarification`",
        ),
        (
            f"{PRIVACY}:18:1: niemand hat bestätigt, dass beide Sprachen von 'privacy#cookies' "
            "dasselbe sagen; lesen Sie beide, und führen Sie dann "
            "`inv legal.confirm privacy#cookies --kind clarification` aus",
        ),
    ),
    Planted(
        "a change in German only",
        PAIR,
        (german("Anders."),),
        (
            f"{PRIVACY}:20:1: 'privacy#cookies-list' changed here since 2026-11-25, and {ENGLISH} "
            "did not; change it there too, then run "
            f"`inv legal.confirm privacy#cookies-list {KIND}",
        ),
        (
            f"{PRIVACY}:20:1: 'privacy#cookies-list' wurde nach dem 2026-11-25 hier geändert, in "
            f"{ENGLISH} aber nicht; ändern Sie den Text auch dort, und führen Sie dann "
            f"`inv legal.confirm privacy#cookies-list --kind typo` {ART} 'material change'",
        ),
    ),
    Planted(
        "a change in English only",
        PAIR,
        (english("Different."),),
        (
            f"{ENGLISH}:20:1: 'privacy#cookies-list' changed here since 2026-11-25, and {PRIVACY} "
            "did not; change it there too, then run "
            f"`inv legal.confirm privacy#cookies-list {KIND}",
        ),
    ),
    Planted(
        "a change in both languages",
        PAIR,
        (german("Anders."), english("Different.")),
        (
            f"{PRIVACY}:20:1: 'privacy#cookies-list' changed in both languages since 2026-11-25; "
            "see that both say the same, then run "
            f"`inv legal.confirm privacy#cookies-list {KIND}",
        ),
        (
            f"{PRIVACY}:20:1: 'privacy#cookies-list' wurde nach dem 2026-11-25 in beiden Sprachen "
            "geändert; prüfen Sie, ob beide dasselbe sagen, und führen Sie dann "
            f"`inv legal.confirm privacy#cookies-list --kind typo` {ART} 'material change'",
        ),
    ),
    Planted(
        "a clause that is gone and still confirmed",
        PAIR,
        CLAUSE_GONE,
        (
            f"{LEDGER}:18:1: the clause 'access-data-more' is gone from {PRIVACY}; restore it, or "
            "run `inv legal.confirm privacy#access-data-more` to forget it",
        ),
        (
            f"{LEDGER}:18:1: die Klausel 'access-data-more' steht nicht mehr in {PRIVACY}; stellen "
            "Sie sie wieder her, oder streichen Sie sie mit "
            "`inv legal.confirm privacy#access-data-more`",
        ),
    ),
    Planted(
        "words that no revision has",
        CHANGE,
        (german("Die Liste nennt jedes Cookie."),),
        (
            f"{PRIVACY}:20:1: the clause 'cookies-list' is not what revision 1 says: 'Liste' "
            "stands where 'Tabelle' stood; publish it, `inv legal.revise privacy`, or take the "
            "change back",
        ),
        (
            f"{PRIVACY}:20:1: die Klausel 'cookies-list' weicht von Fassung 1 ab: statt 'Tabelle' "
            "steht dort 'Liste'; veröffentlichen Sie das mit `inv legal.revise privacy`, oder "
            "nehmen Sie die Änderung zurück",
        ),
    ),
    Planted(
        "many words that no revision has",
        CHANGE,
        (english("Here is a new sentence that says much more than before."),),
        (
            f"{ENGLISH}:20:1: the clause 'cookies-list' is not what revision 1 says: "
            "'Here is a new sentence that says much …' stands where "
            "'The table names every cookie.' stood; publish it, `inv legal.revise privacy`, or "
            "take the change back",
        ),
    ),
    Planted(
        "a fact of a register that changed",
        CHANGE,
        (edit("company.toml", "Hafenstraße 1", "Hafenstraße 2"),),
        tuple(
            f"{path}:26:1: the clause 'more-address' is not what revision 1 says: '2,' stands "
            "where '1,' stood; publish it, `inv legal.revise privacy`, or take the change back"
            for path in (PRIVACY, ENGLISH)
        ),
    ),
    Planted(
        "a published clause that is gone",
        CHANGE,
        CLAUSE_GONE,
        tuple(
            f"{path}:7:1: the clause 'access-data-more' of revision 1 is gone; publish that, "
            "`inv legal.revise privacy`, or restore it"
            for path in (PRIVACY, ENGLISH)
        ),
        tuple(
            f"{path}:7:1: die Klausel 'access-data-more' aus Fassung 1 fehlt; veröffentlichen Sie "
            "das mit `inv legal.revise privacy`, oder stellen Sie sie wieder her"
            for path in (PRIVACY, ENGLISH)
        ),
    ),
    Planted(
        "a newest revision without its text",
        CHANGE,
        (remove(KEPT),),
        (
            f"{LEDGER}:4:3: {KEPT}, the text of revision 1, is missing; restore it from the "
            "history of the repository, or record it with `inv legal.revise privacy`",
        ),
        (
            f"{LEDGER}:4:3: {KEPT}, der Text von Fassung 1, fehlt; stellen Sie die Datei aus dem "
            "Verlauf des Repositorys wieder her, oder schreiben Sie sie mit "
            "`inv legal.revise privacy`",
        ),
    ),
    Planted(
        "a text without a revision",
        CHANGE,
        RENAMED,
        tuple(
            f"content/legal/rights.{lang}.md:5:1: 'rights' has no revision; publish it with "
            "`inv legal.revise rights`"
            for lang in ("de", "en")
        ),
        tuple(
            f"content/legal/rights.{lang}.md:5:1: 'rights' hat keine Fassung; veröffentlichen Sie "
            "eine mit `inv legal.revise rights`"
            for lang in ("de", "en")
        ),
    ),
    Planted(
        "a revision of a text that is not there",
        UNKNOWN,
        RENAMED,
        (
            f"{LEDGER}:73:2: there is no text 'other' in content/legal/; "
            "correct the name here, or take its entries away",
        ),
        (
            f"{LEDGER}:73:2: einen Text 'other' gibt es in content/legal/ nicht; "
            "berichtigen Sie hier den Namen, oder nehmen Sie seine Einträge heraus",
        ),
    ),
    Planted(
        "a snippet that is not there",
        UNKNOWN,
        (edit(LEDGER, "\nparagraph = {", "\nparagraf = {"),),
        (
            f"{LEDGER}:89:1: there is no text 'paragraf' in content/legal/snippets/; "
            "correct the name here, or take its entries away",
        ),
    ),
]

SOUND = [
    Planted("the settled site", UNKNOWN, ()),
    Planted("the settled site", PAIR, ()),
    Planted("the settled site", CHANGE, ()),
    Planted("other line breaks", PAIR, (german("Die  Tabelle\n   nennt jedes Cookie."),)),
    Planted("other line breaks", CHANGE, (german("Die  Tabelle\n   nennt jedes Cookie."),)),
    Planted(
        "another address of the site",
        CHANGE,
        (edit("company.toml", "https://maps.example", "https://karten.example"),),
    ),
]


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: planted.fact)
def test_planted(planted: Planted, tmp_path: Path) -> None:
    """Each step that somebody left out is named at its place, with the command that does it."""
    assert planted.said(tmp_path) == planted.says


@pytest.mark.parametrize(
    "planted", [p for p in PLANTED if p.says_german], ids=lambda planted: planted.fact
)
def test_planted_in_german(planted: Planted, tmp_path: Path) -> None:
    """An editor who reads German is told the same."""
    assert planted.said(tmp_path, "de") == planted.says_german


@pytest.mark.parametrize("sound", SOUND, ids=lambda sound: f"{sound.rule.name}: {sound.fact}")
def test_sound(sound: Planted, tmp_path: Path) -> None:
    """What was confirmed and published, or changes nothing for a reader, is silent."""
    assert sound.said(tmp_path) == ()

"""A command that refuses says why and what to do, and leaves every file as it was."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from messages import speaking
from notices.commands import CannotDoError, Stamp
from notices.confirm import confirm
from notices.enact import enact
from notices.revise import Wish, revise
from tests.unit.notices import small_corpus
from tests.unit.notices.acting import (
    BOTH,
    CLAUSE_GONE,
    EVE,
    NEXT,
    SUMMARY,
    coming,
    confirmed,
    files,
    material,
)
from tests.unit.notices.planted import ENGLISH, german
from tests.unit.pipeline.failures import PRIVACY, edit

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from notices.corpus import Corpus
    from tests.unit.pipeline.failures import Change

    Command = Callable[[Corpus], object]

ADA = Stamp("Ada", dt.date(2026, 11, 25))


@dataclass(frozen=True)
class Refusal:
    """What was done before, the command, and what it says in English and in German."""

    fact: str
    before: Callable[[Path], object]
    command: Command
    english: str
    german: str


def sound(root: Path) -> None:
    """Leave the small site as it is."""
    small_corpus.of(root)


def changed(*changes: Change) -> Callable[[Path], object]:
    """Make changes that somebody confirms."""
    return lambda root: confirmed(root, *changes)


def changed_draft(root: Path) -> None:
    """Take a clause out of a draft that somebody confirmed with it."""
    texts = ("content/legal/rights.de.md", "content/legal/rights.en.md")
    small_corpus.of(
        root, *(edit(path, "Text.", "Text.\n\n## Mehr {#more}\n\nX.") for path in texts)
    )
    confirm(small_corpus.read(root), "rights", "clarification", ADA)
    revise(small_corpus.read(root), "rights", Wish(), ADA)
    for path in texts:
        edit(path, "\n\n## Mehr {#more}\n\nX.", "")(root)


def revising(wish: Wish, stamp: Stamp = EVE, name: str = "privacy") -> Command:
    """Publish the notice."""
    return lambda gathered: revise(gathered, name, wish, stamp)


def confirming(target: str) -> Command:
    """Confirm a target as a clarification."""
    return lambda gathered: confirm(gathered, target, "clarification", EVE)


def enacting(day: dt.date) -> Command:
    """Let the notice apply that is coming."""
    return lambda gathered: enact(gathered, "privacy", Stamp("Eve", day))


REFUSALS = [
    Refusal(
        "a new revision needs its kind",
        changed(*BOTH),
        revising(Wish(summary=SUMMARY)),
        "a new revision needs its kind and what changed: --kind typo, clarification or "
        '\'material change\', --summary-de "…" and --summary-en "…"',
        "eine neue Fassung braucht ihre Art und was sich ändert: --kind typo "
        "(Tippfehler), clarification (Klarstellung) oder 'material change' (wesentliche "
        'Änderung), --summary-de "…" und --summary-en "…"',
    ),
    Refusal(
        "and what changed",
        changed(*BOTH),
        revising(Wish(kind="typo")),
        "a new revision needs its kind and what changed: --kind typo, clarification or "
        '\'material change\', --summary-de "…" and --summary-en "…"',
        "eine neue Fassung braucht ihre Art und was sich ändert: --kind typo "
        "(Tippfehler), clarification (Klarstellung) oder 'material change' (wesentliche "
        'Änderung), --summary-de "…" und --summary-en "…"',
    ),
    Refusal(
        "each revision has a day of its own",
        changed(*BOTH),
        revising(NEXT, ADA),
        "revision 1 was published on 2026-11-25; the next one needs a later day",
        "Fassung 1 wurde am 2026-11-25 veröffentlicht; die nächste braucht einen späteren Tag",
    ),
    Refusal(
        "a material change needs a day",
        changed(*BOTH),
        revising(material()),
        "a material change needs the day on which it takes effect: --effective 2027-01-09 or later",
        "eine wesentliche Änderung braucht den Tag, ab dem sie gilt: --effective "
        "2027-01-09 oder später",
    ),
    Refusal(
        "and 30 days",
        changed(*BOTH),
        revising(material(dt.date(2027, 1, 8))),
        "a material change takes effect no sooner than 2027-01-09, 30 days after "
        'publication; choose a later day, or say why not: --reason-de "…" and '
        '--reason-en "…"',
        "eine wesentliche Änderung gilt frühestens ab 2027-01-09, 30 Tage nach der "
        "Veröffentlichung; wählen Sie einen späteren Tag, oder nennen Sie den Grund: "
        '--reason-de "…" und --reason-en "…"',
    ),
    Refusal(
        "no day of the past",
        changed(*BOTH),
        revising(Wish(dt.date(2026, 12, 9), "typo", SUMMARY)),
        "2026-12-09 lies before 2026-12-10, the day of publication; choose that day or a later one",
        "2026-12-09 liegt vor 2026-12-10, dem Tag der Veröffentlichung; wählen Sie "
        "diesen Tag oder einen späteren",
    ),
    Refusal(
        "a vanished clause",
        changed(*CLAUSE_GONE),
        revising(NEXT),
        "the clause 'access-data-more' of revision 1 is gone; say where its content "
        "went, `--moved access-data-more=another-clause`, or `--moved access-data-more=` "
        "for nowhere",
        "die Klausel 'access-data-more' aus Fassung 1 fehlt; sagen Sie mit `--moved "
        "access-data-more=andere-klausel`, wo ihr Inhalt jetzt steht, oder mit `--moved "
        "access-data-more=`, dass er entfallen ist",
    ),
    Refusal(
        "a vanished clause of a draft that the ledger still pairs",
        changed_draft,
        revising(Wish(), name="rights"),
        "the clause 'more' is gone from 'rights' and still confirmed; say where its content "
        "went, `--moved more=another-clause`, or forget it, `inv legal.confirm rights#more`",
        "die Klausel 'more' steht nicht mehr in 'rights', ist aber noch bestätigt; sagen Sie mit "
        "`--moved more=andere-klausel`, wo ihr Inhalt jetzt steht, oder streichen Sie sie mit "
        "`inv legal.confirm rights#more`",
    ),
    Refusal(
        "a vanished clause that went to where nothing is",
        changed(*CLAUSE_GONE),
        revising(Wish(kind="typo", summary=SUMMARY, moved={"access-data-more": "cookie"})),
        "there is no clause 'cookie'; did you mean 'cookies'?",
        "Klausel 'cookie' gibt es nicht; meinten Sie 'cookies'?",
    ),
    Refusal(
        "a clause that is still there",
        changed(*CLAUSE_GONE),
        revising(Wish(kind="typo", summary=SUMMARY, moved={"cookies": "cookies"})),
        "the clause 'cookies' is still in 'privacy'; leave out its '--moved'",
        "die Klausel 'cookies' steht noch in 'privacy'; lassen Sie ihr '--moved' weg",
    ),
    Refusal(
        "a clause that never was",
        changed(*CLAUSE_GONE),
        revising(Wish(kind="typo", summary=SUMMARY, moved={"access-data-mor": "cookies"})),
        "there is no vanished clause 'access-data-mor'; did you mean 'access-data-more'?",
        "Entfallene Klausel 'access-data-mor' gibt es nicht; meinten Sie 'access-data-more'?",
    ),
    Refusal(
        "where no clause is gone",
        changed(*BOTH),
        revising(Wish(kind="typo", summary=SUMMARY, moved={"a": "b", "b": "a"})),
        "no clause of 'privacy' is gone; leave out '--moved'",
        "in 'privacy' fehlt keine Klausel; lassen Sie '--moved' weg",
    ),
    Refusal(
        "a clause that went in a circle",
        changed(*CLAUSE_GONE),
        revising(
            Wish(kind="typo", summary=SUMMARY, moved={"access-data-more": "access-data-more"})
        ),
        "'--moved' leads from 'access-data-more' round in a circle; name a clause of the text",
        "'--moved' führt von 'access-data-more' im Kreis; nennen Sie eine Klausel, die im Text "
        "steht",
    ),
    Refusal(
        "another number for a draft",
        changed_draft,
        revising(Wish(dt.date(2027, 1, 1), version="1.0.0"), name="rights"),
        "revision 1 of 'rights' is a draft and keeps its number; leave out '--revision'",
        "Fassung 1 von 'rights' ist ein Entwurf und behält ihre Nummer; lassen Sie "
        "'--revision' weg",
    ),
    Refusal(
        "a number that is taken",
        changed(*BOTH),
        revising(Wish(kind="typo", summary=SUMMARY, version="1")),
        "'privacy' already has a revision 1; choose another number, or leave out '--revision'",
        "'privacy' hat schon eine Fassung 1; wählen Sie eine andere Nummer, oder lassen Sie "
        "'--revision' weg",
    ),
    Refusal(
        "a pair that nobody confirmed",
        lambda root: small_corpus.of(root, *BOTH),
        revising(NEXT),
        f"{PRIVACY}:20: 'privacy#cookies-list' changed in both languages since "
        "2026-11-25; see that both say the same, then run `inv legal.confirm "
        "privacy#cookies-list --kind typo`, or clarification, or 'material change'",
        f"{PRIVACY}:20: 'privacy#cookies-list' wurde nach dem 2026-11-25 in beiden "
        "Sprachen geändert; prüfen Sie, ob beide dasselbe sagen, und führen Sie dann "
        "`inv legal.confirm privacy#cookies-list --kind typo` aus, bei einer "
        "Klarstellung mit clarification, bei einer wesentlichen Änderung mit 'material "
        "change'",
    ),
    Refusal(
        "one language only",
        lambda root: small_corpus.of(root, german("Anders.")),
        revising(NEXT),
        f"{PRIVACY}:20: 'privacy#cookies-list' changed here since 2026-11-25, and "
        f"{ENGLISH} did not; change it there too, then run `inv legal.confirm "
        "privacy#cookies-list --kind typo`, or clarification, or 'material change'",
        f"{PRIVACY}:20: 'privacy#cookies-list' wurde nach dem 2026-11-25 hier geändert, "
        f"in {ENGLISH} aber nicht; ändern Sie den Text auch dort, und führen Sie dann "
        "`inv legal.confirm privacy#cookies-list --kind typo` aus, bei einer "
        "Klarstellung mit clarification, bei einer wesentlichen Änderung mit 'material "
        "change'",
    ),
    Refusal(
        "nothing changed",
        sound,
        revising(NEXT),
        "'privacy' has not changed since revision 1; nothing to publish",
        "'privacy' ist seit Fassung 1 unverändert; es gibt nichts zu veröffentlichen",
    ),
    Refusal(
        "no such document",
        sound,
        revising(NEXT, name="privcay"),
        "there is no document 'privcay'; did you mean 'privacy'?",
        "Dokument 'privcay' gibt es nicht; meinten Sie 'privacy'?",
    ),
    Refusal(
        "nothing to confirm",
        sound,
        confirming("privacy"),
        "'privacy' has not changed since it was confirmed; nothing to do",
        "'privacy' ist unverändert, seit es bestätigt wurde; es ist nichts zu tun",
    ),
    Refusal(
        "no such clause",
        sound,
        confirming("privacy#cookie"),
        "there is no clause 'cookie'; did you mean 'cookies'?",
        "Klausel 'cookie' gibt es nicht; meinten Sie 'cookies'?",
    ),
    Refusal(
        "no such text",
        sound,
        confirming("zzz"),
        "there is no text 'zzz'; known are accessibility, for-customers, imprint, "
        "paragraph, privacy, rights",
        "Text 'zzz' gibt es nicht; bekannt sind accessibility, for-customers, imprint, "
        "paragraph, privacy, rights",
    ),
    Refusal(
        "nothing is coming",
        sound,
        enacting(dt.date(2027, 1, 9)),
        "no revision of 'privacy' is coming; nothing to do",
        "zu 'privacy' steht keine Fassung bevor; es ist nichts zu tun",
    ),
    Refusal(
        "its day has not come",
        coming,
        enacting(dt.date(2027, 1, 8)),
        "revision 2 of 'privacy' applies from 2027-01-09 only; wait for that day",
        "Fassung 2 von 'privacy' gilt erst ab 2027-01-09; warten Sie diesen Tag ab",
    ),
]


@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda refusal: refusal.fact)
def test_refusal(refusal: Refusal, tmp_path: Path) -> None:
    """Why, and what to do, in both languages; and nothing is written."""
    refusal.before(tmp_path)
    gathered, before = small_corpus.read(tmp_path), files(tmp_path)
    said = []
    for lang in ("en", "de"):
        with speaking(lang), pytest.raises(CannotDoError) as caught:
            refusal.command(gathered)
        said.append(str(caught.value))
    assert said == [refusal.english, refusal.german]
    assert files(tmp_path) == before

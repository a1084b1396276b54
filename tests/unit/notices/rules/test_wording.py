"""How a legal text says things: no typed period, no law of yesterday, nothing left vague."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from notices.rules import (
    hedge,
    long_sentence,
    passive_without_actor,
    stale_law,
    typed_period,
    unproven_absolute,
)
from tests.unit.notices.planted import ENGLISH, Planted, english, german
from tests.unit.pipeline.failures import PRIVACY, edit

if TYPE_CHECKING:
    from pathlib import Path

HEDGE, LONG, PASSIVE = hedge.RULE, long_sentence.RULE, passive_without_actor.RULE
STALE, PERIOD, ABSOLUTE = stale_law.RULE, typed_period.RULE, unproven_absolute.RULE
SNIPPET = "content/legal/snippets/paragraph.{}.md"
LONG_SENTENCE = f"Es gilt: {' '.join(['wort'] * 29)}."
INTRODUCED = "(Art. 37 DDG-Einführungsgesetz, BGBl. 2024 I Nr. 149)"
UNKNOWN = (
    "is no period of the register; enter it below [retention] in processing.toml and write its "
    "placeholder"
)

PLANTED = [
    Planted(
        "a period of the register, typed",
        PERIOD,
        (german("Das dauert 90 Tage."),),
        (
            f"{PRIVACY}:20:15: '90 Tage' is typed; write the fact of the register: "
            "{{ retention.logs }}",
        ),
        (
            f"{PRIVACY}:20:15: '90 Tage' ist von Hand geschrieben; schreiben Sie die Angabe des "
            "Registers: {{ retention.logs }}",
        ),
    ),
    Planted(
        "a period of no register, in words",
        PERIOD,
        (german("Das dauert eine Woche."),),
        (f"{PRIVACY}:20:15: 'eine Woche' {UNKNOWN}",),
        (
            f"{PRIVACY}:20:15: 'eine Woche' ist keine Frist des Registers; tragen Sie sie unter "
            "[retention] in processing.toml ein, und schreiben Sie ihren Platzhalter",
        ),
    ),
    Planted(
        "a period in a text that pages show",
        PERIOD,
        (edit(SNIPPET.format("en"), "Maps by", "Within 12 months: maps by"),),
        (f"{SNIPPET.format('en')}:1:8: '12 months' {UNKNOWN}",),
    ),
    Planted(
        "a hedge",
        HEDGE,
        (german("Das gilt ggf. auch dort."),),
        (
            f"{PRIVACY}:20:13: 'ggf.' leaves open whether it is so; say when it is: "
            "'Das gilt ggf. auch dort.'",
        ),
        (
            f"{PRIVACY}:20:13: 'ggf.' lässt offen, ob es so ist; sagen Sie, wann es so ist: "
            "'Das gilt ggf. auch dort.'",
        ),
    ),
    Planted(
        "a hedge in English",
        HEDGE,
        (english("This may change."),),
        (
            f"{ENGLISH}:20:9: 'may' leaves open whether it is so; say when it is: "
            "'This may change.'",
        ),
    ),
    Planted(
        "a promise that nothing proves",
        ABSOLUTE,
        (german("Wir geben sie niemals weiter."),),
        (
            f"{PRIVACY}:20:18: 'niemals' promises without exception, and no claim of the register "
            "proves it; add {{ claims.… }}, or say it more exactly: "
            "'Wir geben sie niemals weiter.'",
        ),
        (
            f"{PRIVACY}:20:18: 'niemals' verspricht etwas ohne Ausnahme, und keine Zusage des "
            "Registers belegt es; ergänzen Sie {{ claims.… }}, oder sagen Sie es genauer: "
            "'Wir geben sie niemals weiter.'",
        ),
    ),
    Planted(
        "a passive without an actor",
        PASSIVE,
        (german("Die Daten werden dann gelöscht."),),
        (
            f"{PRIVACY}:20:14: 'werden dann gelöscht' does not say who does it; name the actor: "
            "'Die Daten werden dann gelöscht.'",
        ),
        (
            f"{PRIVACY}:20:14: 'werden dann gelöscht' sagt nicht, wer es tut; nennen Sie, wer "
            "handelt: 'Die Daten werden dann gelöscht.'",
        ),
    ),
    Planted(
        "a sentence of 31 words",
        LONG,
        (german(LONG_SENTENCE),),
        (f"{PRIVACY}:20:4: this sentence has 31 words; make two of it: '{LONG_SENTENCE}'",),
        (f"{PRIVACY}:20:4: dieser Satz hat 31 Wörter; machen Sie zwei daraus: '{LONG_SENTENCE}'",),
    ),
    Planted(
        "an act that no longer is",
        STALE,
        (german("Es gilt § 5 TMG."),),
        (f"{PRIVACY}:20:16: 'TMG' is out of date since 2024-05-14 {INTRODUCED}; cite the DDG",),
        (
            f"{PRIVACY}:20:16: 'TMG' ist seit dem 2024-05-14 überholt {INTRODUCED}; "
            "nennen Sie das DDG",
        ),
    ),
]

SOUND = [
    *(Planted("the settled site", rule, ()) for rule in (HEDGE, LONG, PASSIVE)),
    *(Planted("the settled site", rule, ()) for rule in (STALE, PERIOD, ABSOLUTE)),
    Planted(
        "a deadline of the law on another page",
        PERIOD,
        (edit("content/legal/rights.de.md", "\n\nText.", "\n\nSie hören es in einem Monat."),),
    ),
    Planted(
        "code, facts and words that only begin like a period",
        PERIOD,
        (german("Es gilt `30 Tage`, {{ retention.logs }}, 2 Tagebücher."),),
    ),
    Planted(
        "the law of today",
        STALE,
        (german("§ 5 DDG, § 25 TDDDG; das Konto ist gesperrt; Sie erkennen die Seite wieder."),),
    ),
    Planted("a month and a marked word", HEDGE, (english("Since 3 May, `might`."),)),
    Planted("30 words, and a figure", LONG, (german(f"{' '.join(['Wort'] * 30)} 12."),)),
    Planted(
        "a promise that a claim proves", ABSOLUTE, (german("Nie Fremdes: {{ claims.quiet }}"),)
    ),
    Planted("words that only begin like one", ABSOLUTE, (german("Niemand, immerhin, `nie`."),)),
    Planted("a passive with its actor", PASSIVE, (german("Sie werden von uns gelöscht."),)),
    Planted("in English, too", PASSIVE, (english("It is stored by us."),)),
    Planted(
        "what only looks like a passive",
        PASSIVE,
        (german("Wir werden Sie fragen. Es wird Zeit, und alles ist geregelt."),),
    ),
]


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: planted.fact)
def test_planted(planted: Planted, tmp_path: Path) -> None:
    """Each is quoted at its place, with what to write instead."""
    assert planted.said(tmp_path) == planted.says


@pytest.mark.parametrize(
    "planted", [p for p in PLANTED if p.says_german], ids=lambda planted: planted.fact
)
def test_planted_in_german(planted: Planted, tmp_path: Path) -> None:
    """An editor who reads German is told the same."""
    assert planted.said(tmp_path, "de") == planted.says_german


@pytest.mark.parametrize("sound", SOUND, ids=lambda sound: f"{sound.rule.name}: {sound.fact}")
def test_sound(sound: Planted, tmp_path: Path) -> None:
    """What only looks like a defect is none."""
    assert sound.said(tmp_path) == ()

"""Each thing that the law has overtaken is found in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from messages import speaking
from notices.rules import stale_law
from tests.unit.notices import small_corpus
from tests.unit.notices.planted import german
from tests.unit.pipeline.failures import PRIVACY

if TYPE_CHECKING:
    from pathlib import Path

STALE = stale_law.RULE

#: What is out of date, in which column it stands, and what is said then, in both languages.
STALE_WORDS = [
    (
        "Es gilt § 25 TTDSG.",
        "17: 'TTDSG' is out of date since 2024-05-14 "
        "(Art. 8 DDG-Einführungsgesetz, BGBl. 2024 I Nr. 149); cite the TDDDG",
        "17: 'TTDSG' ist seit dem 2024-05-14 überholt (Art. 8 "
        "DDG-Einführungsgesetz, BGBl. 2024 I Nr. 149); nennen Sie das TDDDG",
    ),
    (
        "Es gilt der Privacy Shield.",
        "16: 'Privacy Shield' is out of date since 2020-07-16 (EuGH C-311/18); "
        "name the basis of the transfer that applies (Art. 45 or 46 GDPR)",
        "16: 'Privacy Shield' ist seit dem 2020-07-16 überholt (EuGH C-311/18); "
        "nennen Sie die Grundlage der Übermittlung, die gilt (Art. 45 oder 46 "
        "DSGVO)",
    ),
    (
        "Nutzen Sie die OS-Plattform.",
        "19: 'OS-Plattform' is out of date since 2025-07-20 (Regulation (EU) 2024/3228); "
        "take it out: the platform is closed",
        "19: 'OS-Plattform' ist seit dem 2025-07-20 überholt (Verordnung (EU) "
        "2024/3228); nehmen Sie den Hinweis heraus: die Plattform ist "
        "geschlossen",
    ),
    (
        "Ihre Daten werden dann gesperrt.",
        "9: 'Daten werden dann gesperrt' is out of date since 2018-05-25 (Art. 18 DSGVO); "
        "write that the processing is restricted",
        "9: 'Daten werden dann gesperrt' ist seit dem 2018-05-25 überholt (Art. "
        "18 DSGVO); schreiben Sie, dass die Verarbeitung eingeschränkt ist",
    ),
    (
        "Wir bewahren Rechnungen zehn Jahre auf.",
        "17: 'Rechnungen zehn Jahre' is out of date since 2025-01-01 "
        "(BEG IV, BGBl. 2024 I Nr. 323; § 147 AO); "
        "invoices are kept for 8 years; write the fact of the register",
        "17: 'Rechnungen zehn Jahre' ist seit dem 2025-01-01 überholt (BEG IV, "
        "BGBl. 2024 I Nr. 323; § 147 AO); Rechnungen sind 8 Jahre "
        "aufzubewahren; schreiben Sie die Angabe des Registers",
    ),
    (
        "Damit erkennen Sie unsere Erklärung an.",
        "10: 'erkennen Sie unsere Erklärung an' is out of date since 2018-05-25 (Art. 13 DSGVO); "
        "inform instead: nobody accepts a privacy notice",
        "10: 'erkennen Sie unsere Erklärung an' ist seit dem 2018-05-25 "
        "überholt (Art. 13 DSGVO); informieren Sie stattdessen: niemand muss "
        "eine Datenschutzerklärung anerkennen",
    ),
    (
        "Mit der Nutzung der Seite sind Sie einverstanden.",
        "4: 'Mit der Nutzung der Seite sind Sie einverstanden' is out of date since 2019-10-01 "
        "(EuGH C-673/17); nothing here rests on consent; say the legal basis of the register",
        "4: 'Mit der Nutzung der Seite sind Sie einverstanden' ist seit dem "
        "2019-10-01 überholt (EuGH C-673/17); hier beruht nichts auf einer "
        "Einwilligung; nennen Sie die Rechtsgrundlage des Registers",
    ),
]


@pytest.mark.parametrize(
    ("words", "says", "says_german"), STALE_WORDS, ids=[words for words, *_ in STALE_WORDS]
)
def test_stale(words: str, says: str, says_german: str, tmp_path: Path) -> None:
    """What the law has overtaken is named with the day, the source and what to write."""
    gathered = small_corpus.of(tmp_path, german(words))
    assert small_corpus.said(STALE, gathered) == [f"{PRIVACY}:20:{says}"]
    with speaking("de"):
        assert small_corpus.said(STALE, gathered) == [f"{PRIVACY}:20:{says_german}"]

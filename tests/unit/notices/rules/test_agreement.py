"""Both languages say the same: each way to part is named in the editor's language, where it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from messages import speaking
from notices.check import check
from tests.unit.notices import small_corpus
from tests.unit.pipeline.failures import PRIVACY, edit

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.pipeline.failures import Change

ENGLISH = "content/legal/privacy.en.md"
GLOSSARY = "content/legal/glossary.toml"
PERIOD = "1. Wir bewahren sie {{ retention.logs }} auf."
PERIOD_EN = "1. We keep it for {{ retention.logs }}."
#: Whatever is changed has to be confirmed and published; that is not what these tests are about.
OF_EVERY_CHANGE = {"unconfirmed-pair", "unpublished-change"}
PADDING = "Hier steht noch ein ganzer Satz, der in keiner anderen Sprache vorkommt."


@dataclass(frozen=True)
class Parting:
    """What parts the languages, and what is said about it in each of the editor's languages."""

    fact: str
    changes: tuple[Change, ...]
    english: tuple[str, ...]
    german: tuple[str, ...]


PARTINGS = [
    Parting(
        "a fact in one language only",
        (edit(PRIVACY, PERIOD, f"{PERIOD} In {{{{ company.city }}}}."),),
        (
            f"{PRIVACY}:15:50: '{{{{ company.city }}}}' stands in the clause 'access-data-period' "
            f"more often than in {ENGLISH}; name the same facts in both languages",
        ),
        (
            f"{PRIVACY}:15:50: '{{{{ company.city }}}}' steht in der Klausel 'access-data-period' "
            f"öfter als in {ENGLISH}; nennen Sie in beiden Sprachen dieselben Angaben",
        ),
    ),
    Parting(
        "a link in one language only",
        (edit(ENGLISH, "There is more in [](#cookies).", "There is more below."),),
        (
            f"{PRIVACY}:16:15: the clause 'access-data-more' links to '#cookies' more often than "
            f"{ENGLISH}; link the same places in both languages",
        ),
        (
            f"{PRIVACY}:16:15: die Klausel 'access-data-more' verweist öfter auf '#cookies' als "
            f"{ENGLISH}; verweisen Sie in beiden Sprachen auf dieselben Stellen",
        ),
    ),
    Parting(
        "another provision of law",
        (
            edit(PRIVACY, PERIOD, f"{PERIOD} Art. 6 Abs. 1 lit. f DSGVO."),
            edit(ENGLISH, PERIOD_EN, f"{PERIOD_EN} Art. 6(1)(b) GDPR."),
        ),
        (
            f"{PRIVACY}:15:47: the clause 'access-data-period' cites 'Art. 6 Abs. 1 lit. f DSGVO' "
            f"more often than {ENGLISH}; cite the same provisions in both languages, there in its "
            "own notation",
            f"{ENGLISH}:15:41: the clause 'access-data-period' cites 'Art. 6(1)(b) GDPR' "
            f"more often than {PRIVACY}; cite the same provisions in both languages, there in its "
            "own notation",
        ),
        (
            f"{PRIVACY}:15:47: die Klausel 'access-data-period' nennt 'Art. 6 Abs. 1 lit. f DSGVO' "
            f"öfter als {ENGLISH}; nennen Sie in beiden Sprachen dieselben Vorschriften, dort in "
            "ihrer Schreibweise",
            f"{ENGLISH}:15:41: die Klausel 'access-data-period' nennt 'Art. 6(1)(b) GDPR' "
            f"öfter als {PRIVACY}; nennen Sie in beiden Sprachen dieselben Vorschriften, dort in "
            "ihrer Schreibweise",
        ),
    ),
    Parting(
        "a figure changed in one language only",
        (
            edit(PRIVACY, "nennt jedes Cookie", "nennt 1.000 Cookies"),
            edit(ENGLISH, "names every cookie", "names 1,001 cookies"),
        ),
        (
            f"{PRIVACY}:20:22: the figure '1.000' stands in the clause 'cookies-list' more often "
            f"than in {ENGLISH}; write the same figures in both languages",
            f"{ENGLISH}:20:20: the figure '1,001' stands in the clause 'cookies-list' more often "
            f"than in {PRIVACY}; write the same figures in both languages",
        ),
        (
            f"{PRIVACY}:20:22: die Zahl '1.000' steht in der Klausel 'cookies-list' öfter als in "
            f"{ENGLISH}; schreiben Sie in beiden Sprachen dieselben Zahlen",
            f"{ENGLISH}:20:20: die Zahl '1,001' steht in der Klausel 'cookies-list' öfter als in "
            f"{PRIVACY}; schreiben Sie in beiden Sprachen dieselben Zahlen",
        ),
    ),
    Parting(
        "a sentence that was not translated",
        (edit(ENGLISH, "names every cookie", "nennt jedes Cookie und mehr"),),
        (
            f"{ENGLISH}:20:33: 'und' is a word of the other language; translate it, or mark it: "
            '<span lang="de">und</span>',
        ),
        (
            f"{ENGLISH}:20:33: 'und' ist ein Wort der anderen Sprache; übersetzen Sie es, oder "
            'kennzeichnen Sie es: <span lang="de">und</span>',
        ),
    ),
    Parting(
        "a sentence that is missing",
        (edit(PRIVACY, "jedes Cookie.", f"jedes Cookie. {PADDING} {PADDING}"),),
        (
            f"{ENGLISH}:20:1: the clause 'cookies-list' has 29 characters here and 177 in "
            f"{PRIVACY}; see whether a sentence is missing",
        ),
        (
            f"{ENGLISH}:20:1: die Klausel 'cookies-list' hat hier 29 Zeichen und in {PRIVACY} 177; "
            "prüfen Sie, ob ein Satz fehlt",
        ),
    ),
    Parting(
        "a term without its pair",
        (edit(ENGLISH, "## Controller", "## In charge"),),
        (
            f"{PRIVACY}:7:4: 'Verantwortlicher' has no 'controller' in the clause 'controller' of "
            f"{ENGLISH}; use the pair of the glossary, or add the form to {GLOSSARY}",
        ),
        (
            f"{PRIVACY}:7:4: zu 'Verantwortlicher' fehlt 'controller' in der Klausel 'controller' "
            f"von {ENGLISH}; verwenden Sie das Paar aus dem Glossar, oder ergänzen Sie die Form in "
            f"{GLOSSARY}",
        ),
    ),
    Parting(
        "a word that the glossary replaces",
        (
            edit(GLOSSARY, 'source = "Art', 'not_de = ["Betreiber"]\nsource = "Art'),
            edit(PRIVACY, "nennt jedes Cookie", "des Betreibers: keine; Betreiber nennt Cookies"),
        ),
        (f"{PRIVACY}:20:39: 'Betreiber' is not our word for it; write 'Verantwortlicher'",),
        (
            f"{PRIVACY}:20:39: 'Betreiber' ist nicht unser Wort dafür; "
            "schreiben Sie 'Verantwortlicher'",
        ),
    ),
]


def test_sound(tmp_path: Path) -> None:
    """Texts that agree are silent."""
    assert check(small_corpus.of(tmp_path).site) == ()


@pytest.mark.parametrize("lang", ["en", "de"])
@pytest.mark.parametrize("parting", PARTINGS, ids=lambda parting: parting.fact)
def test_parting(parting: Parting, lang: str, tmp_path: Path) -> None:
    """Each way to part is named at its place, with what to do, in the editor's language."""
    gathered = small_corpus.of(tmp_path, *parting.changes)
    with speaking(lang):
        found = [str(f) for f in check(gathered.site) if f.rule not in OF_EVERY_CHANGE]
    assert found == list(parting.english if lang == "en" else parting.german)


@pytest.mark.parametrize(
    "changes",
    [
        (
            edit(PRIVACY, "nennt jedes Cookie", "nennt 2.2 und 1.000,5 Cookies"),
            edit(ENGLISH, "names every cookie", "names 2.2 and 1,000.5 cookies"),
        ),
        (edit(ENGLISH, "names every cookie", 'names <span lang="de">und</span> every cookie'),),
        (
            edit(PRIVACY, PERIOD, f"{PERIOD} Art. 22 Abs. 1 und 4 DSGVO, Art. 44 ff. DSGVO."),
            edit(ENGLISH, PERIOD_EN, f"{PERIOD_EN} Art. 22(1) and (4) GDPR, Art. 44 ff. GDPR."),
        ),
    ],
    ids=["figures in two notations", "a marked phrase", "provisions in two notations"],
)
def test_agreement(changes: tuple[Change, ...], tmp_path: Path) -> None:
    """What is only written differently agrees."""
    found = check(small_corpus.of(tmp_path, *changes).site)
    assert [str(finding) for finding in found if finding.rule not in OF_EVERY_CHANGE] == []

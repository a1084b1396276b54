"""Everything that the law wants a notice to say is missed where it is not said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from messages import speaking
from notices.rules import missing_disclosure
from tests.unit.notices import small_corpus
from tests.unit.pipeline.failures import PRIVACY, edit

if TYPE_CHECKING:
    from pathlib import Path

DISCLOSURE = missing_disclosure.RULE

#: What the notice leaves out, and what is said about it, in English and in German.
DUTIES = [
    (
        "{{ company.legal_name }}",
        "the name of the controller (Art. 13(1)(a) GDPR); add it: {{ company.legal_name }}",
        "der Name des Verantwortlichen (Art. 13 Abs. 1 lit. a DSGVO); ergänzen "
        "Sie das: {{ company.legal_name }}",
    ),
    (
        "{{ company.address }}",
        "the address of the controller (Art. 13(1)(a) GDPR); add it: {{ company.address }}",
        "die Anschrift des Verantwortlichen (Art. 13 Abs. 1 lit. a DSGVO); "
        "ergänzen Sie das: {{ company.address }}",
    ),
    (
        "{{ company.data_protection.officer }}",
        "the data protection officer, or that there is none (Art. 13(1)(b) GDPR); "
        "add it: {{ company.data_protection.officer }}",
        "Datenschutzbeauftragte, oder dass es keine gibt (Art. 13 Abs. 1 lit. b "
        "DSGVO); ergänzen Sie das: {{ company.data_protection.officer }}",
    ),
    (
        "{{ table.activities }}",
        "the purposes and their legal bases (Art. 13(1)(c) GDPR); add it: {{ table.activities }}",
        "die Zwecke und ihre Rechtsgrundlagen (Art. 13 Abs. 1 lit. c DSGVO); "
        "ergänzen Sie das: {{ table.activities }}",
    ),
    (
        "{{ table.recipients }}",
        "the recipients (Art. 13(1)(e) GDPR); add it: {{ table.recipients }}",
        "die Empfänger (Art. 13 Abs. 1 lit. e DSGVO); ergänzen Sie das: {{ table.recipients }}",
    ),
    (
        "{{ table.retention }}",
        "how long data is kept (Art. 13(2)(a) GDPR); add it: {{ table.retention }}",
        "wie lange Daten aufbewahrt werden (Art. 13 Abs. 2 lit. a DSGVO); "
        "ergänzen Sie das: {{ table.retention }}",
    ),
    (
        "Art. 18, ",
        "the rights of Art. 15 to 18, 20 and 21 (Art. 13(2)(b) GDPR); add it",
        "die Rechte aus Art. 15 bis 18, 20 und 21 (Art. 13 Abs. 2 lit. b DSGVO); ergänzen Sie das",
    ),
    (
        " und Art. 77",
        "the complaint to an authority (Art. 77) (Art. 13(2)(d) GDPR); add it",
        "die Beschwerde bei einer Aufsichtsbehörde (Art. 77) (Art. 13 Abs. 2 "
        "lit. d DSGVO); ergänzen Sie das",
    ),
    (
        "{{ company.data_protection.automated_decisions }}",
        "automated decisions, or that there are none (Art. 13(2)(f) GDPR); "
        "add it: {{ company.data_protection.automated_decisions }}",
        "automatisierte Entscheidungen, oder dass es keine gibt (Art. 13 Abs. 2 "
        "lit. f DSGVO); ergänzen Sie das: {{ "
        "company.data_protection.automated_decisions }}",
    ),
    (
        "{{ table.data_categories }}",
        "the categories of data (Art. 14(1)(d) GDPR); add it: {{ table.data_categories }}",
        "die Kategorien der Daten (Art. 14 Abs. 1 lit. d DSGVO); ergänzen Sie "
        "das: {{ table.data_categories }}",
    ),
    (
        "{: .object }",
        "the right to object, in a clause of its own (Art. 21(4) GDPR); add it",
        "das Widerspruchsrecht, in einer eigenen Klausel (Art. 21 Abs. 4 DSGVO); ergänzen Sie das",
    ),
    (
        "{{ table.cookies }}",
        "every cookie (§ 25 TDDDG); add it: {{ table.cookies }}",
        "jedes Cookie (§ 25 TDDDG); ergänzen Sie das: {{ table.cookies }}",
    ),
]


@pytest.mark.parametrize(
    ("left_out", "says", "says_german"), DUTIES, ids=[left_out for left_out, *_ in DUTIES]
)
def test_duty(left_out: str, says: str, says_german: str, tmp_path: Path) -> None:
    """Each thing that the law wants said is missed, with its provision and how to say it."""
    gathered = small_corpus.of(tmp_path, edit(PRIVACY, left_out, ""))
    expected = [f"{PRIVACY}:7:1: the notice does not say {says}"]
    assert small_corpus.said(DISCLOSURE, gathered) == expected
    with speaking("de"):
        expected = [f"{PRIVACY}:7:1: in der Erklärung fehlt: {says_german}"]
        assert small_corpus.said(DISCLOSURE, gathered) == expected

"""What a notice has to say, and that it says the same as the register of processing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from notices.rules import missing_disclosure, unknown_basis, unknown_cookie, unknown_recipient
from tests.unit.notices import small_corpus
from tests.unit.notices.planted import ENGLISH, REGISTER, Planted, english, german
from tests.unit.pipeline.failures import PRIVACY, edit

if TYPE_CHECKING:
    from pathlib import Path

    from notices.rules.rule import Rule

DISCLOSURE, BASIS = missing_disclosure.RULE, unknown_basis.RULE
COOKIE, RECIPIENT = unknown_cookie.RULE, unknown_recipient.RULE
SNIPPET = "content/legal/snippets/paragraph.en.md"
RESTS_ON_INTEREST = 'legal_basis = ["art-6-1-f"]\n'
INTEREST = 'interest = { de = "sicherer Betrieb", en = "safe operation" }\n'
NO_TRANSFER = 'third_countries = "none"'
KEPT = 'retention = ["logs"]'
RIGHTS = "Art. 15, Art. 16, Art. 17, Art. 18, Art. 20, Art. 21"
TABLE = "{{ table.recipients }}"

#: What the notice leaves out, and what is said about it.
DUTIES = [
    (
        "{{ company.legal_name }}",
        "the name of the controller (Art. 13(1)(a) GDPR); add it: {{ company.legal_name }}",
    ),
    (
        "{{ company.address }}",
        "the address of the controller (Art. 13(1)(a) GDPR); add it: {{ company.address }}",
    ),
    (
        "{{ company.data_protection.officer }}",
        "the data protection officer, or that there is none (Art. 13(1)(b) GDPR); "
        "add it: {{ company.data_protection.officer }}",
    ),
    (
        "{{ table.activities }}",
        "the purposes and their legal bases (Art. 13(1)(c) GDPR); add it: {{ table.activities }}",
    ),
    (TABLE, "the recipients (Art. 13(1)(e) GDPR); add it: {{ table.recipients }}"),
    (
        "{{ table.retention }}",
        "how long data is kept (Art. 13(2)(a) GDPR); add it: {{ table.retention }}",
    ),
    ("Art. 18, ", "the rights of Art. 15 to 18, 20 and 21 (Art. 13(2)(b) GDPR); add it"),
    (" und Art. 77", "the complaint to an authority (Art. 77) (Art. 13(2)(d) GDPR); add it"),
    (
        "{{ company.data_protection.automated_decisions }}",
        "automated decisions, or that there are none (Art. 13(2)(f) GDPR); "
        "add it: {{ company.data_protection.automated_decisions }}",
    ),
    (
        "{{ table.data_categories }}",
        "the categories of data (Art. 14(1)(d) GDPR); add it: {{ table.data_categories }}",
    ),
    (
        "{: .object }",
        "the right to object, in a clause of its own (Art. 21(4) GDPR); add it",
    ),
    ("{{ table.cookies }}", "every cookie (§ 25 TDDDG); add it: {{ table.cookies }}"),
]

PLANTED = [
    Planted(
        "an activity on a legitimate interest that names none",
        DISCLOSURE,
        (edit(REGISTER, INTEREST, ""),),
        (
            f"{REGISTER}:20:1: the activity 'website' rests on Art. 6(1)(f) GDPR and names no "
            'interest (Art. 13(1)(d) GDPR); add interest = { de = "…", en = "…" }',
        ),
    ),
    Planted(
        "an interest that nothing rests on",
        DISCLOSURE,
        (edit(REGISTER, RESTS_ON_INTEREST, 'legal_basis = ["art-6-1-b"]\n'),),
        (
            f"{REGISTER}:21:1: the activity 'website' names an interest and does not rest on "
            "Art. 6(1)(f) GDPR; remove the one or add the other",
        ),
    ),
    Planted(
        "a transfer without a safeguard",
        DISCLOSURE,
        (edit(REGISTER, NO_TRANSFER, 'third_countries = "conditional"'),),
        (
            f"{REGISTER}:24:1: the activity 'website' may reach third countries and names no "
            'safeguard (Art. 13(1)(f) GDPR); add safeguard = "" while nobody knows it',
        ),
    ),
    Planted(
        "data that is kept for ever",
        DISCLOSURE,
        (edit(REGISTER, KEPT, "retention = []"),),
        (
            f"{REGISTER}:25:1: the activity 'website' does not say how long its data is kept "
            "(Art. 13(2)(a) GDPR); name an entry of [retention]",
        ),
    ),
    Planted(
        "a company that no recipient is",
        RECIPIENT,
        (german("Stripe erhält sie."),),
        (
            f"{PRIVACY}:20:4: 'Stripe' is no recipient of the register; enter it below "
            f"[recipients] in {REGISTER}, or take the name out",
        ),
    ),
    Planted(
        "such a company in a text that other pages show",
        RECIPIENT,
        (edit(SNIPPET, "Maps by", "Google maps by"),),
        (
            f"{SNIPPET}:1:1: 'Google' is no recipient of the register; enter it below "
            f"[recipients] in {REGISTER}, or take the name out",
        ),
    ),
    Planted(
        "a recipient of nothing",
        RECIPIENT,
        (edit(REGISTER, 'recipients = ["hosting"]', "recipients = []"),),
        (
            f"{REGISTER}:13:2: the recipient 'hosting' stands in no activity or the notice has no "
            f"{TABLE}; name it in an activity, or remove it",
        ),
    ),
    Planted(
        "recipients that the notice does not show",
        RECIPIENT,
        (edit(PRIVACY, TABLE, ""), edit(ENGLISH, TABLE, "")),
        (
            f"{REGISTER}:13:2: the recipient 'hosting' stands in no activity or the notice has no "
            f"{TABLE}; name it in an activity, or remove it",
        ),
    ),
    Planted(
        "a cookie that is none of ours, named twice",
        COOKIE,
        (german("Das Cookie `token` merkt sich das, solange `token` gilt."),),
        (
            f"{PRIVACY}:20:16: 'token' is no cookie of the register; known are language, session; "
            f"enter it below [cookies] in {REGISTER}, or take the name out",
        ),
    ),
    Planted(
        "a basis on which nothing in this section rests",
        BASIS,
        (edit(PRIVACY, "Grundlage ist", "Grundlage ist Art. 6 Abs. 1 lit. b DSGVO und"),),
        (
            f"{PRIVACY}:28:18: no activity described in the section 'more' rests on "
            f"'Art. 6 Abs. 1 lit. b DSGVO'; correct it here or in {REGISTER}",
        ),
    ),
    Planted(
        "a basis that one language leaves out",
        BASIS,
        (edit(ENGLISH, "The basis is Art. 6(1)(f) GDPR.", "There is a basis."),),
        (
            f"{REGISTER}:20:1: the section 'more' of {ENGLISH} does not cite 'Art. 6(1)(f) GDPR', "
            "the basis of the activity 'website'; cite it there, or correct it here",
        ),
    ),
]

SOUND = [
    Planted(
        "a safeguard that nobody knows yet",
        DISCLOSURE,
        (
            edit(
                REGISTER, NO_TRANSFER, f'{NO_TRANSFER.replace("none", "conditional")}\nsafeguard=""'
            ),
        ),
    ),
    Planted(
        "what stays on the device needs no period",
        DISCLOSURE,
        (
            edit(REGISTER, RESTS_ON_INTEREST, 'legal_basis = ["tdddg-25-2-2"]\n'),
            edit(REGISTER, INTEREST, ""),
            edit(REGISTER, KEPT, "retention = []"),
        ),
    ),
    Planted(
        "a recipient of the register",
        RECIPIENT,
        (
            german("Stripe erhält sie."),
            edit(REGISTER, 'entity = ""', 'entity = "Stripe Payments Europe, Limited"'),
        ),
    ),
    Planted(
        "words that only begin like a company, code, facts",
        RECIPIENT,
        (german("Metadaten, `Google`, {{ company.stripe.entity }}."),),
    ),
    Planted("cookies of the register", COOKIE, (german("Das Cookie `session`, `language`."),)),
    Planted(
        "code that has nothing to do with cookies",
        COOKIE,
        (edit(ENGLISH, "We keep it", "We keep `token`"),),
    ),
    Planted(
        "a basis where no activity is described",
        BASIS,
        (german("Art. 6 Abs. 1 lit. b DSGVO."), english("Art. 6(1)(b) GDPR.")),
    ),
    Planted(
        "provisions that are no basis",
        BASIS,
        (edit(PRIVACY, "Grundlage ist", "Nach Art. 5 Abs. 1 lit. b DSGVO ist die Grundlage"),),
    ),
]


@pytest.mark.parametrize(("left_out", "says"), DUTIES, ids=[out for out, _ in DUTIES])
def test_duty(left_out: str, says: str, tmp_path: Path) -> None:
    """Each thing that the law wants said is missed, with its provision and how to say it."""
    gathered = small_corpus.of(tmp_path, edit(PRIVACY, left_out, ""))
    expected = [f"{PRIVACY}:7:1: the notice does not say {says}"]
    assert small_corpus.said(DISCLOSURE, gathered) == expected


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: planted.fact)
def test_planted(planted: Planted, tmp_path: Path) -> None:
    """Each way in which notice and register part is named at its place, with what to do."""
    assert planted.said(tmp_path) == planted.says


@pytest.mark.parametrize("sound", SOUND, ids=lambda sound: sound.fact)
def test_no_false_alarm(sound: Planted, tmp_path: Path) -> None:
    """What only looks like a defect is none."""
    assert sound.said(tmp_path) == ()


@pytest.mark.parametrize("rule", [DISCLOSURE, BASIS, COOKIE, RECIPIENT], ids=lambda r: r.name)
def test_sound(rule: Rule, tmp_path: Path) -> None:
    """A notice that says everything is silent."""
    assert small_corpus.said(rule, small_corpus.of(tmp_path)) == []

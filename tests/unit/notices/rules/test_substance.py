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

PLANTED = [
    Planted(
        "an activity on a legitimate interest that names none",
        DISCLOSURE,
        (edit(REGISTER, INTEREST, ""),),
        (
            f"{REGISTER}:20:1: the activity 'website' rests on Art. 6(1)(f) GDPR and names no "
            'interest (Art. 13(1)(d) GDPR); add interest = { de = "…", en = "…" }',
        ),
        (
            f"{REGISTER}:20:1: die Verarbeitungstätigkeit 'website' beruht "
            "auf Art. 6 Abs. 1 lit. f DSGVO und nennt kein Interesse (Art. 13 "
            'Abs. 1 lit. d DSGVO); ergänzen Sie interest = { de = "…", en = "…" '
            "}",
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
        (
            f"{REGISTER}:21:1: die Verarbeitungstätigkeit 'website' nennt "
            "ein Interesse und beruht nicht auf Art. 6 Abs. 1 lit. f DSGVO; "
            "entfernen Sie das eine, oder ergänzen Sie das andere",
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
        (
            f"{REGISTER}:24:1: die Verarbeitungstätigkeit 'website' kann "
            "Drittländer erreichen und nennt keine Garantie (Art. 13 Abs. 1 "
            'lit. f DSGVO); ergänzen Sie safeguard = "", solange niemand sie '
            "kennt",
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
        (
            f"{REGISTER}:25:1: die Verarbeitungstätigkeit 'website' sagt "
            "nicht, wie lange ihre Daten aufbewahrt werden (Art. 13 Abs. 2 lit. "
            "a DSGVO); nennen Sie einen Eintrag aus [retention]",
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
        (
            f"{PRIVACY}:20:4: 'Stripe' ist kein Empfänger des "
            f"Registers; tragen Sie ihn unter [recipients] in {REGISTER} "
            "ein, oder nehmen Sie den Namen heraus",
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
        (
            f"{SNIPPET}:1:1: 'Google' ist kein "
            "Empfänger des Registers; tragen Sie ihn unter [recipients] in "
            f"{REGISTER} ein, oder nehmen Sie den Namen heraus",
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
        (
            f"{REGISTER}:13:2: der Empfänger 'hosting' steht bei keiner "
            "Verarbeitungstätigkeit, oder der Erklärung fehlt {{ "
            "table.recipients }}; nennen Sie ihn bei einer Tätigkeit, oder "
            "entfernen Sie ihn",
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
        (
            f"{REGISTER}:13:2: der Empfänger 'hosting' steht bei keiner "
            "Verarbeitungstätigkeit, oder der Erklärung fehlt {{ "
            "table.recipients }}; nennen Sie ihn bei einer Tätigkeit, oder "
            "entfernen Sie ihn",
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
        (
            f"{PRIVACY}:20:16: 'token' ist kein Cookie des "
            "Registers; bekannt sind language, session; tragen Sie es unter "
            f"[cookies] in {REGISTER} ein, oder nehmen Sie den Namen heraus",
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
        (
            f"{PRIVACY}:28:18: keine Verarbeitungstätigkeit, "
            "die der Abschnitt 'more' beschreibt, beruht auf 'Art. 6 Abs. 1 "
            f"lit. b DSGVO'; berichtigen Sie es hier oder in {REGISTER}",
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
        (
            f"{REGISTER}:20:1: der Abschnitt 'more' in "
            f"{ENGLISH} nennt 'Art. 6(1)(f) GDPR' nicht, "
            "worauf die Verarbeitungstätigkeit 'website' beruht; nennen Sie die "
            "Vorschrift dort, oder berichtigen Sie sie hier",
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
    *(
        Planted(
            f"the rights as a row of articles: {row}",
            DISCLOSURE,
            (edit(PRIVACY, RIGHTS, row),),
        )
        for row in ("Art. 15 bis 18, 20, 21", "Art. 15–18, Art. 20, Art. 21")
    ),
    Planted(
        "the rights as a row of articles in English",
        DISCLOSURE,
        (edit(ENGLISH, f"{RIGHTS} and Art. 77", "Articles 15 to 18, 20, 21 and 77"),),
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


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: planted.fact)
def test_planted(planted: Planted, tmp_path: Path) -> None:
    """Each way in which notice and register part is named at its place, with what to do."""
    assert planted.said(tmp_path) == planted.says


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: planted.fact)
def test_planted_in_german(planted: Planted, tmp_path: Path) -> None:
    """An editor who reads German is told the same."""
    assert planted.said(tmp_path, "de") == planted.says_german


@pytest.mark.parametrize("sound", SOUND, ids=lambda sound: sound.fact)
def test_no_false_alarm(sound: Planted, tmp_path: Path) -> None:
    """What only looks like a defect is none."""
    assert sound.said(tmp_path) == ()


@pytest.mark.parametrize("rule", [DISCLOSURE, BASIS, COOKIE, RECIPIENT], ids=lambda r: r.name)
def test_sound(rule: Rule, tmp_path: Path) -> None:
    """A notice that says everything is silent."""
    assert small_corpus.said(rule, small_corpus.of(tmp_path)) == []

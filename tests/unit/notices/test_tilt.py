"""The privacy notice as TILT, whole; and what becomes of it when facts are open or supplied."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

import pytest

from notices import tilt
from notices.revise import Wish, revise
from registers.company import Localised
from tests.unit.notices import small_corpus
from tests.unit.pipeline.failures import edit, put

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.pipeline.failures import Change

COMPANY = "company.toml"
REGISTER = "processing.toml"
OPEN = "to be supplied by the operator"

#: What the clause of a right says on the small site, once it has one.
RIGHTS_EN = "content/legal/rights.en.md"
HAS_ACCESS = edit(RIGHTS_EN, "## Text {#text}\n\nText.", "## Access {#access}\n\nAsk us.\nTwice.")


def document(root: Path, *changes: Change, lang: str = "en") -> dict[str, Any]:
    """Give the notice of the small site."""
    made = tilt.document(small_corpus.of(root, *changes).site, lang)
    assert made is not None
    return made


def test_document(tmp_path: Path) -> None:
    """Facts of the registers in the places of TILT; what is open is left out, marked, listed."""
    made = document(tmp_path, HAS_ACCESS)
    assert made == {
        "meta": {
            "_id": "7cf91c3a-44eb-5eb4-a20e-49088ecfdc46",
            "name": "Karten GmbH & Co. KG",
            "created": "2026-11-25",
            "modified": "2026-11-25",
            "version": 1,
            "revision": "1",
            "effective": "2026-12-01",
            "language": "en",
            "status": "active",
            "url": "https://maps.example/en/privacy/",
            "translation": "https://maps.example/privacy/tilt.de.json",
            "_hash": tilt.digest(made),
        },
        "controller": {
            "name": "Karten GmbH & Co. KG",
            "address": "Hafenstraße 1, 26122 Oldenburg",
            "country": "DE",
            "email": "post@maps.example",
            "representative": {"name": OPEN, "email": "post@maps.example"},
        },
        "dataProtectionOfficer": {
            "name": OPEN,
            "address": OPEN,
            "country": "ZZ",
            "email": "to-be-supplied@operator.invalid",
        },
        "dataDisclosed": [
            {
                "_id": "website.access-data",
                "category": "Access data",
                "examples": "time",
                "purposes": [{"purpose": "Visit", "description": "delivering the website"}],
                "legalBases": [{"reference": "GDPR-6-1-f", "description": "Art. 6(1)(f) GDPR"}],
                "legitimateInterests": [{"exists": True, "reasoning": "safe operation"}],
                "recipients": [{"category": "Hosting providers"}],
                "thirdCountries": "none",
                "storage": [
                    {
                        "temporal": [{"description": "running the site", "ttl": "P90D"}],
                        "aggregationFunction": "max",
                    }
                ],
                "nonDisclosure": {
                    "legalRequirement": False,
                    "contractualRegulation": False,
                    "obligationToProvide": False,
                    "consequences": "Technically necessary.",
                },
                "url": "https://maps.example/en/privacy/#more",
            }
        ],
        "thirdCountryTransfers": [],
        "sources": [],
        "accessAndDataPortability": {
            "email": "post@maps.example",
            "description": "Ask us. Twice.",
            "url": "https://maps.example/en/rights/#access",
            "available": True,
        },
        "rightToInformation": {
            "email": "post@maps.example",
            "available": True,
            "description": "Ask us. Twice.",
            "url": "https://maps.example/en/rights/#access",
        },
        "rightToRectificationOrDeletion": {"email": "post@maps.example"},
        "rightToDataPortability": {"email": "post@maps.example"},
        "rightToWithdrawConsent": {"email": "post@maps.example"},
        "rightToRestriction": {"email": "post@maps.example"},
        "rightToObject": {"email": "post@maps.example"},
        "rightToComplain": {"supervisoryAuthority": {"name": OPEN}},
        "automatedDecisionMaking": {},
        "changesOfPurpose": [],
        "cookies": [
            {
                "name": "language",
                "setBy": "choosing a language",
                "purpose": "remembers the language",
                "lifetime": "180 days",
            },
            {
                "name": "session",
                "setBy": "signing in",
                "purpose": "recognises you",
                "lifetime": "end of the browser session",
            },
        ],
        "openGaps": [
            "company.general_partner.managing_directors",
            "company.phone",
            "company.data_protection.officer",
            "recipients.hosting.entity",
            "company.data_protection.supervisory_authority",
            "company.data_protection.automated_decisions",
        ],
    }


def test_supplied(tmp_path: Path) -> None:
    """What the operator supplies takes the place of the mark, in the language of the file."""
    made = document(
        tmp_path,
        edit(COMPANY, 'managing_directors = ""', 'managing_directors = "Ada Karte"'),
        edit(COMPANY, 'phone = ""', 'phone = "+49 441 1"'),
        edit(COMPANY, 'officer = ""', 'officer = "Eva Recht, recht@maps.example"'),
        edit(COMPANY, 'supervisory_authority = ""', 'supervisory_authority = "LfD"'),
        edit(
            COMPANY,
            'automated_decisions = ""',
            'automated_decisions = { de = "keine", en = "none" }',
        ),
        edit(REGISTER, 'entity = ""', 'entity = "Rechner AG"'),
    )
    assert made["controller"]["representative"] == {
        "name": "Ada Karte",
        "email": "post@maps.example",
        "phone": "+49 441 1",
    }
    assert made["dataProtectionOfficer"] == {
        "name": "Eva Recht, recht@maps.example",
        "address": "Hafenstraße 1, 26122 Oldenburg",
        "country": "DE",
        "email": "recht@maps.example",
    }
    assert made["rightToComplain"]["supervisoryAuthority"] == {"name": "LfD"}
    assert made["automatedDecisionMaking"] == {"description": "none"}
    assert made["dataDisclosed"][0]["recipients"] == [
        {"name": "Rechner AG", "category": "Hosting providers"}
    ]
    assert made["openGaps"] == []


def test_no_officer(tmp_path: Path) -> None:
    """Where nobody has to be appointed, the controller answers."""
    made = document(tmp_path, edit(COMPANY, 'officer = ""', 'officer = "none has to be appointed"'))
    assert made["dataProtectionOfficer"] == {
        "name": "none has to be appointed",
        "address": "Hafenstraße 1, 26122 Oldenburg",
        "country": "DE",
        "email": "post@maps.example",
    }


@pytest.mark.parametrize(
    ("written", "ttl"), [("days = 1", "P1D"), ("months = 18", "P18M"), ("years = 8", "P8Y")]
)
def test_periods(tmp_path: Path, written: str, ttl: str) -> None:
    """A period is one of ISO 8601, and the law that a duty rests on stands beside it."""
    made = document(
        tmp_path,
        edit(REGISTER, "days = 90\n", f"{written}\n"),
        edit(REGISTER, 'en = "running the site"', 'en = "books (§ 147 AO, § 14b UStG)"'),
    )
    assert made["dataDisclosed"][0]["storage"] == [
        {
            "temporal": [{"description": "books (§ 147 AO, § 14b UStG)", "ttl": ttl}],
            "legalBasisConditional": ["AO-147", "USTG-14b"],
            "aggregationFunction": "max",
        }
    ]


def test_open_period(tmp_path: Path) -> None:
    """Of an open period only what it depends on is said."""
    made = document(tmp_path, edit(REGISTER, "days = 90\n", 'period = ""\n'))
    assert made["dataDisclosed"][0]["storage"] == [
        {"purposeConditional": ["running the site"], "aggregationFunction": "max"}
    ]
    assert "retention.logs.period" in made["openGaps"]


def test_lifetimes_of_cookies(tmp_path: Path) -> None:
    """An activity without a period is that of the cookies, which have lifetimes of their own."""
    made = document(tmp_path, edit(REGISTER, 'retention = ["logs"]', "retention = []"))
    assert made["dataDisclosed"][0]["storage"] == [
        {
            "temporal": [{"description": "remembers the language", "ttl": "P180D"}],
            "purposeConditional": ["session: end of the browser session"],
            "aggregationFunction": "max",
        }
    ]


@pytest.mark.parametrize(
    ("by", "law", "contract", "must"),
    [
        ("law", True, False, True),
        ("contract", False, True, True),
        ("technology", False, False, False),
        ("nobody", False, False, False),
    ],
)
def test_required(tmp_path: Path, by: str, law: bool, contract: bool, must: bool) -> None:  # noqa: FBT001 - a table
    """Who asks for the data decides whether it must be provided (Art. 13(2)(e) GDPR)."""
    made = document(tmp_path, edit(REGISTER, 'by = "technology"', f'by = "{by}"'))
    assert made["dataDisclosed"][0]["nonDisclosure"] == {
        "legalRequirement": law,
        "contractualRegulation": contract,
        "obligationToProvide": must,
        "consequences": "Technically necessary.",
    }


@pytest.mark.parametrize(
    ("written", "said", "gaps"),
    [
        ('"conditional"', {}, []),
        ('"conditional"\nsafeguard = ""', {}, ["activities.website.safeguard"]),
        (
            '"conditional"\nsafeguard = "Art. 46"',
            {"appropriateGuarantees": {"available": True, "description": "Art. 46"}},
            [],
        ),
    ],
)
def test_third_countries(
    tmp_path: Path, written: str, said: dict[str, Any], gaps: list[str]
) -> None:
    """A transfer is named with its condition and its safeguard, and no country is made up."""
    change = edit(REGISTER, 'third_countries = "none"', f"third_countries = {written}")
    made = document(tmp_path, change)
    condition = "only under the conditions of Art. 44 ff. GDPR"
    assert made["thirdCountryTransfers"] == [
        {"activity": "Visit", "description": condition, **said}
    ]
    assert made["dataDisclosed"][0]["thirdCountries"] == "conditional"
    assert [gap for gap in made["openGaps"] if gap.startswith("activities")] == gaps


def test_open_third_countries(tmp_path: Path) -> None:
    """Where nobody has said whether data leaves the Union, nothing is said."""
    made = document(tmp_path, edit(REGISTER, 'third_countries = "none"', 'third_countries = ""'))
    assert "thirdCountries" not in made["dataDisclosed"][0]
    assert made["thirdCountryTransfers"] == []
    assert "activities.website.third_countries" in made["openGaps"]


def test_draft(tmp_path: Path) -> None:
    """A draft is not in force, and has no day from which it applies."""
    ledger = "content/legal/ledger.toml"
    made = document(tmp_path, edit(ledger, "effective = 2026-12-01", 'effective = ""'))
    assert made["meta"]["status"] == "inactive"
    assert "effective" not in made["meta"]
    assert made["openGaps"][0] == "documents.privacy.revisions.effective"


def test_coming(tmp_path: Path) -> None:
    """The registers speak of the newest revision: while it is coming, as its own page does."""
    gathered = small_corpus.of(tmp_path, edit(REGISTER, "days = 90\n", "days = 60\n"))
    summary = Localised(de="Kürzer", en="Shorter")
    wish = Wish(effective=dt.date(2027, 2, 1), kind="material change", summary=summary)
    revise(gathered, "privacy", wish, small_corpus.Stamp("Ada", dt.date(2026, 12, 2)))
    made = document_of(tmp_path)
    meta = made["meta"]
    assert {key: meta[key] for key in ("version", "revision", "created", "modified")} == {
        "version": 2,
        "revision": "2",
        "created": "2026-11-25",
        "modified": "2026-12-02",
    }
    assert (meta["effective"], meta["status"]) == ("2027-02-01", "inactive")
    address = "https://maps.example/en/privacy/2026-12-02/"
    assert meta["url"] == address
    assert made["dataDisclosed"][0]["url"] == f"{address}#more"


def document_of(root: Path) -> dict[str, Any]:
    """Give the notice of a site as it stands."""
    made = tilt.document(small_corpus.read(root).site, "en")
    assert made is not None
    return made


def test_written(tmp_path: Path) -> None:
    """The file is the document, in UTF-8, the same every time; its hash can be computed again."""
    site = small_corpus.of(tmp_path).site
    made = tilt.write(site, "de")
    assert made is not None
    assert json.loads(made) == tilt.document(site, "de")
    assert "Oldenburg" in made.decode()
    assert "Hafenstraße" in made.decode()
    assert tilt.write(small_corpus.read(tmp_path).site, "de") == made
    changed = json.loads(made)
    assert tilt.digest(changed) == changed["meta"]["_hash"]
    changed["controller"]["name"] = "Andere"
    assert tilt.digest(changed) != changed["meta"]["_hash"]


def test_no_notice(tmp_path: Path) -> None:
    """Without a revision of the notice there is nothing to say."""
    empty = small_corpus.of(tmp_path, put("content/legal/ledger.toml", "[documents]\n"))
    assert tilt.write(empty.site, "en") is None

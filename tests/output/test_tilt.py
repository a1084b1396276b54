"""The published TILT is whole: every fact of the registers in its place, in both languages.

A document of placeholders satisfies the schema of TILT, so completeness is tested without it.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from editorial import gaps
from notices import tilt
from notices.tilt import controller
from registers import wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editorial.facts import Facts
    from tests.output.conftest import Newest

ROOT: Final = Path(__file__).resolve().parents[2]
LANGUAGES: Final = ("de", "en")
MARKS: Final = {"de": "wird vom Betreiber ergänzt", "en": "to be supplied by the operator"}
PAGES: Final = {"de": "/de/datenschutz/", "en": "/en/privacy/"}
RIGHTS: Final = {"de": "/de/ihre-rechte/", "en": "/en/your-rights/"}
TECHNICAL: Final = {controller.UNKNOWN_COUNTRY, controller.UNKNOWN_EMAIL}
#: Articles of the GDPR with a right, and the property that describes it.
ARTICLES: Final = {
    "7": "rightToWithdrawConsent",
    "15": "rightToInformation",
    "16": "rightToRectificationOrDeletion",
    "17": "rightToRectificationOrDeletion",
    "18": "rightToRestriction",
    "20": "rightToDataPortability",
    "21": "rightToObject",
    "77": "rightToComplain",
}

#: The published schema, where a copy of it lies beside this repository.
SCHEMA: Final = ROOT.parent / "shared" / "data" / "tilt" / "tilt-schema.json"
#: Its pattern for a legal basis nests one star in another: where a value does not match, a
#: backtracking engine tries every way to cut it, twice as many for each further letter. Between
#: the capitals and the end it allows any row of hyphens, digits and small letters, which one set
#: says in linear time.
EXPONENTIAL: Final = "^[A-Z]*([-]?[0-9]*|[a-z]*)*$"
LINEAR: Final = "^[A-Z]*[-0-9a-z]*$"


@pytest.fixture(scope="module")
def published(built_site: Path) -> dict[str, dict[str, Any]]:
    return {
        lang: json.loads((built_site / tilt.PATHS[lang].lstrip("/")).read_bytes())
        for lang in LANGUAGES
    }


def strings(value: object) -> Iterator[str]:
    """Give every text of a document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)


def of_activity(made: dict[str, Any], name: str) -> list[dict[str, Any]]:
    return [item for item in made["dataDisclosed"] if item["_id"].split(".")[0] == name]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_activities(published, facts: Facts, lang: str) -> None:
    """Every activity has its data, purpose, bases, interest, and whether data must be given."""
    register, made = facts.register, published[lang]
    pairs = [f"{name}.{data}" for name, a in register.activities.items() for data in a.data]
    assert [item["_id"] for item in made["dataDisclosed"]] == pairs
    used = {item["category"] for item in made["dataDisclosed"]}
    assert used == {category.name[lang] for category in register.data_categories.values()}
    for name, activity in register.activities.items():
        for item, data in zip(of_activity(made, name), activity.data, strict=True):
            assert item["category"] == register.data_categories[data].name[lang]
            assert item["examples"] == register.data_categories[data].examples[lang]
            assert item["purposes"] == [
                {"purpose": activity.name[lang], "description": activity.purpose[lang]}
            ]
            bases = [basis["description"] for basis in item["legalBases"]]
            assert bases == [wording.BASES[basis][lang] for basis in activity.legal_basis]
            (interest,) = item["legitimateInterests"]
            wanted = activity.interest[lang] if activity.interest else None
            assert interest.get("reasoning") == wanted
            assert interest["exists"] == (wanted is not None)
            assert item["nonDisclosure"]["consequences"] == activity.required[lang]
            assert item["url"] == f"{made['meta']['url']}#{activity.clause}"


def test_references_name_the_basis(published) -> None:
    """The reference of a basis holds the law, and the figures and letter of its German citation."""
    for item in published["de"]["dataDisclosed"]:
        for basis in item["legalBases"]:
            law, *places = basis["reference"].split("-")
            cited = re.findall(r"\b(?:\d+|[a-z])\b", basis["description"])
            assert places == cited
            assert law == basis["description"].split()[-1].replace("DSGVO", "GDPR")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_recipients(published, facts: Facts, lang: str) -> None:
    """Every recipient stands with each activity that has it, by name where the name is known."""
    register = facts.register
    for name, activity in register.activities.items():
        wanted = []
        for key in activity.recipients:
            entity = register.recipients[key].entity
            words = entity if isinstance(entity, str) else entity[lang]
            named = {"name": words} if words else {}
            wanted.append({**named, "category": register.recipients[key].name[lang]})
        for item in of_activity(published[lang], name):
            assert item["recipients"] == wanted


@pytest.mark.parametrize("lang", LANGUAGES)
def test_periods(published, facts: Facts, lang: str) -> None:
    """Each activity has all its periods and the law that asks for them; an open one its reason."""
    register, made = facts.register, published[lang]
    for name, activity in register.activities.items():
        entries = [register.retention[key] for key in activity.retention]
        known = [
            {"description": e.reason[lang], "ttl": f"P{e.count}{e.unit[0].upper()}"}
            for e in entries
            if e.unit
        ]
        criteria = [e.reason[lang] for e in entries if not e.unit]
        laws = dict.fromkeys(
            f"{law.upper()}-{number}"
            for e in entries
            for number, law in re.findall(r"§ (\w+) (\w+)", e.reason[lang])
        )
        for item in of_activity(made, name):
            (storage,) = item["storage"]
            if entries:
                assert storage.get("temporal", []) == known
                assert storage.get("purposeConditional", []) == criteria
                assert storage.get("legalBasisConditional", []) == [*laws]
            assert storage["aggregationFunction"] == "max"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_cookies(published, facts: Facts, lang: str) -> None:
    """Every cookie is there with its lifetime, which is what the activity of cookies has."""
    register, made = facts.register, published[lang]
    ((storage,),) = (
        item["storage"]
        for name, activity in register.activities.items()
        if not activity.retention
        for item in of_activity(made, name)
    )
    lasting = {n: c for n, c in register.cookies.items() if c.max_age is not None}
    assert storage["temporal"] == [
        {"description": cookie.purpose[lang], "ttl": f"P{cookie.lifetime.days}D"}
        for cookie in lasting.values()
    ]
    assert storage["purposeConditional"] == [
        f"{name}: {wording.lifetime(cookie, lang)}"
        for name, cookie in register.cookies.items()
        if name not in lasting
    ]
    assert made["cookies"] == [
        {
            "name": name,
            "setBy": cookie.set_by[lang],
            "purpose": cookie.purpose[lang],
            "lifetime": wording.lifetime(cookie, lang),
        }
        for name, cookie in register.cookies.items()
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_rights(published, newest: Newest, facts: Facts, lang: str) -> None:
    """Every right that the notice names is described, in words that its address shows."""
    made = published[lang]
    notice = newest.page("privacy", PAGES[lang]).tree
    names = {PAGES[lang]: "privacy", RIGHTS[lang]: "rights"}
    cited = re.findall(r"Art\.\s(\d+)", notice.css_first("#rights").text())
    assert {*cited} == {*ARTICLES}
    for number, name in ARTICLES.items():
        right = made[name]
        assert right["available"] is True
        assert re.search(rf"Art\. {number}\b", right["description"])
        page, _, clause = right["url"].removeprefix(facts.company.site_url).partition("#")
        shown = newest.page(names[page], page).tree.css_first(f"#{clause} p").text()
        assert right["description"].startswith(" ".join(shown.split()).replace("\u2011", "-"))
        if name != "rightToComplain":
            assert right["email"] == facts.company.email
    assert made["accessAndDataPortability"]["available"] is True


@pytest.mark.parametrize("lang", LANGUAGES)
def test_version(published, newest: Newest, facts: Facts, lang: str) -> None:
    """Version, days and language are those of the newest revision; the files name each other."""
    meta = published[lang]["meta"]
    page = newest.page("privacy", PAGES[lang])
    history = facts.ledger.documents["privacy"]
    effective = history.newest.effective
    box = page.tree.css(".version dd")
    days = [time.attributes["datetime"] for time in page.tree.css(".version time")]
    assert meta["revision"] == history.newest.version == box[0].text()
    assert meta["modified"] == history.newest.published.isoformat() == days[0]
    assert meta.get("effective") == (effective.isoformat() if effective else None)
    assert days[1:] == ([meta["effective"]] if "effective" in meta else [])
    assert meta["language"] == page.tree.css_first("html").attributes["lang"] == lang
    in_force = history.newest == history.in_force
    address = PAGES[lang] if in_force else page.address
    assert meta["url"] == facts.company.site_url + address
    assert meta["status"] == ("active" if effective and in_force else "inactive")
    other = next(name for name in LANGUAGES if name != lang)
    assert meta["translation"] == facts.company.site_url + tilt.PATHS[other]
    assert meta["_hash"] == tilt.digest(published[lang])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_is_made_up(published, facts: Facts, lang: str) -> None:
    """Marks stand only where the schema wants a value and a fact is open; every gap is listed."""
    made = published[lang]
    officer = facts.company.data_protection.officer
    marked = [text for text in strings(made) if text in {MARKS[lang], *TECHNICAL}]
    required = (
        (facts.company.general_partner.managing_directors, 1),
        (officer, 4),
        (facts.company.data_protection.supervisory_authority, 1),
    )
    assert len(marked) == sum(count for fact, count in required if not fact)
    assert not [text for text in strings(made) if not text.strip()]
    known_gaps = set()
    for finding in gaps.findings(ROOT):
        prefix = "company." if finding.location.path == "company.toml" else ""
        known_gaps.add(prefix + re.sub(r"\.\d+\.", ".", finding.evidence))
    assert {*made["openGaps"]} <= known_gaps
    about = r"activities|recipients|retention|documents\.privacy|company\.data_protection"
    assert {gap for gap in known_gaps if re.match(about, gap)} <= {*made["openGaps"]}


def test_both_languages_have_the_same_form(published) -> None:
    """Apart from words, both documents are one: keys, lengths, codes, periods, references."""

    def form(value: object) -> object:
        if isinstance(value, dict):
            return {key: form(item) for key, item in value.items()}
        if isinstance(value, list):
            return [form(item) for item in value]
        code = isinstance(value, str) and re.fullmatch(
            r"[A-Z]+(-\w+)+|P\d+[DMY]|[a-z-]+\.[a-z-]+", value
        )
        return value if code or not isinstance(value, str) else "words"

    assert form(published["de"]) == form(published["en"])


if SCHEMA.is_file():

    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_schema(published, lang: str) -> None:
        """The document is valid against the published schema of TILT, formats included."""
        assert objections(published[lang]) == []

    def test_the_schema_would_object(published) -> None:
        """The check can fail: without a controller, with a wrong code, with a wrong basis."""
        made = json.loads(json.dumps(published["en"]))
        del made["controller"]
        made["dataProtectionOfficer"]["country"] = "Germany"
        made["dataDisclosed"][0]["legalBases"][0]["reference"] = "Art. 6" + "a" * 60 + "!"
        assert {path for path, _ in objections(made)} == {
            "$",
            "$.dataProtectionOfficer.country",
            "$.dataDisclosed[0]",
        }

    def objections(made: dict[str, Any]) -> list[tuple[str, str]]:
        text = SCHEMA.read_text(encoding="utf-8")
        assert json.dumps(EXPONENTIAL) in text
        schema = json.loads(text.replace(json.dumps(EXPONENTIAL), json.dumps(LINEAR)))
        validator = Draft7Validator(schema, format_checker=Draft7Validator.FORMAT_CHECKER)
        return [(error.json_path, error.message) for error in validator.iter_errors(made)]


@given(st.text(alphabet="AZaz09-.!", max_size=7))
def test_the_linear_pattern_is_the_same(text: str) -> None:
    """Both patterns accept the same values; these are too short to take long."""
    assert bool(re.search(LINEAR, text)) == bool(re.search(EXPONENTIAL, text))

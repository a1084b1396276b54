"""Which data, what for, on which basis, to whom, for how long, and whether it goes abroad."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from notices.citations import ENGLISH, citations
from registers import wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editorial.site import Site
    from notices.tilt.voice import Voice
    from registers.processing import Activity, Register

#: TILT names a provision by the law in capitals and then number, paragraph, letter.
REFERENCES: Final = {
    "art-6-1-b": "GDPR-6-1-b",
    "art-6-1-c": "GDPR-6-1-c",
    "art-6-1-f": "GDPR-6-1-f",
    "tdddg-25-2-2": "TDDDG-25-2-2",
}


def data(register: Register, voice: Voice, page: str) -> list[dict[str, Any]]:
    """Describe every data category of every activity; `url` is the clause that says it."""
    return [
        {
            "_id": f"{name}.{category}",
            "category": register.data_categories[category].name[voice.lang],
            "examples": register.data_categories[category].examples[voice.lang],
            **_activity(register, name, activity, voice),
            "url": f"{page}#{activity.clause}",
        }
        for name, activity in register.activities.items()
        for category in activity.data
    ]


def transfers(site: Site, voice: Voice) -> list[dict[str, Any]]:
    """Name each activity whose data can reach a third country, and its safeguard.

    The register knows conditions and no countries, so none is named.
    """
    # the words of the table on the page
    condition = site.words.translate(voice.lang, "only under the conditions of Art. 44 ff. GDPR")
    return [
        {
            "activity": activity.name[voice.lang],
            "description": condition,
            **_safeguard(name, activity, voice),
        }
        for name, activity in site.facts.register.activities.items()
        if activity.third_countries == "conditional"
    ]


def cookies(register: Register, lang: str) -> list[dict[str, str]]:
    """List every cookie; one that ends with the browser session has no lifetime in days."""
    return [
        {
            "name": name,
            "setBy": cookie.set_by[lang],
            "purpose": cookie.purpose[lang],
            "lifetime": wording.lifetime(cookie, lang),
        }
        for name, cookie in register.cookies.items()
    ]


def _activity(register: Register, name: str, activity: Activity, voice: Voice) -> dict[str, Any]:
    lang = voice.lang
    interest: dict[str, Any] = {"exists": False}
    if activity.interest is not None:
        interest = {"exists": True, "reasoning": activity.interest[lang]}
    if not activity.third_countries:
        voice.note(f"activities.{name}.third_countries")
    abroad = {"thirdCountries": activity.third_countries} if activity.third_countries else {}
    return {
        "purposes": [{"purpose": activity.name[lang], "description": activity.purpose[lang]}],
        "legalBases": [
            {"reference": REFERENCES[basis], "description": wording.BASES[basis][lang]}
            for basis in activity.legal_basis
        ],
        "legitimateInterests": [interest],
        "recipients": [
            {
                **voice.optional("name", f"recipients.{key}.entity", recipient.entity),
                "category": recipient.name[lang],
            }
            for key in activity.recipients
            for recipient in (register.recipients[key],)
        ],
        **abroad,
        "storage": [_storage(register, activity, voice)],
        "nonDisclosure": {
            "legalRequirement": activity.required.by == "law",
            "contractualRegulation": activity.required.by == "contract",
            "obligationToProvide": activity.required.by in {"law", "contract"},
            "consequences": activity.required[lang],
        },
    }


def _storage(register: Register, activity: Activity, voice: Voice) -> dict[str, Any]:
    """Say how long: periods as ISO 8601 has them; while one is open, only what it depends on."""
    temporal, criteria = [], []
    for key in activity.retention:
        entry = register.retention[key]
        reason = entry.reason[voice.lang]
        if entry.unit:
            ttl = f"P{entry.count}{entry.unit[0].upper()}"
            temporal.append({"description": reason, "ttl": ttl})
        else:
            voice.note(f"retention.{key}.period")
            criteria.append(reason)
    if not activity.retention:  # the lifetimes stand with the cookies
        for name, cookie in register.cookies.items():
            purpose = cookie.purpose[voice.lang]
            if isinstance(cookie.lifetime, str):
                criteria.append(f"{name}: {wording.lifetime(cookie, voice.lang)}")
            else:
                temporal.append({"description": purpose, "ttl": f"P{cookie.lifetime.days}D"})
    reasons = [register.retention[key].reason[voice.lang] for key in activity.retention]
    laws = dict.fromkeys(law for reason in reasons for law in _references(reason, voice.lang))
    return {
        **({"temporal": temporal} if temporal else {}),
        **({"purposeConditional": criteria} if criteria else {}),
        **({"legalBasisConditional": [*laws]} if laws else {}),
        "aggregationFunction": "max",
    }


def _references(text: str, lang: str) -> Iterator[str]:
    """Give the provisions that a text cites, as TILT writes them: `USTG-14b`."""
    for found in citations(text, lang):
        provision = found.provision
        law = ENGLISH.get(provision.law, provision.law).upper()
        places = (provision.number, provision.paragraph, provision.point)
        yield "-".join((law, *filter(None, places)))


def _safeguard(name: str, activity: Activity, voice: Voice) -> dict[str, Any]:
    if activity.safeguard is None:
        return {}
    words = voice.words(f"activities.{name}.safeguard", activity.safeguard)
    return {"appropriateGuarantees": {"available": True, "description": words}} if words else {}

"""Who is responsible, and whom to ask (Art. 13(1)(a) and (b) GDPR)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from notices.tilt.voice import Voice
    from registers.company import Company

#: "Unknown" where the schema takes no words: the territory that CLDR calls unknown, and an
#: address that by RFC 2606, section 2, is sure to be none.
UNKNOWN_COUNTRY: Final = "ZZ"
UNKNOWN_EMAIL: Final = "to-be-supplied@operator.invalid"

_EMAIL: Final = re.compile(r"[^@\s,;<>()]+@[^@\s,;<>()]+\.[a-z]{2,}", re.IGNORECASE)


def controller(company: Company, voice: Voice) -> dict[str, Any]:
    """Describe the operator; its representatives are reached where it is."""
    directors = company.general_partner.managing_directors
    return {
        "name": company.legal_name,
        "address": _address(company),
        "country": company.country,
        "email": company.email,
        "representative": {
            "name": voice.marked("company.general_partner.managing_directors", directors),
            "email": company.email,
            **voice.optional("phone", "company.phone", company.phone),
        },
    }


def officer(company: Company, voice: Voice) -> dict[str, Any]:
    """Say who the data protection officer is, or that nobody has to be appointed.

    Letters reach an officer, or whoever answers in their place, at the address of the controller.
    """
    words = voice.words("company.data_protection.officer", company.data_protection.officer)
    if not words:
        return {
            "name": voice.mark,
            "address": voice.mark,
            "country": UNKNOWN_COUNTRY,
            "email": UNKNOWN_EMAIL,
        }
    found = _EMAIL.search(words)
    return {
        "name": words,
        "address": _address(company),
        "country": company.country,
        "email": found[0] if found else company.email,
    }


def _address(company: Company) -> str:
    return f"{company.street}, {company.postal_code} {company.city}"

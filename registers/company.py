"""`company.toml`: who runs the site (§ 5 DDG, Art. 13(1)(a) GDPR)."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from messages import say

FILE = "company.toml"


def shaped(pattern: str, example: str) -> AfterValidator:
    """Accept what matches a pattern; otherwise say what it should look like."""

    def check(value: str) -> str:
        if not re.fullmatch(pattern, value):
            raise ValueError(say("write it like '{example}'", example=example))
        return value

    return AfterValidator(check)


class Table(BaseModel):
    """A table of a register: nothing but the named keys, nothing converted, nothing changed."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Localised(Table):
    """One fact in both languages."""

    de: Annotated[str, Field(min_length=1)]
    en: Annotated[str, Field(min_length=1)]

    def __getitem__(self, lang: str) -> str:
        """Give the words in `de` or `en`."""
        return {"de": self.de, "en": self.en}[lang]


#: A fact in words for both languages or for each, or "" while nobody has supplied it.
Fact = str | Localised


class CommercialRegister(Table):
    """§ 5(1) no. 4 DDG."""

    court: Fact
    number: Fact


class GeneralPartner(Table):
    """The company that represents the KG, and who represents it."""

    name: Fact
    managing_directors: Fact
    court: Fact
    number: Fact


class DataProtection(Table):
    """Art. 13(1)(b) and 13(2)(d) GDPR."""

    officer: Fact
    supervisory_authority: Fact
    automated_decisions: Fact


class Hosting(Table):
    """Art. 13(1)(e) GDPR."""

    providers: Fact
    location_evidence: Fact


class Stripe(Table):
    """Art. 13(1)(e) and (f) GDPR."""

    entity: Fact
    transfer_basis: Fact


class Security(Table):
    """RFC 9116."""

    reviewed: dt.date


class Company(Table):
    """The operator of the site."""

    site_url: Annotated[str, shaped(r"https://[a-z0-9.-]+(:\d+)?", "https://maps.example.org")]
    legal_name: Annotated[str, Field(min_length=1)]
    short_name: Annotated[str, Field(min_length=1)]
    street: Annotated[str, Field(min_length=1)]
    postal_code: Annotated[str, Field(min_length=1)]
    city: Annotated[str, Field(min_length=1)]
    country: Annotated[str, shaped("[A-Z]{2}", "DE")]
    email: Annotated[str, shaped(r"[^@\s]+@[^@\s]+\.[^@\s]+", "post@example.org")]
    phone: str
    vat_id: str
    businesses_only: Fact
    restrictions_without_account: Fact
    commercial_register: CommercialRegister
    general_partner: GeneralPartner
    data_protection: DataProtection
    hosting: Hosting
    stripe: Stripe
    security: Security

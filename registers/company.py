"""`company.toml`: who runs the site (§ 5 DDG, Art. 13(1)(a) GDPR)."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Final

from pydantic import AfterValidator, BaseModel, ConfigDict
from pydantic_core import PydanticCustomError

from firstparty.origin import MisconfiguredError, named_origin
from messages import say
from registers.wording import LOCALES

FILE = "company.toml"


def shaped(pattern: str, example: str) -> AfterValidator:
    """Accept what matches a pattern; otherwise say what it should look like."""

    def check(value: str) -> str:
        if not re.fullmatch(pattern, value):
            raise ValueError(say("write it like '{example}'", example=example))
        return value

    return AfterValidator(check)


#: The days that a register may name: room for a long deadline, none for a slip of the finger.
FIRST_DAY: Final = dt.date(2000, 1, 1)
LAST_DAY: Final = dt.date(2099, 12, 31)
#: What CLDR calls territories and is no country: unions, oceans, what is unknown, and for tests.
_NO_COUNTRIES: Final = ("EU", "EZ", "QO", "UN", "XA", "XB", "ZZ")


def _worded(value: str) -> str:
    if not value.strip():
        raise PydanticCustomError("string_too_short", "blank")
    return value


def _worded_or_open(value: str) -> str:
    if value and not value.strip():
        raise ValueError(say('write words, or "" while nobody knows them'))
    return value


def _sensible(value: dt.date) -> dt.date:
    if not FIRST_DAY <= value <= LAST_DAY:
        message = say(
            "write a day from {first} to {last}",
            first=FIRST_DAY.isoformat(),
            last=LAST_DAY.isoformat(),
        )
        raise ValueError(message)
    return value


def _origin(value: str) -> str:
    """Accept the address of a site as a browser would write it, every part of its name filled."""
    example = "https://maps.example.org"
    host = value.partition("://")[2].partition(":")[0]
    try:
        same = named_origin(value) == value
    except MisconfiguredError:
        same = False
    if not same or not all(host.split(".")):
        raise ValueError(say("write it like '{example}'", example=example))
    return value


def _country(value: str) -> str:
    if value not in LOCALES["en"].territories or value in _NO_COUNTRIES:
        raise ValueError(say("write a country's code of ISO 3166, like '{example}'", example="DE"))
    return value


#: Words that must be there; blanks are none.
Words = Annotated[str, AfterValidator(_worded)]
#: Words, or "" while nobody has supplied them.
Supplied = Annotated[str, AfterValidator(_worded_or_open)]
Day = Annotated[dt.date, AfterValidator(_sensible)]


class Table(BaseModel):
    """A table of a register: nothing but the named keys, nothing converted, nothing changed."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Localised(Table):
    """One fact in both languages."""

    de: Words
    en: Words

    def __getitem__(self, lang: str) -> str:
        """Give the words in `de` or `en`."""
        return {"de": self.de, "en": self.en}[lang]


#: A fact in words for both languages or for each, or "" while nobody has supplied it.
Fact = Supplied | Localised


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

    reviewed: Day


class Company(Table):
    """The operator of the site."""

    site_url: Annotated[
        str,
        shaped(r"https://[a-z0-9.-]+(:\d+)?", "https://maps.example.org"),
        AfterValidator(_origin),
    ]
    legal_name: Words
    short_name: Words
    street: Words
    postal_code: Words
    city: Words
    country: Annotated[str, shaped("[A-Z]{2}", "DE"), AfterValidator(_country)]
    email: Annotated[str, shaped(r"[^@\s]+@[^@\s]+\.[^@\s]+", "post@example.org")]
    phone: Supplied
    vat_id: Supplied
    businesses_only: Fact
    restrictions_without_account: Fact
    commercial_register: CommercialRegister
    general_partner: GeneralPartner
    data_protection: DataProtection
    hosting: Hosting
    stripe: Stripe
    security: Security

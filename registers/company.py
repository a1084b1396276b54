"""`company.toml`: who runs the site (§ 5 DDG, Art. 13(1)(a) GDPR)."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

FILE = "company.toml"


#: A fact, or "" while nobody has supplied it.
Fact = str


class Table(BaseModel):
    """A table of a register: nothing but the named keys, nothing converted, nothing changed."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


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

    site_url: Annotated[str, Field(pattern=r"^https://[a-z0-9.-]+(:\d+)?$")]
    legal_name: Annotated[str, Field(min_length=1)]
    short_name: Annotated[str, Field(min_length=1)]
    street: Annotated[str, Field(min_length=1)]
    postal_code: Annotated[str, Field(min_length=1)]
    city: Annotated[str, Field(min_length=1)]
    country: Annotated[str, Field(pattern="^[A-Z]{2}$")]
    email: Annotated[str, Field(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")]
    phone: Fact
    vat_id: Fact
    businesses_only: Literal["", "yes", "no"]
    commercial_register: CommercialRegister
    general_partner: GeneralPartner
    data_protection: DataProtection
    hosting: Hosting
    stripe: Stripe
    security: Security

"""`processing.toml`: what is processed, why, for how long, and which cookies are set."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from messages import say
from registers import source
from registers.company import Day, Fact, Localised, Table, shaped

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from registers.positions import Key

FILE = "processing.toml"

#: The legal bases that the register may name.
Basis = Literal["art-6-1-b", "art-6-1-c", "art-6-1-f", "tdddg-25-2-2"]
#: Periods as they may stand; no server keeps logs for longer (`logs.settings.LIMITS`).
NumberOfDays = Annotated[int, Field(gt=0, le=3660)]
NumberOfMonths = Annotated[int, Field(gt=0, le=120)]
NumberOfYears = Annotated[int, Field(gt=0, le=30)]  # § 197 BGB
#: Logs of the website are files of a day: one is written while another one ends.
_LOGS = ("website_logs", "access_logs")
_LEAST_DAYS = 2
#: RFC 6265, section 4.1.1: a name is a token, a path holds no semicolon.
CookieName = Annotated[str, shaped(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+", "session")]
CookiePath = Annotated[str, shaped(r"/[ -:<-~]*", "/")]


class Days(Table):
    """A lifetime of a cookie."""

    days: NumberOfDays


class Retention(Table):
    """How long something is kept (Art. 13(2)(a) GDPR): days, months or years, or an open gap."""

    days: NumberOfDays | None = None
    months: NumberOfMonths | None = None
    years: NumberOfYears | None = None
    period: Literal[""] | None = None
    reason: Localised

    @model_validator(mode="after")
    def _one_period(self) -> Retention:
        given = [v for v in (self.days, self.months, self.years, self.period) if v is not None]
        if len(given) != 1:
            message = say('give exactly one of days, months, years or period = ""')
            raise ValueError(message)
        return self

    @property
    def unit(self) -> str:
        """Give `day`, `month` or `year`, or "" for an open gap."""
        return next((u for u in ("day", "month", "year") if getattr(self, f"{u}s")), "")

    @property
    def count(self) -> int:
        """How many of the unit; 0 for an open gap."""
        return self.days or self.months or self.years or 0


def _long_enough(periods: dict[str, Retention]) -> dict[str, Retention]:
    for name in _LOGS:
        if name in periods and 0 < (periods[name].days or 0) < _LEAST_DAYS:
            context = {"entry": name, "least": _LEAST_DAYS}
            raise PydanticCustomError("too_few_days", "{entry}", context)
    return periods


class Anonymisation(Table):
    """How many bits of an address remain when it is written."""

    ipv4_prefix: Annotated[int, Field(ge=0, le=24)]
    ipv6_prefix: Annotated[int, Field(ge=0, le=48)]


class DataCategory(Table):
    """Art. 14(1)(d) GDPR; named for Art. 13 too, because visitors ask for it."""

    name: Localised
    examples: Localised


class Recipient(Table):
    """Art. 13(1)(e) GDPR."""

    name: Localised
    entity: Fact


class Requirement(Localised):
    """Whether somebody must provide the data (Art. 13(2)(e) GDPR): in words, and who asks for it.

    `by` is the law, the contract, or the technology that works in no other way; or nobody.
    """

    by: Literal["law", "contract", "technology", "nobody"]


class Activity(Table):
    """One processing activity, with what Art. 13 GDPR wants said of it."""

    name: Localised
    purpose: Localised
    legal_basis: Annotated[tuple[Basis, ...], Field(min_length=1, strict=False)]
    interest: Localised | None = None
    data: Annotated[tuple[str, ...], Field(min_length=1, strict=False)]
    recipients: Annotated[tuple[str, ...], Field(strict=False)]
    third_countries: Literal["none", "conditional", ""]
    safeguard: Fact | None = None
    retention: Annotated[tuple[str, ...], Field(strict=False)]
    required: Requirement
    clause: str


class Cookie(Table):
    """A cookie, with every attribute that a browser shows."""

    set_by: Localised
    purpose: Localised
    lifetime: Literal["session"] | Days
    path: CookiePath
    secure: bool
    http_only: bool
    same_site: Literal["Strict", "Lax", "None"]

    @property
    def max_age(self) -> int | None:
        """Lifetime in seconds; None for a cookie that ends with the browser session."""
        return None if isinstance(self.lifetime, str) else self.lifetime.days * 86_400

    def header(self, name: str, value: str) -> str:
        """Write the cookie as RFC 6265 (section 4.1) spells it, for a header or a script."""
        parts = [f"{name}={value}", f"Path={self.path}"]
        parts += [] if self.max_age is None else [f"Max-Age={self.max_age}"]
        parts += ["Secure"] if self.secure else []
        parts += ["HttpOnly"] if self.http_only else []
        return "; ".join([*parts, f"SameSite={self.same_site}"])


#: What this site sets: the language switch in every page, and signing in.
SET_HERE = ("language", "session")


def _described(cookies: dict[CookieName, Cookie]) -> dict[CookieName, Cookie]:
    for name in SET_HERE:
        if name not in cookies:
            raise PydanticCustomError("missing_entry", "{entry}", {"entry": name})
    return cookies


class Claim(Table):
    """A promise of the pages: proved by a test, or attested by the operator on a day."""

    text: Localised
    evidence: str | None = None
    attested: Day | Literal[""] | None = None

    @model_validator(mode="after")
    def _one_proof(self) -> Claim:
        if (self.evidence is None) == (self.attested is None):
            raise ValueError(say("give either evidence (a test) or attested (a date)"))
        return self


class Register(Table):
    """The whole of `processing.toml`."""

    retention: Annotated[dict[str, Retention], AfterValidator(_long_enough)]
    anonymisation: Anonymisation
    data_categories: dict[str, DataCategory]
    recipients: dict[str, Recipient]
    activities: dict[str, Activity]
    cookies: Annotated[dict[CookieName, Cookie], AfterValidator(_described)]
    claims: dict[str, Claim]

    def references(self) -> Iterator[tuple[Key, str, str, Collection[str]]]:
        """Give what the activities refer to (`registers.source.Linked`)."""
        for name, activity in self.activities.items():
            for field, table, known in (
                ("data", "data_categories", self.data_categories),
                ("recipients", "recipients", self.recipients),
                ("retention", "retention", self.retention),
            ):
                for index, entry in enumerate(getattr(activity, field)):
                    yield ("activities", name, field, index), entry, table, known


def load(path: Path) -> Register:
    """Read `processing.toml`; raise `registers.source.RegisterError` with every wrong key."""
    return source.load(path, path.parent, Register)[1]

"""The facts that texts refer to by placeholder, from the registers, in a page's language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pydantic import BaseModel

from registers import company, glossary, ledger, processing, source, wording
from registers.company import Company, Localised
from registers.glossary import Glossary
from registers.ledger import Ledger
from registers.processing import Register

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from firstparty.model import Finding

#: The tables that a text can place, each a template below `tables/`.
TABLES = ("data_categories", "activities", "recipients", "retention", "cookies")


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """All registers, read."""

    company: Company
    register: Register
    ledger: Ledger
    glossary: Glossary


@cache
def values(facts: Facts, lang: str) -> dict[str, str]:
    """Give every fact by the key of its placeholder; "" is an open gap."""
    operator, register = facts.company, facts.register
    country = wording.country(operator.country, lang)
    place = f"{operator.postal_code} {operator.city}"
    return {
        **dict(_flat(operator, "company", lang)),
        "company.country_name": country,
        "company.address": f"{operator.street}, {place}, {country}",
        **{f"retention.{k}": wording.period(v, lang) for k, v in register.retention.items()},
        **{f"cookies.{k}.lifetime": wording.lifetime(v, lang) for k, v in register.cookies.items()},
        **{f"claims.{k}": v.text[lang] for k, v in register.claims.items()},
        **dict(_flat(register.anonymisation, "anonymisation", lang)),
        **dict(_revisions(facts.ledger, lang)),
    }


def load(root: Path) -> Facts:
    """Read all registers below the root; raise one `RegisterError` with all that is wrong."""
    findings: list[Finding] = []

    def attempt(name: str, model: type[source.Model]) -> source.Model | None:
        try:
            return source.load(root / name, root, model)[1]
        except source.RegisterError as error:
            findings.extend(error.findings)
            return None

    operator = attempt(company.FILE, Company)
    register = attempt(processing.FILE, Register)
    history = attempt(ledger.FILE, Ledger)
    terms = attempt(glossary.FILE, Glossary)
    if operator is None or register is None or history is None or terms is None:
        raise source.RegisterError(tuple(findings))
    return Facts(operator, register, history, terms)


def _revisions(history: Ledger, lang: str) -> Iterator[tuple[str, str]]:
    for name, document in history.documents.items():
        now = document.in_force
        yield f"revision.{name}.version", now.version
        yield f"revision.{name}.published", wording.date(now.published, lang)
        effective = wording.date(now.effective, lang) if now.effective else ""
        yield f"revision.{name}.effective", effective


def _flat(model: BaseModel, prefix: str, lang: str) -> Iterator[tuple[str, str]]:
    for name in type(model).model_fields:
        value = getattr(model, name)
        if isinstance(value, Localised):
            yield f"{prefix}.{name}", value[lang]
        elif isinstance(value, BaseModel):
            yield from _flat(value, f"{prefix}.{name}", lang)
        else:
            yield f"{prefix}.{name}", str(value)

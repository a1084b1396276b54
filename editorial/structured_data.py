"""schema.org JSON-LD: who speaks, which page, which language, which version, which translation."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import datetime as dt

    from registers.company import Company


@dataclass(frozen=True, slots=True)
class Described:
    """A page as JSON-LD describes it; addresses begin at the root of the site."""

    address: str
    title: str
    description: str
    languages: tuple[str, ...]
    twin: str = ""
    version: str = ""
    published: dt.date | None = None


def organisation(company: Company) -> dict[str, Any]:
    """Describe the operator; facts that nobody supplied are left out."""
    return {
        "@type": "Organization",
        "@id": f"{company.site_url}/#operator",
        "name": company.legal_name,
        "url": f"{company.site_url}/",
        "email": company.email,
        **({"telephone": company.phone} if company.phone else {}),
        **({"vatID": company.vat_id} if company.vat_id else {}),
        "address": {
            "@type": "PostalAddress",
            "streetAddress": company.street,
            "postalCode": company.postal_code,
            "addressLocality": company.city,
            "addressCountry": company.country,
        },
    }


def web_page(page: Described, company: Company) -> dict[str, Any]:
    """Describe a page."""
    url = company.site_url + page.address
    described: dict[str, Any] = {
        "@type": "WebPage",
        "@id": url,
        "url": url,
        "name": page.title,
        "description": page.description,
        "inLanguage": page.languages[0] if len(page.languages) == 1 else list(page.languages),
        "publisher": {"@id": f"{company.site_url}/#operator"},
    }
    if page.twin:
        # workTranslation, not translationOfWork: neither language is the master
        described["workTranslation"] = {"@id": company.site_url + page.twin}
    if page.version:
        described["version"] = page.version
    if page.published:
        described["dateModified"] = page.published.isoformat()
    return described


def script(page: Described, company: Company) -> str:
    """Write the script element; `<` is escaped so that no text can end it."""
    graph = {
        "@context": "https://schema.org",
        "@graph": [organisation(company), web_page(page, company)],
    }
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{text}</script>'

"""JSON-LD of a page, whole."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from editorial import structured_data
from editorial.structured_data import Described
from registers.company import Company
from tests.unit.pipeline import small_site

COMPANY = Company.model_validate(tomllib.loads(small_site.COMPANY))
OPERATOR = {
    "@type": "Organization",
    "@id": "https://maps.example/#operator",
    "name": "Karten GmbH & Co. KG",
    "url": "https://maps.example/",
    "email": "post@maps.example",
    "address": {
        "@type": "PostalAddress",
        "streetAddress": "Hafenstraße 1",
        "postalCode": "26122",
        "addressLocality": "Oldenburg",
        "addressCountry": "DE",
    },
}
PAGE = Described("/de/", "Karten", "Für alle.", ("de",))


def graph(script: str) -> list[object]:
    """Give what a machine reads in the script element."""
    (element,) = LexborHTMLParser(script).css('script[type="application/ld+json"]')
    value = json.loads(element.text())
    assert value["@context"] == "https://schema.org"
    return list(value["@graph"])


def test_page() -> None:
    """A page has its language and its publisher; facts that nobody supplied are left out."""
    assert graph(structured_data.script(PAGE, COMPANY)) == [
        OPERATOR,
        {
            "@type": "WebPage",
            "@id": "https://maps.example/de/",
            "url": "https://maps.example/de/",
            "name": "Karten",
            "description": "Für alle.",
            "inLanguage": "de",
            "publisher": {"@id": "https://maps.example/#operator"},
        },
    ]


def test_everything() -> None:
    """Twin, version and day are named, and the operator's number and tax id."""
    page = replace(PAGE, twin="/en/", version="2", published=dt.date(2026, 11, 24))
    company = COMPANY.model_copy(update={"phone": "+49 441 1", "vat_id": "DE1"})
    operator, described = graph(structured_data.script(page, company))
    assert operator == {**OPERATOR, "telephone": "+49 441 1", "vatID": "DE1"}
    assert described == {
        "@type": "WebPage",
        "@id": "https://maps.example/de/",
        "url": "https://maps.example/de/",
        "name": "Karten",
        "description": "Für alle.",
        "inLanguage": "de",
        "publisher": {"@id": "https://maps.example/#operator"},
        "workTranslation": {"@id": "https://maps.example/en/"},
        "version": "2",
        "dateModified": "2026-11-24",
    }


def test_both_languages() -> None:
    """A page that speaks both languages says so."""
    page = replace(PAGE, languages=("de", "en"))
    assert structured_data.web_page(page, COMPANY)["inLanguage"] == ["de", "en"]


@given(st.text(alphabet="</script><!-- \"'\\äß&") | st.text(st.characters(codec="utf-8")))
def test_any_title(title: str) -> None:
    """No title can end the script element."""
    described = graph(structured_data.script(replace(PAGE, title=title), COMPANY))[1]
    assert isinstance(described, dict)
    assert described["name"] == title

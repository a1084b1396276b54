"""The rights of the people concerned, each in the words of the page that explains it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from selectolax.lexbor import LexborHTMLParser

from notices.copies import article

if TYPE_CHECKING:
    from editorial.site import Site
    from notices.tilt.voice import Voice

#: Property, and the clauses that say it, each with the page that has it. The schema has no
#: `rightToRestriction` and no `rightToObject` (Art. 18 and 21 GDPR); both are additions.
RIGHTS: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "accessAndDataPortability": (("rights", "access"), ("rights", "portability")),
    "rightToInformation": (("rights", "access"),),
    "rightToRectificationOrDeletion": (("rights", "rectification"), ("rights", "erasure")),
    "rightToDataPortability": (("rights", "portability"),),
    "rightToWithdrawConsent": (("privacy", "rights-withdrawal"),),
    "rightToRestriction": (("rights", "restriction"),),
    "rightToObject": (("rights", "objection"),),
    "rightToComplain": (("rights", "complaint"),),
}
_COMPLAINT: Final = "rightToComplain"


def rights(site: Site, voice: Voice) -> dict[str, Any]:
    """Describe every right, the complaint (Art. 77) and automated decisions (Art. 22)."""
    found: dict[str, Any] = {
        name: _right(site, clauses, voice.lang) for name, clauses in RIGHTS.items()
    }
    found["accessAndDataPortability"]["available"] = True  # by law, whatever the pages say of it
    # it goes to the authority, not to the controller
    found[_COMPLAINT].pop("email")
    protection = site.facts.company.data_protection
    found[_COMPLAINT]["supervisoryAuthority"] = {
        "name": voice.marked(
            "company.data_protection.supervisory_authority", protection.supervisory_authority
        )
    }
    found["automatedDecisionMaking"] = voice.optional(
        "description",
        "company.data_protection.automated_decisions",
        protection.automated_decisions,
    )
    return found


def _right(site: Site, clauses: tuple[tuple[str, str], ...], lang: str) -> dict[str, Any]:
    """Describe a right; nobody has to ask for it in a certain way, so an address is enough."""
    said = [(page, clause, _words(site, page, clause, lang)) for page, clause in clauses]
    described = [(page, clause, words) for page, clause, words in said if words]
    email = {"email": site.facts.company.email}
    if not described:
        return email
    page, clause, _ = described[0]
    document = site.inventory.find(page, lang)
    assert document is not None  # noqa: S101 - its words were read
    return {
        "available": True,
        "description": " ".join(words for _, _, words in described),
        "url": f"{site.facts.company.site_url}{document.address}#{clause}",
        **email,
    }


def _words(site: Site, page: str, clause: str, lang: str) -> str:
    """Give the first paragraph of a clause; "" where the site has no such clause."""
    document = site.inventory.find(page, lang)
    if document is None:
        return ""
    paragraph = LexborHTMLParser(site.text(document).html).css_first(f"#{clause} p")
    return article.typed(" ".join(paragraph.text().split())) if paragraph else ""

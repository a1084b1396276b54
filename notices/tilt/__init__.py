"""The privacy notice as TILT, the Transparency Information Language, in both languages.

TILT (https://github.com/Transparency-Information-Language/schema) holds what Art. 12 to 15 GDPR
want said of a processing, for programs that compare notices. It is made of the registers, which
always speak of the newest revision: while that one is coming or a draft, its `status` is
"inactive" and `effective` says from when it applies.

What the operator has not supplied is left out. Where the schema demands a value, the words of the
page stand in it, or the code for "unknown" where it takes no words; `openGaps` lists the keys of
all that is open. Names that the schema does not have (`openGaps`, `cookies`, `rightToObject`, …)
are additions, as it allows.
"""

from __future__ import annotations

import json
import uuid
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from editorial.documents import LANGUAGES
from notices import publication
from notices.tilt import controller, disclosed, rights
from notices.tilt.voice import Voice

if TYPE_CHECKING:
    from editorial.documents import Document
    from editorial.site import Site
    from registers.ledger import History

#: The document that informs, and where its TILT is published.
NOTICE: Final = "privacy"
PATHS: Final = {"de": "/privacy/tilt.de.json", "en": "/privacy/tilt.en.json"}
MEDIA_TYPE: Final = "application/json"
#: What a link to it is called, in either language.
NAME: Final = "TILT (JSON)"


def write(site: Site, lang: str) -> bytes | None:
    """Write the notice in a language; None where there is no notice or no revision of it."""
    made = document(site, lang)
    if made is None:
        return None
    return (json.dumps(made, indent=2, ensure_ascii=False) + "\n").encode()


def document(site: Site, lang: str) -> dict[str, Any] | None:
    """Give the notice in a language as TILT has it; None as for `write`."""
    notice = site.inventory.find(NOTICE, lang)
    if notice is None or NOTICE not in site.facts.ledger.documents:
        return None
    voice = Voice(lang, site.gap_words(lang))
    page = site.facts.company.site_url + _address(site.facts.ledger.documents[NOTICE], notice)
    made = {
        "meta": _meta(site, voice, page),
        "controller": controller.controller(site.facts.company, voice),
        "dataProtectionOfficer": controller.officer(site.facts.company, voice),
        "dataDisclosed": disclosed.data(site.facts.register, voice, page),
        "thirdCountryTransfers": disclosed.transfers(site, voice),
        "sources": [],  # Art. 14: all data comes from the people it is about, or their devices
        **rights.rights(site, voice),
        "changesOfPurpose": [],  # none is planned
        "cookies": disclosed.cookies(site.facts.register, lang),
        "openGaps": voice.open,
    }
    made["meta"]["_hash"] = digest(made)
    return made


def digest(made: dict[str, Any]) -> str:
    """Give SHA-256 over the document without its `_hash`: keys sorted, no white space, UTF-8."""
    meta = {key: value for key, value in made["meta"].items() if key != "_hash"}
    text = json.dumps(
        {**made, "meta": meta}, sort_keys=True, ensure_ascii=False, separators=(",", ":")
    )
    return sha256(text.encode()).hexdigest()


def _address(history: History, notice: Document) -> str:
    """Give the address of the page that says the same: while a text is coming, its own."""
    if history.newest == history.in_force:
        return notice.address
    return publication.address(notice, history.newest)


def _meta(site: Site, voice: Voice, page: str) -> dict[str, Any]:
    company = site.facts.company
    history = site.facts.ledger.documents[NOTICE]
    newest = history.newest
    effective = newest.effective or None
    if effective is None:
        voice.note(f"documents.{NOTICE}.revisions.effective")
    address = company.site_url + PATHS[voice.lang]
    other = next(name for name in LANGUAGES if name != voice.lang)
    return {
        "_id": str(uuid.uuid5(uuid.NAMESPACE_URL, address)),
        "name": company.legal_name,
        "created": history.revisions[-1].published.isoformat(),
        "modified": newest.published.isoformat(),
        # a whole number by the schema; a revision may be called 1.1, so they are counted
        "version": len(history.revisions),
        "revision": newest.version,
        **({"effective": effective.isoformat()} if effective else {}),
        "language": voice.lang,
        "status": "active" if effective and newest == history.in_force else "inactive",
        "url": page,
        "translation": company.site_url + PATHS[other],
    }

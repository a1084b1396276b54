"""What `rel` of a `link` element or header makes of its URL: HTML, "Link types"."""

from __future__ import annotations

from typing import Final

from firstparty.extract.words import words
from firstparty.model import Use

# Relations that name another document for people to read, which nobody fetches.
INERT: Final = words(
    """
    author bookmark copyright external glossary help license me nofollow noopener noreferrer
    opener privacy-policy schema.dc schema.dcterms sponsored tag terms-of-service ugc
    """
)

# Relations that say what belongs to this site; programs follow them as if it did.
_PARTS: Final = words(
    """
    alternate amphtml appendix canonical chapter contents current describedby first home hub
    image_src index last next openid.server payment pingback prev previous search section self
    service-desc shortlink start subsection top up via webmention
    """
)

USES: Final[dict[str, Use]] = {
    "apple-touch-icon": Use.IMAGE,
    "apple-touch-icon-precomposed": Use.IMAGE,
    "apple-touch-startup-image": Use.IMAGE,
    "compression-dictionary": Use.HINT,
    "dns-prefetch": Use.HINT,
    "fluid-icon": Use.IMAGE,
    "icon": Use.IMAGE,
    "manifest": Use.MANIFEST,
    "mask-icon": Use.IMAGE,
    "modulepreload": Use.HINT,
    "preconnect": Use.HINT,
    "prefetch": Use.HINT,
    "preload": Use.HINT,
    "prerender": Use.HINT,
    "shortcut": Use.IMAGE,
    "stylesheet": Use.STYLESHEET,
}


def uses(rel: str) -> list[Use]:
    """The uses of the URL beside a `rel`; a relation that nobody knows is one of them.

    Tokens are separated by white space and compared without case (HTML, "Link types").
    """
    tokens = rel.lower().split()
    found = dict.fromkeys(USES[token] for token in tokens if token in USES)
    if found:
        return list(found)
    if any(token not in INERT and token not in _PARTS for token in tokens) or not tokens:
        return [Use.RELATION]
    return [Use.SITE_PART] if any(token in _PARTS for token in tokens) else []

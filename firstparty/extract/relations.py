"""What `rel` of a `link` element or header makes of its URL: HTML, "Link types"."""

from __future__ import annotations

from typing import Final

from firstparty.model import Use

# The registered and the customary relations that nobody fetches.
INERT: Final = frozenset(
    """
    about acl alternate amphtml appendix archives author authorization_endpoint bookmark
    canonical chapter cite-as collection contents copyright current describedby describes
    disclosure duplicate edit edit-media edituri enclosure expect external first glossary gtm
    help hub image_src index indieauth-metadata item last latest-version license me meta
    micropub microsub next nofollow noindex noopener noreferrer openid.delegate
    openid.server openid2.local_id openid2.provider opener parent payment pingback prev
    previous privacy-policy profile publisher related replies rights root schema.dc
    schema.dcterms section self service shortlink sitemap sponsored start
    subsection syndication tag terms-of-service toc token_endpoint top type ugc up
    version-history via webmention wlwmanifest
    """.split()
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
    """The uses of the URL beside a `rel`, the loading ones first; unknown relations count.

    Tokens are separated by ASCII white space and compared without case (HTML, "Link types").
    An empty `rel` makes no link.
    """
    tokens = rel.lower().split()
    found = list(dict.fromkeys(USES[token] for token in tokens if token in USES))
    if found:
        return found
    return [Use.RELATION for token in tokens if token not in INERT][:1]

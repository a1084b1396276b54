"""Which paths of a built site are for visitors: one rule for the preview and every server."""

from __future__ import annotations

#: RFC 8615: the one folder with a dot that is public.
WELL_KNOWN = ".well-known"
#: Instructions for hosts, not pages.
PRIVATE = frozenset({"_headers", "_redirects"})
#: The page for what is not there, and the page that lets the visitor choose a language.
MISSING = "/404.html"
GATEWAY = "/index.html"
ACCOUNT = "/account/"
#: Where a release lies, in a file of its own that no visitor gets: for a server that asks twice.
PLACE = ".place"

# The rest is for servers: regular expressions that PCRE and Go's RE2 read alike
# (a backslash is written as a number: configurations have escapes of their own).

_FIRST, _NEXT = r"[^./\x5c\x00-\x1f\x7f]", r"[^/\x5c\x00-\x1f\x7f]*"
#: A decoded path that may name a file: no empty name, no control character, no leading dot
#: but that of the one folder.
PUBLIC = rf"^(?:/\.well-known)?(?:/{_FIRST}{_NEXT})*/?$"
#: A decoded path that names no page although the file is there.
KEPT_BACK = r"^/_(?:headers|redirects)$|\.(?:br|zst|gz)$"
#: What makes a path, as it was sent, mean another one or hide a separator, anywhere before a `?`:
#: refused, not tidied up. No page links to one, and a browser tidies up before it asks.
TWISTED = r"(?:%2[fF]|%5[cC]|%00|\x5c|/(?:\.|%2[eE]){1,2}(?:[/? ]|$))"

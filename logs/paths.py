"""What of a request's target is written: the path, as far as it consists of plain words.

The query is never written. A segment is written when it looks like a name that a site gives its
files: words, short numbers, a date, the digest in the name of a static file. Anything else, an
API key, an address in any notation, a name with `@`, what somebody typed by mistake, becomes `*`.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

MASK = "*"
LONGEST_SEGMENT = 64
MOST_SEGMENTS = 12

#: A word of one case, with up to three figures behind it (`woff2`, `z12`); or up to seven
#: figures, which is a tile's column at zoom 22.
WORD = re.compile(r"(?:[a-z]{1,24}|[A-Z]{1,24}|[A-Z][a-z]{1,23})[0-9]{0,3}|[0-9]{1,7}")
#: Two numbers beside each other may be an address or a version; a date is neither.
DATE = re.compile(r"(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]")
#: Names of static files hold eight hexadecimal figures of a digest.
FINGERPRINTED = re.compile(r"([a-z][a-z0-9-]{0,40})\.[0-9a-f]{8}\.([a-z][a-z0-9]{0,4})")
#: A target may name its host, too (RFC 9112 § 3.2.2); only nginx leaves that away.
ABSOLUTE = re.compile(r"^https?://[^/?#]*(?=[/?#])", re.IGNORECASE)
BETWEEN = re.compile(r"[._~-]")


def written(target: str) -> str | None:
    """Give what is written of a target: None for none, `*` for one that is no path of ours."""
    if not target:
        return None
    target = ABSOLUTE.sub("", target, count=1)
    if not target.startswith("/"):
        return MASK
    segments = re.split(r"[?#;]", target, maxsplit=1)[0][1:].split("/")
    static = segments[0] == "static"
    shown = [_segment(segment, static=static) for segment in segments[:MOST_SEGMENTS]]
    return "/" + "/".join(shown + [MASK] * (len(segments) > MOST_SEGMENTS))


def _segment(raw: str, *, static: bool) -> str:
    """Give a segment, decoded once, or the mask; one that is encoded twice holds a `%` still."""
    segment = unquote(raw, errors="replace") if "%" in raw else raw
    if not segment or DATE.fullmatch(segment):
        return segment
    if len(segment) > LONGEST_SEGMENT:
        return MASK
    if static and (named := FINGERPRINTED.fullmatch(segment)):
        return segment if _is_plain(named[1]) and _is_plain(named[2]) else MASK
    return segment if _is_plain(segment) else MASK


def _is_plain(segment: str) -> bool:
    """Tell whether a segment is words with at most one number that stands for itself."""
    parts = BETWEEN.split(segment.lstrip("."))
    return all(WORD.fullmatch(part) for part in parts) and sum(map(str.isdigit, parts)) <= 1

"""Which folded strings are addresses, and which beginnings settle where an address leads.

URLs are read as the WHATWG URL standard does: tabs and line ends vanish, spaces and control
characters around are dropped, a backslash is a slash in the schemes of the web.
Nothing is resolved here: that is for the rules, which know where the page is published.
"""

from __future__ import annotations

import re
from typing import Final

from firstparty.extract.script.literals import characters
from firstparty.extract.script.values import (
    OWN_HOST,
    OWN_SCHEME,
    SOME_DIGITS,
    Plain,
    Prefix,
    Url,
    Value,
    options,
)

_SURROUNDING: Final = "".join(map(chr, range(0x21)))
_VANISHING: Final = str.maketrans("", "", "\t\n\r")
_OWN: Final = re.compile(f"(?:{OWN_SCHEME}|https?:|wss?:)?[/\\\\]{{2}}{OWN_HOST}(?=[/\\\\?#]|$)")
_NETWORKED: Final = "https?|wss?|ftp|stuns?|turns?"
_SELF_CONTAINED: Final = "data|javascript|blob|filesystem|view-source|feed|vbscript"
_SIGNS: Final = frozenset(":/\\")
"""Characters without which there is no address."""
_HOST: Final = r"(?!\[[^0-9a-f:])[^\s/\\\"'<>`#?^|\]]"
"""How a host, or the user before it, can begin."""
_REST: Final = r"[^\s\"'<>`]*"
_ABSOLUTE: Final = re.compile(
    rf"(?:(?:{_NETWORKED}):[/\\]*{_HOST}|(?:{_SELF_CONTAINED}):."
    rf"|[a-z][a-z0-9+.-]*:[/\\]{{2}}[^\s]|[/\\]{{2,}}{_HOST})",
    re.IGNORECASE | re.DOTALL,
)
_WHOLE: Final = re.compile(f"(?:{_SELF_CONTAINED}):", re.IGNORECASE)
_EMBEDDED: Final = re.compile(
    rf"(?<![\w.+-])(?:{_NETWORKED}):[/\\]*{_HOST}{_REST}"
    rf"|(?<![\w.+-])[a-z][a-z0-9+.-]{{0,30}}:[/\\]{{2,}}{_HOST}{_REST}"
    rf"|(?:(?<=[\s\"'(=,;>`|])|^)[/\\]{{2,}}{_HOST}{_REST}"
    rf"|(?<![\w.+-])(?:{_SELF_CONTAINED}):[^\s\"'<>`]+",
    re.IGNORECASE,
)
_OPENED: Final = re.compile(
    r"(?:[a-z][a-z0-9+.-]*:)?[/\\]{2,}$|(?:https?|wss?|ftp):$", re.IGNORECASE
)
"""A beginning after which a host is bound to follow."""
_SETTLED: Final = re.compile(
    r"""
      /[^/\\\t\n\r]                                        # a path on this origin
    | [?#]                                                 # a query, a fragment
    | [^:/\\?#\t\n\r\x00-\x20][^:/\\?#\t\n\r]*[/?#\\]        # a relative path
    | (?:https?|wss?|ftp):[/\\]{2}[^/\\?#\t\n\r]+[/\\?#]     # a complete host
    | //[^/\\?#\t\n\r]+[/\\?#]
    | (?:blob|about|mailto|tel|sms):
    | data:(?:image/(?!svg)|font/|audio/|video/)[^,\t\n\r]*,
    """,
    re.IGNORECASE | re.VERBOSE,
)


_BASELESS: Final = re.compile(r"^\s*(https?|wss?|ftp):[/\\]*(?=[^/\\])", re.IGNORECASE)


def settled(value: Value) -> str | None:
    """Give the address that a value is, or as much of it as settles the origin."""
    if isinstance(value, Url):
        value = value.text
    if isinstance(value, Prefix):
        text = own(value.text.lstrip(_SURROUNDING))
        return characters(text) if text is not None and _SETTLED.match(text) else None
    return own(value) if isinstance(value, str) else None


def without_base(text: str) -> str:
    """Write out an address that is read without a base, as `https:host` is in an import.

    With a base of the same scheme it would be a path.
    """
    return _BASELESS.sub(r"\1://", text, count=1)


def is_own(text: str) -> bool:
    """Say whether an address is on the page's own origin, written with its marks."""
    return own(text) is not None and _OWN.match(text) is not None


def own(text: str) -> str | None:
    """Write the page's own origin as a path; `None` if it is used in any other way."""
    text = text.replace(SOME_DIGITS, "0")
    if OWN_HOST not in text and OWN_SCHEME not in text:
        return characters(text)
    found = _OWN.match(text)
    rest = text[found.end() :] if found else ""
    if not found or OWN_HOST in rest or OWN_SCHEME in rest:
        return None
    if rest[:1] in {"/", "\\"} and rest[1:2] in {"/", "\\"}:
        return characters(f"/.{rest}")
    return characters(rest or "/")


def addresses(value: Value) -> list[str | None]:
    """List what a value names that has a host or a scheme.

    `None` stands for an address whose host is put together from what cannot be known.
    """
    found: list[str | None] = []
    for option in options(value):
        text = option.text if isinstance(option, Prefix) else option
        if not isinstance(text, str) or _SIGNS.isdisjoint(text):
            continue
        if isinstance(option, Prefix) and _OPENED.match(text.strip(_SURROUNDING)):
            found.append(None)
        else:
            found.extend(named(text))
    return found


def named(text: str) -> list[str]:
    """List the addresses in a text: the text itself, or those that stand in it."""
    if OWN_HOST in text or OWN_SCHEME in text:
        return []
    text = characters(text.replace(SOME_DIGITS, "0"))
    bare = text.strip(_SURROUNDING)
    folded = bare.translate(_VANISHING)
    if _ABSOLUTE.match(folded) and (_WHOLE.match(folded) or not re.search(r"\s", bare)):
        return [folded]
    if _ABSOLUTE.match(folded) and folded != bare and " " not in folded:
        return [folded]
    return [found[0].rstrip(").,;]}") for found in _EMBEDDED.finditer(text)]


def harmless(value: Value) -> bool:
    """Say whether a value can hold neither an address nor code, whatever it is used for."""
    return all(isinstance(option, bool | float | Plain) for option in options(value))

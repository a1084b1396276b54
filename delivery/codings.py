"""The compressed copies that a release has beside its files, and who gets one."""

from __future__ import annotations

#: Codings in the order of preference, and the suffix of the copy
#: (RFC 7932, RFC 8878, RFC 1952; names as in RFC 9110 § 8.4.1).
CODINGS = {"br": ".br", "zstd": ".zst", "gzip": ".gz"}

#: A weight that does not refuse (RFC 9110 § 12.4.2).
_WELCOME = r"(?:1(?:\.0{0,3})?|0\.(?:[1-9][0-9]{0,2}|0[1-9][0-9]?|00[1-9]))"


def welcome(coding: str) -> str:
    """Give a regular expression, for PCRE and RE2, for an Accept-Encoding that takes a coding.

    Servers cannot compare weights: they take the first coding of the list that is not refused.
    """
    return rf"(?i)(?:^|,)[ \t]*{coding}[ \t]*(?:;[ \t]*q={_WELCOME}[ \t]*)?(?:,|$)"

"""A cookie in the browser beside its entry in the register: attribute by attribute."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registers.processing import Cookie
    from witness.observed import Stored

TOLERANCE_S: Final = 60
"""A browser counts the lifetime from when the cookie came; we know when the visit began."""

LONGEST_S: Final = 400 * 86_400
"""Browsers keep nothing longer (draft-ietf-httpbis-rfc6265bis, section 5.5)."""

_NOT_GIVEN: Final = "not given"


def wrong_attributes(
    stored: Stored, declared: Cookie, host: str, began: float
) -> Iterator[tuple[str, str]]:
    """Each attribute that differs from the register, with a sentence; `began` in Unix seconds."""
    seen = stored.attributes
    pairs = (
        ("path", "Path", seen.get("path"), declared.path),
        ("secure", "Secure", seen.get("secure"), declared.secure),
        ("httpOnly", "HttpOnly", seen.get("httpOnly"), declared.http_only),
        ("sameSite", "SameSite", seen.get("sameSite", _NOT_GIVEN), declared.same_site),
        # Host-only: a `Domain` shows as a leading dot (RFC 6265, section 5.3, step 6).
        ("domain", "Domain", seen.get("domain"), host),
        ("partitionKey", "Partitioned", "partitionKey" in seen, False),
    )
    for attribute, spelling, is_so, should_be in pairs:
        if is_so != should_be:
            yield attribute, _sentence(stored.name, spelling, is_so, should_be)
    lifetime = _lifetime(stored, began)
    wanted = declared.max_age
    expected = "session" if wanted is None else f"{min(wanted, LONGEST_S)} seconds"
    if wanted is None or lifetime is None:
        if wanted is not lifetime:
            is_so = "session" if lifetime is None else f"{lifetime:.0f} seconds"
            yield "expires", _sentence(stored.name, "lifetime", is_so, expected)
    elif not -TOLERANCE_S <= lifetime - min(wanted, LONGEST_S) <= TOLERANCE_S:
        yield "expires", _sentence(stored.name, "lifetime", f"{lifetime:.0f} seconds", expected)


def _lifetime(stored: Stored, began: float) -> float | None:
    """Seconds from the visit's beginning to the cookie's end; None at the session's end."""
    if stored.attributes.get("session"):
        return None
    return float(stored.attributes.get("expires", 0)) - began


def _sentence(name: str, attribute: str, is_so: object, should_be: object) -> str:
    return (
        f'cookie "{name}" has {attribute} "{is_so}", processing.toml says "{should_be}"; '
        "make them agree"
    )

"""The Content-Security-Policy, one directive per line, each with its reason.

Source: Content Security Policy Level 3 and Trusted Types (W3C). A URL that no directive names is
forbidden by `default-src 'none'`: frames, workers, media, objects and prefetches among them.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Directive:
    """One directive; `in_meta` is false where a `meta` element may not carry it (CSP3 § 3.3)."""

    name: str
    value: str
    why: str
    in_meta: bool = True

    def __str__(self) -> str:
        """Write the directive as the header does."""
        return f"{self.name} {self.value}"


DIRECTIVES = (
    Directive("default-src", "'none'", "whatever nobody thought of is forbidden"),
    Directive("script-src", "'self'", "the language switch; no inline script, no eval"),
    Directive("style-src", "'self'", "the style sheet; no inline style"),
    Directive("font-src", "'self'", "the two typefaces"),
    Directive("img-src", "'self'", "map pictures and icons; no data: URL, no pixel"),
    Directive("manifest-src", "'self'", "site.webmanifest"),
    Directive(
        "connect-src",
        "'self'",
        "no page connects anywhere, but auditors fetch /robots.txt from within the page "
        "and the preview server tells the page to refresh",
    ),
    Directive(
        "form-action", "'self'", "the trial form and signing in; default-src does not cover it"
    ),
    Directive("base-uri", "'none'", "a planted base element would redirect every relative address"),
    Directive(
        "frame-ancestors",
        "'none'",
        "nobody shows these pages, or the sign-in, inside their own",
        in_meta=False,
    ),
    Directive("require-trusted-types-for", "'script'", "no text becomes script through the DOM"),
    Directive("trusted-types", "'none'", "and no policy that could allow it can be made"),
)


def header_policy() -> str:
    """Give the value of the header."""
    return "; ".join(map(str, DIRECTIVES))


def meta_policy() -> str:
    """Give the text for `<meta http-equiv>`, for hosts that send no headers (HTML § 4.2.5.3)."""
    return "; ".join(str(directive) for directive in DIRECTIVES if directive.in_meta)

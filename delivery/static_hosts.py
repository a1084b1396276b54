"""The table as a `_headers` file, which Netlify and Cloudflare Pages read.

Both join the values when two rules give the same header, so each header stands in one rule only.
Pages need no cache rule there: both hosts revalidate by themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from delivery.policy import EVERYTHING, HEADERS, Target, is_fingerprinted

if TYPE_CHECKING:
    from collections.abc import Iterable


def headers_file(paths: Iterable[str]) -> str:
    """Write the rules for a site; `paths` are its files as the browser asks for them."""
    static = sorted(path for path in paths if path.startswith("/static/"))
    named = [path for path in static if is_fingerprinted(path)]
    immutable = ["/static/*"] if static and named == static else named
    rules = [("/*", [h for h in HEADERS if h.applies_to == EVERYTHING])]
    cache = [
        h for h in HEADERS if Target.FINGERPRINTED in h.applies_to and h.name == "Cache-Control"
    ]
    rules += [(path, cache) for path in immutable]
    return "".join(
        f"{path}\n" + "".join(f"  {header.name}: {header.value}\n" for header in headers)
        for path, headers in rules
    )

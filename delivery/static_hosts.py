"""The tables as `_headers` and `_redirects`, which Netlify and Cloudflare Pages read.

Neither knows weights of languages or the value of a cookie, so there is no rule for `/`: the page
with both languages answers there. Both join the values when two rules give the same header, so each
header stands in one rule only. Pages need no cache rule there: both hosts revalidate by themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from delivery.policy import EVERYTHING, HEADERS, Target, is_fingerprinted

if TYPE_CHECKING:
    from collections.abc import Iterable


def headers_file(paths: Iterable[str]) -> str:
    """Write the rules for a site; `paths` are its files as the browser asks for them."""
    rules = [("/*", [h for h in HEADERS if h.applies_to == EVERYTHING])]
    cache = [
        h for h in HEADERS if Target.FINGERPRINTED in h.applies_to and h.name == "Cache-Control"
    ]
    rules += [(pattern, cache) for pattern in _immutable("/static/", sorted(paths))]
    return "".join(
        f"{path}\n" + "".join(f"  {header.name}: {header.value}\n" for header in headers)
        for path, headers in rules
    )


#: Both hosts send a folder without its slash to the folder, and give 404.html, by themselves.
REDIRECTS = """\
# No rule for /: these hosts cannot weigh languages; the page with both of them answers.
/account  /account/  301
"""


def _immutable(folder: str, paths: list[str]) -> list[str]:
    """Cover the fingerprinted files below a folder and no others, in as few patterns as can be.

    Cloudflare reads 100 rules; licences of the fonts, for example, keep their plain names.
    """
    below = [path for path in paths if path.startswith(folder)]
    if below and all(map(is_fingerprinted, below)):
        return [f"{folder}*"]
    folders = sorted({f"{folder}{name}/" for path in below for name in _folder(folder, path)})
    files = [path for path in below if not _folder(folder, path) and is_fingerprinted(path)]
    return [pattern for inner in folders for pattern in _immutable(inner, below)] + files


def _folder(folder: str, path: str) -> list[str]:
    """Give the name of the folder that a path goes through next, if it does."""
    return path.removeprefix(folder).split("/")[:-1][:1]

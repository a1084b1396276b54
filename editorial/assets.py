"""Files of the theme and pictures of the texts, each under a name that holds its digest.

A file whose name changes with its content can be cached for ever. The stylesheet's layers are
joined into one file and minified; addresses in it follow the new names.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import rcssmin
import tinycss2

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

STYLESHEET = "css/main.css"
#: Where assets are published.
PREFIX = "/static/"
#: Files that must have a name of their own at the root of the site.
_AT_ROOT = ("favicon.ico", "apple-touch-icon.png")


@dataclass(frozen=True, slots=True)
class Asset:
    """A file to publish: its address from the root of the site, and its bytes."""

    address: str
    content: bytes


class AssetError(Exception):
    """A stylesheet that names a file which is not there."""

    exitcode = 1


def collect(static: Path, media: Path) -> dict[str, Asset]:
    """Read the theme's files (`fonts/x.woff2`) and the texts' pictures (`media/x.svg`).

    Raises `AssetError` when the stylesheet refers to nothing.
    """
    found = {
        path.relative_to(static).as_posix(): _asset(path.relative_to(static).as_posix(), path)
        for path in _files(static)
        if path.suffix != ".css"
    }
    for path in _files(media) if media.is_dir() else ():
        name = f"media/{path.relative_to(media).as_posix()}"
        found[name] = _asset(name, path)
    joined = minify_css(_join(static / STYLESHEET, static, partial(_address, found)))
    found[STYLESHEET] = Asset(fingerprinted(STYLESHEET, joined), joined)
    return found


def fingerprinted(name: str, content: bytes) -> str:
    """Give the address of a file: `/static/css/main.1a2b3c4d.css`."""
    stem, dot, extension = name.rpartition(".")
    digest = hashlib.sha256(content).hexdigest()[:8]
    return f"{PREFIX}{stem}.{digest}{dot}{extension}"


def minify_css(text: str) -> bytes:
    """Minify; `rcssmin` keeps clamp(), @container, @layer, nesting and light-dark()."""
    return str(rcssmin.cssmin(text)).encode()


def _files(folder: Path) -> Iterable[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _asset(name: str, path: Path) -> Asset:
    content = path.read_bytes()
    if path.name in _AT_ROOT:
        return Asset(f"/{path.name}", content)
    if path.suffix == ".txt":  # licences lie beside what they cover, under their own names
        return Asset(PREFIX + name, content)
    return Asset(fingerprinted(name, content), content)


def _address(assets: dict[str, Asset], name: str) -> str:
    if name not in assets:
        raise AssetError(f"theme/static/{STYLESHEET} refers to '{name}', and there is no such file")
    return assets[name].address


def _join(path: Path, static: Path, address_of: Callable[[str], str]) -> str:
    """Put every `@import` in place, inside its layer (CSS Cascade 5, section 2.1)."""
    parts = []
    rules = tinycss2.parse_stylesheet(path.read_text("utf-8"), skip_comments=True)
    for rule in rules:
        if rule.type == "at-rule" and rule.lower_at_keyword == "import":
            name, layer = _import(rule.prelude)
            inner = _join(path.parent / name, static, address_of)
            parts.append(f"@layer {layer} {{\n{inner}\n}}" if layer else inner)
            continue
        for tokens in (getattr(rule, "prelude", None), getattr(rule, "content", None)):
            _readdress(tokens or [], path.parent, static, address_of)
        parts.append(rule.serialize())
    return "\n".join(parts)


def _import(prelude: list[tinycss2.ast.Node]) -> tuple[str, str]:
    """Name of the file and of the layer in `url("x.css") layer(base)`."""
    name = layer = ""
    for token in prelude:
        if token.type in {"url", "string"}:
            name = token.value
        elif token.type == "function":
            inner = tinycss2.serialize(token.arguments).strip("\"' ")
            name, layer = (inner, layer) if token.lower_name == "url" else (name, inner)
    return name, layer


def _readdress(
    tokens: list[tinycss2.ast.Node], folder: Path, static: Path, address_of: Callable[[str], str]
) -> None:
    """Give every `url()` of the stylesheet the published address, in place."""
    for token in tokens:
        holder = token
        if token.type == "function" and token.lower_name == "url" and token.arguments:
            holder = token.arguments[0]
        elif token.type != "url":
            for field in ("content", "arguments"):
                _readdress(getattr(token, field, None) or [], folder, static, address_of)
            continue
        if not holder.value.startswith(("data:", "#")):
            target = (folder / holder.value).resolve().relative_to(static.resolve()).as_posix()
            address = address_of(target)
            holder.representation = f'"{address}"' if holder is not token else f'url("{address}")'

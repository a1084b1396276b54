"""Files of the theme and pictures of the texts, each under a name that holds its digest.

A file whose name changes with its content can be cached for ever. The stylesheet's layers are
joined into one file and minified; addresses in it follow the new names.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import rcssmin
import tinycss2

from firstparty.model import Finding, Location, Severity
from messages import say, unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable

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
    """A file that cannot be published; `finding` says why."""

    exitcode = 1

    def __init__(self, rule: str, name: str, message: str, line: int = 1, column: int = 1) -> None:
        """Say what is wrong with a file, named by its path from the root of the repository."""
        super().__init__(message)
        location = Location(name, line, column)
        self.finding = Finding(rule, Severity.ERROR, message, name, location)


class StylesheetError(AssetError):
    """A stylesheet that is no CSS, or names a file which is not there."""

    def __init__(self, sheet: Path, line: int, column: int, message: str) -> None:
        """Say what is wrong at a place of a sheet of the theme."""
        name = f"theme/{sheet.as_posix().rpartition('/theme/')[2]}"
        super().__init__("broken-stylesheet", name, message, line, column)


def _at(sheet: Path, token: tinycss2.ast.Node, message: str) -> StylesheetError:
    return StylesheetError(sheet, token.source_line, token.source_column, message)


def collect(static: Path, media: Path) -> dict[str, Asset]:
    """Read the theme's files (`fonts/x.woff2`) and the texts' pictures (`media/x.svg`).

    Raises `StylesheetError` when the stylesheet refers to nothing, `AssetError` when a file is
    a link to something else.
    """
    found = {
        path.relative_to(static).as_posix(): _asset(path.relative_to(static).as_posix(), path)
        for path in _files(static, "theme/static")
        if path.suffix != ".css"
    }
    for path in _files(media, "content/images") if media.is_dir() else ():
        name = f"media/{path.relative_to(media).as_posix()}"
        found[name] = _asset(name, path)
    joined = minify_css(_join(static / STYLESHEET, static, found))
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


def _files(folder: Path, name: str) -> Iterable[Path]:
    """Give the files below a folder, none that a link brings in from elsewhere."""
    home = os.path.realpath(folder)
    for path in sorted(folder.rglob("*")):
        inside = Path(os.path.realpath(path)).is_relative_to(home)
        if path.is_symlink() and not (inside and path.exists()):
            message = say(
                "this is a link to something that is not in {folder}/; put the file itself here",
                folder=name,
            )
            raise AssetError("misplaced-file", f"{name}/{path.relative_to(folder)}", message)
        if path.is_file():
            yield path


def _asset(name: str, path: Path) -> Asset:
    content = path.read_bytes()
    if path.name in _AT_ROOT:
        return Asset(f"/{path.name}", content)
    if path.suffix == ".txt":  # licences lie beside what they cover, under their own names
        return Asset(PREFIX + name, content)
    return Asset(fingerprinted(name, content), content)


def _read(sheet: Path) -> str:
    try:
        return sheet.read_text("utf-8")
    except UnicodeDecodeError as error:
        line = sheet.read_bytes().count(b"\n", 0, error.start) + 1
        message = say("a character is not UTF-8; save the file as UTF-8")
        raise StylesheetError(sheet, line, 1, message) from error
    except OSError as error:
        raise StylesheetError(sheet, 1, 1, unreadable(error)) from error


def _join(path: Path, static: Path, assets: dict[str, Asset], around: tuple[Path, ...] = ()) -> str:
    """Put every `@import` in place, inside its layer (CSS Cascade 5, section 2.1).

    `around` are the sheets that this one is put into.
    """
    parts = []
    rules = tinycss2.parse_stylesheet(_read(path), skip_comments=True)
    around = (*around, path.resolve())
    for rule in rules:
        if rule.type == "at-rule" and rule.lower_at_keyword == "import":
            name, layer = _import(path, rule)
            if (path.parent / name).resolve() in around:
                message = say("'{name}' would stand in itself; take this import out", name=name)
                raise _at(path, rule, message)
            inner = _join(path.parent / name, static, assets, around)
            parts.append(f"@layer {layer} {{\n{inner}\n}}" if layer else inner)
            continue
        _readdress([rule], path, static, assets)
        parts.append(rule.serialize())
    return "\n".join(parts)


def _import(sheet: Path, rule: tinycss2.ast.AtRule) -> tuple[str, str]:
    """Name of the file and of the layer in `url("x.css") layer(base)`; conditions are refused."""
    name = layer = ""
    for token in rule.prelude:
        if token.type == "function" and token.lower_name == "layer":
            layer = tinycss2.serialize(token.arguments).strip()
        elif _addressed(token) is not None or token.type == "string":
            name = (_addressed(token) or token).value
        elif token.type != "whitespace":
            message = say(
                "'{value}' does not belong here; import a file and a layer only",
                value=token.serialize(),
            )
            raise _at(sheet, token, message)
    if not (sheet.parent / name).is_file():
        message = say("there is no file '{name}'; correct the name", name=name)
        raise _at(sheet, rule, message)
    return name, layer


def _addressed(token: tinycss2.ast.Node) -> tinycss2.ast.Node | None:
    """Give what holds the address of a `url()`: the token itself, or the string in it."""
    if token.type == "url":
        return token
    if token.type == "function" and token.lower_name == "url":
        return next((inner for inner in token.arguments if inner.type == "string"), None)
    return None


def _readdress(
    tokens: list[tinycss2.ast.Node], sheet: Path, static: Path, assets: dict[str, Asset]
) -> None:
    """Give every `url()` of the stylesheet the published address, in place."""
    for token in tokens:
        if token.type == "error":
            reason = token.message.rstrip(".")
            message = say("this is no CSS: {reason}; correct it", reason=reason)
            raise _at(sheet, token, message)
        holder = _addressed(token)
        if holder is None:
            for field in ("prelude", "content", "arguments"):
                _readdress(getattr(token, field, None) or [], sheet, static, assets)
        elif " " in holder.value:  # rcssmin 1.2 takes the space away
            message = say(
                "'{name}' has a space, which the minifier takes away; "
                "write %20, or name the file without",
                name=holder.value,
            )
            raise _at(sheet, token, message)
        elif not holder.value.startswith(("data:", "#")):
            target = (sheet.parent / holder.value).resolve()
            inside = target.is_relative_to(static.resolve())
            name = target.relative_to(static.resolve()).as_posix() if inside else ""
            if name not in assets:
                message = say(
                    "there is no file '{name}' in theme/static/; put it there", name=holder.value
                )
                raise _at(sheet, token, message)
            address = assets[name].address
            holder.representation = f'"{address}"' if holder is not token else f'url("{address}")'

"""Style sheets to references, by tokens: CSS Syntax 3, Values 4, Images 4, Cascade 5."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import tinycss2

from firstparty.extract import data_url
from firstparty.extract.page import Place
from firstparty.model import Use

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from firstparty.extract.page import Page

# Functions whose strings are URLs.
_STRINGS_LOAD: Final = frozenset({"url", "src", "image", "image-set", "-webkit-image-set"})
# At-rules whose prelude is a question, not a use.
_QUESTIONS: Final = frozenset({"supports", "container", "media", "when", "else", "namespace"})
_DEEPEST: Final = 200

# Sound only together: no escape is written, no two slashes stand in a row, and no quote or
# URL function opens a scheme. Then no URL of the sheet can leave a first-party base.
_MAY_LEAVE: Final = re.compile(
    r"""\\|/[\t\n\r\f]*/|(?:["']|url\(|src\()[\x00-\x20]*["']?[\x00-\x20]*[a-z][a-z0-9+.\-\t\n\r]*:""",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Context:
    """Where in the grammar a value stands."""

    where: str
    use: Use = Use.STYLE_RESOURCE
    strings: bool = False
    harmless: bool = False
    depth: int = 0


def read_sheet(
    text: str, page: Page, where: str = "style sheet", base: Place | None = None
) -> None:
    """Note what a whole style sheet refers to; `base` is where it begins in the source."""
    _read(text, page, _Context(where), base)


def read_declarations(text: str, page: Page, place: Place, where: str) -> None:
    """Note what the value of a `style` or presentation attribute refers to."""
    _read(text, page.inside(place), _Context(where), None)


def _read(text: str, page: Page, context: _Context, base: Place | None) -> None:
    if page.foreign_base is None and _MAY_LEAVE.search(text) is None:
        return
    _Walk(page, base).block(tinycss2.parse_component_value_list(text), context)


def _statements(tokens: Sequence[Any]) -> Iterator[list[Any]]:
    """Cut a block at `;` and after `{}`, near enough to rules and declarations."""
    statement: list[Any] = []
    for token in tokens:
        kind = token.type
        if kind == "literal" and token.value == ";":
            yield statement
            statement = []
            continue
        if kind not in {"comment", "whitespace"} or statement:
            statement.append(token)
        if kind == "{} block" and not _is_custom(statement):
            yield statement
            statement = []
    yield statement


def _is_custom(statement: Sequence[Any]) -> bool:
    """A custom property may hold a block: `--x: {…}`."""
    return bool(statement) and statement[0].type == "ident" and statement[0].value[:2] == "--"


@dataclass(slots=True)
class _Walk:
    """One pass over the tokens of one sheet."""

    page: Page
    base: Place | None

    def block(self, tokens: Sequence[Any], context: _Context) -> None:
        if context.depth > _DEEPEST:
            self.page.object(Use.EXCESS, f"{_DEEPEST} blocks inside each other", context.where)
            return
        for statement in _statements(tokens):
            if statement:
                self._statement(statement, context)

    def _statement(self, statement: list[Any], context: _Context) -> None:
        first = statement[0]
        if first.type == "at-keyword":
            self._at_rule(first.lower_value, statement[1:], context)
            return
        if first.type == "ident":
            name = first.lower_value
            inner = replace(context, where=name)
            # A string in a custom property, `@property` or `@function` can reach image-set().
            if name[:2] == "--" or name in {"initial-value", "result"}:
                inner = replace(inner, strings=True)
            self.values(statement[1:], inner, context)
            return
        self.values(statement, context, context)

    def _at_rule(self, name: str, rest: list[Any], context: _Context) -> None:
        inner = replace(context, where=f"@{name}", depth=context.depth + 1)
        if name == "import":
            self._import(rest, inner)
            return
        if name == "font-face":
            inner = replace(inner, use=Use.FONT)
        for token in rest:
            if token.type == "{} block":
                self.block(token.content, inner)
            elif name not in _QUESTIONS:
                self.values([token], inner, inner)

    def _import(self, rest: list[Any], context: _Context) -> None:
        """`@import` takes a string or a URL first; conditions follow: Cascade 5, section 2."""
        for token in rest:
            if token.type in {"whitespace", "comment"}:
                continue
            url = _url_of(token)
            if url is not None:
                self._refer(url, token, replace(context, use=Use.STYLESHEET))
            return

    def values(self, tokens: Sequence[Any], context: _Context, outer: _Context) -> None:
        """The values of a declaration, or a selector and its block."""
        if context.depth > _DEEPEST:
            self.page.object(Use.EXCESS, f"{_DEEPEST} blocks inside each other", context.where)
            return
        for token in tokens:
            kind = token.type
            if kind == "url" or (kind == "string" and context.strings):
                self._refer(token.value, token, context)
            elif kind == "function":
                name = token.lower_name
                self.values(
                    token.arguments,
                    replace(
                        context,
                        where=context.where,
                        strings=context.strings or name in _STRINGS_LOAD,
                        depth=context.depth + 1,
                    ),
                    outer,
                )
            elif kind == "{} block":
                inner = context if context.strings else outer
                self.block(token.content, replace(inner, depth=context.depth + 1))
            elif kind in {"() block", "[] block"}:
                self.values(token.content, replace(context, depth=context.depth + 1), outer)

    def _refer(self, url: str, token: Any, context: _Context) -> None:
        place = self._place(token)
        if self.page.refer(context.use, url, context.where, place):
            return
        if context.use is Use.STYLESHEET:
            self.page.link(Use.STYLESHEET, url)
            held = data_url.parse(url)
            if held and self.page.depth < 12:
                read_sheet(held[1].decode(errors="replace"), self.page.inside(place))

    def _place(self, token: Any) -> Place:
        line, column = token.source_line, token.source_column
        if self.base is None:
            return Place(line, column)
        return replace(self.base, line=line, column=column)


def _url_of(token: Any) -> str | None:
    if token.type in {"url", "string"}:
        return str(token.value)
    if token.type == "function" and token.lower_name in {"url", "src"}:
        for argument in token.arguments:
            if argument.type == "string":
                return str(argument.value)
    return None

"""Style sheets to references, by tokens: CSS Syntax 3, Values 4, Images 4, Cascade 5."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import tinycss2

from firstparty.extract import data_url
from firstparty.extract.locate import Lines
from firstparty.extract.page import DEEPEST, Place
from firstparty.extract.words import words
from firstparty.model import Use

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from firstparty.extract.page import Page


# Functions whose strings are URLs.
_STRINGS_LOAD: Final = words("url src image image-set -webkit-image-set url-prefix domain")
_DEEPEST_BLOCK: Final = 200
# White space, a comment, or a rule that may stand before or among imports, or an import.
_SCANNED_RULE: Final = re.compile(
    r"""\s+|/\*.*?\*/|@(?:charset|layer)[^;]*;|(?P<rule>@import)\s*(?:url\(\s*)?"""
    r"""(?:["'](?P<quoted>[^"';]*)|(?P<bare>[^"';)\s]*))[^;]*(?:;|$)""",
    re.IGNORECASE | re.DOTALL,
)
# At a megabyte a second this is as long as anybody waits.
_LARGEST: Final = 16_000_000
_WHOLE_FILE: Final = Place("style sheet")

# Sound only together: no escape is written, no two slashes stand in a row (a tab may lie
# between them), and no quote or URL function opens a scheme, or so much white space that it
# would take long to look for one. Then no URL can leave home.
_MAY_LEAVE: Final = re.compile(
    r"""\\|/\t*/|(?:["']|(?:url|src|prefix)\()"""
    r"""(?:[\x00-\x20]{9}|[\x00-\x20]{0,8}[a-z][a-z0-9+.\-\t]*:)""",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Context:
    """Where in the grammar a value stands."""

    where: str
    use: Use = Use.STYLE_RESOURCE
    # Whether a string is a URL here.
    strings: bool = False
    depth: int = 0

    def deeper(self) -> _Context:
        return replace(self, depth=self.depth + 1)


def read_sheet(text: str, page: Page, place: Place = _WHOLE_FILE) -> None:
    """Note what a whole style sheet refers to.

    `place` is the element whose text it is.
    """
    if page.foreign_base is None and _MAY_LEAVE.search(text) is None and "import" not in text:
        return
    before = len(page.found)
    if len(text) > _LARGEST:
        page.object(Use.EXCESS, f"it has {len(text):,} characters", place)
        return
    # A form feed ends a line of CSS, but not of the file (CSS Syntax, section 3.3).
    lines = Lines.of(text.replace("\f", "\n")) if "\f" in text else None
    walk = _Walk(page, place, lines)
    walk.block(tinycss2.parse_component_value_list(text), _Context(place.where))
    known = {reference.url for reference, _ in page.found[before:]}
    read_scanned_imports(text, page, place, known)


def read_scanned_imports(
    text: str, page: Page, place: Place, known: Container[str | None] = ()
) -> None:
    """Note what a scanner takes for imports: those at the very beginning, escapes not undone."""
    position = 0
    while (match := _SCANNED_RULE.match(text, position)) is not None:
        position = match.end()
        url = match.group("quoted") or match.group("bare")
        target = page.leaves(url) if url else None
        if target is not None and target.url not in known:
            start = text.count("\n", 0, match.start("rule"))
            column = match.start("rule") - text.rfind("\n", 0, match.start("rule"))
            page.refer(Use.STYLESHEET, url, place.within("@import", start + 1, column))


def read_declarations(text: str, page: Page, place: Place) -> None:
    """Note what the value of a `style` or presentation attribute refers to."""
    if page.foreign_base is None and _MAY_LEAVE.search(text) is None:
        return
    walk = _Walk(page.inside(place), place)
    walk.block(tinycss2.parse_component_value_list(text), _Context(place.where))


def _statements(tokens: Sequence[Any]) -> Iterator[list[Any]]:
    """Cut a block at `;` and after `{}`, near enough to rules and declarations."""
    statement: list[Any] = []
    for token in tokens:
        kind = token.type
        if kind == "literal" and token.value == ";":
            yield statement
            statement = []
            continue
        # `<!--` and `-->` between rules are passed over: CSS Syntax, section 5.4.1.
        passed = kind in {"comment", "whitespace"} or token in _COMMENT_MARKS
        if not passed or statement:
            statement.append(token)
        if kind == "{} block" and not _is_custom(statement):
            yield statement
            statement = []
    yield statement


_COMMENT_MARKS: Final = ("<!--", "-->")


def _is_custom(statement: Sequence[Any]) -> bool:
    """A custom property may hold a block: `--x: {…}`."""
    return bool(statement) and statement[0].type == "ident" and statement[0].value[:2] == "--"


@dataclass(slots=True)
class _Walk:
    """One pass over the tokens of one sheet."""

    page: Page
    place: Place
    lines: Lines | None = None

    def block(self, tokens: Sequence[Any], context: _Context) -> None:
        """Rules and declarations."""
        if context.depth > _DEEPEST_BLOCK:
            excess = f"it has {_DEEPEST_BLOCK} blocks inside each other"
            self.page.object(Use.EXCESS, excess, self.place)
            return
        for statement in _statements(tokens):
            if statement:
                self._statement(statement, context)

    def _statement(self, statement: list[Any], context: _Context) -> None:
        first = statement[0]
        if first.type == "at-keyword":
            self._at_rule(first.lower_value, statement[1:], context)
        elif first.type == "ident":
            name = first.lower_value
            # A string in a custom property, `@property` or `@function` can reach image-set().
            strings = name[:2] == "--" or name in {"initial-value", "result"}
            where = name if name[:2] == "--" or _is_declaration(statement) else context.where
            self._values(statement[1:], replace(context, where=where, strings=strings), context)
        else:
            self._values(statement, context, context)

    def _at_rule(self, name: str, rest: list[Any], context: _Context) -> None:
        inner = replace(context, where=f"@{name}").deeper()
        if name == "import":
            self._import(rest, inner)
            return
        if name == "namespace":
            return
        if name == "font-face":
            inner = replace(inner, use=Use.FONT)
        for token in rest:
            if token.type == "{} block":
                self.block(token.content, inner)
            else:
                self._values([token], inner, inner)

    def _import(self, rest: list[Any], context: _Context) -> None:
        """`@import` takes a string or a URL first; conditions follow: Cascade 5, section 2."""
        words = [token for token in rest if token.type not in {"whitespace", "comment"}]
        url = _url_of(words[0]) if words else None
        if url is not None:
            self._refer(url, words.pop(0), replace(context, use=Use.STYLESHEET))
        self._values(words, context, context)

    def _values(self, tokens: Sequence[Any], context: _Context, outer: _Context) -> None:
        """The values of a declaration, or a selector and its block."""
        if context.depth > _DEEPEST_BLOCK:
            excess = f"it has {_DEEPEST_BLOCK} brackets inside each other"
            self.page.object(Use.EXCESS, excess, self.place)
            return
        for token in tokens:
            kind = token.type
            if kind == "url" or (kind == "string" and context.strings):
                self._refer(token.value, token, context)
            elif kind == "function":
                # What a custom function is given, or takes when given nothing, can reach one.
                custom = token.lower_name[:2] == "--"
                strings = context.strings or custom or token.lower_name in _STRINGS_LOAD
                inner = replace(context, strings=strings).deeper()
                self._values(token.arguments, inner, outer)
                if token.lower_name == "url-prefix":
                    self._refer(tinycss2.serialize(token.arguments), token, context)
            elif kind == "{} block":
                self.block(token.content, (context if context.strings else outer).deeper())
            elif kind in {"() block", "[] block"}:
                self._values(token.content, context.deeper(), outer)

    def _refer(self, url: str, token: Any, context: _Context) -> None:  # noqa: ANN401  # tinycss2 has no types
        line, column = token.source_line, token.source_column
        place = self.place.within(context.where, line, column)
        if self.lines is not None:
            place = replace(place, line=1, column=1, offset=self.lines.offset(line, column))
        if self.page.refer(context.use, url, place):
            return
        if context.use is Use.STYLESHEET:
            self.page.link(Use.STYLESHEET, url)
        if self.page.depth < DEEPEST:
            data_url.follow(context.use, url, place, self.page)


def _is_declaration(statement: Sequence[Any]) -> bool:
    """Whether a colon follows the first word: then that word is the name of a property."""
    for token in statement[1:]:
        if token.type not in {"whitespace", "comment"}:
            return bool(token.type == "literal" and token.value == ":")
    return False


def _url_of(token: Any) -> str | None:  # noqa: ANN401  # tinycss2 has no types
    if token.type in {"url", "string"}:
        return str(token.value)
    if token.type == "function" and token.lower_name in {"url", "src"}:
        for argument in token.arguments:
            if argument.type == "string":
                return str(argument.value)
    return None

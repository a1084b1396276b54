"""Where in the source a reference stands: one linear pass, made only when there is something."""

from __future__ import annotations

import bisect
import html
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from firstparty.extract.tokens import start_tags
from firstparty.model import Location

if TYPE_CHECKING:
    from firstparty.extract.page import Place
    from firstparty.model import Reference


@dataclass(slots=True)
class Lines:
    """Turns offsets into lines and columns, both from 1."""

    starts: list[int]

    @classmethod
    def of(cls, text: str) -> Lines:
        """Count the lines of a text with normalised newlines."""
        return cls([0, *(match.end() for match in re.finditer("\n", text))])

    def location(self, path: str, offset: int) -> Location:
        """The line and column of an offset."""
        line = bisect.bisect_right(self.starts, offset)
        return Location(path, line, offset - self.starts[line - 1] + 1)

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column."""
        return self.starts[min(line, len(self.starts)) - 1] + column - 1

    def inside(self, path: str, offset: int, line: int, column: int) -> Location:
        """A line and column that count from an offset."""
        start = self.location(path, offset)
        if line <= 1:
            return Location(path, start.line, start.column + column - 1)
        return Location(path, start.line + line - 1, column)


def placed(text: str, found: list[tuple[Reference, Place]]) -> list[Reference]:
    """The references with their locations in `text`, the decoded file."""
    if not found:
        return []
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = Lines.of(text)
    finder = _Finder(text) if any(place.tag for _, place in found) else None
    result = []
    for reference, place in found:
        path = reference.location.path
        start = finder.offset(place, reference) if finder and place.tag else 0
        if place.offset >= 0:
            location = lines.location(path, min(start + place.offset, len(text)))
        elif place.tag and place.attribute is not None:
            location = lines.location(path, start)
        else:
            location = lines.inside(path, start, place.line, place.column)
        result.append(replace(reference, location=location))
    return result


class _Finder:
    """Finds attributes and texts of elements again in the source."""

    def __init__(self, text: str) -> None:
        self.text = text
        # Where the same attribute stands, and under None where one of any value stands.
        self.attributes: dict[tuple[str, str, str | None], list[int]] = defaultdict(list)
        self.texts: dict[str, list[int]] = defaultdict(list)
        self.given: Counter[tuple[Place, str, str]] = Counter()
        self.known: dict[Place, int] = {}
        for tag in start_tags(text):
            local = tag.name.rpartition(":")[2]
            if local in {"script", "style"}:
                self.texts[local].append(tag.end)
            for name, value, offset in tag.attributes:
                self.attributes[local, name, value].append(offset)
                self.attributes[local, name, None].append(offset)

    def offset(self, place: Place, reference: Reference) -> int:
        """The offset of the attribute, or of the text of the element.

        The same reference again, in an attribute that is written again, is at the next one.
        """
        if place.attribute is None:
            bare = replace(place, where="", line=1, column=1, offset=-1)
            if bare not in self.known:
                self.known[bare] = self._text(place)
            return self.known[bare]
        name = place.attribute.lower()
        # Python and browsers differ in a few references (`&#1;`).
        offsets = self.attributes.get((place.tag, name, place.value)) or self.attributes.get(
            (place.tag, name, None)
        )
        if not offsets:
            return max(self.text.find(place.value), 0)
        key = (place, reference.use.value, reference.evidence)
        number = self.given[key]
        self.given[key] += 1
        return offsets[min(number, len(offsets) - 1)]

    def _text(self, place: Place) -> int:
        for offset in self.texts[place.tag]:
            if self.text.startswith(place.value, offset):
                return offset
        for offset in self.texts[place.tag]:
            # In a drawing, references and CDATA are read in these elements, too.
            end = self.text.find(f"</{place.tag}", offset)
            if html.unescape(self.text[offset : end if end >= 0 else None]) == place.value:
                return offset
        return max(self.text.find(place.value), 0)

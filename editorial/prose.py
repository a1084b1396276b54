"""The words of a text that are no program code."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_VERBATIM = {"code", "pre"}


def elements(root: Element) -> Iterator[Element]:
    """Give `root` and everything below it but code, in the order of the text."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element.tag not in _VERBATIM:
            yield element
            waiting.extend(element[::-1])


def texts(root: Element) -> Iterator[str]:
    """Give every text below `root` that is not in code."""
    for element in elements(root):
        if element.text:
            yield element.text
        for child in element:
            if child.tail:
                yield child.tail

"""The Markdown that texts are written in, with the places where the site takes part."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown import Markdown
from markdown.blockprocessors import CodeBlockProcessor
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX, AtomicString

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

EXTENSIONS = ("attr_list", "tables", "fenced_code", "def_list", "codehilite", "sane_lists")
CONFIG = {"codehilite": {"css_class": "highlight", "guess_lang": False}}

#: Every inline pattern of Markdown needs one of these. Most texts have none, and one look is
#: cheaper than all patterns, which are two fifths of a conversion.
_WORTH_A_LOOK = re.compile(rf"[`\\\[<&*_{STX}]|  \n")


class Steps(Treeprocessor):
    """Hands the finished tree to the site: Markdown knows nothing of pages and clauses.

    `indented` collects the blocks that only their indent makes program code.
    """

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.then: Callable[[Element], None] = lambda _root: None
        self.indented: list[str] = []

    def run(self, root: Element) -> None:
        """Call whatever the present document needs."""
        self.then(root)


class _PlainTexts(Treeprocessor):
    """Spares texts without markup the search for it."""

    def run(self, root: Element) -> None:
        """Mark them as Markdown marks what it has finished."""
        for element in root.iter():
            if element.text and not _WORTH_A_LOOK.search(element.text):
                element.text = AtomicString(element.text)


class _Indented(CodeBlockProcessor):
    """Notes every block that it turns into program code."""

    def __init__(self, md: Markdown, steps: Steps) -> None:
        super().__init__(md.parser)
        self.steps = steps

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Note the block, then do as Markdown does."""
        self.steps.indented.append(blocks[0])
        super().run(parent, blocks)


class _Editorial(Extension):
    def __init__(self) -> None:
        super().__init__()
        self.steps: Steps | None = None

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name for it
        """Come after attribute lists (8), before escapes are resolved (0); watch indents (80).

        Plain texts are marked before inline patterns (20).
        """
        self.steps = steps = Steps(md)
        md.treeprocessors.register(_PlainTexts(md), "plain texts", 25)
        md.treeprocessors.register(steps, "editorial", 5)
        md.parser.blockprocessors.register(_Indented(md, steps), "code", 80)


def converter() -> tuple[Markdown, Steps]:
    """Give a Markdown to use again and again, and its steps."""
    editorial = _Editorial()
    md = Markdown(extensions=[*EXTENSIONS, editorial], extension_configs=CONFIG)
    assert editorial.steps is not None  # noqa: S101 - set by the line above
    return md, editorial.steps

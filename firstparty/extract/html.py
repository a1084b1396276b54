"""HTML to references, as the WHATWG parser builds the tree (lexbor)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from selectolax.lexbor import LexborHTMLParser

from firstparty.extract import css, json_documents, scripts
from firstparty.extract.elements import is_script, read_element
from firstparty.extract.page import DEEPEST, Place
from firstparty.model import Use

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from firstparty.extract.page import Page

_NOSCRIPT: Final = re.compile(r"<noscript", re.IGNORECASE)
_EVENT_HANDLER: Final = re.compile(r"[\s/\"']on[a-z]+\s*=|javascript:", re.IGNORECASE)


def read_html(text: str, page: Page) -> None:
    """Note what a document refers to, with scripting on, and where it differs, off."""
    _read_tree(LexborHTMLParser(text, scripting=True), page)
    if _NOSCRIPT.search(text):
        before = len(page.found)
        known = set(page.found)
        _read_tree(LexborHTMLParser(text, scripting=False), page)
        page.found[before:] = [entry for entry in page.found[before:] if entry not in known]


def _read_tree(tree: LexborHTMLParser, page: Page) -> None:
    outer = page.foreign_base
    _apply_base(tree, page)
    page.has_scripts = page.has_scripts or bool(tree.css_first("script"))
    _read_nodes(tree.css("*"), page)
    _read_templates(tree.template_fragments(), page, 0)
    page.foreign_base = outer


def _apply_base(tree: LexborHTMLParser, page: Page) -> None:
    """HTML, "the base element": the first one counts; a foreign one anywhere is feared."""
    for node in tree.css("base[href]"):
        target = page.leaves(node.attributes.get("href") or "")
        if target is not None:
            page.foreign_base = target.url
            return


def _read_templates(fragments: list[LexborNode], page: Page, depth: int) -> None:
    """Contents of `template` and shadow roots, which are not part of the tree, in order."""
    if depth > DEEPEST * 4:
        page.object(Use.EXCESS, f"{depth} templates inside each other", "<template>")
        return
    for fragment in fragments:
        _read_nodes(fragment.css("*"), page)
        _read_templates(fragment.template_fragments(), page, depth + 1)


def _read_nodes(nodes: list[LexborNode], page: Page) -> None:
    for node in nodes:
        attributes = node.attributes
        tag = node.tag
        if tag in _TEXT_ELEMENTS:
            _TEXT_ELEMENTS[tag](node, attributes, page)
        if attributes:
            read_element(tag.lower(), attributes, page, read_html)


def _read_style(node: LexborNode, _attributes: dict[str, str | None], page: Page) -> None:
    text = node.text()
    css.read_sheet(text, page, "<style>", Place(tag="style", value=text))


def _read_script(node: LexborNode, attributes: dict[str, str | None], page: Page) -> None:
    text = node.text()
    if not text.strip():
        return
    place = Place(tag="script", value=text)
    if is_script(attributes):
        page.has_scripts = True
        kind = (attributes.get("type") or "").strip().lower()
        scripts.read(text, "module" if kind == "module" else "classic", page, place, inside=True)
        return
    data_block = (attributes.get("type") or "").strip().lower()
    json_documents.read_data_block(data_block, text, page, place)


_TEXT_ELEMENTS: Final = {"style": _read_style, "script": _read_script}

"""HTML to references, as the WHATWG parser builds the tree (lexbor)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from selectolax.lexbor import LexborHTMLParser

from firstparty.extract import css, data_url, json_documents, scanner, scripts
from firstparty.extract.elements import is_inert, is_script, read_element, script_type
from firstparty.extract.page import DEEPEST, Place
from firstparty.extract.tangle import is_tangled
from firstparty.extract.tokens import start_tags
from firstparty.model import Use

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from firstparty.extract.page import Page

_NOSCRIPT: Final = re.compile(r"<[nN][oO][sS][cC][rR][iI][pP][tT]")
_FRAMESET: Final = re.compile(r"<[fF][rR][aA][mM][eE][sS][eE][tT]")


def read_html(text: str, page: Page) -> None:
    """Note what a document refers to, with scripting on, and where it differs, off."""
    if is_tangled(text):
        page.object(Use.EXCESS, "too many elements stay open", Place("the document"))
        for tag in start_tags(text):
            read_element(tag.name, {name: value for name, value, _ in tag.attributes}, page)
        return
    built = _read_tree(LexborHTMLParser(text, scripting=True), page)
    # Fewer elements than tags: some are comments or text, or a scanner sees what no tree has.
    if built < scanner.count(text) or "<selectedcontent" in text:
        scanner.read_ahead(text, page)
        scanner.read_selects(text, page)
    differs = _NOSCRIPT.search(text) is not None
    if differs:
        before = len(page.found)
        known = set(page.found)
        if _read_tree(LexborHTMLParser(text, scripting=False), page) < scanner.count(text):
            scanner.read_ahead(text, page, scanner.WITHOUT_SCRIPTS)
        page.found[before:] = [entry for entry in page.found[before:] if entry not in known]
    if _FRAMESET.search(text):
        _read_removed(text, page, (True, False) if differs else (True,))


def _read_removed(text: str, page: Page, scripting: tuple[bool, ...]) -> None:
    """Note what a parser builds, and removes when a set of frames follows.

    HTML, "a start tag whose tag name is frameset": the body is taken out of the tree, after
    its pictures and sounds began to load. An end tag in that place removes nothing.
    """
    before = len(page.found)
    known = {(found.use, found.url, found.evidence) for found, _ in page.found}
    for on in scripting:
        _read_tree(LexborHTMLParser(_FRAMESET.sub("</frameset", text), scripting=on), page)
    page.found[before:] = [
        entry
        for entry in dict.fromkeys(page.found[before:])
        if (entry[0].use, entry[0].url, entry[0].evidence) not in known
    ]


def _read_tree(tree: LexborHTMLParser, page: Page) -> int:
    """Read a whole tree; gives how many of its elements a scanner would look at."""
    outer, outer_own = page.foreign_base, page.base
    _apply_base(tree, page)
    built = _read_nodes(tree.css("*"), page)
    built += _read_templates(tree.template_fragments(), page, 0)
    page.foreign_base, page.base = outer, outer_own
    return built


def _apply_base(tree: LexborHTMLParser, page: Page) -> None:
    """HTML, "the base element": the first one counts, but one inside a drawing is none."""
    for node in tree.css("base[href]"):
        href = node.attributes.get("href") or ""
        target = page.leaves(href)
        if target is not None:
            page.foreign_base = target.url
            return
        if not _is_drawn(node):
            page.base = page.origins.joined(href, page.address)
            return


def _is_drawn(node: LexborNode) -> bool:
    parent = node.parent
    while parent is not None:
        if parent.tag in {"svg", "math"}:
            return True
        parent = parent.parent
    return False


def _read_templates(fragments: list[LexborNode], page: Page, depth: int) -> int:
    """Contents of `template` and shadow roots, which are not part of the tree, in order."""
    if depth > DEEPEST * 4:
        page.object(Use.EXCESS, f"it has {depth} templates inside each other", Place("<template>"))
        return 0
    built = 0
    for fragment in fragments:
        built += _read_nodes(fragment.css("*"), page)
        built += _read_templates(fragment.template_fragments(), page, depth + 1)
    return built


def _read_nodes(nodes: list[LexborNode], page: Page) -> int:
    built = 0
    for node in nodes:
        attributes = node.attributes
        tag = node.tag or ""
        if tag in scanner.SCANNED:
            built += 1
            if tag in _TEXT_ELEMENTS:
                _TEXT_ELEMENTS[tag](node, attributes, page)
        if attributes and not is_inert(tag, attributes):
            read_element(tag, attributes, page)
    return built


def _child_text(node: LexborNode) -> str:
    """DOM, "child text content": in a drawing, elements may stand between, and do not count."""
    return node.text(deep=False) or ""


def _read_style(node: LexborNode, _attributes: dict[str, str | None], page: Page) -> None:
    text = _child_text(node)
    css.read_sheet(text, page, Place("<style>", tag="style", value=text))


def _read_script(node: LexborNode, attributes: dict[str, str | None], page: Page) -> None:
    text = _child_text(node)
    if not text.strip():
        return
    place = Place("<script>", tag="script", value=text)
    read_script_text(script_type(attributes), text, page, place, runs=is_script(attributes))


def read_script_text(kind: str, text: str, page: Page, place: Place, *, runs: bool) -> None:
    """What stands between the tags of a script element of a type."""
    if runs:
        scripts.read(text, "module" if kind == "module" else "classic", page, place)
    elif json_documents.is_json(kind):
        json_documents.read_data_block(kind, text, page, place)
    elif "<" in text:
        data_url.descend("text/html", text, place, page)  # a template of a script


_TEXT_ELEMENTS: Final = {"style": _read_style, "script": _read_script}

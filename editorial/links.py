"""Links of a text: between pages by id, to clauses, to mail, to other sites.

`page:privacy#cookies` is the same in both languages; the address is that of the page's own
language. A link without words gets the number of the clause. A link that leaves the site says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from ada_url import URL

from editorial.clauses import reference
from editorial.problems import in_document
from messages import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from editorial.clauses import Outline
    from editorial.documents import Document
    from editorial.inventory import Inventory
    from firstparty.model import Finding

#: Paths that the account service answers, not this site (preview/ has a stand-in).
SERVICE = "/account/"
_ELSEWHERE = ("mailto:", "tel:")


@dataclass(frozen=True, slots=True)
class Context:
    """What a link is resolved against.

    `outline_of` gives the clauses of another page, `external_note` the words that say that a
    link leaves the site, `published` whether a path that is no page will be there.
    """

    document: Document
    outline: Outline
    inventory: Inventory
    site_url: str
    external_note: str
    outline_of: Callable[[Document], Outline]
    published: Callable[[str], bool]


def resolve(root: Element, context: Context) -> Iterator[Finding]:
    """Complete every link below `root` in place; give what is wrong with them."""
    for link in root.iter("a"):
        href = link.get("href", "")
        if link.get("class") == "number":
            continue
        if href.startswith("page:"):
            yield from _to_page(link, href, context)
        elif href.startswith("#"):
            yield from _to_clause(link, href, context.document, href[1:], context.outline, context)
        elif href.startswith(("http:", "https:", "//")):
            yield from _outside(link, href, context)
        elif not href.startswith(_ELSEWHERE):
            yield from _path(href, context)
        if not _has_words(link):
            yield _broken(
                context, href, say("the link to '{link}' has no words; write some", link=href)
            )


def _to_page(link: Element, href: str, context: Context) -> Iterator[Finding]:
    page, _, fragment = href.removeprefix("page:").partition("#")
    target = context.inventory.find(page, context.document.lang)
    if target is None:
        message = say(
            "there is no page '{page}'; known are {known}",
            page=page,
            known=", ".join(sorted(context.inventory.pages)),
        )
        yield _broken(context, href, message)
        link.text = link.text or page
        return
    link.set("href", target.address + (f"#{fragment}" if fragment else ""))
    if fragment:
        outline = context.outline_of(target)
        yield from _to_clause(link, href, target, fragment, outline, context)


def _to_clause(  # noqa: PLR0913 - a link, its target, and where both stand
    link: Element, href: str, target: Document, fragment: str, outline: Outline, context: Context
) -> Iterator[Finding]:
    clause = outline.find(fragment)
    if clause is None:
        message = say(
            "the link '{link}' leads to no clause: {file} has no '{{#{clause}}}'; correct the id",
            link=href,
            file=target.name,
            clause=fragment,
        )
        yield _broken(context, href, message)
        link.text = link.text or fragment
    elif not _has_words(link):
        link.text = reference(clause, context.document.lang)


def _outside(link: Element, href: str, context: Context) -> Iterator[Finding]:
    try:
        url = URL(href, context.site_url)
    except ValueError:
        yield _broken(context, href, say("'{link}' is no address; correct it", link=href))
        return
    if url.origin == URL(context.site_url).origin:
        message = say(
            "the link '{link}' leads to this site; write 'page:' and the id of the page", link=href
        )
        yield _broken(context, href, message)
        return
    link.set("rel", "noreferrer")
    note = SubElement(link, "span", {"class": "visually-hidden"})
    note.text = f" ({context.external_note})"


def _path(href: str, context: Context) -> Iterator[Finding]:
    path = href.partition("#")[0].partition("?")[0]
    if not path.startswith("/"):
        message = say(
            "the link '{link}' says neither page nor address; write 'page:' and an id", link=href
        )
        yield _broken(context, href, message)
    elif path in context.inventory.by_address:
        message = say(
            "the link '{link}' names an address; write 'page:' and the id of the page", link=href
        )
        yield _broken(context, href, message)
    elif not path.startswith(SERVICE) and not context.published(path):
        message = say("nothing is published at '{link}'; correct the link", link=href)
        yield _broken(context, href, message)


def _has_words(link: Element) -> bool:
    return bool("".join(link.itertext()).strip()) or link.find(".//img") is not None


def _broken(context: Context, href: str, message: str) -> Finding:
    return in_document(context.document, "broken-link", message, text=href)

"""The whole site as texts: converts a document to HTML and knows every other one."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from editorial import clauses, drafts, identity, images, links, notation, prose
from editorial.converter import Steps, converter
from editorial.documents import LANGUAGES, Document, read_text
from editorial.facts import TABLES, values
from editorial.placeholders import MARK, fill
from editorial.problems import in_document, report
from editorial.terms import Terms
from editorial.typography import typeset
from messages import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from markdown import Markdown

    from editorial.catalogues import Catalogues
    from editorial.facts import Facts
    from editorial.inventory import Inventory

    Render = Callable[..., str]

_SNIPPET = re.compile(r"(?P<name>[a-z0-9-]+)\.(?P<lang>de|en)")
#: The folder of texts that several pages place.
SNIPPETS = "content/legal/snippets"


@dataclass(frozen=True, slots=True)
class Text:
    """A converted text: its HTML, its clauses, and the terms that it defines."""

    html: str
    outline: clauses.Outline
    terms: Terms


@dataclass(slots=True)
class Site:
    """Converts texts.

    `render` fills a template of the theme (name, then its variables); `address_of` gives the
    published address of a file in `content/images/`; `published` says whether a path that is no
    page will be there.
    """

    root: Path
    inventory: Inventory
    facts: Facts
    words: Catalogues
    render: Render
    address_of: Callable[[str], str]
    published: Callable[[str], bool]
    _texts: dict[str, Text] = field(default_factory=dict)
    _open: list[str] = field(default_factory=list)
    _outlines: dict[str, clauses.Outline] = field(default_factory=dict)
    _full: tuple[Markdown, Steps] = field(default_factory=converter)
    _bare: tuple[Markdown, Steps] = field(default_factory=converter)

    def text(self, document: Document) -> Text:
        """Convert a document; report what is wrong with it."""
        if document.name not in self._texts:
            self._open.append(document.name)
            self._texts[document.name] = self._convert(document)
            self._open.pop()
        return self._texts[document.name]

    def outline(self, document: Document) -> clauses.Outline:
        """Give the clauses of a document, without judging them."""
        if document.name in self._texts:
            return self._texts[document.name].outline
        if document.name not in self._outlines:
            found: list[clauses.Outline] = []
            markdown, steps = self._bare
            steps.then = lambda root: found.append(clauses.arrange(root, document.numbered))
            markdown.reset().convert(document.body)
            self._outlines[document.name] = found[0] if found else clauses.Outline()
        return self._outlines[document.name]

    def gap(self, lang: str) -> str:
        """Mark a fact that the operator has not supplied."""
        return f'<mark class="gap">{html.escape(self.gap_words(lang))}</mark>'

    def gap_words(self, lang: str) -> str:
        """Say that the operator has not supplied a fact."""
        # Translators: stands where the operator has not supplied a fact yet
        return self.words.translate(lang, "to be supplied by the operator")

    def _convert(self, document: Document) -> Text:
        lang = document.lang or LANGUAGES[0]
        facts = values(self.facts, lang)
        outlines: list[clauses.Outline] = []
        terms = Terms()
        body, blocks = self._without_drafts(document, facts, lang)
        body = fill(body, document, facts, self.gap(lang))

        def steps(root: Element) -> None:
            outline = clauses.arrange(root, document.numbered)
            outlines.append(outline)
            report(*identity.judge(document, outline), *identity.leftovers(document, root))
            report(*notation.leftovers(document, root))
            report(*terms.take(root, document, self.facts.glossary, lang))
            report(*links.resolve(root, self._link_context(document, outline, lang)))
            report(*images.resolve(root, document, self.root / "content", self.address_of))
            terms.link(root, self.facts.glossary, lang)
            _class_lists(root)
            _label_tables(root)
            _set_type(root)

        report(*notation.judge(document))
        markdown, processor = self._full
        processor.then = steps
        processor.indented.clear()
        made = markdown.reset().convert(body)
        report(*(notation.indented(document, code) for code in processor.indented))
        for mark, block in {**self._blocks(document, body, lang), **blocks}.items():
            made = made.replace(f"<p>{mark}</p>", block)
        outline = outlines[0] if outlines else clauses.Outline()  # an empty body has no tree
        return Text(made, outline, terms)

    def _link_context(
        self, document: Document, outline: clauses.Outline, lang: str
    ) -> links.Context:
        return links.Context(
            document=document,
            outline=outline,
            inventory=self.inventory,
            site_url=self.facts.company.site_url,
            # Translators: spoken after a link that leaves this site
            external_note=self.words.translate(lang, "external site"),
            outline_of=self.outline,
            published=self.published,
        )

    def _without_drafts(
        self, document: Document, facts: dict[str, str], lang: str
    ) -> tuple[str, dict[str, str]]:
        """Cut the drafts of mails out of the body; give it with marks, and the HTML for each."""
        body, blocks = document.body, {}
        for start in drafts.unfinished(body):
            line = document.first_line + body.count("\n", 0, start)
            message = say(
                "the draft has no end, or no subject in its first line; close it with ```"
            )
            report(in_document(document, "broken-draft", message, line=line))
        for index, (start, end, draft) in reversed(list(enumerate(drafts.find(document.body)))):
            mark = MARK.format(f"draft.{index}")
            body = f"{body[:start]}{mark}{body[end:]}"
            gap = f"[{self.gap_words(lang)}]"
            filled = drafts.Draft(
                fill(draft.subject, document, facts, gap), fill(draft.text, document, facts, gap)
            )
            recipient = "" if draft.elsewhere else self.facts.company.email
            href = filled.href(recipient)
            blocks[mark] = self.render(
                "draft.html",
                lang,
                recipient=recipient,
                subject=filled.subject,
                text=filled.text,
                href=href,
            )
        return body, blocks

    def _blocks(self, document: Document, body: str, lang: str) -> dict[str, str]:
        """Make the HTML of every table and snippet that the body places."""
        made = {}
        for match in re.finditer(MARK.format(r"(table|snippet)\.([^\ue001]+)"), body):
            kind, name = match[1], match[2]
            if kind == "table" and name in TABLES:
                made[match[0]] = self.render(f"tables/{name}.html", lang)
            elif kind == "snippet" and f"{SNIPPETS}/{name}.md" in self._open:
                message = say(
                    "the snippet '{snippet}' would stand in itself; take this placeholder out",
                    snippet=name,
                )
                text = f"{{{{ snippet.{name} }}}}"
                report(in_document(document, "repeated-snippet", message, text=text))
            elif kind == "snippet" and (snippet := self.snippet(name)) is not None:
                made[match[0]] = self.render(
                    "snippet.html", lang, content=self.text(snippet).html, snippet_lang=snippet.lang
                )
            elif kind == "table" or name not in self._snippets():
                text = f"{{{{ {kind}.{name} }}}}"
                message = self._unknown(kind, name)
                report(in_document(document, "unknown-placeholder", message, text=text))
        return made

    def _unknown(self, kind: str, name: str) -> str:
        if kind == "table":
            known = ", ".join(TABLES)
            return say("unknown table '{table}'; known are {known}", table=name, known=known)
        known = ", ".join(self._snippets())
        return say("unknown snippet '{snippet}'; known are {known}", snippet=name, known=known)

    def _snippets(self) -> list[str]:
        return sorted(path.stem for path in (self.root / SNIPPETS).glob("*.md"))

    def snippet(self, name: str) -> Document | None:
        """Read a snippet, named like `customer-paragraph.de`; None where there is none."""
        match = _SNIPPET.fullmatch(name)
        path = self.root / SNIPPETS / f"{name}.md"
        if match is None or not (path.exists() or path.is_symlink()):
            return None
        relative = path.relative_to(self.root).as_posix()
        document = Document(relative, match["name"], match["lang"], {}, "", 1, {})
        body = read_text(path, document)
        return None if body is None else replace(document, body=body)


def _class_lists(root: Element) -> None:
    """Give a list the class written below its last item, where Markdown gives it to the item."""
    for element in root.iter():
        if element.tag in {"ul", "ol"} and len(element) and element[-1].get("class"):
            element.set("class", element[-1].attrib.pop("class"))


def _label_tables(root: Element) -> None:
    """Give every cell the words of its column: on a phone a table becomes a list."""
    for table in root.iter("table"):
        heads = table.findall("thead/tr/th")
        for head in heads:
            head.set("scope", "col")
        for row in table.iterfind("tbody/tr"):
            for head, cell in list(zip(heads, row, strict=False))[1:]:
                cell.set("data-label", " ".join("".join(head.itertext()).split()))


def _set_type(root: Element) -> None:
    for element in prose.elements(root):
        element.text = element.text and typeset(element.text)
        for child in element:
            child.tail = child.tail and typeset(child.tail)

"""The table of what an editor can break: one defect, and everything the build says about it.

Each defect is planted into a copy of `small_site`; the expected lines are those of its texts.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.unit.pipeline import small_site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Change = Callable[[Path], object]

PRIVACY = "content/legal/privacy.de.md"
HOME = "content/pages/home.de.md"
WORDS = "translations/de/LC_MESSAGES/messages.po"
KNOWN_KEYS = "Title, Address, Description, Lead, Label, Template, Numbered"
NAME_IT = "name it like 'privacy.de.md', in lower case, with '.de' or '.en'"
NO_FRONT_MATTER = "write 'Key: value', one a line, and an empty line before the text"
NO_PAGE = (
    "pages are Markdown in content/pages/ or content/legal/, named like 'privacy.de.md' (file-name)"
)
PAGES = (
    "access, accessibility, for-customers, gateway, home, imprint, not-found, privacy, rights, "
    "services, trial, try"
)
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'


@dataclass(frozen=True)
class Failure:
    """A defect, how to plant it below a root, and what is said about it, line by line."""

    fact: str
    plant: Change
    says: tuple[str, ...]


def failure(fact: str, plant: Change, *says: str) -> Failure:
    """Write an entry of the table."""
    return Failure(fact, plant, says)


def edit(name: str, old: str, new: str) -> Change:
    """Write `new` for `old`, which stands there exactly once."""

    def change(root: Path) -> None:
        path = root / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"'{old}' stands {text.count(old)} times in {name}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    return change


def put(name: str, content: str | bytes) -> Change:
    """Write a file."""

    def change(root: Path) -> None:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    return change


def remove(name: str) -> Change:
    """Take a file away."""
    return lambda root: (root / name).unlink()


def rename(name: str, new: str) -> Change:
    """Give a file another name."""
    return lambda root: (root / name).rename(root / new)


def both(*changes: Change) -> Change:
    """Plant several defects, in this order."""

    def change(root: Path) -> None:
        for one in changes:
            one(root)

    return change


def own_theme(root: Path) -> None:
    """Let a defect be planted in the theme."""
    (root / "theme").unlink()
    shutil.copytree(small_site.ROOT / "theme", root / "theme")


def plugin(name: str, source: str) -> Change:
    """Name one more plugin in the settings, and write it."""
    return both(
        put(f"{name}.py", source),
        edit("pelicanconf.py", '"plugins.guard",', f'"plugins.guard", "{name}",'),
    )


PLACEHOLDERS = (
    failure(
        "a placeholder with a typing error",
        edit(PRIVACY, "{{ retention.logs }}", "{{ retention.log }}"),
        "content/legal/privacy.de.md:15:21: unknown placeholder '{{ retention.log }}'; "
        "did you mean 'retention.logs'? (unknown-placeholder)",
    ),
    failure(
        "a placeholder like no other",
        edit(PRIVACY, "{{ company.phone }}", "{{ wetter }}"),
        "content/legal/privacy.de.md:9:35: unknown placeholder '{{ wetter }}'; "
        "its keys stand in company.toml, processing.toml (unknown-placeholder)",
    ),
    failure(
        "a table that nobody knows",
        edit(PRIVACY, "{{ table.cookies }}", "{{ table.cookie }}"),
        "content/legal/privacy.de.md:22:1: unknown table 'cookie'; known are data_categories, "
        "activities, recipients, retention, cookies (unknown-placeholder)",
    ),
    failure(
        "a table inside of a sentence",
        edit(PRIVACY, "{{ table.cookies }}", "Hier: {{ table.cookies }}"),
        "content/legal/privacy.de.md:22:7: the placeholder '{{ table.cookies }}' makes a "
        "block; put it on a line of its own (unknown-placeholder)",
    ),
    failure(
        "a snippet that is not there",
        edit(PRIVACY, "{{ table.cookies }}", "{{ snippet.absatz.de }}"),
        "content/legal/privacy.de.md:22:1: unknown snippet 'absatz.de'; "
        "known are paragraph.de, paragraph.en (unknown-placeholder)",
    ),
    failure(
        "a defect in a snippet is named in the snippet",
        both(
            edit(PRIVACY, "{{ table.cookies }}", "{{ snippet.paragraph.de }}"),
            edit("content/legal/snippets/paragraph.de.md", "short_name", "shortname"),
        ),
        "content/legal/snippets/paragraph.de.md:1:12: unknown placeholder "
        "'{{ company.shortname }}'; did you mean 'company.short_name'? (unknown-placeholder)",
    ),
    *(
        failure(
            f"braces that are no placeholder ({typed})",
            edit(PRIVACY, "{{ company.phone }}", typed),
            f"content/legal/privacy.de.md:{place}: '{shown}' is part of no placeholder and would "
            "be printed; write a placeholder on one line, like '{{ company.email }}' "
            "(unknown-placeholder)",
        )
        for typed, place, shown in (
            ("{{ company.phone", "9:35", "{{"),
            ("company.phone }}", "9:49", "}}"),
            ("{ company.phone }", "9:35", "{ company.phone }"),
        )
    ),
    failure(
        "a placeholder broken into two lines",
        edit(PRIVACY, "{{ company.phone }}", "{{ company.\nphone }}"),
        "content/legal/privacy.de.md:9:35: '{{' is part of no placeholder and would be printed; "
        "write a placeholder on one line, like '{{ company.email }}' (unknown-placeholder)",
        "content/legal/privacy.de.md:10:7: '}}' is part of no placeholder and would be printed; "
        "write a placeholder on one line, like '{{ company.email }}' (unknown-placeholder)",
    ),
    failure(
        "a draft of a mail without its end, before another one",
        edit(
            PRIVACY,
            "{{ table.cookies }}",
            "```draft\nAuskunft\n\nGuten Tag\n\n```draft\nLöschung\n\nGuten Tag\n```",
        ),
        "content/legal/privacy.de.md:22:1: the draft has no end, or no subject in its first "
        "line; close it with ``` (broken-draft)",
    ),
    *(
        failure(
            f"program code without its end ({after})",
            edit(HOME, "Siehe", f"```js\nlet x;\n\n{after}Siehe"),
            "content/pages/home.de.md:6:1: the code block that begins here has no end; "
            "close it with ``` (broken-code)",
        )
        for after in ("", "```js\nlet y;\n```\n\n")
    ),
    *(
        failure(
            f"a line that is indented ({indent!r})",
            edit(HOME, "Siehe", f"{indent}## Hafen {{#hafen}}\n\nSiehe"),
            f"content/pages/home.de.md:6:{len(indent) + 1}: '## Hafen {{#hafen}}' is indented and "
            "would be shown as program code; remove the spaces or the tab before it, or put code "
            "between lines of ``` (indented-text)",
        )
        for indent in ("\t", "    ")
    ),
    failure(
        "a draft of a mail without its end",
        edit(PRIVACY, "{{ table.cookies }}", "```draft\nAuskunft\n\nGuten Tag"),
        "content/legal/privacy.de.md:22:1: the draft has no end, or no subject in its first "
        "line; close it with ``` (broken-draft)",
    ),
)

LINKS = (
    failure(
        "a link to no page",
        edit(HOME, "page:privacy#cookies", "page:datenschutz"),
        "content/pages/home.de.md:6:21: there is no page 'datenschutz'; "
        f"known are {PAGES} (broken-link)",
    ),
    failure(
        "a link to no clause of the same page",
        edit(PRIVACY, "(#cookies)", "(#kekse)"),
        "content/legal/privacy.de.md:16:15: the link '#kekse' leads to no clause: "
        "content/legal/privacy.de.md has no '{#kekse}'; correct the id (broken-link)",
    ),
    failure(
        "a link to no clause of another page",
        edit(HOME, "page:privacy#cookies", "page:privacy#kekse"),
        "content/pages/home.de.md:6:21: the link 'page:privacy#kekse' leads to no clause: "
        "content/legal/privacy.de.md has no '{#kekse}'; correct the id (broken-link)",
    ),
    failure(
        "a link by address",
        edit(HOME, "page:privacy#cookies", "/de/datenschutz/#cookies"),
        "content/pages/home.de.md:6:21: the link '/de/datenschutz/#cookies' names an address; "
        "write 'page:' and the id of the page (broken-link)",
    ),
    failure(
        "a link by the whole address",
        edit(HOME, "page:privacy#cookies", "https://maps.example/de/datenschutz/"),
        "content/pages/home.de.md:6:21: the link 'https://maps.example/de/datenschutz/' leads "
        "to this site; write 'page:' and the id of the page (broken-link)",
    ),
    failure(
        "a link to an address where nothing is",
        edit(HOME, "page:privacy#cookies", "/de/karten/"),
        "content/pages/home.de.md:6:21: nothing is published at '/de/karten/'; "
        "correct the link (broken-link)",
    ),
    failure(
        "a link to a file name",
        edit(HOME, "page:privacy#cookies", "datenschutz.html"),
        "content/pages/home.de.md:6:21: the link 'datenschutz.html' says neither page nor "
        "address; write 'page:' and an id (broken-link)",
    ),
    failure(
        "a link to what is no address",
        edit(HOME, "page:privacy#cookies", "https://[oldenburg]/"),
        "content/pages/home.de.md:6:21: 'https://[oldenburg]/' is no address; "
        "correct it (broken-link)",
    ),
    failure(
        "a link with a script",
        edit(HOME, "page:privacy#cookies", "javascript:alert"),
        "content/pages/home.de.md:6:21: the link 'javascript:alert' says neither page nor "
        "address; write 'page:' and an id (broken-link)",
    ),
    failure(
        "a link in HTML",
        edit(HOME, "[Datenschutz](page:privacy#cookies)", '<a href="/de/nein/">Datenschutz</a>'),
        "content/pages/home.de.md:6:7: the link is written in HTML, which nobody checks; "
        "write [words](address) (broken-link)",
    ),
    *(
        failure(
            f"a link that is not finished ({typed})",
            edit(HOME, "[Datenschutz](page:privacy#cookies)", typed),
            f"content/pages/home.de.md:6:19: '{shown}' is no link; "
            "write [words](address) without a space between (broken-link)",
        )
        for typed, shown in (
            ("[Datenschutz](page:privacy", "](page:privacy."),
            ("[Datenschutz] (page:privacy)", "] (page:privacy"),
            ("[Datenschutz][privacy]", "][privacy"),
        )
    ),
    failure(
        "a link without words",
        edit(HOME, "[Datenschutz](page:privacy#cookies)", "[](page:privacy)"),
        "content/pages/home.de.md:6:10: the link to 'page:privacy' has no words; "
        "write some (broken-link)",
    ),
)

PICTURES = (
    failure(
        "a picture that is not there",
        edit(HOME, "images/harbour.svg", "images/hafen.svg"),
        "content/pages/home.de.md:8:14: there is no picture content/images/hafen.svg; "
        "add the file or correct the name (broken-image)",
    ),
    failure(
        "a picture without alternative text",
        edit(HOME, "![Ein Hafen]", "![]"),
        "content/pages/home.de.md:8:5: the picture 'images/harbour.svg' has no alternative "
        "text; say in the square brackets what it shows (broken-image)",
    ),
    failure(
        "a picture in HTML",
        edit(HOME, "![Ein Hafen](images/harbour.svg)", 'Hier: <img src="/images/harbour.svg">'),
        "content/pages/home.de.md:8:7: the picture is written in HTML, which nobody checks; "
        "write ![what it shows](images/…) (broken-image)",
    ),
    failure(
        "a picture whose bracket is missing",
        edit(HOME, "(images/harbour.svg)", "(images/harbour.svg"),
        "content/pages/home.de.md:8:12: '](images/harbour.svg' is no link; "
        "write [words](address) without a space between (broken-link)",
    ),
    failure(
        "every picture without alternative text is named in one run",
        both(
            edit(HOME, "![Ein Hafen]", "![]"), edit(PRIVACY, "auf. {", "auf. ![](images/x.png) {")
        ),
        "content/legal/privacy.de.md:15:51: there is no picture content/images/x.png; "
        "add the file or correct the name (broken-image)",
        "content/pages/home.de.md:8:5: the picture 'images/harbour.svg' has no alternative "
        "text; say in the square brackets what it shows (broken-image)",
    ),
    *(
        failure(
            f"a foreign picture ({address})",
            edit(HOME, "images/harbour.svg", address),
            f"content/pages/home.de.md:8:14: the picture '{address}' lies on another server; "
            "save it in content/images/ and write 'images/…' (broken-image)",
        )
        for address in ("https://other.example/x.png", "//other.example/x.png", "data:image/png,")
    ),
    *(
        failure(
            f"a picture from another folder ({name})",
            edit(HOME, "images/harbour.svg", name),
            f"content/pages/home.de.md:8:14: the picture '{name}' is not in content/images/; "
            "put it there (broken-image)",
        )
        for name in ("harbour.svg", "/images/harbour.svg", "images/../pages/home.de.md")
    ),
    failure(
        "a drawing without dimensions",
        both(
            put("content/images/hafen.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>'),
            edit(HOME, "images/harbour.svg", "images/hafen.svg"),
        ),
        "content/pages/home.de.md:8:14: content/images/hafen.svg says no width and height in "
        "pixels; write them into its <svg> (broken-image)",
    ),
    failure(
        "a picture that is none, on both pages that show it",
        put("content/images/harbour.svg", "<svg"),
        "content/pages/home.de.md:8:14: content/images/harbour.svg is no picture that "
        "browsers show; replace the file (broken-image)",
        "content/pages/home.en.md:8:14: content/images/harbour.svg is no picture that "
        "browsers show; replace the file (broken-image)",
    ),
)

CLAUSES = (
    failure(
        "a clause id given twice",
        edit(PRIVACY, "{#cookies-list}", "{#access-data}"),
        "content/legal/privacy.de.md:20:1: the clause id 'access-data' is given twice; "
        "every id stands for one clause (duplicate-clause)",
    ),
    failure(
        "a clause id with capitals",
        edit(PRIVACY, "{#cookies-list}", "{#Cookies_list}"),
        "content/legal/privacy.de.md:20:36: 'Cookies_list' is no clause id; "
        "use lower-case letters, digits and hyphens (malformed-clause)",
    ),
    failure(
        "a clause id of two words",
        edit(PRIVACY, "{#cookies-list}", "{#cookies list}"),
        "content/legal/privacy.de.md:20:36: '{#cookies list}' is no id at the end of a "
        "clause; write it there, as {#an-id}, in lower-case letters, digits and hyphens "
        "(malformed-clause)",
    ),
    failure(
        "a clause id before the end of its clause",
        edit(PRIVACY, "{#cookies-list}", "{#cookies-list} Auch hier."),
        "content/legal/privacy.de.md:20:36: '{#cookies-list}' is no id at the end of a "
        "clause; write it there, as {#an-id}, in lower-case letters, digits and hyphens "
        "(malformed-clause)",
    ),
    failure(
        "a heading with a malformed id, and the links that lead there",
        edit(PRIVACY, "{#cookies}", "{#Cook ies}"),
        "content/legal/privacy.de.md:16:15: the link '#cookies' leads to no clause: "
        "content/legal/privacy.de.md has no '{#cookies}'; correct the id (broken-link)",
        "content/legal/privacy.de.md:18:13: 'Cook ies' is no clause id; "
        "use lower-case letters, digits and hyphens (malformed-clause)",
        "content/pages/home.de.md:6:21: the link 'page:privacy#cookies' leads to no clause: "
        "content/legal/privacy.de.md has no '{#cookies}'; correct the id (broken-link)",
    ),
    failure(
        "a paragraph without an id",
        edit(PRIVACY, " {#cookies-list}", ""),
        "content/legal/privacy.de.md:20:4: the clause 'Die Tabelle nennt jedes Cookie.' "
        "has no id; end it with {#an-id} (clause-without-id)",
    ),
    failure(
        "a paragraph without an id that is broken into lines and has emphasis",
        edit(PRIVACY, "Die Tabelle nennt jedes Cookie. {#cookies-list}", "Die\n   *Tabelle*."),
        "content/legal/privacy.de.md:20:4: the clause 'Die Tabelle.' "
        "has no id; end it with {#an-id} (clause-without-id)",
    ),
    failure(
        "a heading without an id",
        edit(PRIVACY, "## Verantwortlicher {#controller}", "## Verantwortlicher"),
        "content/legal/privacy.de.md:7:4: the clause 'Verantwortlicher' "
        "has no id; end it with {#an-id} (clause-without-id)",
    ),
    failure(
        "a heading whose id lacks its sign",
        edit(PRIVACY, "{#controller}", "{controller}"),
        "content/legal/privacy.de.md:7:21: '{controller}' is no clause id; "
        "write {#controller} (malformed-clause)",
    ),
    failure(
        "a heading that has its id in the other language only",
        edit("content/pages/try.de.md", "## Text {#text}", "## Text"),
        "content/pages/try.de.md:5:4: the heading 'Text' has no id; "
        "end it with {#text}, as content/pages/try.en.md does (clause-without-id)",
    ),
    *(
        failure(
            f"a heading that is none of a text ({sign})",
            edit(HOME, "Siehe", f"{sign} Hafen\n\nSiehe"),
            f"content/pages/home.de.md:6:{len(sign) + 2}: '{sign} Hafen' is no heading of a text; "
            "begin it with ##, ### or #### (heading-level)",
        )
        for sign in ("#", "#####", "######")
    ),
    failure(
        "a heading that skips a level",
        edit(HOME, "Siehe", "## Hafen\n\n#### Kai\n\nSiehe"),
        "content/pages/home.de.md:8:6: the heading 'Kai' skips a level; "
        "begin it with ### (heading-level)",
    ),
    failure(
        "a clause in one language only",
        edit(PRIVACY, "{{ table.cookies }}", "2. Neu. {#cookies-new}"),
        "content/legal/privacy.de.md:22:9: the clause 'cookies-new' is missing in "
        "content/legal/privacy.en.md; write it there too, or remove it here (missing-clause)",
    ),
    failure(
        "a clause with another id in each language",
        edit(PRIVACY, "{#cookies-list}", "{#cookies-tabelle}"),
        "content/legal/privacy.de.md:20:36: the clause 'cookies-tabelle' is missing in "
        "content/legal/privacy.en.md; write it there too, or remove it here (missing-clause)",
        "content/legal/privacy.en.md:20:34: the clause 'cookies-list' is missing in "
        "content/legal/privacy.de.md; write it there too, or remove it here (missing-clause)",
    ),
    failure(
        "clauses in another order",
        both(
            edit(PRIVACY, "{#access-data-period}", "{#x}"),
            edit(PRIVACY, "{#access-data-more}", "{#access-data-period}"),
            edit(PRIVACY, "{#x}", "{#access-data-more}"),
        ),
        "content/legal/privacy.de.md:15:47: the clause 'access-data-more' stands where "
        "content/legal/privacy.en.md has 'access-data-period'; "
        "bring both texts into the same order (clause-order)",
    ),
    failure(
        "a heading of another level",
        edit(PRIVACY, "### Cookies", "## Cookies"),
        "content/legal/privacy.de.md:18:12: the clause 'cookies' is a heading with ##, in "
        "content/legal/privacy.en.md a heading with ###; make both the same (clause-order)",
    ),
    failure(
        "another part is numbered",
        edit(PRIVACY, "Numbered: declaration", "Numbered: controller"),
        "content/legal/privacy.de.md:13:19: the clause 'access-data' has the number '', in "
        "content/legal/privacy.en.md '1'; count the same clauses in both (clause-order)",
    ),
    failure(
        "no such part to be numbered",
        edit(PRIVACY, "Numbered: declaration", "Numbered: erklaerung"),
        "content/legal/privacy.de.md:5:1: 'Numbered: erklaerung' names no heading; "
        "write its id (front-matter)",
    ),
)

FRONT_MATTER = (
    failure(
        "no title",
        edit(PRIVACY, "Title: Datenschutz\n", ""),
        "content/legal/privacy.de.md:1:1: the front matter lacks 'Title'; "
        "add a line 'Title: …' (front-matter)",
    ),
    failure(
        "an unknown key",
        edit(PRIVACY, "Template: legal", "Templat: legal"),
        "content/legal/privacy.de.md:4:1: unknown key 'Templat' in the front matter; "
        f"known are {KNOWN_KEYS} (front-matter)",
    ),
    failure(
        "a key twice",
        edit(PRIVACY, "Template: legal", "Title: Privatsphäre"),
        "content/legal/privacy.de.md:4:1: the key 'Title' stands twice in the front matter; "
        "keep one (front-matter)",
    ),
    failure(
        "a key without a value",
        edit(PRIVACY, "Template: legal", "Template:"),
        "content/legal/privacy.de.md:4:1: the key 'Template' has no value; "
        "write one or remove the line (front-matter)",
    ),
    failure(
        "a line without a colon",
        edit(PRIVACY, "Template: legal", "Template legal"),
        "content/legal/privacy.de.md:4:1: 'Template legal' is no line of front matter; "
        f"{NO_FRONT_MATTER} (front-matter)",
    ),
    failure(
        "an indented line",
        edit(PRIVACY, "Template: legal", "  Template: legal"),
        "content/legal/privacy.de.md:4:1: 'Template: legal' is no line of front matter; "
        f"{NO_FRONT_MATTER} (front-matter)",
    ),
    failure(
        "no empty line before the text",
        edit(PRIVACY, "Numbered: declaration\n\n", "Numbered: declaration\n"),
        "content/legal/privacy.de.md:6:1: '## Verantwortlicher {#controller}' is no line of "
        f"front matter; {NO_FRONT_MATTER} (front-matter)",
    ),
    failure(
        "an empty first line",
        edit(PRIVACY, "Title: Datenschutz", "\nTitle: Datenschutz"),
        "content/legal/privacy.de.md:1:1: the first line is empty; "
        "begin with 'Title: …' (front-matter)",
    ),
    failure(
        "the front matter of another generator",
        edit(PRIVACY, "Title: Datenschutz", "---\nTitle: Datenschutz"),
        "content/legal/privacy.de.md:1:1: '---' is no line of front matter; "
        f"{NO_FRONT_MATTER} (front-matter)",
    ),
    failure(
        "an empty file",
        put(PRIVACY, ""),
        "content/legal/privacy.de.md:1:1: the file is empty; "
        "begin with 'Title: …', or remove the file (front-matter)",
    ),
    failure(
        "a file without a text",
        put(PRIVACY, "Title: Datenschutz\nAddress: /de/datenschutz/\nDescription: Daten.\n"),
        "content/pages/home.de.md:6:21: the link 'page:privacy#cookies' leads to no clause: "
        "content/legal/privacy.de.md has no '{#cookies}'; correct the id (broken-link)",
    ),
    failure(
        "a placeholder in the front matter",
        edit(HOME, "Karten für alle.", "Karten aus {{ company.city }}."),
        "content/pages/home.de.md:4:1: 'Description' holds a placeholder, which only the text "
        "may; write the words (front-matter)",
    ),
    failure(
        "an unknown template",
        edit(PRIVACY, "Template: legal", "Template: juristisch"),
        "content/legal/privacy.de.md:4:1: there is no template 'juristisch'; known are "
        "gateway, home, legal, not_found, page, trial, try (front-matter)",
    ),
    failure(
        "a long description",
        edit(PRIVACY, "Welche Daten wir verarbeiten.", "x" * 161),
        "content/legal/privacy.de.md:3:1: the description has 161 characters; "
        "shorten it to 160 at most (front-matter)",
    ),
    failure(
        "an address with capitals",
        edit(PRIVACY, "/de/datenschutz/", "/de/Datenschutz/"),
        "content/legal/privacy.de.md:2:1: the address '/de/Datenschutz/' is not one; write it "
        "like '/de/datenschutz/', in lower case, with a slash at both ends (address)",
    ),
    failure(
        "an address of the other language",
        edit(PRIVACY, "/de/datenschutz/", "/en/datenschutz/"),
        "content/legal/privacy.de.md:2:1: the address '/en/datenschutz/' does not begin with "
        "'/de/'; begin it so (address)",
    ),
    failure(
        "an address taken twice",
        edit(PRIVACY, "/de/datenschutz/", "/de/rights/"),
        "content/legal/rights.de.md:2:1: the address '/de/rights/' is taken by "
        "content/legal/privacy.de.md; choose another one (address)",
    ),
    failure(
        "all files are read before the build stops",
        both(edit(PRIVACY, "Title: Datenschutz\n", ""), edit(HOME, "Label: Start", "Label:")),
        "content/legal/privacy.de.md:1:1: the front matter lacks 'Title'; "
        "add a line 'Title: …' (front-matter)",
        "content/pages/home.de.md:2:1: the key 'Label' has no value; "
        "write one or remove the line (front-matter)",
    ),
)

FILES = (
    *(
        failure(
            f"a page that the theme names is gone ({name})",
            both(*(remove(f"content/{file}") for file in files)),
            f"content/{files[0]}:1:1: the page '{name}' is missing, and every page leads to it; "
            "restore it from the history of the repository (missing-page)",
        )
        for name, *files in (
            ("gateway", "pages/gateway.md"),
            ("not-found", "pages/not-found.md"),
            ("home", "pages/home.de.md", "pages/home.en.md"),
        )
    ),
    failure(
        "a page that the navigation names is gone",
        both(*(remove(f"content/pages/services.{lang}.md") for lang in ("de", "en"))),
        "pelicanconf.py:1:1: the page 'services' is missing, and the navigation leads to it; "
        "restore its texts, or take it out of the navigation here (missing-page)",
    ),
    failure(
        "a page without its translation",
        remove("content/pages/home.en.md"),
        "content/pages/home.de.md:1:1: the page has no version in 'en'; write "
        "content/pages/home.en.md, or remove this file when the page is to go "
        "(missing-translation)",
    ),
    failure(
        "a file name with capitals",
        rename(HOME, "content/pages/Home.de.md"),
        "content/pages/Home.de.md:1:1: the file name 'Home.de.md' does not say page and "
        f"language; {NAME_IT} (file-name)",
        "content/pages/home.en.md:1:1: the page has no version in 'de'; write "
        "content/pages/home.de.md, or remove this file when the page is to go "
        "(missing-translation)",
    ),
    failure(
        "a file name of a third language",
        put("content/pages/home.fr.md", small_site.HOME_DE),
        "content/pages/home.fr.md:1:1: the file name 'home.fr.md' does not say page and "
        f"language; {NAME_IT} (file-name)",
    ),
    *(
        failure(
            f"a file that is no page ({name})",
            put(f"content/pages/{name}", "Text\n"),
            f"content/pages/{name}:1:1: '{name.rpartition('/')[2]}' is no text of a page; "
            f"{NO_PAGE}",
        )
        for name in ("x.de.md.txt", "x.html", "x.de.markdown", "x.rst", "more/x.de.md")
    ),
    failure(
        "a page id taken twice",
        both(
            put("content/legal/home.de.md", small_site.HOME_DE.replace("/de/", "/de/start/")),
            put("content/legal/home.en.md", small_site.HOME_EN.replace("/en/", "/en/start/")),
        ),
        "content/legal/home.de.md:1:1: the page id 'home' is taken by "
        "content/pages/home.de.md; rename this file (file-name)",
        "content/legal/home.en.md:1:1: the page id 'home' is taken by "
        "content/pages/home.en.md; rename this file (file-name)",
    ),
    failure(
        "a text that is not UTF-8",
        put(PRIVACY, small_site.PRIVACY_DE.encode("latin-1")),
        "content/legal/privacy.de.md:11:1: a character is not UTF-8; "
        "save the file as UTF-8 (encoding)",
    ),
    failure(
        "a snippet that is not UTF-8",
        both(
            edit(PRIVACY, "{{ table.cookies }}", "{{ snippet.paragraph.de }}"),
            put("content/legal/snippets/paragraph.de.md", "Text\n\nfür\n".encode("latin-1")),
        ),
        "content/legal/snippets/paragraph.de.md:3:1: a character is not UTF-8; "
        "save the file as UTF-8 (encoding)",
    ),
)

REGISTERS = (
    failure(
        "a palette that is no TOML",
        both(own_theme, put("theme/palette.toml", "[light]\npaper = \n")),
        "theme/palette.toml:2:9: this is not TOML: Invalid value; "
        "look at the quotation marks and brackets here (unreadable-register)",
    ),
    *(
        failure(
            f"a day that does not exist ({day})",
            edit("content/legal/ledger.toml", "2026-12-01", day),
            f"content/legal/ledger.toml:7:{column}: '{day}' is no date; "
            "write a day that exists, like 2026-11-24 (unreadable-register)",
        )
        for day, column in (("2026-13-01", 17), ("2026-02-30", 13), ("1.12.2026", 17))
    ),
    failure(
        "a date in words",
        edit("content/legal/ledger.toml", "2026-12-01", '"1. Dezember 2026"'),
        "content/legal/ledger.toml:7:1: 'documents.privacy.revisions.0.effective' is "
        "'1. Dezember 2026'; write a date like 2026-11-24, without quotation marks or \"\" "
        "(wrong-value)",
    ),
    failure(
        "a date in quotation marks",
        edit("company.toml", "2026-11-24", '"2026-11-24"'),
        "company.toml:38:1: 'security.reviewed' is '2026-11-24'; "
        "write a date like 2026-11-24, without quotation marks (wrong-value)",
    ),
    failure(
        "a quotation mark without its partner",
        edit("company.toml", '"DE"', '"DE'),
        "company.toml:7:14: this is not TOML: Illegal character '\\n'; "
        "look at the quotation marks and brackets here (unreadable-register)",
    ),
    failure(
        "a misspelt key",
        edit("company.toml", "phone =", "fone ="),
        "company.toml:9:1: unknown key 'fone'; did you mean 'phone'? (unknown-key)",
    ),
    failure(
        "a key taken away",
        edit("company.toml", 'phone = ""\n', ""),
        "company.toml:1:1: missing key 'phone'; "
        'add it, with "" as its value while nobody knows it (missing-key)',
    ),
    failure(
        "a key taken away that cannot be a gap",
        edit("company.toml", 'city = "Oldenburg"\n', ""),
        "company.toml:1:1: missing key 'city'; add it with its value (missing-key)",
    ),
    failure(
        "words in both languages taken away",
        edit("processing.toml", 'set_by = { de = "Sprachwahl", en = "choosing a language" }\n', ""),
        "processing.toml:28:2: missing key 'cookies.language.set_by'; "
        'add it, like { de = "…", en = "…" } (missing-key)',
    ),
    failure(
        "a section taken away",
        edit("company.toml", '[hosting]\nproviders = ""\nlocation_evidence = ""\n', ""),
        "company.toml:1:1: missing section [hosting]; add it with its keys (missing-key)",
    ),
    *(
        failure(
            f"the cookie {name} taken away",
            edit("processing.toml", f"[cookies.{name}]", f"[cookies.{name}s]"),
            f"processing.toml:28:2: missing section [cookies.{name}]; "
            "describe it, the website uses it (missing-key)",
        )
        for name in ("language", "session")
    ),
    failure(
        "a key given twice",
        edit("company.toml", 'vat_id = ""', 'phone = ""'),
        "company.toml:10:11: this is not TOML: Cannot overwrite a value; "
        "look at the quotation marks and brackets here (unreadable-register)",
    ),
    failure(
        "a number instead of words",
        edit("company.toml", 'phone = ""', "phone = 441"),
        "company.toml:9:1: 'phone' is 441; write words in quotation marks (wrong-value)",
    ),
    failure(
        "a fact in one language only",
        edit("company.toml", 'officer = ""', 'officer = { de = "Niemand" }'),
        "company.toml:25:1: missing key 'data_protection.officer.en'; "
        "add it, both languages are needed (missing-key)",
    ),
    failure(
        "a number where words in either language are wanted",
        edit("company.toml", 'officer = ""', "officer = 1"),
        "company.toml:25:1: 'data_protection.officer' is 1; "
        'write words in quotation marks or { de = "…", en = "…" } (wrong-value)',
    ),
    failure(
        "an e-mail address that is none",
        edit("company.toml", "post@maps.example", "post"),
        "company.toml:8:1: 'email' is 'post'; write it like 'post@example.org' (wrong-value)",
    ),
    failure(
        "a number in quotation marks",
        edit("processing.toml", "days = 90", 'days = "90"'),
        "processing.toml:2:1: 'retention.logs.days' is '90'; write a whole number (wrong-value)",
    ),
    failure(
        "no days at all",
        edit("processing.toml", "days = 90", "days = 0"),
        "processing.toml:2:1: 'retention.logs.days' is 0; write a number above 0 (wrong-value)",
    ),
    failure(
        "two periods for one thing",
        edit("processing.toml", "days = 90", "days = 90\nyears = 2"),
        "processing.toml:1:2: 'retention.logs' does not fit; "
        'give exactly one of days, months, years or period = "" (wrong-value)',
    ),
    failure(
        "a wrong value behind an umlaut: the column counts characters",
        edit("processing.toml", 'en = "running the site"', "en = true"),
        "processing.toml:3:38: 'retention.logs.reason.en' is true; "
        "write words in quotation marks (wrong-value)",
    ),
    failure(
        "a lifetime of a cookie that is none",
        edit("processing.toml", "lifetime = { days = 180 }", 'lifetime = "lange"'),
        "processing.toml:31:1: 'cookies.language.lifetime' is 'lange'; "
        'write "session" or { days = 180 } (wrong-value)',
    ),
    failure(
        "an unknown legal basis",
        edit("processing.toml", '"art-6-1-f"', '"art-6-1-f", "art-6-1-z"'),
        "processing.toml:20:29: 'activities.website.legal_basis.1' is 'art-6-1-z'; "
        'write "art-6-1-b", "art-6-1-c", "art-6-1-f" or "tdddg-25-2-2" (wrong-value)',
    ),
    failure(
        "an entry that the register does not have",
        edit("processing.toml", '["access-data"]', '["access-dat"]'),
        "processing.toml:21:9: 'access-dat' is no entry of [data_categories]; "
        "known are access-data (unknown-entry)",
    ),
    failure(
        "a clause that the notice does not have",
        edit("processing.toml", 'clause = "cookies"', 'clause = "kekse"'),
        "processing.toml:26:1: content/legal/privacy.de.md has no '{#kekse}'; "
        "correct the id (unknown-clause)",
    ),
    failure(
        "a register that is not UTF-8",
        put("company.toml", small_site.COMPANY.encode("latin-1")),
        "company.toml:4:1: a character is not UTF-8; save the file as UTF-8 (unreadable-register)",
    ),
    failure(
        "a register that is gone",
        remove("processing.toml"),
        "processing.toml:1:1: the register is missing; "
        "restore it from the history of the repository (unreadable-register)",
    ),
    failure(
        "all registers are read before the build stops",
        both(
            edit("company.toml", "phone =", "fone ="),
            edit("processing.toml", "days = 90", "days = 0"),
        ),
        "company.toml:9:1: unknown key 'fone'; did you mean 'phone'? (unknown-key)",
        "processing.toml:2:1: 'retention.logs.days' is 0; write a number above 0 (wrong-value)",
    ),
)

CATALOGUES = (
    failure(
        "a catalogue that is gone",
        remove(WORDS),
        f"{WORDS}:1:1: the catalogue is missing; run `inv translate` (unreadable-catalogue)",
    ),
    failure(
        "words without their closing quotation mark",
        put(WORDS, HEADER + 'msgid "Address"\nmsgstr "Adresse\n'),
        f"{WORDS}:5:1: this text does not end with a quotation mark; add it (unreadable-catalogue)",
    ),
    failure(
        "a line that no catalogue has",
        put(WORDS, HEADER + 'message "Address"\n'),
        f"{WORDS}:4:1: this is not a catalogue: Unknown or misformatted keyword; "
        "look at the quotation marks (unreadable-catalogue)",
    ),
    failure(
        "a catalogue that is not UTF-8",
        put(WORDS, (HEADER + 'msgid "Change"\nmsgstr "Änderung"\n').encode("latin-1")),
        f"{WORDS}:5:1: a character is not UTF-8; save the file as UTF-8 (unreadable-catalogue)",
    ),
)

THEME = (
    failure(
        "a template that does not parse",
        both(own_theme, put("theme/templates/page.html", "<p>\n{% if x %}\n")),
        "theme/templates/page.html:2:1: the template does not work: Unexpected end of "
        "template. Jinja was looking for the following tags: 'elif' or 'else' or 'endif'. "
        "The innermost block that needs to be closed is 'if'; correct it (broken-template)",
    ),
    failure(
        "a template with a misspelt name",
        both(own_theme, put("theme/templates/page.html", "<p>\n{{ page.titel }}\n")),
        "theme/templates/page.html:2:1: the template does not work: "
        "'pelican.contents.Page object' has no attribute 'titel'; correct it (broken-template)",
    ),
    failure(
        "a misspelt name in the template of a table",
        both(own_theme, put("theme/templates/tables/cookies.html", "\n{{ regster.cookies }}\n")),
        "theme/templates/tables/cookies.html:2:1: the template does not work: "
        "'regster' is undefined; correct it (broken-template)",
    ),
    failure(
        "a sheet that names no file",
        both(own_theme, put("theme/static/css/base.css", "p {\n  background: url(no.svg);\n}\n")),
        "theme/static/css/base.css:2:15: there is no file 'no.svg' in theme/static/; "
        "put it there (broken-stylesheet)",
    ),
    failure(
        "a sheet that names a foreign file",
        both(
            own_theme, put("theme/static/css/base.css", 'p { background: url("//a.example/x"); }')
        ),
        "theme/static/css/base.css:1:17: there is no file '//a.example/x' in theme/static/; "
        "put it there (broken-stylesheet)",
    ),
    failure(
        "a sheet that is no CSS",
        both(own_theme, put("theme/static/css/base.css", "p { color: red }\n}\n")),
        "theme/static/css/base.css:2:2: this is no CSS: "
        "EOF reached before {} block for a qualified rule; correct it (broken-stylesheet)",
    ),
)

FOREIGN = (
    failure(
        "a foreign frame in a text",
        both(
            own_theme,
            put("theme/templates/page.html", "<main>{{ page.content }}</main>\n"),
            edit(HOME, "Siehe", '<iframe src="https://other.example/x"></iframe>\n\nSiehe'),
        ),
        'content/pages/home.de.md:6:14: <iframe src> would show "https://other.example/x" from '
        "other.example; put a link in its place, or a picture made here that is one "
        "(published at de/index.html:1:15) (third-party-frame)",
    ),
    failure(
        "a foreign script in a template: one line, many pages",
        both(
            own_theme,
            put("theme/templates/page.html", '<p>\n<script src="//cdn.example/x.js"></script>\n'),
        ),
        'theme/templates/page.html:2:14: the script "//cdn.example/x.js" in <script src> would be '
        "fetched from cdn.example and run; copy it into the site and name the copy "
        "(published at de/access/index.html:1:13 and 19 more) (third-party-script)",
    ),
    failure(
        "a foreign address in a script",
        both(own_theme, put("theme/static/js/language.js", 'fetch("https://a.example/x");\n')),
        'theme/static/js/language.js:1:8: the script holds the address "https://a.example/x" at '
        "a.example (fetch); name an address of the site, or accept the reviewed script in the "
        "baseline (published at static/js/language.aa9e998d.js:1:1) (third-party-script-address)",
    ),
)

PLUGINS = (
    failure(
        "a plugin that does not exist",
        edit("pelicanconf.py", '"plugins.guard",', '"plugins.guard", "plugins.none",'),
        "pelicanconf.py:1:1: the build stopped: Cannot load plugin `plugins.none`\n"
        "Cannot import plugin `plugins.none` (ImportError: Cannot import plugin "
        "`plugins.none`); Warning or error encountered; run it again with --traceback to see "
        "where (build-stopped)",
    ),
    failure(
        "a plugin whose import fails",
        plugin("planted_import", "import nowhere\n"),
        "pelicanconf.py:1:1: the build stopped: Cannot load plugin `planted_import`\n"
        "No module named 'nowhere' (ModuleNotFoundError: No module named 'nowhere'); "
        "Warning or error encountered; run it again with --traceback to see where "
        "(build-stopped)",
    ),
    failure(
        "a plugin with a mistake in its code",
        plugin("planted_mistake", "1 / 0\n"),
        "pelicanconf.py:1:1: the build stopped: division by zero; "
        "run it again with --traceback to see where (build-stopped)",
    ),
    failure(
        "a plugin that cannot register",
        plugin("planted_register", "def register():\n    raise OSError('no')\n"),
        "pelicanconf.py:1:1: the build stopped: Cannot register plugin `planted_register` "
        "(OSError: no); Warning or error encountered; run it again with --traceback to see "
        "where (build-stopped)",
    ),
)

FAILURES = (
    *PLACEHOLDERS,
    *LINKS,
    *PICTURES,
    *CLAUSES,
    *FRONT_MATTER,
    *FILES,
    *REGISTERS,
    *CATALOGUES,
    *THEME,
    *FOREIGN,
    *PLUGINS,
)

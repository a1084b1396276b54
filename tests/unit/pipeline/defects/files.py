"""Files that are missing, named wrongly, or not UTF-8."""

from __future__ import annotations

from tests.unit.pipeline import small_site
from tests.unit.pipeline.failures import HOME, PRIVACY, at, both, edit, failure, put, remove, rename

SNIPPET = "content/legal/snippets/paragraph.de.md"
KEPT = "content/legal/revisions/privacy/1.de.html"

FILES = (
    *(
        failure(
            f"a page that the theme names is gone ({name})",
            both(*(remove(f"content/{file}") for file in files)),
            at(
                f"content/{files[0]}:1:1",
                "missing-page",
                f"the page '{name}' is missing, and every page leads to it; restore it from the "
                "history of the repository",
                f"die Seite '{name}' fehlt, und jede Seite führt zu ihr; stellen Sie sie aus dem "
                "Verlauf des Repositorys wieder her",
            ),
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
        at(
            "pelicanconf.py:1:1",
            "missing-page",
            "the page 'services' is missing, and the navigation leads to it; restore its texts, "
            "or take it out of the navigation here",
            "die Seite 'services' fehlt, und die Navigation führt zu ihr; stellen Sie ihre Texte "
            "wieder her, oder nehmen Sie sie hier aus der Navigation",
        ),
    ),
    failure(
        "a page without its translation",
        remove("content/pages/home.en.md"),
        at(
            "content/pages/home.de.md:1:1",
            "missing-translation",
            "the page has no version in 'en'; write content/pages/home.en.md, or remove this "
            "file when the page is to go",
            "die Seite fehlt in der Sprache 'en'; schreiben Sie content/pages/home.en.md, oder "
            "entfernen Sie diese Datei, wenn die Seite wegfallen soll",
        ),
    ),
    failure(
        "a file name with capitals",
        rename(HOME, "content/pages/Home.de.md"),
        at(
            "content/pages/Home.de.md:1:1",
            "file-name",
            "the file name 'Home.de.md' does not say page and language; name it like "
            "'privacy.de.md', in lower case, with '.de' or '.en'",
            "der Dateiname 'Home.de.md' nennt nicht Seite und Sprache; benennen Sie die Datei "
            "wie 'privacy.de.md', in Kleinbuchstaben, mit '.de' oder '.en'",
        ),
        at(
            "content/pages/home.en.md:1:1",
            "missing-translation",
            "the page has no version in 'de'; write content/pages/home.de.md, or remove this "
            "file when the page is to go",
            "die Seite fehlt in der Sprache 'de'; schreiben Sie content/pages/home.de.md, oder "
            "entfernen Sie diese Datei, wenn die Seite wegfallen soll",
        ),
    ),
    failure(
        "a file name of a third language",
        put("content/pages/home.fr.md", small_site.HOME_DE),
        at(
            "content/pages/home.fr.md:1:1",
            "file-name",
            "the file name 'home.fr.md' does not say page and language; name it like "
            "'privacy.de.md', in lower case, with '.de' or '.en'",
            "der Dateiname 'home.fr.md' nennt nicht Seite und Sprache; benennen Sie die Datei "
            "wie 'privacy.de.md', in Kleinbuchstaben, mit '.de' oder '.en'",
        ),
    ),
    *(
        failure(
            f"a file that is no page ({name})",
            put(f"content/pages/{name}", "Text\n"),
            at(
                f"content/pages/{name}:1:1",
                "file-name",
                f"'{name.rpartition('/')[2]}' is no text of a page; pages are Markdown in "
                "content/pages/ or content/legal/, named like 'privacy.de.md'",
                f"'{name.rpartition('/')[2]}' ist kein Text einer Seite; Seiten sind Markdown in "
                "content/pages/ oder content/legal/ und heißen wie 'privacy.de.md'",
            ),
        )
        for name in ("x.de.md.txt", "x.html", "x.de.markdown", "x.rst", "more/x.de.md")
    ),
    failure(
        "a page id taken twice",
        both(
            put("content/legal/home.de.md", small_site.HOME_DE.replace("/de/", "/de/start/")),
            put("content/legal/home.en.md", small_site.HOME_EN.replace("/en/", "/en/start/")),
        ),
        at(
            "content/legal/home.de.md:1:1",
            "file-name",
            "the page id 'home' is taken by content/pages/home.de.md; rename this file",
            "die Kennung 'home' gehört schon zu content/pages/home.de.md; benennen Sie diese "
            "Datei um",
        ),
        at(
            "content/legal/home.en.md:1:1",
            "file-name",
            "the page id 'home' is taken by content/pages/home.en.md; rename this file",
            "die Kennung 'home' gehört schon zu content/pages/home.en.md; benennen Sie diese "
            "Datei um",
        ),
    ),
    failure(
        "a text that is not UTF-8",
        put(PRIVACY, small_site.PRIVACY_DE.encode("latin-1")),
        at(
            "content/legal/privacy.de.md:11:1",
            "encoding",
            "a character is not UTF-8; save the file as UTF-8",
            "ein Zeichen ist nicht UTF-8; speichern Sie die Datei als UTF-8",
        ),
    ),
    failure(
        "a snippet that is not UTF-8",
        both(
            edit(PRIVACY, "{{ table.cookies }}", "{{ snippet.paragraph.de }}"),
            put("content/legal/snippets/paragraph.de.md", "Text\n\nfür\n".encode("latin-1")),
        ),
        at(
            "content/legal/snippets/paragraph.de.md:3:1",
            "encoding",
            "a character is not UTF-8; save the file as UTF-8",
            "ein Zeichen ist nicht UTF-8; speichern Sie die Datei als UTF-8",
        ),
    ),
    *(
        failure(
            f"a snippet that is {what}",
            both(
                edit(PRIVACY, "{{ table.cookies }}", "{{ snippet.paragraph.de }}"),
                remove(SNIPPET),
                plant,
            ),
            at(
                f"{SNIPPET}:1:1",
                "unreadable-file",
                f"the file cannot be read: {reason}; put a file in its place",
                f"die Datei lässt sich nicht lesen: {reason}; legen Sie eine lesbare Datei an "
                "ihren Platz",
            ),
        )
        for what, reason, plant in (
            ("a folder", "Is a directory", put(f"{SNIPPET}/x", "")),
            (
                "a link in a circle",
                "Too many levels of symbolic links",
                lambda root: (root / SNIPPET).symlink_to("paragraph.de.md"),
            ),
        )
    ),
    failure(
        "a text that is a folder",
        both(remove(HOME), put(f"{HOME}/x", "")),
        at(
            f"{HOME}:1:1",
            "unreadable-file",
            "the file cannot be read: Is a directory; put a file in its place",
            "die Datei lässt sich nicht lesen: Is a directory; legen Sie eine lesbare Datei an "
            "ihren Platz",
        ),
    ),
    failure(
        "a snippet that stands in itself by way of another",
        both(
            edit(PRIVACY, "{{ table.cookies }}", "{{ snippet.paragraph.de }}"),
            put(SNIPPET, "Text.\n\n{{ snippet.other.de }}\n"),
            put("content/legal/snippets/other.de.md", "Text.\n\n\n{{ snippet.paragraph.de }}\n"),
        ),
        at(
            "content/legal/snippets/other.de.md:4:1",
            "repeated-snippet",
            "the snippet 'paragraph.de' would stand in itself; take this placeholder out",
            "der Textbaustein 'paragraph.de' stünde in sich selbst; entfernen Sie diesen "
            "Platzhalter",
        ),
    ),
    *(
        failure(
            f"a control character in a text ({code})",
            edit(PRIVACY, old, old + character),
            at(
                f"{PRIVACY}:{place}",
                "control-character",
                f"here is the control character {code}; take it out",
                f"hier steht das Steuerzeichen {code}; entfernen Sie es",
            ),
        )
        for old, character, code, place in (
            ("Title: Daten", "\x08", "U+0008", "1:13"),
            ("Wir bewahren", "\0", "U+0000", "15:16"),
            ("Wir bewahren", "\v", "U+000B", "15:16"),
            ("Wir bewahren", "\x1b", "U+001B", "15:16"),
        )
    ),
    *(
        failure(
            f"a kept text that is {what}",
            put(name, content),
            at(f"{KEPT}:{line}:1", "unreadable-revision", english, german),
        )
        for what, name, content, line, english, german in (
            (
                "not UTF-8",
                KEPT,
                "<h1>x</h1>\n<p>für</p>\n".encode("latin-1"),
                2,
                "a character is not UTF-8; restore the file from the history of the repository",
                "ein Zeichen ist nicht UTF-8; stellen Sie die Datei aus dem Verlauf des "
                "Repositorys wieder her",
            ),
            (
                "a folder",
                f"{KEPT}/x",
                "",
                1,
                "the file cannot be read: Is a directory; put a file in its place",
                "die Datei lässt sich nicht lesen: Is a directory; legen Sie eine lesbare Datei "
                "an ihren Platz",
            ),
        )
    ),
)

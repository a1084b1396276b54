"""Catalogues, templates and style sheets of the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.unit.pipeline.failures import at, both, failure, own_theme, put, remove

if TYPE_CHECKING:
    from tests.unit.pipeline.failures import Change

WORDS = "translations/de/LC_MESSAGES/messages.po"
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'

CATALOGUES = (
    failure(
        "a catalogue that is gone",
        remove(WORDS),
        at(
            f"{WORDS}:1:1",
            "unreadable-catalogue",
            "the catalogue is missing; run `inv translate`",
            "der Katalog fehlt; führen Sie `inv translate` aus",
        ),
    ),
    failure(
        "words without their closing quotation mark",
        put(WORDS, HEADER + 'msgid "Address"\nmsgstr "Adresse\n'),
        at(
            f"{WORDS}:5:1",
            "unreadable-catalogue",
            "this text does not end with a quotation mark; add it",
            "dieser Text endet nicht mit einem Anführungszeichen; ergänzen Sie es",
        ),
    ),
    failure(
        "a line that no catalogue has",
        put(WORDS, HEADER + 'message "Address"\n'),
        at(
            f"{WORDS}:4:1",
            "unreadable-catalogue",
            "this is not a catalogue: Unknown or misformatted keyword; look at the quotation marks",
            "das ist kein Katalog: Unknown or misformatted keyword; prüfen Sie die "
            "Anführungszeichen",
        ),
    ),
    failure(
        "a catalogue that is not UTF-8",
        put(WORDS, (HEADER + 'msgid "Change"\nmsgstr "Änderung"\n').encode("latin-1")),
        at(
            f"{WORDS}:5:1",
            "unreadable-catalogue",
            "a character is not UTF-8; save the file as UTF-8",
            "ein Zeichen ist nicht UTF-8; speichern Sie die Datei als UTF-8",
        ),
    ),
    failure(
        "a catalogue that says it has another encoding",
        put(WORDS, HEADER.replace("utf-8", "iso-8859-1") + 'msgid "Change"\nmsgstr "Änderung"\n'),
        at(
            f"{WORDS}:2:1",
            "unreadable-catalogue",
            "the catalogue declares the encoding 'iso-8859-1'; write charset=utf-8",
            "der Katalog nennt die Kodierung 'iso-8859-1'; schreiben Sie charset=utf-8",
        ),
    ),
    failure(
        "a message with two translations",
        put(
            WORDS,
            HEADER + 'msgid "Change"\nmsgstr "Wandel"\n\nmsgid "Change"\nmsgstr "Änderung"\n',
        ),
        at(
            f"{WORDS}:7:1",
            "unreadable-catalogue",
            "the message 'Change' stands twice, with different words; keep one of the two",
            "der Text 'Change' steht zweimal da, mit verschiedenen Worten; behalten Sie einen von "
            "beiden",
        ),
    ),
    failure(
        "a folder in the place of a catalogue",
        both(remove(WORDS), put(f"{WORDS}/messages.po", "")),
        at(
            f"{WORDS}:1:1",
            "unreadable-catalogue",
            "the file cannot be read: Is a directory; put a file in its place",
            "die Datei lässt sich nicht lesen: Is a directory; legen Sie eine lesbare Datei an "
            "ihren Platz",
        ),
    ),
)


def _without(name: str) -> Change:
    return both(own_theme, remove(f"theme/templates/{name}"))


THEME = (
    failure(
        "a theme without its foundation, for which Pelican has one of its own",
        _without("base.html"),
        at(
            "theme/templates/base.html:1:1",
            "broken-template",
            "the template is missing; restore it from the history of the repository",
            "die Vorlage fehlt; stellen Sie sie aus dem Verlauf des Repositorys wieder her",
        ),
    ),
    failure(
        "a theme without the template of a table",
        _without("tables/cookies.html"),
        at(
            "theme/templates/tables/cookies.html:1:1",
            "broken-template",
            "the template is missing; restore it from the history of the repository",
            "die Vorlage fehlt; stellen Sie sie aus dem Verlauf des Repositorys wieder her",
        ),
    ),
    failure(
        "a template that does not parse",
        both(own_theme, put("theme/templates/page.html", "<p>\n{% if x %}\n")),
        at(
            "theme/templates/page.html:2:1",
            "broken-template",
            "the template does not work: Unexpected end of template. Jinja was looking for the "
            "following tags: 'elif' or 'else' or 'endif'. The innermost block that needs to be "
            "closed is 'if'; correct it",
            "die Vorlage funktioniert nicht: Unexpected end of template. Jinja was looking for "
            "the following tags: 'elif' or 'else' or 'endif'. The innermost block that needs to "
            "be closed is 'if'; berichtigen Sie sie",
        ),
    ),
    failure(
        "a template that is not UTF-8",
        both(own_theme, put("theme/templates/page.html", "<p>\nfür\n".encode("latin-1"))),
        at(
            "theme/templates/page.html:2:1",
            "encoding",
            "a character is not UTF-8; save the file as UTF-8",
            "ein Zeichen ist nicht UTF-8; speichern Sie die Datei als UTF-8",
        ),
    ),
    *(
        failure(
            f"a template that is {what}",
            both(own_theme, remove("theme/templates/page.html"), plant),
            at(
                "theme/templates/page.html:1:1",
                "unreadable-file",
                f"the file cannot be read: {reason}; put a file in its place",
                f"die Datei lässt sich nicht lesen: {reason}; legen Sie eine lesbare Datei an "
                "ihren Platz",
            ),
        )
        for what, reason, plant in (
            ("a folder", "Is a directory", put("theme/templates/page.html/x", "")),
            (
                "a link in a circle",
                "Too many levels of symbolic links",
                lambda root: (root / "theme/templates/page.html").symlink_to("page.html"),
            ),
        )
    ),
    failure(
        "a template with a misspelt name",
        both(own_theme, put("theme/templates/page.html", "<p>\n{{ page.titel }}\n")),
        at(
            "theme/templates/page.html:2:1",
            "broken-template",
            "the template does not work: 'pelican.contents.Page object' has no attribute "
            "'titel'; correct it",
            "die Vorlage funktioniert nicht: 'pelican.contents.Page object' has no attribute "
            "'titel'; berichtigen Sie sie",
        ),
    ),
    failure(
        "a misspelt name in the template of a table",
        both(own_theme, put("theme/templates/tables/cookies.html", "\n{{ regster.cookies }}\n")),
        at(
            "theme/templates/tables/cookies.html:2:1",
            "broken-template",
            "the template does not work: 'regster' is undefined; correct it",
            "die Vorlage funktioniert nicht: 'regster' is undefined; berichtigen Sie sie",
        ),
    ),
    failure(
        "a sheet that names no file",
        both(own_theme, put("theme/static/css/base.css", "p {\n  background: url(no.svg);\n}\n")),
        at(
            "theme/static/css/base.css:2:15",
            "broken-stylesheet",
            "there is no file 'no.svg' in theme/static/; put it there",
            "die Datei 'no.svg' gibt es in theme/static/ nicht; legen Sie sie dort ab",
        ),
    ),
    failure(
        "a sheet that names a foreign file",
        both(
            own_theme, put("theme/static/css/base.css", 'p { background: url("//a.example/x"); }')
        ),
        at(
            "theme/static/css/base.css:1:17",
            "broken-stylesheet",
            "there is no file '//a.example/x' in theme/static/; put it there",
            "die Datei '//a.example/x' gibt es in theme/static/ nicht; legen Sie sie dort ab",
        ),
    ),
    failure(
        "a sheet that is no CSS",
        both(own_theme, put("theme/static/css/base.css", "p { color: red }\n}\n")),
        at(
            "theme/static/css/base.css:2:2",
            "broken-stylesheet",
            "this is no CSS: EOF reached before {} block for a qualified rule; correct it",
            "das ist kein CSS: EOF reached before {} block for a qualified rule; berichtigen Sie "
            "es",
        ),
    ),
    failure(
        "a sheet that is not UTF-8",
        both(own_theme, put("theme/static/css/base.css", "p {}\n/* für */\n".encode("latin-1"))),
        at(
            "theme/static/css/base.css:2:1",
            "broken-stylesheet",
            "a character is not UTF-8; save the file as UTF-8",
            "ein Zeichen ist nicht UTF-8; speichern Sie die Datei als UTF-8",
        ),
    ),
    failure(
        "a folder in the place of the sheet",
        both(
            own_theme,
            remove("theme/static/css/main.css"),
            put("theme/static/css/main.css/x.txt", ""),
        ),
        at(
            "theme/static/css/main.css:1:1",
            "broken-stylesheet",
            "the file cannot be read: Is a directory; put a file in its place",
            "die Datei lässt sich nicht lesen: Is a directory; legen Sie eine lesbare Datei an "
            "ihren Platz",
        ),
    ),
    failure(
        "a sheet that imports itself",
        both(own_theme, put("theme/static/css/base.css", 'p {}\n@import "main.css";\n')),
        at(
            "theme/static/css/base.css:2:1",
            "broken-stylesheet",
            "'main.css' would stand in itself; take this import out",
            "'main.css' stünde in sich selbst; entfernen Sie diesen Import",
        ),
    ),
    *(
        failure(
            f"a file of the theme that leads out of it ({target})",
            both(
                own_theme,
                lambda root, target=target: (root / "theme/static/x.txt").symlink_to(target),
            ),
            at(
                "theme/static/x.txt:1:1",
                "misplaced-file",
                "this is a link to something that is not in theme/static/; put the file itself "
                "here",
                "das ist eine Verknüpfung mit etwas, das nicht in theme/static/ liegt; legen Sie "
                "die Datei selbst hier ab",
            ),
        )
        for target in ("../../company.toml", "x.txt", "/etc", "gone.txt")
    ),
)

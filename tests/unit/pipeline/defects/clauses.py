"""Ids of clauses, headings, and clauses that both languages should share."""

from __future__ import annotations

from tests.unit.pipeline.failures import HOME, PRIVACY, at, both, edit, failure

CLAUSES = (
    failure(
        "a clause id given twice",
        edit(PRIVACY, "{#cookies-list}", "{#access-data}"),
        at(
            "content/legal/privacy.de.md:20:1",
            "duplicate-clause",
            "the clause id 'access-data' is given twice; every id stands for one clause",
            "die Kennung 'access-data' ist zweimal vergeben; geben Sie jeder Klausel eine eigene",
        ),
    ),
    failure(
        "clause ids that the page itself uses",
        both(
            edit(PRIVACY, "{#access-data-more}", "{#term-more}"),
            edit(PRIVACY, "{#cookies-list}", "{#contents}"),
        ),
        at(
            "content/legal/privacy.de.md:16:26",
            "duplicate-clause",
            "the clause id 'term-more' stands for a part of the page; choose another one",
            "die Kennung 'term-more' steht für einen Teil der Seite; wählen Sie eine andere",
        ),
        at(
            "content/legal/privacy.de.md:20:36",
            "duplicate-clause",
            "the clause id 'contents' stands for a part of the page; choose another one",
            "die Kennung 'contents' steht für einen Teil der Seite; wählen Sie eine andere",
        ),
    ),
    failure(
        "a clause id with capitals",
        edit(PRIVACY, "{#cookies-list}", "{#Cookies_list}"),
        at(
            "content/legal/privacy.de.md:20:36",
            "malformed-clause",
            "'Cookies_list' is no clause id; use lower-case letters, digits and hyphens",
            "'Cookies_list' ist keine Kennung einer Klausel; verwenden Sie Kleinbuchstaben, "
            "Ziffern und Bindestriche",
        ),
    ),
    failure(
        "a clause id of two words",
        edit(PRIVACY, "{#cookies-list}", "{#cookies list}"),
        at(
            "content/legal/privacy.de.md:20:36",
            "malformed-clause",
            "'{#cookies list}' is no id at the end of a clause; write it there, as {#an-id}, in "
            "lower-case letters, digits and hyphens",
            "'{#cookies list}' ist keine Kennung am Ende einer Klausel; schreiben Sie sie "
            "dorthin, als {#eine-kennung}, in Kleinbuchstaben, Ziffern und Bindestrichen",
        ),
    ),
    failure(
        "a clause id before the end of its clause",
        edit(PRIVACY, "{#cookies-list}", "{#cookies-list} Auch hier."),
        at(
            "content/legal/privacy.de.md:20:36",
            "malformed-clause",
            "'{#cookies-list}' is no id at the end of a clause; write it there, as {#an-id}, in "
            "lower-case letters, digits and hyphens",
            "'{#cookies-list}' ist keine Kennung am Ende einer Klausel; schreiben Sie sie "
            "dorthin, als {#eine-kennung}, in Kleinbuchstaben, Ziffern und Bindestrichen",
        ),
    ),
    failure(
        "a heading with a malformed id, and the links that lead there",
        edit(PRIVACY, "{#cookies}", "{#Cook ies}"),
        at(
            "content/legal/privacy.de.md:16:15",
            "broken-link",
            "the link '#cookies' leads to no clause: content/legal/privacy.de.md has no "
            "'{#cookies}'; correct the id",
            "der Link '#cookies' führt zu keiner Klausel: content/legal/privacy.de.md hat kein "
            "'{#cookies}'; berichtigen Sie die Kennung",
        ),
        at(
            "content/legal/privacy.de.md:18:13",
            "malformed-clause",
            "'Cook ies' is no clause id; use lower-case letters, digits and hyphens",
            "'Cook ies' ist keine Kennung einer Klausel; verwenden Sie Kleinbuchstaben, Ziffern "
            "und Bindestriche",
        ),
        at(
            "content/pages/home.de.md:6:21",
            "broken-link",
            "the link 'page:privacy#cookies' leads to no clause: content/legal/privacy.de.md has "
            "no '{#cookies}'; correct the id",
            "der Link 'page:privacy#cookies' führt zu keiner Klausel: "
            "content/legal/privacy.de.md hat kein '{#cookies}'; berichtigen Sie die Kennung",
        ),
    ),
    failure(
        "a paragraph without an id",
        edit(PRIVACY, " {#cookies-list}", ""),
        at(
            "content/legal/privacy.de.md:20:4",
            "clause-without-id",
            "the clause 'Die Tabelle nennt jedes Cookie.' has no id; end it with {#an-id}",
            "die Klausel 'Die Tabelle nennt jedes Cookie.' hat keine Kennung; beenden Sie sie "
            "mit {#eine-kennung}",
        ),
    ),
    failure(
        "a paragraph without an id that is broken into lines and has emphasis",
        edit(PRIVACY, "Die Tabelle nennt jedes Cookie. {#cookies-list}", "Die\n   *Tabelle*."),
        at(
            "content/legal/privacy.de.md:20:4",
            "clause-without-id",
            "the clause 'Die Tabelle.' has no id; end it with {#an-id}",
            "die Klausel 'Die Tabelle.' hat keine Kennung; beenden Sie sie mit {#eine-kennung}",
        ),
    ),
    failure(
        "a heading without an id",
        edit(PRIVACY, "## Verantwortlicher {#controller}", "## Verantwortlicher"),
        at(
            "content/legal/privacy.de.md:7:4",
            "clause-without-id",
            "the clause 'Verantwortlicher' has no id; end it with {#an-id}",
            "die Klausel 'Verantwortlicher' hat keine Kennung; beenden Sie sie mit {#eine-kennung}",
        ),
    ),
    failure(
        "a heading whose id lacks its sign",
        edit(PRIVACY, "{#controller}", "{controller}"),
        at(
            "content/legal/privacy.de.md:7:21",
            "malformed-clause",
            "'{controller}' is no clause id; write {#controller}",
            "'{controller}' ist keine Kennung einer Klausel; schreiben Sie {#controller}",
        ),
    ),
    failure(
        "a heading that has its id in the other language only",
        edit("content/pages/try.de.md", "## Text {#text}", "## Text"),
        at(
            "content/pages/try.de.md:5:4",
            "clause-without-id",
            "the heading 'Text' has no id; end it with {#text}, as content/pages/try.en.md does",
            "die Überschrift 'Text' hat keine Kennung; beenden Sie sie mit {#text}, wie in "
            "content/pages/try.en.md",
        ),
    ),
    failure(
        "a heading that has its id in the other language only, after a text with its words",
        edit("content/pages/try.de.md", "## Text {#text}", "Ein Text.\n\n## Text"),
        at(
            "content/pages/try.de.md:7:4",
            "clause-without-id",
            "the heading 'Text' has no id; end it with {#text}, as content/pages/try.en.md does",
            "die Überschrift 'Text' hat keine Kennung; beenden Sie sie mit {#text}, wie in "
            "content/pages/try.en.md",
        ),
    ),
    *(
        failure(
            f"a heading that is none of a text ({sign})",
            edit(HOME, "Siehe", f"{sign} Hafen\n\nSiehe"),
            at(
                f"content/pages/home.de.md:6:{len(sign) + 2}",
                "heading-level",
                f"'{sign} Hafen' is no heading of a text; begin it with ##, ### or ####",
                f"'{sign} Hafen' ist keine Überschrift eines Textes; beginnen Sie sie mit ##, "
                "### oder ####",
            ),
        )
        for sign in ("#", "#####", "######")
    ),
    *(
        failure(
            f"a heading that is none of a text, after a text with its words ({typed!r})",
            edit(HOME, "Siehe", f"Ein Hafen und ein Kai.\n\n```\n# Hafen\n```\n\n{typed}\n\nSiehe"),
            at(
                f"content/pages/home.de.md:12:{column}",
                "heading-level",
                f"'{sign} Hafen' is no heading of a text; begin it with ##, ### or ####",
                f"'{sign} Hafen' ist keine Überschrift eines Textes; beginnen Sie sie mit ##, "
                "### oder ####",
            ),
        )
        for typed, sign, column in (
            ("# Hafen", "#", 3),
            ("##### *Hafen* #####", "#####", 7),
            ("Hafen\n=====", "#", 1),
        )
    ),
    failure(
        "a heading that is none of a text, twice",
        edit(HOME, "Siehe", "# Hafen\n\n# Hafen\n\nSiehe"),
        *(
            at(
                f"content/pages/home.de.md:{line}:3",
                "heading-level",
                "'# Hafen' is no heading of a text; begin it with ##, ### or ####",
                "'# Hafen' ist keine Überschrift eines Textes; beginnen Sie sie mit ##, ### oder "
                "####",
            )
            for line in (6, 8)
        ),
    ),
    failure(
        "a heading without an id, after a text with its words",
        both(
            edit(PRIVACY, "### Zugriffsdaten {#access-data}", "### Zugriffsdaten"),
            edit(PRIVACY, "Telefon", "Zugriffsdaten, Telefon"),
        ),
        at(
            "content/legal/privacy.de.md:13:5",
            "clause-without-id",
            "the clause 'Zugriffsdaten' has no id; end it with {#an-id}",
            "die Klausel 'Zugriffsdaten' hat keine Kennung; beenden Sie sie mit {#eine-kennung}",
        ),
    ),
    failure(
        "an indented line, after a text with its words",
        edit(HOME, "Siehe", "Ein Hafen.\n\n    Hafen\n\nSiehe"),
        at(
            "content/pages/home.de.md:8:5",
            "indented-text",
            "'Hafen' is indented and would be shown as program code; remove the spaces or the tab "
            "before it, or put code between lines of ```",
            "'Hafen' ist eingerückt und würde als Programmcode gezeigt; entfernen Sie die "
            "Leerzeichen oder den Tabulator davor, oder setzen Sie Code zwischen Zeilen mit ```",
        ),
    ),
    failure(
        "a heading that skips a level",
        edit(HOME, "Siehe", "## Hafen\n\n#### Kai\n\nSiehe"),
        at(
            "content/pages/home.de.md:8:6",
            "heading-level",
            "the heading 'Kai' skips a level; begin it with ###",
            "die Überschrift 'Kai' überspringt eine Stufe; beginnen Sie sie mit ###",
        ),
    ),
    failure(
        "a clause in one language only",
        edit(PRIVACY, "{{ table.cookies }}", "2. Neu. {#cookies-new}"),
        at(
            "content/legal/privacy.de.md:22:9",
            "missing-clause",
            "the clause 'cookies-new' is missing in content/legal/privacy.en.md; write it there "
            "too, or remove it here",
            "die Klausel 'cookies-new' fehlt in content/legal/privacy.en.md; schreiben Sie sie "
            "auch dort, oder entfernen Sie sie hier",
        ),
    ),
    failure(
        "a clause with another id in each language",
        edit(PRIVACY, "{#cookies-list}", "{#cookies-tabelle}"),
        at(
            "content/legal/privacy.de.md:20:36",
            "missing-clause",
            "the clause 'cookies-tabelle' is missing in content/legal/privacy.en.md; write it "
            "there too, or remove it here",
            "die Klausel 'cookies-tabelle' fehlt in content/legal/privacy.en.md; schreiben Sie "
            "sie auch dort, oder entfernen Sie sie hier",
        ),
        at(
            "content/legal/privacy.en.md:20:34",
            "missing-clause",
            "the clause 'cookies-list' is missing in content/legal/privacy.de.md; write it there "
            "too, or remove it here",
            "die Klausel 'cookies-list' fehlt in content/legal/privacy.de.md; schreiben Sie sie "
            "auch dort, oder entfernen Sie sie hier",
        ),
    ),
    failure(
        "clauses in another order",
        both(
            edit(PRIVACY, "{#access-data-period}", "{#x}"),
            edit(PRIVACY, "{#access-data-more}", "{#access-data-period}"),
            edit(PRIVACY, "{#x}", "{#access-data-more}"),
        ),
        at(
            "content/legal/privacy.de.md:15:47",
            "clause-order",
            "the clause 'access-data-more' stands where content/legal/privacy.en.md has "
            "'access-data-period'; bring both texts into the same order",
            "die Klausel 'access-data-more' steht dort, wo content/legal/privacy.en.md "
            "'access-data-period' hat; bringen Sie beide Texte in dieselbe Reihenfolge",
        ),
    ),
    failure(
        "a heading of another level",
        edit(PRIVACY, "### Cookies", "## Cookies"),
        at(
            "content/legal/privacy.de.md:18:12",
            "clause-order",
            "the clause 'cookies' is a heading with ##, in content/legal/privacy.en.md a heading "
            "with ###; make both the same",
            "die Klausel 'cookies' ist eine Überschrift mit ##, in content/legal/privacy.en.md "
            "eine Überschrift mit ###; machen Sie beide gleich",
        ),
    ),
    failure(
        "another part is numbered",
        edit(PRIVACY, "Numbered: declaration", "Numbered: controller"),
        at(
            "content/legal/privacy.de.md:13:19",
            "clause-order",
            "the clause 'access-data' has the number '', in content/legal/privacy.en.md '1'; "
            "count the same clauses in both",
            "die Klausel 'access-data' hat die Nummer '', in content/legal/privacy.en.md '1'; "
            "zählen Sie in beiden dieselben Klauseln",
        ),
    ),
    failure(
        "no such part to be numbered",
        edit(PRIVACY, "Numbered: declaration", "Numbered: erklaerung"),
        at(
            "content/legal/privacy.de.md:5:1",
            "front-matter",
            "'Numbered: erklaerung' names no heading; write its id",
            "'Numbered: erklaerung' nennt keine Überschrift; schreiben Sie die Kennung einer "
            "Überschrift",
        ),
    ),
)

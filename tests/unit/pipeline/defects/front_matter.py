"""The head of a text: its keys, its address, its description."""

from __future__ import annotations

from tests.unit.pipeline.failures import HOME, PRIVACY, at, both, edit, failure, put

KNOWN_KEYS = "Title, Address, Description, Lead, Label, Template, Numbered"

FRONT_MATTER = (
    failure(
        "no title",
        edit(PRIVACY, "Title: Datenschutz\n", ""),
        at(
            "content/legal/privacy.de.md:1:1",
            "front-matter",
            "the front matter lacks 'Title'; add a line 'Title: …'",
            "im Dateikopf fehlt 'Title'; ergänzen Sie eine Zeile 'Title: …'",
        ),
    ),
    failure(
        "an unknown key",
        edit(PRIVACY, "Template: legal", "Templat: legal"),
        at(
            "content/legal/privacy.de.md:4:1",
            "front-matter",
            f"unknown key 'Templat' in the front matter; known are {KNOWN_KEYS}",
            f"der Schlüssel 'Templat' im Dateikopf ist unbekannt; bekannt sind {KNOWN_KEYS}",
        ),
    ),
    failure(
        "a key twice",
        edit(PRIVACY, "Template: legal", "Title: Privatsphäre"),
        at(
            "content/legal/privacy.de.md:4:1",
            "front-matter",
            "the key 'Title' stands twice in the front matter; keep one",
            "der Schlüssel 'Title' steht zweimal im Dateikopf; behalten Sie einen",
        ),
    ),
    failure(
        "a key without a value",
        edit(PRIVACY, "Template: legal", "Template:"),
        at(
            "content/legal/privacy.de.md:4:1",
            "front-matter",
            "the key 'Template' has no value; write one or remove the line",
            "der Schlüssel 'Template' hat keinen Wert; schreiben Sie einen, oder entfernen Sie "
            "die Zeile",
        ),
    ),
    failure(
        "a line without a colon",
        edit(PRIVACY, "Template: legal", "Template legal"),
        at(
            "content/legal/privacy.de.md:4:1",
            "front-matter",
            "'Template legal' is no line of front matter; write 'Key: value', one a line, and an "
            "empty line before the text",
            "'Template legal' ist keine Zeile des Dateikopfs; schreiben Sie 'Schlüssel: Wert', "
            "je Zeile einen, und vor dem Text eine Leerzeile",
        ),
    ),
    failure(
        "an indented line",
        edit(PRIVACY, "Template: legal", "  Template: legal"),
        at(
            "content/legal/privacy.de.md:4:1",
            "front-matter",
            "'Template: legal' is no line of front matter; write 'Key: value', one a line, and "
            "an empty line before the text",
            "'Template: legal' ist keine Zeile des Dateikopfs; schreiben Sie 'Schlüssel: Wert', "
            "je Zeile einen, und vor dem Text eine Leerzeile",
        ),
    ),
    failure(
        "no empty line before the text",
        edit(PRIVACY, "Numbered: declaration\n\n", "Numbered: declaration\n"),
        at(
            "content/legal/privacy.de.md:6:1",
            "front-matter",
            "'## Verantwortlicher {#controller}' is no line of front matter; write 'Key: value', "
            "one a line, and an empty line before the text",
            "'## Verantwortlicher {#controller}' ist keine Zeile des Dateikopfs; schreiben Sie "
            "'Schlüssel: Wert', je Zeile einen, und vor dem Text eine Leerzeile",
        ),
    ),
    failure(
        "an empty first line",
        edit(PRIVACY, "Title: Datenschutz", "\nTitle: Datenschutz"),
        at(
            "content/legal/privacy.de.md:1:1",
            "front-matter",
            "the first line is empty; begin with 'Title: …'",
            "die erste Zeile ist leer; beginnen Sie mit 'Title: …'",
        ),
    ),
    failure(
        "the front matter of another generator",
        edit(PRIVACY, "Title: Datenschutz", "---\nTitle: Datenschutz"),
        at(
            "content/legal/privacy.de.md:1:1",
            "front-matter",
            "'---' is no line of front matter; write 'Key: value', one a line, and an empty line "
            "before the text",
            "'---' ist keine Zeile des Dateikopfs; schreiben Sie 'Schlüssel: Wert', je Zeile "
            "einen, und vor dem Text eine Leerzeile",
        ),
    ),
    failure(
        "an empty file",
        put(PRIVACY, ""),
        at(
            "content/legal/privacy.de.md:1:1",
            "front-matter",
            "the file is empty; begin with 'Title: …', or remove the file",
            "die Datei ist leer; beginnen Sie mit 'Title: …', oder entfernen Sie die Datei",
        ),
    ),
    failure(
        "a file without a text",
        put(PRIVACY, "Title: Datenschutz\nAddress: /de/datenschutz/\nDescription: Daten.\n"),
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
        "a placeholder in the front matter",
        edit(HOME, "Karten für alle.", "Karten aus {{ company.city }}."),
        at(
            "content/pages/home.de.md:4:1",
            "front-matter",
            "'Description' holds a placeholder, which only the text may; write the words",
            "'Description' enthält einen Platzhalter, der nur im Text stehen darf; schreiben Sie "
            "die Wörter aus",
        ),
    ),
    failure(
        "an unknown template",
        edit(PRIVACY, "Template: legal", "Template: juristisch"),
        at(
            "content/legal/privacy.de.md:4:1",
            "front-matter",
            "there is no template 'juristisch'; known are gateway, history, home, legal, "
            "not_found, page, trial, try",
            "die Vorlage 'juristisch' gibt es nicht; bekannt sind gateway, history, home, legal, "
            "not_found, page, trial, try",
        ),
    ),
    failure(
        "a long description",
        edit(PRIVACY, "Welche Daten wir verarbeiten.", "x" * 161),
        at(
            "content/legal/privacy.de.md:3:1",
            "front-matter",
            "the description has 161 characters; shorten it to 160 at most",
            "die Beschreibung hat 161 Zeichen; kürzen Sie sie auf höchstens 160",
        ),
    ),
    failure(
        "an address with capitals",
        edit(PRIVACY, "/de/datenschutz/", "/de/Datenschutz/"),
        at(
            "content/legal/privacy.de.md:2:1",
            "address",
            "the address '/de/Datenschutz/' is not one; write it like '/de/datenschutz/', in "
            "lower case, with a slash at both ends",
            "'/de/Datenschutz/' ist keine gültige Adresse; schreiben Sie sie wie "
            "'/de/datenschutz/', in Kleinbuchstaben, mit einem Schrägstrich an beiden Enden",
        ),
    ),
    failure(
        "an address of the other language",
        edit(PRIVACY, "/de/datenschutz/", "/en/datenschutz/"),
        at(
            "content/legal/privacy.de.md:2:1",
            "address",
            "the address '/en/datenschutz/' does not begin with '/de/'; begin it so",
            "die Adresse '/en/datenschutz/' beginnt nicht mit '/de/'; beginnen Sie sie so",
        ),
    ),
    failure(
        "an address taken twice",
        edit(PRIVACY, "/de/datenschutz/", "/de/rights/"),
        at(
            "content/legal/rights.de.md:2:1",
            "address",
            "the address '/de/rights/' is taken by content/legal/privacy.de.md; choose another one",
            "die Adresse '/de/rights/' gehört schon zu content/legal/privacy.de.md; wählen Sie "
            "eine andere",
        ),
    ),
    failure(
        "all files are read before the build stops",
        both(edit(PRIVACY, "Title: Datenschutz\n", ""), edit(HOME, "Label: Start", "Label:")),
        at(
            "content/legal/privacy.de.md:1:1",
            "front-matter",
            "the front matter lacks 'Title'; add a line 'Title: …'",
            "im Dateikopf fehlt 'Title'; ergänzen Sie eine Zeile 'Title: …'",
        ),
        at(
            "content/pages/home.de.md:2:1",
            "front-matter",
            "the key 'Label' has no value; write one or remove the line",
            "der Schlüssel 'Label' hat keinen Wert; schreiben Sie einen, oder entfernen Sie die "
            "Zeile",
        ),
    ),
)

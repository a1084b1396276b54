"""Placeholders, drafts of mails and program code that are mistyped."""

from __future__ import annotations

from tests.unit.pipeline.failures import HOME, PRIVACY, at, both, edit, failure

PLACEHOLDERS = (
    failure(
        "a placeholder with a typing error",
        edit(PRIVACY, "{{ retention.logs }}", "{{ retention.log }}"),
        at(
            "content/legal/privacy.de.md:15:21",
            "unknown-placeholder",
            "unknown placeholder '{{ retention.log }}'; did you mean 'retention.logs'?",
            "der Platzhalter '{{ retention.log }}' ist unbekannt; meinten Sie 'retention.logs'?",
        ),
    ),
    failure(
        "a placeholder like no other",
        edit(PRIVACY, "{{ company.phone }}", "{{ wetter }}"),
        at(
            "content/legal/privacy.de.md:9:35",
            "unknown-placeholder",
            "unknown placeholder '{{ wetter }}'; its keys stand in company.toml, processing.toml",
            "der Platzhalter '{{ wetter }}' ist unbekannt; die Schlüssel stehen in company.toml "
            "und processing.toml",
        ),
    ),
    failure(
        "a table that nobody knows",
        edit(PRIVACY, "{{ table.cookies }}", "{{ table.cookie }}"),
        at(
            "content/legal/privacy.de.md:22:1",
            "unknown-placeholder",
            "unknown table 'cookie'; known are data_categories, activities, recipients, "
            "retention, cookies",
            "die Tabelle 'cookie' ist unbekannt; bekannt sind data_categories, activities, "
            "recipients, retention, cookies",
        ),
    ),
    failure(
        "a table inside of a sentence",
        edit(PRIVACY, "{{ table.cookies }}", "Hier: {{ table.cookies }}"),
        at(
            "content/legal/privacy.de.md:22:7",
            "unknown-placeholder",
            "the placeholder '{{ table.cookies }}' makes a block; put it on a line of its own",
            "der Platzhalter '{{ table.cookies }}' ergibt einen Block; setzen Sie ihn in eine "
            "eigene Zeile",
        ),
    ),
    failure(
        "a snippet that is not there",
        edit(PRIVACY, "{{ table.cookies }}", "{{ snippet.absatz.de }}"),
        at(
            "content/legal/privacy.de.md:22:1",
            "unknown-placeholder",
            "unknown snippet 'absatz.de'; known are paragraph.de, paragraph.en",
            "der Textbaustein 'absatz.de' ist unbekannt; bekannt sind paragraph.de, paragraph.en",
        ),
    ),
    failure(
        "a defect in a snippet is named in the snippet",
        both(
            edit(PRIVACY, "{{ table.cookies }}", "{{ snippet.paragraph.de }}"),
            edit("content/legal/snippets/paragraph.de.md", "short_name", "shortname"),
        ),
        at(
            "content/legal/snippets/paragraph.de.md:1:12",
            "unknown-placeholder",
            "unknown placeholder '{{ company.shortname }}'; did you mean 'company.short_name'?",
            "der Platzhalter '{{ company.shortname }}' ist unbekannt; meinten Sie "
            "'company.short_name'?",
        ),
    ),
    *(
        failure(
            f"braces that are no placeholder ({typed})",
            edit(PRIVACY, "{{ company.phone }}", typed),
            at(
                f"content/legal/privacy.de.md:{place}",
                "unknown-placeholder",
                f"'{shown}' is part of no placeholder and would be printed; write a placeholder "
                "on one line, like '{{ company.email }}'",
                f"'{shown}' gehört zu keinem Platzhalter und stünde so auf der Seite; schreiben "
                "Sie einen Platzhalter in eine Zeile, wie '{{ company.email }}'",
            ),
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
        at(
            "content/legal/privacy.de.md:9:35",
            "unknown-placeholder",
            "'{{' is part of no placeholder and would be printed; write a placeholder on one "
            "line, like '{{ company.email }}'",
            "'{{' gehört zu keinem Platzhalter und stünde so auf der Seite; schreiben Sie einen "
            "Platzhalter in eine Zeile, wie '{{ company.email }}'",
        ),
        at(
            "content/legal/privacy.de.md:10:7",
            "unknown-placeholder",
            "'}}' is part of no placeholder and would be printed; write a placeholder on one "
            "line, like '{{ company.email }}'",
            "'}}' gehört zu keinem Platzhalter und stünde so auf der Seite; schreiben Sie einen "
            "Platzhalter in eine Zeile, wie '{{ company.email }}'",
        ),
    ),
    failure(
        "a draft of a mail without its end, before another one",
        edit(
            PRIVACY,
            "{{ table.cookies }}",
            "```draft\nAuskunft\n\nGuten Tag\n\n```draft\nLöschung\n\nGuten Tag\n```",
        ),
        at(
            "content/legal/privacy.de.md:22:1",
            "broken-draft",
            "the draft has no end, or no subject in its first line; close it with ```",
            "der Entwurf einer E-Mail hat kein Ende oder in der ersten Zeile keinen Betreff; "
            "schließen Sie ihn mit ```",
        ),
    ),
    *(
        failure(
            f"program code without its end ({after})",
            edit(HOME, "Siehe", f"```js\nlet x;\n\n{after}Siehe"),
            at(
                "content/pages/home.de.md:6:1",
                "broken-code",
                "the code block that begins here has no end; close it with ```",
                "der Codeblock, der hier beginnt, hat kein Ende; schließen Sie ihn mit ```",
            ),
        )
        for after in ("", "```js\nlet y;\n```\n\n")
    ),
    *(
        failure(
            f"a line that is indented ({indent!r})",
            edit(HOME, "Siehe", f"{indent}## Hafen {{#hafen}}\n\nSiehe"),
            at(
                f"content/pages/home.de.md:6:{len(indent) + 1}",
                "indented-text",
                "'## Hafen {#hafen}' is indented and would be shown as program code; remove the "
                "spaces or the tab before it, or put code between lines of ```",
                "'## Hafen {#hafen}' ist eingerückt und würde als Programmcode gezeigt; "
                "entfernen Sie die Leerzeichen oder den Tabulator davor, oder setzen Sie Code "
                "zwischen Zeilen mit ```",
            ),
        )
        for indent in ("\t", "    ")
    ),
    failure(
        "a draft of a mail without its end",
        edit(PRIVACY, "{{ table.cookies }}", "```draft\nAuskunft\n\nGuten Tag"),
        at(
            "content/legal/privacy.de.md:22:1",
            "broken-draft",
            "the draft has no end, or no subject in its first line; close it with ```",
            "der Entwurf einer E-Mail hat kein Ende oder in der ersten Zeile keinen Betreff; "
            "schließen Sie ihn mit ```",
        ),
    ),
)

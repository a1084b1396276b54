"""Registers: their TOML, their keys, and what they refer to."""

from __future__ import annotations

from tests.unit.pipeline import small_site
from tests.unit.pipeline.failures import at, both, edit, failure, own_theme, put, remove

REGISTERS = (
    failure(
        "a palette that is no TOML",
        both(own_theme, put("theme/palette.toml", "[light]\npaper = \n")),
        at(
            "theme/palette.toml:2:9",
            "unreadable-register",
            "this is not TOML: Invalid value; look at the quotation marks and brackets here",
            "das ist kein TOML: Invalid value; prüfen Sie hier die Anführungszeichen und Klammern",
        ),
    ),
    failure(
        "a palette without the colour of the page",
        both(own_theme, put("theme/palette.toml", '[light]\nink = "#1c2326"\n')),
        at(
            "theme/palette.toml:1:2",
            "missing-key",
            "missing key 'light.paper'; add it with its value",
            "der Schlüssel 'light.paper' fehlt; ergänzen Sie ihn mit seinem Wert",
        ),
    ),
    failure(
        "a palette without light",
        both(own_theme, put("theme/palette.toml", '[dark]\npaper = "#171b1c"\n')),
        at(
            "theme/palette.toml:1:1",
            "missing-key",
            "missing section [light]; add it with its keys",
            "der Abschnitt [light] fehlt; ergänzen Sie ihn mit seinen Schlüsseln",
        ),
    ),
    failure(
        "a colour that is none",
        both(own_theme, put("theme/palette.toml", '[light]\npaper = "beige"\n')),
        at(
            "theme/palette.toml:2:1",
            "wrong-value",
            "'light.paper' is 'beige'; write it like '#fbf8f0'",
            "'light.paper' ist 'beige'; schreiben Sie es wie '#fbf8f0'",
        ),
    ),
    *(
        failure(
            f"a day that does not exist ({day})",
            edit("content/legal/ledger.toml", "2026-12-01", day),
            at(
                f"content/legal/ledger.toml:7:{column}",
                "unreadable-register",
                f"'{day}' is no date; write a day that exists, like 2026-11-24",
                f"'{day}' ist kein Datum; schreiben Sie einen Tag, den es gibt, wie 2026-11-24",
            ),
        )
        for day, column in (("2026-13-01", 17), ("2026-02-30", 13), ("1.12.2026", 17))
    ),
    failure(
        "a quotation mark without its partner",
        edit("company.toml", '"DE"', '"DE'),
        at(
            "company.toml:7:14",
            "unreadable-register",
            "this is not TOML: Illegal character '\\n'; look at the quotation marks and brackets "
            "here",
            "das ist kein TOML: Illegal character '\\n'; prüfen Sie hier die Anführungszeichen "
            "und Klammern",
        ),
    ),
    failure(
        "a misspelt key",
        edit("company.toml", "phone =", "fone ="),
        at(
            "company.toml:9:1",
            "unknown-key",
            "unknown key 'fone'; did you mean 'phone'?",
            "der Schlüssel 'fone' ist unbekannt; meinten Sie 'phone'?",
        ),
    ),
    failure(
        "a key taken away",
        edit("company.toml", 'phone = ""\n', ""),
        at(
            "company.toml:1:1",
            "missing-key",
            "missing key 'phone'; add it, with \"\" as its value while nobody knows it",
            "der Schlüssel 'phone' fehlt; ergänzen Sie ihn, mit \"\" als Wert, solange ihn "
            "niemand kennt",
        ),
    ),
    failure(
        "a key taken away that cannot be a gap",
        edit("company.toml", 'city = "Oldenburg"\n', ""),
        at(
            "company.toml:1:1",
            "missing-key",
            "missing key 'city'; add it with its value",
            "der Schlüssel 'city' fehlt; ergänzen Sie ihn mit seinem Wert",
        ),
    ),
    failure(
        "words in both languages taken away",
        edit("processing.toml", 'set_by = { de = "Sprachwahl", en = "choosing a language" }\n', ""),
        at(
            "processing.toml:28:2",
            "missing-key",
            'missing key \'cookies.language.set_by\'; add it, like { de = "…", en = "…" }',
            "der Schlüssel 'cookies.language.set_by' fehlt; ergänzen Sie ihn, etwa so: { de = "
            '"…", en = "…" }',
        ),
    ),
    failure(
        "a section taken away",
        edit("company.toml", '[hosting]\nproviders = ""\nlocation_evidence = ""\n', ""),
        at(
            "company.toml:1:1",
            "missing-key",
            "missing section [hosting]; add it with its keys",
            "der Abschnitt [hosting] fehlt; ergänzen Sie ihn mit seinen Schlüsseln",
        ),
    ),
    *(
        failure(
            f"the cookie {name} taken away",
            edit("processing.toml", f"[cookies.{name}]", f"[cookies.{name}s]"),
            at(
                "processing.toml:28:2",
                "missing-key",
                f"missing section [cookies.{name}]; describe it, the website uses it",
                f"der Abschnitt [cookies.{name}] fehlt; ergänzen Sie ihn, die Website verwendet "
                "ihn",
            ),
        )
        for name in ("language", "session")
    ),
    failure(
        "a key given twice",
        edit("company.toml", 'vat_id = ""', 'phone = ""'),
        at(
            "company.toml:10:11",
            "unreadable-register",
            "this is not TOML: Cannot overwrite a value; look at the quotation marks and "
            "brackets here",
            "das ist kein TOML: Cannot overwrite a value; prüfen Sie hier die Anführungszeichen "
            "und Klammern",
        ),
    ),
    failure(
        "a fact in one language only",
        edit("company.toml", 'officer = ""', 'officer = { de = "Niemand" }'),
        at(
            "company.toml:25:1",
            "missing-key",
            "missing key 'data_protection.officer.en'; add it, both languages are needed",
            "der Schlüssel 'data_protection.officer.en' fehlt; ergänzen Sie ihn, es braucht "
            "beide Sprachen",
        ),
    ),
    failure(
        "an entry that the register does not have",
        edit("processing.toml", '["access-data"]', '["access-dat"]'),
        at(
            "processing.toml:21:9",
            "unknown-entry",
            "'access-dat' is no entry of [data_categories]; known are access-data",
            "'access-dat' ist kein Eintrag in [data_categories]; bekannt sind access-data",
        ),
    ),
    failure(
        "a clause that the notice does not have",
        edit("processing.toml", 'clause = "cookies"', 'clause = "kekse"'),
        at(
            "processing.toml:26:1",
            "unknown-clause",
            "content/legal/privacy.de.md has no '{#kekse}'; correct the id",
            "content/legal/privacy.de.md hat kein '{#kekse}'; berichtigen Sie die Kennung",
        ),
    ),
    failure(
        "a register that is not UTF-8",
        put("company.toml", small_site.COMPANY.encode("latin-1")),
        at(
            "company.toml:4:1",
            "unreadable-register",
            "a character is not UTF-8; save the file as UTF-8",
            "ein Zeichen ist nicht UTF-8; speichern Sie die Datei als UTF-8",
        ),
    ),
    failure(
        "a register that is gone",
        remove("processing.toml"),
        at(
            "processing.toml:1:1",
            "unreadable-register",
            "the register is missing; restore it from the history of the repository",
            "das Register fehlt; stellen Sie es aus dem Verlauf des Repositorys wieder her",
        ),
    ),
    failure(
        "all registers are read before the build stops",
        both(
            edit("company.toml", "phone =", "fone ="),
            edit("processing.toml", "days = 90", "days = 0"),
        ),
        at(
            "company.toml:9:1",
            "unknown-key",
            "unknown key 'fone'; did you mean 'phone'?",
            "der Schlüssel 'fone' ist unbekannt; meinten Sie 'phone'?",
        ),
        at(
            "processing.toml:2:1",
            "wrong-value",
            "'retention.logs.days' is 0; write a number above 0",
            "'retention.logs.days' ist 0; schreiben Sie eine Zahl über 0",
        ),
    ),
    failure(
        "a folder in the place of a register",
        both(remove("company.toml"), put("company.toml/x", "")),
        at(
            "company.toml:1:1",
            "unreadable-register",
            "the file cannot be read: Is a directory; put a file in its place",
            "die Datei lässt sich nicht lesen: Is a directory; legen Sie eine lesbare Datei an "
            "ihren Platz",
        ),
    ),
    failure(
        "a register that is a link in a circle",
        both(
            remove("processing.toml"),
            lambda root: (root / "processing.toml").symlink_to("processing.toml"),
        ),
        at(
            "processing.toml:1:1",
            "unreadable-register",
            "the file cannot be read: Too many levels of symbolic links; put a file in its place",
            "die Datei lässt sich nicht lesen: Too many levels of symbolic links; legen Sie eine "
            "lesbare Datei an ihren Platz",
        ),
    ),
    failure(
        "a number of 5,000 digits",
        edit("processing.toml", "days = 90", f"days = {'1' * 5000}"),
        at(
            "processing.toml:2:1",
            "unreadable-register",
            "a number here has thousands of digits; shorten it",
            "eine Zahl hat hier Tausende von Stellen; kürzen Sie sie",
        ),
    ),
    *(
        failure(
            f"brackets nested {depth} deep",
            edit("company.toml", 'phone = ""', f"phone = {'[' * depth}{']' * depth}"),
            at(
                "company.toml:9:1",
                "unreadable-register",
                "the brackets are nested too deeply here; take some away",
                "die Klammern sind hier zu tief verschachtelt; entfernen Sie einige",
            ),
        )
        for depth in (1000, 3000)
    ),
)

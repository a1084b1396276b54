"""Values of registers that do not fit their keys."""

from __future__ import annotations

from tests.unit.pipeline.failures import at, edit, failure

ODD_COOKIE = """\
[cookies."{}"]
set_by = {{ de = "x", en = "y" }}
purpose = {{ de = "x", en = "y" }}
lifetime = "session"
path = "/"
secure = true
http_only = true
same_site = "Lax"

[claims.quiet]"""

VALUES = (
    failure(
        "a date in words",
        edit("content/legal/ledger.toml", "2026-12-01", '"1. Dezember 2026"'),
        at(
            "content/legal/ledger.toml:7:1",
            "wrong-value",
            "'documents.privacy.revisions.0.effective' is '1. Dezember 2026'; write a date like "
            '2026-11-24, without quotation marks or ""',
            "'documents.privacy.revisions.0.effective' ist '1. Dezember 2026'; schreiben Sie "
            'einen Tag wie 2026-11-24 ohne Anführungszeichen oder ""',
        ),
    ),
    failure(
        "a date in quotation marks",
        edit("company.toml", "2026-11-24", '"2026-11-24"'),
        at(
            "company.toml:38:1",
            "wrong-value",
            "'security.reviewed' is '2026-11-24'; write a date like 2026-11-24, without "
            "quotation marks",
            "'security.reviewed' ist '2026-11-24'; schreiben Sie einen Tag wie 2026-11-24 ohne "
            "Anführungszeichen",
        ),
    ),
    failure(
        "a number instead of words",
        edit("company.toml", 'phone = ""', "phone = 441"),
        at(
            "company.toml:9:1",
            "wrong-value",
            "'phone' is 441; write words in quotation marks",
            "'phone' ist 441; schreiben Sie Wörter in Anführungszeichen",
        ),
    ),
    failure(
        "a number where words in either language are wanted",
        edit("company.toml", 'officer = ""', "officer = 1"),
        at(
            "company.toml:25:1",
            "wrong-value",
            "'data_protection.officer' is 1; write words in quotation marks or { de = \"…\", en "
            '= "…" }',
            "'data_protection.officer' ist 1; schreiben Sie Wörter in Anführungszeichen oder { "
            'de = "…", en = "…" }',
        ),
    ),
    failure(
        "an e-mail address that is none",
        edit("company.toml", "post@maps.example", "post"),
        at(
            "company.toml:8:1",
            "wrong-value",
            "'email' is 'post'; write it like 'post@example.org'",
            "'email' ist 'post'; schreiben Sie es wie 'post@example.org'",
        ),
    ),
    failure(
        "a number in quotation marks",
        edit("processing.toml", "days = 90", 'days = "90"'),
        at(
            "processing.toml:2:1",
            "wrong-value",
            "'retention.logs.days' is '90'; write a whole number",
            "'retention.logs.days' ist '90'; schreiben Sie eine ganze Zahl",
        ),
    ),
    failure(
        "no days at all",
        edit("processing.toml", "days = 90", "days = 0"),
        at(
            "processing.toml:2:1",
            "wrong-value",
            "'retention.logs.days' is 0; write a number above 0",
            "'retention.logs.days' ist 0; schreiben Sie eine Zahl über 0",
        ),
    ),
    failure(
        "two periods for one thing",
        edit("processing.toml", "days = 90", "days = 90\nyears = 2"),
        at(
            "processing.toml:1:2",
            "wrong-value",
            "'retention.logs' does not fit; give exactly one of days, months, years or period = "
            '""',
            "'retention.logs' passt nicht; geben Sie genau eines an: days, months, years oder "
            'period = ""',
        ),
    ),
    failure(
        "a wrong value behind an umlaut: the column counts characters",
        edit("processing.toml", 'en = "running the site"', "en = true"),
        at(
            "processing.toml:3:38",
            "wrong-value",
            "'retention.logs.reason.en' is true; write words in quotation marks",
            "'retention.logs.reason.en' ist true; schreiben Sie Wörter in Anführungszeichen",
        ),
    ),
    failure(
        "a lifetime of a cookie that is none",
        edit("processing.toml", "lifetime = { days = 180 }", 'lifetime = "lange"'),
        at(
            "processing.toml:31:1",
            "wrong-value",
            "'cookies.language.lifetime' is 'lange'; write \"session\" or { days = 180 }",
            "'cookies.language.lifetime' ist 'lange'; schreiben Sie \"session\" oder { days = "
            "180 }",
        ),
    ),
    failure(
        "an unknown legal basis",
        edit("processing.toml", '"art-6-1-f"', '"art-6-1-f", "art-6-1-z"'),
        at(
            "processing.toml:20:29",
            "wrong-value",
            "'activities.website.legal_basis.1' is 'art-6-1-z'; write \"art-6-1-b\", "
            '"art-6-1-c", "art-6-1-f" or "tdddg-25-2-2"',
            "'activities.website.legal_basis.1' ist 'art-6-1-z'; schreiben Sie \"art-6-1-b\", "
            '"art-6-1-c", "art-6-1-f" oder "tdddg-25-2-2"',
        ),
    ),
    failure(
        "a requirement that nobody knows",
        edit("processing.toml", 'by = "technology"', 'by = "boss"'),
        at(
            "processing.toml:25:14",
            "wrong-value",
            "'activities.website.required.by' is 'boss'; write \"law\", \"contract\", "
            '"technology" or "nobody"',
            "'activities.website.required.by' ist 'boss'; schreiben Sie \"law\", \"contract\", "
            '"technology" oder "nobody"',
        ),
    ),
    failure(
        "a requirement without who asks for it",
        edit("processing.toml", 'by = "technology", ', ""),
        at(
            "processing.toml:25:1",
            "missing-key",
            "missing key 'activities.website.required.by'; add it with its value",
            "der Schlüssel 'activities.website.required.by' fehlt; ergänzen Sie ihn mit seinem "
            "Wert",
        ),
    ),
    *(
        failure(
            f"the address of a site that is none ({address})",
            edit("company.toml", "https://maps.example", address),
            at(
                "company.toml:1:1",
                "wrong-value",
                f"'site_url' is '{address}'; write it like 'https://maps.example.org'",
                f"'site_url' ist '{address}'; schreiben Sie es wie 'https://maps.example.org'",
            ),
        )
        for address in (
            "https://maps.omniscale.com:99999",
            "https://1.2.3.400",
            "https://maps..omniscale.com",
            "https://maps.omniscale.com:443",
        )
    ),
    *(
        failure(
            f"a country that there is not ({code})",
            edit("company.toml", '"DE"', f'"{code}"'),
            at(
                "company.toml:7:1",
                "wrong-value",
                f"'country' is '{code}'; write a country's code of ISO 3166, like 'DE'",
                f"'country' ist '{code}'; schreiben Sie das Länderkürzel nach ISO 3166, wie 'DE'",
            ),
        )
        for code in ("UK", "ZZ")
    ),
    failure(
        "a name of blanks",
        edit("company.toml", "Karten GmbH & Co. KG", "  "),
        at(
            "company.toml:2:1",
            "wrong-value",
            "'legal_name' is '  '; write words",
            "'legal_name' ist '  '; schreiben Sie Wörter",
        ),
    ),
    failure(
        "a gap filled with blanks",
        edit("company.toml", 'phone = ""', 'phone = " "'),
        at(
            "company.toml:9:1",
            "wrong-value",
            "'phone' is ' '; write words, or \"\" while nobody knows them",
            "'phone' ist ' '; schreiben Sie Wörter, oder \"\", solange niemand sie kennt",
        ),
    ),
    *(
        failure(
            f"a day that is a slip of the finger ({name}, {day})",
            edit(name, old, new.format(day)),
            at(
                place,
                "wrong-value",
                f"'{key}' is {day}; write a day from 2000-01-01 to 2099-12-31",
                f"'{key}' ist {day}; schreiben Sie einen Tag von 2000-01-01 bis 2099-12-31",
            ),
        )
        for name, old, new, day, place, key in (
            (
                *("company.toml", "2026-11-24", "{}", "9999-12-31"),
                *("company.toml:38:1", "security.reviewed"),
            ),
            (
                *("content/legal/ledger.toml", "published = 2026-11-24", "published = {}"),
                *("9999-12-30", "content/legal/ledger.toml:6:1"),
                "documents.privacy.revisions.0.published",
            ),
            (
                *("content/legal/ledger.toml", "2026-12-01", "{}", "0001-01-01"),
                *("content/legal/ledger.toml:7:1", "documents.privacy.revisions.0.effective"),
            ),
        )
    ),
    *(
        failure(
            f"a control character in a register ({key})",
            edit(name, old, new),
            at(
                place,
                "control-character",
                f"'{key}' holds the control character {code}; take it out",
                f"'{key}' enthält das Steuerzeichen {code}; entfernen Sie es",
            ),
        )
        for name, old, new, place, key, code in (
            (
                *("company.toml", "Karten GmbH", r"Karten\u0000GmbH"),
                *("company.toml:2:1", "legal_name", "U+0000"),
            ),
            (
                *("content/legal/ledger.toml", "First version", r"First\u000bversion"),
                "content/legal/ledger.toml:9:35",
                *("documents.privacy.revisions.0.summary.en", "U+000B"),
            ),
        )
    ),
    *(
        failure(
            f"a period that nobody waits for ({old}, {len(new)})",
            edit("processing.toml", old, new),
            at(
                place,
                "wrong-value",
                f"'{key}' is {english}; write a number up to {limit}",
                f"'{key}' ist {german}; schreiben Sie eine Zahl bis {limit}",
            ),
        )
        for old, new, place, key, english, german, limit in (
            (
                *("days = 90", f"days = {'9' * 40}", "processing.toml:2:1", "retention.logs.days"),
                *("a very long number", "eine sehr lange Zahl", 3660),
            ),
            (
                *("days = 90", "years = 31", "processing.toml:2:1", "retention.logs.years"),
                *("31", "31", 30),
            ),
            (
                *("days = 180", "days = 3661", "processing.toml:31:14"),
                *("cookies.language.lifetime.days", "3661", "3661", 3660),
            ),
        )
    ),
    failure(
        "a period of the logs that no server can keep",
        edit(
            "processing.toml",
            "[retention.logs]\ndays = 90",
            "[retention.logs]\ndays = 90\n"
            'reason = { de = "x", en = "y" }\n\n[retention.website_logs]\ndays = 1',
        ),
        at(
            "processing.toml:6:1",
            "wrong-value",
            "'retention.website_logs.days' is 1; write a number from 2",
            "'retention.website_logs.days' ist 1; schreiben Sie eine Zahl ab 2",
        ),
    ),
    *(
        failure(
            f"a cookie that no browser takes ({name!r})",
            edit("processing.toml", "[claims.quiet]", ODD_COOKIE.format(name)),
            at(
                "processing.toml:37:2",
                "wrong-value",
                f"'cookies.{name}' is '{name}'; write it like 'session'",
                f"'cookies.{name}' ist '{name}'; schreiben Sie es wie 'session'",
            ),
        )
        for name in ("a;b=c d", "")
    ),
    failure(
        "a cookie whose path says more than a path",
        edit(
            "processing.toml",
            'path = "/"\nsecure = true\nhttp_only = false',
            'path = "/; Domain=evil"\nsecure = true\nhttp_only = false',
        ),
        at(
            "processing.toml:32:1",
            "wrong-value",
            "'cookies.language.path' is '/; Domain=evil'; write it like '/'",
            "'cookies.language.path' ist '/; Domain=evil'; schreiben Sie es wie '/'",
        ),
    ),
)

"""Values of registers that do not fit their keys."""

from __future__ import annotations

from tests.unit.pipeline.failures import at, edit, failure

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
)

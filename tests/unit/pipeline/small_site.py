"""A site as small as the theme allows, for tests that plant a defect in one of its sources.

Its texts and registers are its own, so that expected lines do not move when an editor works on
the real ones; theme, settings and words of the theme are the real ones.
"""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).parents[3]

COMPANY = """\
site_url = "https://maps.example"
legal_name = "Karten GmbH & Co. KG"
short_name = "Karten"
street = "Hafenstraße 1"
postal_code = "26122"
city = "Oldenburg"
country = "DE"
email = "post@maps.example"
phone = ""
vat_id = ""
businesses_only = ""
restrictions_without_account = ""

[commercial_register]
court = ""
number = ""

[general_partner]
name = ""
managing_directors = ""
court = ""
number = ""

[data_protection]
officer = ""
supervisory_authority = ""
automated_decisions = ""

[hosting]
providers = ""
location_evidence = ""

[stripe]
entity = ""
transfer_basis = ""

[security]
reviewed = 2026-11-24
"""

PROCESSING = """\
[retention.logs]
days = 90
reason = { de = "Betrieb für Gäste", en = "running the site" }

[anonymisation]
ipv4_prefix = 24
ipv6_prefix = 48

[data_categories.access-data]
name = { de = "Zugriffsdaten", en = "Access data" }
examples = { de = "Zeitpunkt", en = "time" }

[recipients.hosting]
name = { de = "Hosting-Anbieter", en = "Hosting providers" }
entity = ""

[activities.website]
name = { de = "Besuch", en = "Visit" }
purpose = { de = "Website ausliefern", en = "delivering the website" }
legal_basis = ["art-6-1-f"]
data = ["access-data"]
recipients = ["hosting"]
third_countries = "none"
retention = ["logs"]
required = { by = "technology", de = "Technisch nötig.", en = "Technically necessary." }
clause = "cookies"

[cookies.language]
set_by = { de = "Sprachwahl", en = "choosing a language" }
purpose = { de = "merkt sich die Sprache", en = "remembers the language" }
lifetime = { days = 180 }
path = "/"
secure = true
http_only = false
same_site = "Lax"

[claims.quiet]
text = { de = "Keine Seite lädt Fremdes.", en = "No page loads anything foreign." }
evidence = "tests/output/test_guard.py"

[cookies.session]
set_by = { de = "Anmeldung", en = "signing in" }
purpose = { de = "erkennt Sie wieder", en = "recognises you" }
lifetime = "session"
path = "/"
secure = true
http_only = true
same_site = "Lax"
"""

LEDGER = """\
[documents.privacy]
current = "1"

[[documents.privacy.revisions]]
version = "1"
published = 2026-11-24
effective = 2026-12-01
kind = "clarification"
summary = { de = "Erste Fassung", en = "First version" }
"""

GLOSSARY = """\
[terms.controller]
de = "Verantwortlicher"
en = "controller"
source = "Art. 4 no. 7 GDPR"
"""

PRIVACY_DE = """\
Title: Datenschutz
Address: /de/datenschutz/
Description: Welche Daten wir verarbeiten.
Template: legal
Numbered: declaration

## Verantwortlicher {#controller}

{{ company.legal_name }}, Telefon {{ company.phone }}

## Erklärung {#declaration}

### Zugriffsdaten {#access-data}

1. Wir bewahren sie {{ retention.logs }} auf. {#access-data-period}
2. Mehr in [](#cookies). {#access-data-more}

### Cookies {#cookies}

1. Die Tabelle nennt jedes Cookie. {#cookies-list}

{{ table.cookies }}
"""

PRIVACY_EN = """\
Title: Privacy
Address: /en/privacy/
Description: Which data we process.
Template: legal
Numbered: declaration

## Controller {#controller}

{{ company.legal_name }}, telephone {{ company.phone }}

## Declaration {#declaration}

### Access data {#access-data}

1. We keep it for {{ retention.logs }}. {#access-data-period}
2. There is more in [](#cookies). {#access-data-more}

### Cookies {#cookies}

1. The table names every cookie. {#cookies-list}

{{ table.cookies }}
"""

HOME_DE = """\
Title: Karten
Label: Start
Address: /de/
Description: Karten für alle.

Siehe [Datenschutz](page:privacy#cookies).

![Ein Hafen](images/harbour.svg)
"""

HOME_EN = """\
Title: Maps
Label: Home
Address: /en/
Description: Maps for everybody.

See [privacy](page:privacy#cookies).

![A harbour](images/harbour.svg)
"""

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"/>\n'

#: Pages that the theme links to and that no test is about.
OTHERS = {
    "pages": ("services", "try", "access", "trial"),
    "legal": ("rights", "for-customers", "imprint", "accessibility"),
}

SOURCES = {
    "company.toml": COMPANY,
    "processing.toml": PROCESSING,
    "content/legal/ledger.toml": LEDGER,
    "content/legal/glossary.toml": GLOSSARY,
    "content/legal/privacy.de.md": PRIVACY_DE,
    "content/legal/privacy.en.md": PRIVACY_EN,
    "content/pages/home.de.md": HOME_DE,
    "content/pages/home.en.md": HOME_EN,
    "content/pages/gateway.md": (
        "Title: Deutsch oder English\nAddress: /\nDescription: Karten. Maps.\nTemplate: gateway\n\n"
    ),
    "content/pages/not-found.md": (
        "Title: Nicht gefunden\nAddress: /404.html\nDescription: Nichts. Nothing.\n"
        "Template: not_found\n\n"
    ),
    "content/images/harbour.svg": PICTURE,
    "content/legal/snippets/paragraph.de.md": "Karten von {{ company.short_name }}.\n",
    "content/legal/snippets/paragraph.en.md": "Maps by {{ company.short_name }}.\n",
    **{
        f"content/{folder}/{name}.{lang}.md": (
            f"Title: {name.partition('-')[2] or name} {lang}\nAddress: /{lang}/{name}/\n"
            f"Description: About {name}.\n\n"
            "## Text {#text}\n\nText.\n"
        )
        for folder, names in OTHERS.items()
        for name in names
        for lang in ("de", "en")
    },
}


def write(root: Path) -> Path:
    """Write the sources below `root`; give the settings file."""
    for name, text in SOURCES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (root / "theme").symlink_to(ROOT / "theme")
    shutil.copytree(ROOT / "translations", root / "translations")
    shutil.copy(ROOT / "pelicanconf.py", root)
    return root / "pelicanconf.py"

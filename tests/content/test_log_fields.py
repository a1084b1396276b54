"""What the servers write about a visit is what the notice says that they write."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from logs import requests
from logs.addresses import Prefixes

ROOT = Path(__file__).resolve().parents[2]
LINE = '192.0.2.7 - - [26/Nov/2026:02:12:41 +0000] "GET /de/ HTTP/1.1" 200 153 "-" "Firefox/150"'
#: Each field of a line, and the words for it in the clause.
FIELDS = {
    "time": {"de": "Zeitpunkt", "en": "the time"},
    "address": {"de": "gekürzte IP-Adresse", "en": "shortened IP address"},
    "path": {"de": "abgerufene Seite", "en": "page requested"},
    "method": {"de": "Methode", "en": "method"},
    "protocol": {"de": "Protokollversion der Anfrage", "en": "protocol version of the request"},
    "status": {"de": "Status", "en": "the status"},
    "bytes": {"de": "Größe der Antwort", "en": "size of the answer"},
    "agent": {"de": "Namen Ihres Browsers ohne Version", "en": "browser without its version"},
}


def test_a_line_has_the_fields_of_the_notice() -> None:
    """A field more in the log is a field that the notice must name first."""
    request = requests.read(LINE)
    assert request is not None
    written = json.loads(requests.line(request, 1_795_000_000.0, Prefixes(24, 48)))
    assert set(written) == set(FIELDS)


@pytest.mark.parametrize("lang", ["de", "en"])
def test_the_notice_names_every_field(lang: str) -> None:
    """In the clause about the log, in both languages."""
    text = (ROOT / "content" / "legal" / f"privacy.{lang}.md").read_text(encoding="utf-8")
    clause = text.partition(" {#website-access-data-log}")[0].rpartition("\n1. ")[2]
    assert [field for field, words in FIELDS.items() if words[lang] not in clause] == []

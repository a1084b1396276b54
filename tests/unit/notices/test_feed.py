"""The feed of versions is a whole Atom document, the same whenever it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree

from notices.feed import feed
from tests.unit.notices import small_corpus
from tests.unit.pipeline.failures import put

if TYPE_CHECKING:
    from pathlib import Path

HEAD = """\
<?xml version="1.0" encoding="utf-8"?>
<feed xml:lang="en" xmlns="http://www.w3.org/2005/Atom">\
<title>Karten: legal texts and their versions</title>\
<link href="https://maps.example/en/" rel="alternate"/>\
<link href="https://maps.example/en/versions.atom" rel="self"/>\
<id>https://maps.example/en/</id>\
<updated>2026-11-25T00:00:00+00:00</updated>\
<author><name>Karten GmbH &amp; Co. KG</name></author>"""
ENTRY = """\
<entry><title>{title}, Version 1</title>\
<link href="https://maps.example/en/{address}/2026-11-25/" rel="alternate"/>\
<published>2026-11-25T00:00:00+00:00</published>\
<updated>2026-11-25T00:00:00+00:00</updated>\
<id>https://maps.example/en/{address}/2026-11-25/</id>\
<summary type="html">First version</summary></entry>"""
ENTRIES = [
    ("rights en", "rights"),
    ("Privacy", "privacy"),
    ("imprint en", "imprint"),
    ("customers en", "for-customers"),
    ("accessibility en", "accessibility"),
]


def test_feed(tmp_path: Path) -> None:
    """Each version is an entry with its own address, the days are those of the ledger."""
    site = small_corpus.of(tmp_path).site
    made = feed(site, "en")
    assert made is not None
    assert (
        made.decode()
        == HEAD
        + "".join(ENTRY.format(title=title, address=address) for title, address in ENTRIES)
        + "</feed>"
    )
    assert feed(small_corpus.read(tmp_path).site, "en") == made


def test_summary_is_words(tmp_path: Path) -> None:
    """What an editor writes of a change is read as words, marks of HTML in it too."""
    plain = 'summary = { de = "Erste Fassung", en = "First version" }'
    marked = 'summary = { de = "Fragen & <b>", en = "Questions & <b> answered" }'
    path = tmp_path / "content/legal/ledger.toml"
    small_corpus.of(tmp_path)
    text = path.read_text("utf-8")
    path.write_text(text.replace(plain, marked), encoding="utf-8")
    made = feed(small_corpus.read(tmp_path).site, "en")
    assert made is not None
    atom = "{http://www.w3.org/2005/Atom}"
    summaries = list(ElementTree.fromstring(made).iter(f"{atom}summary"))
    assert {(s.get("type"), s.text) for s in summaries} == {
        ("html", "Questions &amp; &lt;b&gt; answered")
    }


def test_no_feed(tmp_path: Path) -> None:
    """Without a revision there is no feed."""
    empty = small_corpus.of(tmp_path, put("content/legal/ledger.toml", "[documents]\n"))
    assert feed(empty.site, "en") is None

"""A text is kept as it was published, one block a line, and read back as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from notices import kept
from tests.unit.notices import small_corpus
from tests.unit.pipeline.failures import edit

if TYPE_CHECKING:
    from pathlib import Path

SITE = "https://maps.example"
RIGHTS = """\
<h1>rights &lt;de&gt;</h1>
<p class="lead">Es geht um https &amp; mehr.</p>
<section id="text">
<h2>Text</h2>
<p>Wir sind {}.</p>
</section>
"""


def test_round_trip(tmp_path: Path) -> None:
    """The address of the site stays open in the file and is filled in where the text is shown."""
    source = "content/legal/rights.de.md"
    text = small_corpus.of(
        tmp_path,
        edit(source, "Title: rights de\n", "Title: rights <de>\nLead: Es geht um https & mehr.\n"),
        edit(source, "\n\nText.\n", "\n\nWir sind {{ company.site_url }}.\n"),
    ).texts["rights"]["de"]
    made = kept.write_down(text, SITE)
    assert made == RIGHTS.format(kept.ADDRESS)
    path = tmp_path / kept.name_of("rights", "2", "de")
    path.write_text(made, encoding="utf-8")
    read = kept.read(tmp_path, "rights", "2", "de")
    assert read is not None
    assert read == kept.present(text, SITE)
    assert read.published(SITE) == RIGHTS.format(SITE)
    title, lead, body = read.parts(SITE)
    assert (title, lead) == ("rights <de>", "Es geht um https & mehr.")
    assert body == RIGHTS.format(SITE).split("\n", 2)[2]
    assert read.clauses == ["text"]


def test_missing(tmp_path: Path) -> None:
    """A text that is not kept is None."""
    assert kept.read(tmp_path, "rights", "1", "de") is None


def test_contents(tmp_path: Path) -> None:
    """Sections are a tree with their numbers; a clause without a heading is named by its words."""
    small_corpus.of(tmp_path)
    read = kept.read(tmp_path, "privacy", "1", "de")
    assert read is not None
    first, second = read.contents()
    assert (first.id, first.title, first.number) == ("controller", "Verantwortlicher", "")
    assert [(c.id, c.number, c.title) for c in second.children] == [
        ("access-data", "1", "Zugriffsdaten"),
        ("cookies", "2", "Cookies"),
        ("more", "3", "Weiteres"),
    ]
    assert read.titles["access-data-period"] == "Wir bewahren sie 90 Tage auf."
    assert read.titles["more-rights"] == "Es gelten Art. 15, Art. 16, …"

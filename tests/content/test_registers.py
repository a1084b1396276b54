"""The registers are sound: evidence exists, documents exist, terms are pairs, nothing is unused."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from editorial import inventory, problems
from editorial.facts import values

if TYPE_CHECKING:
    from editorial.facts import Facts

ROOT = Path(__file__).resolve().parents[2]
TERMS = tomllib.loads((ROOT / "content/legal/glossary.toml").read_text("utf-8"))["terms"]
TEXTS = {
    lang: "\n".join(
        re.sub(r"\s+", " ", path.read_text("utf-8"))
        for path in sorted((ROOT / "content").rglob(f"*.{lang}.md"))
    )
    for lang in ("de", "en")
}
each_term = pytest.mark.parametrize("term", TERMS)


def test_evidence(facts: Facts) -> None:
    """What a claim names as its evidence is a test of this repository."""
    evidence = [claim.evidence for claim in facts.register.claims.values() if claim.evidence]
    assert [name for name in evidence if not (ROOT / name).is_file()] == []


def test_histories(facts: Facts) -> None:
    """Every legal document has a history, the newest revision first, and no history lacks one."""
    legal = {path.name.split(".")[0] for path in (ROOT / "content/legal").glob("*.md")}
    assert facts.ledger.documents.keys() == legal
    for history in facts.ledger.documents.values():
        days = [revision.published for revision in history.revisions]
        assert days == sorted(days, reverse=True)
        versions = [revision.version for revision in history.revisions]
        assert len(versions) == len(set(versions))


def test_everything_is_used(facts: Facts) -> None:
    """Every category, recipient and period belongs to an activity."""
    register = facts.register
    for table, field in (
        (register.data_categories, "data"),
        (register.recipients, "recipients"),
        (register.retention, "retention"),
    ):
        used = {entry for a in register.activities.values() for entry in getattr(a, field)}
        assert used == table.keys(), field


def test_legitimate_interests_are_named(facts: Facts) -> None:
    """An activity on Art. 6(1)(f) GDPR names the interest (Art. 13(1)(d)), others name none."""
    for name, activity in facts.register.activities.items():
        assert ("art-6-1-f" in activity.legal_basis) == (activity.interest is not None), name


def test_conditional_transfers_name_their_safeguard(facts: Facts) -> None:
    """A transfer under conditions has its safeguard, or an open gap for it."""
    for name, activity in facts.register.activities.items():
        assert (activity.third_countries == "conditional") == (activity.safeguard is not None), name


def test_facts_in_both_languages(facts: Facts) -> None:
    """The keys of placeholders are the same in both languages."""
    assert values(facts, "de").keys() == values(facts, "en").keys()


def test_placeholders_are_known(facts: Facts) -> None:
    """Every placeholder of a text names a fact; the build says the same, with lines."""
    used = set(re.findall(r"\{\{ *([^}]*?) *\}\}", TEXTS["de"] + TEXTS["en"]))
    blocks = {key for key in used if key.startswith(("table.", "snippet."))}
    assert used - blocks <= values(facts, "de").keys()


@each_term
def test_term(term: str) -> None:
    """A term has its words in both languages and its source, and no key that nobody knows."""
    keys = {"de", "en", "source", "de_forms", "en_forms", "not_de", "not_en"}
    entry = TERMS[term]
    assert {"de", "en", "source"} <= entry.keys() <= keys
    assert all(entry.values())


@each_term
def test_source_of_a_term(term: str) -> None:
    """A term that is defined on a page is defined in a clause that exists."""
    source = TERMS[term]["source"]
    if "#" in source:
        page, _, clause = source.partition("#")
        with problems.collected():
            document = inventory.take(ROOT / "content", ROOT).find(page, "de")
        assert document is not None
        assert f"{{#{clause}}}" in document.body


@each_term
@pytest.mark.parametrize("lang", ["de", "en"])
def test_words_we_do_not_use(term: str, lang: str) -> None:
    """No text uses a word that the glossary replaces."""
    for word in TERMS[term].get(f"not_{lang}", ()):
        assert not re.search(rf"\b{re.escape(word)}\b", TEXTS[lang], re.IGNORECASE), word


@each_term
@pytest.mark.parametrize("lang", ["de", "en"])
def test_words_we_use(term: str, lang: str) -> None:
    """Every term of the glossary is used in some text of its language, in one of its forms."""
    entry = TERMS[term]
    forms = [entry[lang], *entry.get(f"{lang}_forms", ())]
    text = TEXTS[lang] + (ROOT / "processing.toml").read_text("utf-8")
    assert any(form.casefold() in text.casefold() for form in forms), forms

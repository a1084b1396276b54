"""The ledger is changed entry by entry; what people wrote there stays."""

from __future__ import annotations

import datetime as dt

from notices.ledger_file import LedgerFile
from registers.company import Localised
from registers.ledger import Digests, Pair, Revision

BEFORE = """\
# What applies since when.

[documents.privacy]
current = "1"   # since the beginning

# the first one
[[documents.privacy.revisions]]
version = "1"
published = 2026-11-24
effective = ""
kind = "clarification"
summary = { de = "Erste", en = "First" }
"""

PAIR = Pair(
    de="0" * 16, en="1" * 16, confirmed=dt.date(2026, 12, 1), by="Ada", kind="clarification"
)
PAIR_LINE = (
    'de = "0000000000000000", en = "1111111111111111", confirmed = 2026-12-01, by = "Ada", '
    'kind = "clarification"'
)
REVISION = Revision(
    version="2",
    published=dt.date(2026, 12, 1),
    effective=dt.date(2026, 12, 2),
    kind="material change",
    summary=Localised(de="„Zwei“", en='"Two"'),
    reason=Localised(de="eilig", en="urgent"),
    digest=Digests(de="2" * 16, en="3" * 16),
    moved={"old-clause": "new-clause", "gone": ""},
)


def test_everything() -> None:
    """Pairs, revisions and the current version are written; comments and order stay."""
    ledger = LedgerFile(BEFORE)
    ledger.set_pair("privacy", "top", PAIR)
    ledger.set_pair("privacy", "cookies", PAIR)
    ledger.set_pair("privacy", "top", PAIR.model_copy(update={"by": "Grace"}))
    ledger.set_pair("privacy", "nothing", None)
    ledger.set_snippet("paragraph", PAIR)
    ledger.add_revision("privacy", REVISION)
    ledger.set_current("privacy", "2")
    assert (
        ledger.text
        == f"""\
# What applies since when.

[documents.privacy]
current = "2"   # since the beginning

# the first one
[[documents.privacy.revisions]]
version = "2"
published = 2026-12-01
effective = 2026-12-02
kind = "material change"
summary = {{ de = "„Zwei“", en = "\\"Two\\"" }}
reason = {{ de = "eilig", en = "urgent" }}
digest = {{ de = "2222222222222222", en = "3333333333333333" }}
moved = {{ old-clause = "new-clause", gone = "" }}

[[documents.privacy.revisions]]
version = "1"
published = 2026-11-24
effective = ""
kind = "clarification"
summary = {{ de = "Erste", en = "First" }}

[documents.privacy.pairs]
top = {{ {PAIR_LINE.replace("Ada", "Grace")} }}
cookies = {{ {PAIR_LINE} }}

[snippets]
paragraph = {{ {PAIR_LINE} }}
"""
    )


def test_taking_back() -> None:
    """A draft is replaced, an entry of a clause that is gone goes; nothing else moves."""
    ledger = LedgerFile(BEFORE)
    ledger.set_pair("privacy", "top", PAIR)
    ledger.set_pair("privacy", "gone", PAIR)
    ledger.set_pair("privacy", "gone", None)
    revision = REVISION.model_copy(update={"version": "1", "moved": {}, "reason": None})
    ledger.replace_newest("privacy", revision)
    assert (
        ledger.text.split("[[", 1)[1]
        == f"""\
documents.privacy.revisions]]
version = "1"
published = 2026-12-01
effective = 2026-12-02
kind = "material change"
summary = {{ de = "„Zwei“", en = "\\"Two\\"" }}
digest = {{ de = "2222222222222222", en = "3333333333333333" }}

[documents.privacy.pairs]
top = {{ {PAIR_LINE} }}
"""
    )


def test_a_first_revision() -> None:
    """A document that has no history gets one, below the others."""
    ledger = LedgerFile(BEFORE)
    ledger.add_revision("rights", REVISION.model_copy(update={"moved": {}, "reason": None}))
    assert (
        ledger.text
        == f"""\
{BEFORE}
[documents.rights]
current = "2"

[[documents.rights.revisions]]
version = "2"
published = 2026-12-01
effective = 2026-12-02
kind = "material change"
summary = {{ de = "„Zwei“", en = "\\"Two\\"" }}
digest = {{ de = "2222222222222222", en = "3333333333333333" }}
"""
    )


def test_odd_keys() -> None:
    """A name that no bare key can be stands in quotation marks, and the ledger stays readable."""
    ledger = LedgerFile(BEFORE)
    moved = {"old clause": "", "alte-klausel": "new", "größe 😀": ""}
    ledger.add_revision("privacy", REVISION.model_copy(update={"moved": moved}))
    line = 'moved = { "old clause" = "", alte-klausel = "new", "größe 😀" = "" }\n'
    assert line in ledger.text


def test_odd_words() -> None:
    """Characters that no text should hold are escaped, and the ledger stays readable."""
    ledger = LedgerFile(BEFORE)
    summary = Localised(de="a\x01", en="b\x7f")
    ledger.add_revision("privacy", REVISION.model_copy(update={"summary": summary}))
    assert 'summary = { de = "a\\u0001", en = "b\\u007f" }\n' in ledger.text

"""The legal texts of the small site, read as the rules read them, after a change or two."""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from editorial import facts, inventory, problems
from editorial.catalogues import Catalogues
from editorial.site import Site
from notices import corpus
from notices.commands import Stamp
from notices.confirm import confirm
from notices.revise import Wish, revise
from registers import ledger
from registers.company import Localised
from tests.unit.pipeline import small_site

if TYPE_CHECKING:
    from collections.abc import Iterable

    from notices.corpus import Corpus
    from notices.rules.rule import Rule
    from tests.unit.pipeline.failures import Change


class Words(Catalogues):
    """Says every message as it is."""

    def __init__(self) -> None:
        super().__init__({})

    def translate(self, _lang: str, message: str) -> str:
        return message


def render(template: str, _lang: str, **variables: str) -> str:
    """Give the content that a template was handed, else its name."""
    return variables.get("content", f"<p>{template}</p>")


#: What the notice of the small site lacks for the rules on its substance.
MORE = {
    "de": """
### Weiteres {#more}

1. Anschrift: {{ company.address }}. {#more-address}
2. Zuständig für den Datenschutz: {{ company.data_protection.officer }}. {#more-officer}
3. Grundlage ist Art. 6 Abs. 1 lit. f DSGVO. {#more-basis}
4. Es gelten Art. 15, Art. 16, Art. 17, Art. 18, Art. 20, Art. 21 und Art. 77 DSGVO. {#more-rights}
5. Entscheidungen: {{ company.data_protection.automated_decisions }}. {#more-decisions}

{{ table.data_categories }}

{{ table.activities }}

{{ table.recipients }}

{{ table.retention }}

Sie können widersprechen.
{: .object }
""",
    "en": """
### More {#more}

1. Address: {{ company.address }}. {#more-address}
2. In charge of data protection: {{ company.data_protection.officer }}. {#more-officer}
3. The basis is Art. 6(1)(f) GDPR. {#more-basis}
4. Art. 15, Art. 16, Art. 17, Art. 18, Art. 20, Art. 21 and Art. 77 GDPR apply. {#more-rights}
5. Decisions: {{ company.data_protection.automated_decisions }}. {#more-decisions}

{{ table.data_categories }}

{{ table.activities }}

{{ table.recipients }}

{{ table.retention }}

You can object.
{: .object }
""",
}
INTEREST = 'interest = { de = "sicherer Betrieb", en = "safe operation" }\n'


def complete(root: Path) -> None:
    """Let the small site say all that a notice has to say."""
    for lang, text in MORE.items():
        path = root / f"content/legal/privacy.{lang}.md"
        path.write_text(path.read_text("utf-8") + text, encoding="utf-8")
    path = root / "processing.toml"
    register = path.read_text("utf-8").replace(
        'data = ["access-data"]', INTEREST + 'data = ["access-data"]'
    )
    path.write_text(register.replace('clause = "cookies"', 'clause = "more"'), encoding="utf-8")


def settle(root: Path) -> None:
    """Confirm every pair of the small site and record a first revision of every text."""
    stamp = Stamp("Ada", dt.date(2026, 11, 25))
    wish = Wish(kind="clarification", summary=Localised(de="Erste Fassung", en="First version"))
    for name in sorted(read(root).texts):
        if name not in read(root).site.facts.ledger.documents:
            revise(read(root), name, wish, stamp)
    for name in (*read(root).texts, *read(root).snippets):
        confirm(read(root), name, "clarification", stamp)
    path = root / ledger.FILE
    path.write_text(path.read_text("utf-8").replace("2026-12-01", '""'), encoding="utf-8")
    revise(read(root), "privacy", Wish(effective=dt.date(2026, 12, 1)), stamp)


def read(root: Path) -> Corpus:
    """Gather the legal texts below `root`, of which nothing may be wrong but what rules say."""
    with problems.collected() as found:
        site = Site(
            root=root,
            inventory=inventory.take(root / "content", root),
            facts=facts.load(root),
            words=Words(),
            render=render,
            address_of="/static/media/{}".format,
            published=lambda _path: False,
        )
        gathered = corpus.gather(site)
    assert [str(finding) for finding in found] == []
    return gathered


def of(root: Path, *changes: Change) -> Corpus:
    """Write the small site below `root`, settle it, make the changes, and gather its texts."""
    if not _settled:
        base = Path(tempfile.mkdtemp())
        small_site.write(base)
        complete(base)
        settle(base)
        _settled.append(base)
    shutil.copytree(_settled[0], root, symlinks=True, dirs_exist_ok=True)
    for change in changes:
        change(root)
    return read(root)


#: The settled small site, made once.
_settled: list[Path] = []


def said(rule: Rule, gathered: Corpus) -> list[str]:
    """Give the findings of a rule as an editor reads them, in the order of their places."""
    return lines(rule.findings(gathered))


def lines(findings: Iterable[object]) -> list[str]:
    """Give findings as lines."""
    return sorted(map(str, findings))

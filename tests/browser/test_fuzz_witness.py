"""On generated documents, too, Chromium contacts nobody whom the guard has not reported.

`FUZZ_DOCUMENTS` and `FUZZ_SEED` make the run longer or another one:
`FUZZ_DOCUMENTS=5000 FUZZ_SEED=7 pytest tests/browser/test_fuzz_witness.py`.
Whatever it finds becomes a case of `tests/corpus`.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

import pytest

from firstparty.audit import check
from tests.browser.witness.fuzz import Document, document
from tests.browser.witness.server import Site
from tests.browser.witness.stage import FRAMES, frames
from tests.browser.witness.visit import Errand
from tests.browser.witness.witness import observe, silent_about
from tests.corpus.guarded import host_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

pytestmark = pytest.mark.watch

DOCUMENTS = int(os.environ.get("FUZZ_DOCUMENTS", "160"))
SEED = int(os.environ.get("FUZZ_SEED", "1"))


@dataclass(frozen=True, slots=True)
class Run:
    """What both readers said about the same documents."""

    documents: dict[str, Document]
    contacted: dict[str, set[str]]
    reported: dict[str, frozenset[str]]


def visit(documents: Sequence[Document], folder: Path) -> dict[str, set[str]]:
    """What the browser contacts, with scripts and without."""
    sites: dict[str, Site] = {}
    for made in documents:
        page = folder / made.name / "index.html"
        sites[made.name] = Site({"index.html": page})
    errands = []
    for number in range(0, len(documents), FRAMES):
        batch = documents[number : number + FRAMES]
        name = f"frames-{number}"
        sites[name] = frames([f"https://{made.name}.localhost/" for made in batch])
        errands += [Errand(f"https://{name}.localhost/", "", on) for on in (True, False)]
    return observe(sites, sorted(errands, key=lambda errand: errand.scripts)).by_case({})


def at_home(
    contacted: dict[str, set[str]], reported: dict[str, frozenset[str]]
) -> dict[str, set[str]]:
    """Hosts that no longer name their document, given to the one that is reported to hold them.

    A spelling such as a letter that the encoding of the page reads as another makes another host.
    What nobody has reported stays under the name `unknown`.
    """
    found = {name: set(hosts) for name, hosts in contacted.items() if name}
    for host in contacted.get("", ()):
        owners = [name for name, hosts in reported.items() if host in hosts]
        found.setdefault(owners[0] if owners else "unknown", set()).add(host)
    return found


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """One browser, one guard, the same documents."""
    folder = tmp_path_factory.mktemp("fuzz")
    rng = Random(SEED)  # noqa: S311 -- a reproducible choice, no secret
    documents = {made.name: made for made in (document(rng, n) for n in range(DOCUMENTS))}
    reported = {}
    for made in documents.values():
        root = folder / made.name
        root.mkdir()
        (root / "index.html").write_bytes(made.data)
        findings = check(root, f"https://{made.name}.localhost/").findings
        reported[made.name] = frozenset(host_of(found) for found in findings)
    contacted = visit(list(documents.values()), folder)
    return Run(documents, at_home(contacted, reported), reported)


def test_both_readers_agree_on_odd_documents(run: Run) -> None:
    """Every disagreement is shown with the document that caused it."""
    found = [
        f"{sentence}\n{run.documents[name].data if name in run.documents else b''!r}"
        for sentence in silent_about(run.contacted, run.reported)
        for name in (sentence.partition(":")[0],)
    ]
    assert found == [], f"seed {SEED}: {len(found)} of {len(run.documents)}\n" + "\n".join(found)


def test_the_documents_are_not_all_dumb(run: Run) -> None:
    """At least every third document makes the browser contact somebody."""
    assert len(run.contacted) >= len(run.documents) / 3


def test_a_disagreement_would_be_noticed(run: Run) -> None:
    """With the guard struck dumb, every contact is a disagreement."""
    contacts = sum(len(hosts) for hosts in run.contacted.values())
    assert len(silent_about(run.contacted, {})) == contacts > 0

"""`inv audit --url`: a deployed copy over plain HTTP is audited, read-only, paced, and alone."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from witness import isolation

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parents[2]

pytestmark = [
    pytest.mark.watch,
    pytest.mark.skipif(not isolation.can_isolate(), reason=isolation.Network.RULED.claim),
]

PAGES = ("/de/", "/en/", "/de/ausprobieren/", "/de/testzugang/")
"""The fourth is the one that `use` falls to, and it has a form."""

SITEMAP = """<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</urlset>
"""


@dataclass(frozen=True)
class Audited:
    """How the audit ended, what it said and wrote, and what the server was asked."""

    returncode: int
    said: str
    record: dict[str, Any]
    requests: Sequence[tuple[str, str, str]]


@pytest.fixture(scope="module")
def audited(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Audited:
    """Four pages of the site as a copy somewhere else, and somebody who may sign in."""
    folder = tmp_path_factory.mktemp("deployed")
    copy, requests, report = folder / "site", folder / "requests", folder / "report"
    shutil.copytree(built_site, copy)
    listed = "".join(f"<url><loc>https://example.org{page}</loc></url>" for page in PAGES)
    (copy / "sitemap.xml").write_text(SITEMAP.format(listed), "utf-8")
    for variant in copy.glob("sitemap.xml.*"):
        variant.unlink()
    account = ROOT / "witness" / "stand_in.py"
    options = ["--quick", "--with-account", str(account), "--report", str(report)]
    command = [sys.executable, "-m", "tests.browser.deployed", str(copy), str(requests), *options]
    done = subprocess.run(
        [*isolation.COMMAND, *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert report.exists(), done.stderr
    lines = requests.read_text("utf-8").splitlines()
    return Audited(
        done.returncode,
        done.stdout,
        json.loads((report / "evidence.json").read_text("utf-8")),
        [(method, host, path) for _, method, host, path in map(str.split, lines)],
    )


def test_a_clean_copy_is_clean(audited):
    """Exit code 0, no finding, and the table ends with the word."""
    assert (audited.returncode, audited.record["findings"]) == (0, []), audited.said
    assert "verdict                    clean" in audited.said


def test_the_claim_is_that_of_the_open_network(audited):
    """What a page contacts there would have been contacted."""
    assert audited.record["claim"] == isolation.Network.OPEN.claim


def test_only_the_given_origin_is_visited(audited):
    """The sitemap of the copy names another host, which nobody asks."""
    origin = audited.record["origin"]
    assert {f"http://{host}" for _, host, _ in audited.requests} == {origin}
    hosts = {host for visit in audited.record["visits"] for host in visit["netlog"]["requests"]}
    own = {origin.removeprefix("http://")}
    assert hosts - set(audited.record["housekeeping"]) == own


def test_nothing_is_sent_but_signing_in_and_out(audited):
    """The page with the form was used, and its form was not sent."""
    used = [v["url"] for v in audited.record["visits"] if v["state"].get("action") == "use"]
    assert any(url.endswith("/de/testzugang/") for url in used)
    sent = {(method, path) for method, _, path in audited.requests if method not in {"GET", "HEAD"}}
    assert sent == {("POST", "/account/sign-in"), ("POST", "/account/sign-out")}


def test_at_most_one_visit_begins_in_a_second(audited):
    """One browser, one page at a time, and a breath in between."""
    began = sorted(dt.datetime.fromisoformat(v["began"]) for v in audited.record["visits"])
    assert min((b - a).total_seconds() for a, b in pairwise(began)) >= 0.999


def test_whoever_has_an_account_gets_its_cookie(audited):
    """`session` is set by signing in, and gone after signing out."""
    kept = {
        visit["state"]["journey"]: [stored["name"] for stored in visit["stored"]]
        for visit in audited.record["visits"]
        if visit["state"].get("journey", "").startswith("sign")
        and visit["state"]["storage"] == "storage allowed"
    }
    assert kept == {"sign in": ["session"], "sign out": []}

"""The published site sends no browser anywhere else, and the guard would say so if it did.

This is the evidence of the claims `no-third-party` and `own-fonts-and-pictures`.
"""

from __future__ import annotations

import shutil

import pytest

from firstparty.audit import check

#: One defect of each kind, put before the end of the body of a real page.
PLANTED = {
    "picture": '<img src="https://planted.test/x.png" alt="">',
    "script": '<script src="//planted.test/x.js"></script>',
    "stylesheet": '<link rel="stylesheet" href="https://planted.test/x.css">',
    "hint": '<link rel="preconnect" href="https://planted.test">',
    "frame": '<iframe src="https://planted.test/"></iframe>',
    "form": '<form action="https://planted.test/"><input name="q"></form>',
    "style": '<p style="background:url(https://planted.test/x.png)">',
    "ping": '<a href="/" ping="https://planted.test/">x</a>',
}


def test_the_published_site_contacts_nobody_else(built_site, facts):
    """No finding of any severity on the whole output."""
    report = check(built_site, facts.company.site_url)
    assert report.findings == ()
    assert report.files > 40


@pytest.mark.parametrize("kind", PLANTED)
def test_a_planted_contact_is_found(built_site, facts, tmp_path, kind):
    """Each kind of contact, planted into the German home page, is a finding there."""
    copy = tmp_path / "site"
    shutil.copytree(built_site, copy)
    page = copy / "de" / "index.html"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("</body>", PLANTED[kind] + "</body>"), encoding="utf-8")
    report = check(copy, facts.company.site_url)
    assert {finding.location.path for finding in report.findings} == {"de/index.html"}
    assert all("planted.test" in finding.message for finding in report.findings)

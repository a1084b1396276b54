"""What there is to visit comes from the sitemap, and from what no sitemap lists."""

from __future__ import annotations

import pytest

from witness.addresses import NothingToVisitError, every, listed, one_per_template
from witness.disguise import time_zone

PAGE = b"<!doctype html><body><main><h1>a</h1></main>"
SITEMAP = b"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://a.test/</loc></url><url><loc>https://a.test/de/b/</loc></url></urlset>"""
FILES = {"/sitemap.xml": SITEMAP, "/": PAGE, "/de/b/": PAGE, "/404.html": PAGE}


def _fetch(path):
    return (200, FILES[path]) if path in FILES else (404, b"")


def test_everything_is_visited():
    """The sitemap, the page for errors, an unknown address, and a folder without its slash."""
    assert every(_fetch) == ["/", "/de/b/", "/404.html", "/no-such-page/", "/de/b"]


def test_without_a_sitemap_nothing_can_be_audited():
    """An empty audit is no clean one."""
    with pytest.raises(NothingToVisitError, match=r"^/sitemap.xml is answered with 404; give "):
        listed(lambda _: (404, b""))
    with pytest.raises(NothingToVisitError, match=r"^/sitemap.xml lists nothing; the audit "):
        listed(lambda _: (200, b"<urlset/>"))


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"<urlset>", "no element found: line 1, column 8"),
        (b"<?xml version='1.0' encoding='nope'?><urlset/>", "unknown encoding: nope"),
        (SITEMAP.replace(b"https://a.test/<", b"http://[<"), "Invalid IPv6 URL"),
    ],
)
def test_a_sitemap_that_cannot_be_read(body, reason):
    """The reason is that of the parser."""
    with pytest.raises(NothingToVisitError) as caught:
        listed(lambda _: (200, body))
    assert str(caught.value) == (
        f"/sitemap.xml cannot be read: {reason}; the audit visits what it lists"
    )


def test_a_page_with_a_script_of_its_own_is_a_template_of_its_own():
    """What only one page's script does after a while is waited for on that page."""
    pages = {"/a/": PAGE, "/b/": PAGE, "/c/": PAGE + b"<script>1</script>"}
    assert one_per_template(lambda path: (200, pages[path]), list(pages)) == ["/a/", "/c/"]


@pytest.mark.parametrize(
    ("now", "hour", "zone"),
    [(0, 2, "Etc/GMT-2"), (0, 13, "Etc/GMT+11"), (2 * 3600, 2, "Etc/GMT"), (0, 11, "Etc/GMT-11")],
)
def test_it_is_night_somewhere(now, hour, zone):
    """POSIX turns the sign: `Etc/GMT-2` is two hours ahead."""
    assert time_zone(hour, now) == zone

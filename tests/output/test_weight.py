"""Pages are light: what a visitor waits for fits into the first flight of a connection."""

from __future__ import annotations

import brotli

#: Ten segments of 1,460 bytes: the initial congestion window of RFC 6928.
WINDOW = 14_600
MOST = 8_000


def _weights(built_site, pages):
    sheets = {
        "/" + file.relative_to(built_site).as_posix(): len(brotli.compress(file.read_bytes()))
        for file in built_site.rglob("*.css")
    }
    return {
        page.address: len(brotli.compress(page.text.encode()))
        + sum(sheets[link.attributes["href"]] for link in page.tree.css('link[rel="stylesheet"]'))
        for page in pages
    }


def test_html_and_css_of_every_page_fit_the_first_window(built_site, pages):
    """HTML plus CSS, brotli, are at most 14,600 bytes on every page."""
    weights = _weights(built_site, pages)
    assert {address: weight for address, weight in weights.items() if weight > WINDOW} == {}


def test_most_pages_are_at_most_8000_bytes(built_site, pages):
    """HTML plus CSS, brotli, are at most 8,000 bytes on more than half of the pages."""
    weights = _weights(built_site, pages)
    light = [address for address, weight in weights.items() if weight <= MOST]
    assert len(light) > len(weights) / 2, weights

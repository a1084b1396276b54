"""`logs.agents`: families of user agents."""

from __future__ import annotations

import pytest

from logs.agents import family

WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        ("", None),
        ("-", None),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0", "Firefox"),
        (f"{WINDOWS} Chrome/131.0.0.0 Safari/537.36", "Chrome"),
        (f"{WINDOWS} Chrome/131.0.0.0 Safari/537.36 Edg/131.0.2903.51", "Edge"),
        (f"{WINDOWS} Chrome/131.0.0.0 Safari/537.36 OPR/115.0.0.0", "Opera"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15"
            " (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1",
            "Safari",
        ),
        ("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "Googlebot"),
        ("SomeBot/1.0 (203.0.113.77)", "other robot"),
        ("curl/7.88.1", "curl"),
        ("QGIS/33400", "QGIS"),
        ("203.0.113.77", "other"),
        ("Mozilla/5.0 anna@example.org", "other browser"),
    ],
)
def test_family(agent: str, name: str | None) -> None:
    """A known name remains, without version, system or anything else."""
    assert family(agent) == name

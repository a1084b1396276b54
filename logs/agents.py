"""The family of a user agent: the first name on this list that it contains, and nothing else of it.

The order matters: every browser calls itself by the names of older ones.
"""

from __future__ import annotations

#: What a user agent contains, in lower case, and the family it is written as.
FAMILIES = (
    ("googlebot", "Googlebot"),
    ("bingbot", "Bingbot"),
    ("applebot", "Applebot"),
    ("duckduckbot", "DuckDuckBot"),
    ("yandexbot", "YandexBot"),
    ("gptbot", "GPTBot"),
    ("claudebot", "ClaudeBot"),
    ("qgis", "QGIS"),
    ("arcgis", "ArcGIS"),
    ("mapproxy", "MapProxy"),
    ("josm", "JOSM"),
    ("curl/", "curl"),
    ("wget/", "Wget"),
    ("python", "Python"),
    ("go-http-client", "Go"),
    ("okhttp", "OkHttp"),
    ("java/", "Java"),
    ("bot", "other robot"),
    ("spider", "other robot"),
    ("crawl", "other robot"),
    ("edg/", "Edge"),
    ("edga/", "Edge"),
    ("edgios/", "Edge"),
    ("opr/", "Opera"),
    ("samsungbrowser", "Samsung Internet"),
    ("fxios", "Firefox"),
    ("firefox", "Firefox"),
    ("crios", "Chrome"),
    ("chrome", "Chrome"),
    ("safari", "Safari"),
    ("mozilla/", "other browser"),
)


def family(agent: str) -> str | None:
    """Give the family of a user agent, `other` for an unknown one, None for none at all."""
    if agent in {"", "-"}:
        return None
    known = agent.lower()
    return next((name for part, name in FAMILIES if part in known), "other")

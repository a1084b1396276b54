"""`plugins.headers` in a run of Pelican."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from delivery.csp import meta_policy
from delivery.static_hosts import REDIRECTS, headers_file

REPOSITORY = Path(__file__).resolve().parents[3]
SETTINGS = """
PATH = "content"
THEME = "theme"
THEME_STATIC_PATHS = []
PLUGIN_PATHS = [{repository!r}]
PLUGINS = ["plugins.headers"]
ARTICLE_PATHS = []
STATIC_PATHS = ["static"]
DIRECT_TEMPLATES = ["index"]
JINJA_GLOBALS = {{"kept": "and other globals are kept"}}
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
TIMEZONE = "Europe/Berlin"
"""


def test_plugin(tmp_path: Path) -> None:
    """Templates print the policy; `_headers` and `_redirects` lie beside the pages."""
    templates, static = tmp_path / "theme" / "templates", tmp_path / "content" / "static"
    templates.mkdir(parents=True)
    static.mkdir(parents=True)
    (static / "a.01234567.css").write_text("p{}")
    (templates / "index.html").write_text("{{ content_policy }}; {{ kept }}")
    (tmp_path / "pelicanconf.py").write_text(SETTINGS.format(repository=str(REPOSITORY)))
    done = subprocess.run(
        [sys.executable, "-m", "pelican", "--fatal", "errors", "-o", "output"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    output = tmp_path / "output"
    page = (output / "index.html").read_text()
    assert page == f"{meta_policy()}; and other globals are kept"
    paths = ["/index.html", "/static/a.01234567.css"]
    assert (output / "_headers").read_text() == headers_file(paths)
    assert (output / "_redirects").read_text() == REDIRECTS

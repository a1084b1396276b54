"""Pelican adapter of `delivery`: the policy for templates, and two files beside the pages.

`_headers` and `_redirects` are for hosts that read them; servers of one's own get more.

Templates print `content_policy` in `<meta http-equiv="Content-Security-Policy">`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pelican import signals

from delivery.policy import meta_policy
from delivery.static_hosts import REDIRECTS, headers_file

if TYPE_CHECKING:
    from pelican import Pelican


def give_policy(pelican: Pelican) -> None:
    """Let every template know the policy; generators copy JINJA_GLOBALS when they start."""
    known = pelican.settings.get("JINJA_GLOBALS", {})
    pelican.settings["JINJA_GLOBALS"] = {**known, "content_policy": meta_policy()}


def write_headers(pelican: Pelican) -> None:
    """Write both files for static hosts, once all others are there."""
    output = Path(pelican.output_path)
    files = (path for path in output.rglob("*") if path.is_file())
    text = headers_file(f"/{path.relative_to(output).as_posix()}" for path in files)
    (output / "_headers").write_text(text, encoding="utf-8", newline="\n")
    (output / "_redirects").write_text(REDIRECTS, encoding="utf-8", newline="\n")


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(give_policy)
    signals.finalized.connect(write_headers)

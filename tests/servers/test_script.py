"""A browser behind the real headers: what they block silently would be missed here."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.servers.running import as_written, running

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.servers.running import Edit


def blocked(_: str, text: str) -> str:
    """Let the policy forbid scripts, as one wrong word in a table would."""
    return text.replace("script-src 'self'", "script-src 'none'")


@pytest.mark.parametrize(("edit", "language"), [(as_written, "en"), (blocked, None)])
def test_script_ran(
    name: str, browser: Browser, built_site: Path, edit: Edit, language: str | None
) -> None:
    """The switch of language leaves its cookie: the script of the site ran, and would be missed."""

    def site(folder: Path) -> None:
        shutil.copytree(built_site, folder)
        for page in folder.rglob("*.html"):  # the policy of the page alone would say it, too
            text = page.read_text(encoding="utf-8").replace("http-equiv=", "data-http-equiv=")
            page.write_text(text, encoding="utf-8")

    with running(name, edit=edit, site=site) as server:
        context = browser.new_context(ignore_https_errors=True)
        page = context.new_page()
        page.goto(f"{server.settings.canonical}/de/")
        page.get_by_role("link", name="English").first.click()
        page.wait_for_url("**/en/")
        kept = {cookie["name"]: cookie["value"] for cookie in context.cookies()}
        context.close()
    assert kept.get("language") == language

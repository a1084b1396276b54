"""Signing in and out at the preview's stand-in for the account service.

A script for `--with-account` has the same two functions; they get a Playwright page and the origin.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.async_api import Page


async def sign_in(page: Page, origin: str) -> None:
    """Ends on the page that a signed-in visitor sees first."""
    await page.goto(f"{origin}/account/sign-in")
    async with page.expect_navigation():
        await page.locator("main form button").click()


async def sign_out(page: Page, origin: str) -> None:
    """Ends on the page that follows."""
    await page.goto(f"{origin}/account/sign-out")
    async with page.expect_navigation():
        await page.locator("main form button").click()

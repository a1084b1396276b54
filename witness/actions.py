"""What a visitor does on a page once it is there."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING, Any, Final

from playwright.async_api import Error

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from witness.window import Window

    Action = Callable[[Window], Awaitable[None]]

GLANCE_S: Final = 0.1
MOST_CONTROLS: Final = 400
SENDING_S: Final = 15
"""A form that leads nowhere costs this long."""

CONTROLS: Final = """(scripts) => {
  const follow = (event) => {
    const link = event.target?.closest?.("a[href], area[href]");
    if (link && !link.getAttribute("href").startsWith("#")) event.preventDefault();
    if (event.type === "submit") event.preventDefault();
  };
  addEventListener("click", follow);
  addEventListener("submit", follow);
  const chosen = "a[href], area[href], button, summary, label, input, select, textarea,"
    + " [tabindex], [role=button], [role=tab], [onclick], img, svg, video, audio";
  const kindOf = (found) => [found, found.parentElement, found.closest("body > *")]
    .map((part) => [...(part?.attributes ?? [])]
      .filter(({ name }) => !["href", "id", "src", "for", "name", "value"].includes(name))
      .reduce((kind, { name, value }) => `${kind} ${name}=${value}`, part?.tagName));
  return [...document.querySelectorAll(chosen)].map((found) => {
    const link = found.closest("a[href], area[href]");
    const away = link && new URL(link.href, location).origin !== location.origin;
    const fragment = link?.getAttribute("href").startsWith("#");
    return [
      !(away || link?.hreflang || (!scripts && (link || found.querySelector("a[href]")))),
      [away, fragment, ...kindOf(found)].join(),
    ];
  });
}"""
"""Whether each control may be pressed, and its kind: what differs in more than where it leads.

Not pressed is what leads away, and the choice of a language.

Links stay where they are: their pages are in the plan; what their handlers do is done.
Without scripts they have no handlers, and nobody could hold them back; nor a link inside a
control, which a finger finds from beside it.
"""

REACH: Final = """(index) => {
  const chosen = "a[href], area[href], button, summary, label, input, select, textarea,"
    + " [tabindex], [role=button], [role=tab], [onclick], img, svg, video, audio";
  const found = document.querySelectorAll(chosen)[index];
  if (!found) return null;
  found.scrollIntoView({ block: "center", behavior: "instant" });
  found.focus?.({ preventScroll: true });
  const box = (found.getClientRects()[0] ?? found.getBoundingClientRect());
  return box.width ? [box.x + box.width / 2, box.y + box.height / 2] : null;
}"""

FORMS: Final = "() => document.forms.length"

FILL: Final = """(index) => {
  const form = document.forms[index];
  if (!form) return false;
  const values = { email: "ada@example.org", url: "https://example.org/", number: "7",
    tel: "+49 441 0", date: "2026-01-31", time: "12:00", color: "#336699", password: "secret" };
  for (const field of form.elements) {
    if (field.type === "checkbox" || field.type === "radio") field.checked = true;
    else if (field.tagName === "SELECT") field.selectedIndex = field.options.length - 1;
    else if ("value" in field && !["submit", "button", "hidden", "file"].includes(field.type))
      field.value = values[field.type] ?? "Ada";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
  return true;
}"""


async def read(window: Window) -> None:
    """Looks, and scrolls to the end."""
    await window.evaluate("() => scrollTo({ top: 1e6, behavior: 'instant' })")


async def press(window: Window, x: float, y: float) -> None:
    """A click, or a tap where there is a finger."""
    if window.touch:
        await tap(window, x, y)
    else:
        await window.page.mouse.down()
        await window.page.mouse.up()


async def tap(window: Window, x: float, y: float) -> None:
    """A finger."""
    point: list[dict[str, Any]] = [{"x": x, "y": y}]
    await window.tell("Input.dispatchTouchEvent", type="touchStart", touchPoints=point)
    await window.tell("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])


async def use(window: Window) -> None:
    """Focuses, hovers and presses every control, then fills and sends every form.

    Unless every control is wanted, only the first one of each kind.
    """
    here = window.page.url
    forms = await window.evaluate(FORMS)
    controls: list[tuple[bool, str]] = await window.evaluate(CONTROLS, window.scripts) or []
    known = set()
    for index, (may_press, kind) in enumerate(controls[:MOST_CONTROLS]):
        if kind in known and not window.manner.every_control:
            continue
        known.add(kind)
        point = await window.evaluate(REACH, index)
        if point is None:
            continue
        await window.page.mouse.move(*point)
        if may_press:
            await press(window, *point)
        if window.page.url.split("#")[0] != here.split("#")[0]:
            window.problems.append(f"pressing a control led to {window.page.url}")
            await window.open(here)
    if window.manner.read_only or not (forms or await window.evaluate(FORMS)):
        return
    index = 0
    await window.open(here)
    while await window.evaluate(FILL, index):
        sent = await _send(window, index)
        await asyncio.sleep(GLANCE_S)
        await window.look()
        if sent:
            await window.open(here)
        index += 1


async def _send(window: Window, index: int) -> bool:
    """Presses the button of a form; whether the page was left."""
    before = window.page.url
    send = "(index) => { document.forms[index].requestSubmit(); }"
    try:
        async with window.page.expect_navigation(timeout=SENDING_S * 1000):
            await window.evaluate(send, index)
    except Error:
        return False
    return window.page.url != before


async def print_page(window: Window) -> None:
    """Prints to PDF, which fires `beforeprint` and lays out `@page`."""
    await window.tell("Page.printToPDF", printBackground=True)


async def history(window: Window) -> None:
    """Away by the address bar, back, forward, and back again."""
    await window.page.goto("about:blank")
    for steps in (-1, 1, -1):
        await window.travel(steps)


async def offline(window: Window) -> None:
    """The network is gone after loading; the page is read on, and the network comes back.

    Fonts and the icon of the tab do not hold up the event `load`: they are waited for.
    """
    with contextlib.suppress(Error):
        await window.page.wait_for_load_state("networkidle", timeout=SENDING_S * 1000)
    conditions = {"latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
    await window.tell("Network.emulateNetworkConditions", offline=True, **conditions)
    await read(window)
    await asyncio.sleep(GLANCE_S)
    await window.tell("Network.emulateNetworkConditions", offline=False, **conditions)


async def idle(window: Window) -> None:
    """Nothing, for as long as the plan says."""
    await asyncio.sleep(window.manner.idle_s)


ACTIONS: Final[dict[str, Action]] = {
    "read": read,
    "use": use,
    "print": print_page,
    "history": history,
    "offline": offline,
    "idle": idle,
}

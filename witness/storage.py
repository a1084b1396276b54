"""Everything a page can leave in a browser, read from outside the page's own scripts.

Cookies come from the browser itself, whoever set them; the rest is read in an isolated world,
whose built-ins a page cannot replace.
"""

from __future__ import annotations

import asyncio
import json
import time
from typing import TYPE_CHECKING, Any, Final

from playwright.async_api import Error

from witness.observed import Stored

if TYPE_CHECKING:
    from playwright.async_api import CDPSession

ATTRIBUTES: Final = (
    "domain",
    "path",
    "expires",
    "httpOnly",
    "secure",
    "session",
    "sameSite",
    "partitionKey",
)
PATIENCE_S: Final = 60

READ: Final = """(async () => {
  const found = [];
  const read = async (kind, entries) => {
    try {
      for (const [name, value] of await entries()) found.push([kind, name, String(value ?? "")]);
    } catch (error) {
      found.push(["?", kind, error.name]);
    }
  };
  await read("localStorage", () => Object.entries(localStorage));
  await read("sessionStorage", () => Object.entries(sessionStorage));
  await read("window.name", () => window.name ? [["window.name", window.name]] : []);
  if (window.indexedDB)
    await read("IndexedDB", async () =>
      (await indexedDB.databases()).map((d) => [d.name, d.version]));
  if (window.caches)
    await read("Cache Storage", async () => (await caches.keys()).map((name) => [name, ""]));
  if (navigator.serviceWorker)
    await read("service worker", async () =>
      (await navigator.serviceWorker.getRegistrations()).map((r) =>
        [r.scope, (r.active ?? r.waiting ?? r.installing)?.scriptURL]));
  if (navigator.storageBuckets)
    await read("storage bucket", async () =>
      (await navigator.storageBuckets.keys()).map((name) => [name, ""]));
  if (navigator.storage?.getDirectory)
    await read("OPFS", async () => {
      const names = [];
      const root = await navigator.storage.getDirectory();
      for await (const name of root.keys()) names.push([name, ""]);
      return names;
    });
  return JSON.stringify(found);
})()"""

COUNTED: Final = {
    "file_systems": "OPFS",
    "indexeddb": "IndexedDB",
    "cache_storage": "Cache Storage",
    "service_workers": "service worker",
    "local_storage": "localStorage",
    "websql": "WebSQL",
    "background_fetch": "background fetch",
}
"""What the browser's own accounting calls a kind (CDP, `Storage.StorageType`)."""


async def cookies(protocol: CDPSession) -> list[Stored]:
    """Every cookie of the profile, with every attribute, partitioned ones too."""
    found = await protocol.send("Storage.getCookies")
    now = time.time()
    return [
        Stored(
            "cookie",
            cookie["name"],
            cookie["value"],
            now,
            {name: cookie[name] for name in ATTRIBUTES if name in cookie},
        )
        for cookie in found["cookies"]
    ]


async def items(protocol: CDPSession, origin: str) -> tuple[list[Stored], list[str]]:
    """What scripts can store for the page that is open, and what could not be looked at."""
    entries = await _entries(protocol)
    now = time.time()
    unread = [f"{name} could not be read: {why}" for kind, name, why in entries if kind == "?"]
    found = [Stored(kind, name, value, now) for kind, name, value in entries if kind != "?"]
    kinds = {stored.kind for stored in found}
    usage = await protocol.send("Storage.getUsageAndQuota", {"origin": origin})
    for entry in usage["usageBreakdown"]:
        kind = COUNTED.get(entry["storageType"], entry["storageType"])
        if entry["usage"] > 0 and kind not in kinds:
            found.append(Stored(kind, "(unnamed)", f"{entry['usage']:.0f} bytes", now))
    return found, unread


async def _entries(protocol: CDPSession) -> list[list[str]]:
    tree = await protocol.send("Page.getFrameTree")
    try:
        world = await protocol.send(
            "Page.createIsolatedWorld", {"frameId": tree["frameTree"]["frame"]["id"]}
        )
        answer: dict[str, Any] = await asyncio.wait_for(
            protocol.send(
                "Runtime.evaluate",
                {
                    "expression": READ,
                    "contextId": world["executionContextId"],
                    "awaitPromise": True,
                    "returnByValue": True,
                },
            ),
            PATIENCE_S,
        )
    except (Error, TimeoutError) as problem:
        return [["?", "storage", str(problem).splitlines()[0] if str(problem) else "no answer"]]
    value = answer["result"].get("value")
    return json.loads(value) if value else [["?", "storage", "no answer"]]


async def forget(protocol: CDPSession, origin: str) -> None:
    """Leaves the profile as if nobody had been there.

    A service worker that is busy would outlive its registration, and ask on during later visits.
    """
    await protocol.send("ServiceWorker.enable")
    await protocol.send("ServiceWorker.stopAllWorkers")
    await protocol.send("Network.clearBrowserCookies")
    await protocol.send("Network.clearBrowserCache")
    await protocol.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})

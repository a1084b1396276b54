"""Defects planted into copies of a built page, and what the audit must say of each.

`application` serves the built site with the planted pages below `/plant/`.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from witness import local

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from firstparty.model import Finding

POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
CONTACT, STORED = "third-party-contact", "undeclared-storage"
COOKIE, WRONG = "undeclared-cookie", "wrong-cookie-attribute"
SET = "document.cookie = 'planted=1; Secure; SameSite=Lax';"
HINTS = {"dns-prefetch", "preconnect", "link-header", "housekeeping-name"}
"""Plants that a resolver rule hides."""

SHARED = ("states-1", "states-2", "states-3")
"""Pages that hold every defect of `TOGETHER`."""


@dataclass(frozen=True)
class Plant:
    """What is put into the head, sent as headers, and must be found: a rule and part of a message.

    `again` holds headers sent only to whoever was here before (a conditional request).
    Without a `page` the defect has one to itself, under its own name.
    """

    name: str
    rule: str
    says: str
    head: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    again: tuple[tuple[str, str], ...] = ()
    page: str = ""

    @property
    def address(self) -> str:
        """Where it is served."""
        return f"/plant/{self.page or self.name}/"

    def __str__(self) -> str:
        """The name, and where there are several of it the page."""
        return f"{self.name} on {self.page}" if self.page else self.name


def said_of(plant: Plant, findings: Sequence[Finding]) -> list[str]:
    """What the audit says at the address of a plant, by its rule."""
    return [
        finding.message
        for finding in findings
        if finding.location.path == plant.address and finding.rule == plant.rule
    ]


def script(text: str) -> str:
    """An inline script."""
    return f"<script>{text}</script>"


def contact(name: str, head: str = "", headers: tuple[tuple[str, str], ...] = ()) -> Plant:
    """A page that contacts `<name>.leak.test`; `{host}` stands for it."""
    host = f"{name}.leak.test"
    sent = tuple((key, value.replace("{host}", host)) for key, value in headers)
    return Plant(name, CONTACT, f'"{host}', head.replace("{host}", host), sent)


def stored(name: str, kind: str, text: str) -> Plant:
    """A page whose script stores something."""
    return Plant(name, STORED, kind, script(text))


def peers(name: str, url: str, rest: str = "") -> Plant:
    """A page that opens a peer connection."""
    text = (
        f"window.kept = new RTCPeerConnection({{ iceServers: [{{ urls: '{url}'{rest} }}] }});"
        "kept.createDataChannel('a'); kept.createOffer().then((o) => kept.setLocalDescription(o));"
    )
    return Plant(name, "peer-connection", "a peer connection was opened", script(text))


CONTACTS = (
    contact("image", '<img src="https://{host}/a.png">'),
    contact("websocket", script("new WebSocket('wss://{host}/')")),
    contact("dns-prefetch", '<link rel="dns-prefetch" href="//{host}">'),
    contact("preconnect", '<link rel="preconnect" href="https://{host}">'),
    contact("link-header", headers=(("Link", "<https://{host}>; rel=preconnect"),)),
    contact("favicon", '<link rel="icon" href="https://{host}/a.ico">'),
    contact(
        "speculation",
        '<script type="speculationrules">{"prefetch": [{"urls": ["https://{host}/"],'
        ' "eagerness": "immediate"}]}</script>',
    ),
    contact(
        "beacon-at-hide",
        script("addEventListener('pagehide', () => navigator.sendBeacon('https://{host}/'))"),
    ),
    contact(
        "keepalive-at-hide",
        script(
            "addEventListener('pagehide', () => "
            "fetch('https://{host}/', { keepalive: true, mode: 'no-cors' }))"
        ),
    ),
    contact(
        "webtransport",
        script("new WebTransport('https://{host}/').ready.catch(() => {})"),
    ),
    contact(
        "shared-worker",
        script(
            "new SharedWorker(URL.createObjectURL(new Blob(["
            "\"setInterval(() => fetch('https://{host}/').catch(() => {}), 50)\"])))"
        ),
    ),
    # Again and again: who listens to a worker may come a moment late.
    contact(
        "dedicated-worker",
        script(
            "new Worker(URL.createObjectURL(new Blob(["
            "\"setInterval(() => fetch('https://{host}/').catch(() => {}), 50)\"])))"
        ),
    ),
    contact(
        "worker-socket",
        script(
            "new Worker(URL.createObjectURL(new Blob(["
            "\"setInterval(() => new WebSocket('wss://{host}/'), 50)\"])))"
        ),
    ),
    contact(
        "asking-service-worker",
        script(
            "navigator.serviceWorker.register('/plant/asking.js', "
            "{ scope: '/plant/asking-service-worker/' })"
        ),
    ),
    contact(
        "worklet",
        script("CSS.paintWorklet.addModule('https://{host}/a.js').catch(() => {})"),
    ),
    contact(
        "policy-report",
        script("1"),
        (("Content-Security-Policy", "script-src 'none'; report-uri https://{host}/"),),
    ),
    # A report may leave long after the page, so its header is what is judged.
    Plant(
        "reporting",
        CONTACT,
        '"https://reporting.leak.test/"',
        script("1"),
        (
            ("Reporting-Endpoints", 'a="https://reporting.leak.test/"'),
            ("Content-Security-Policy", "script-src 'none'; report-to a"),
        ),
    ),
    Plant(
        "housekeeping-name",
        CONTACT,
        '"update.googleapis.com"',
        '<link rel="dns-prefetch" href="https://update.googleapis.com">',
    ),
    peers("stun", "stun:stun.leak.test:3478"),
    peers("turn", "turn:turn.leak.test:3478", ", username: 'a', credential: 'b'"),
)

STORAGE = (
    stored("local-storage", 'localStorage holds "a"', "localStorage.a = 1"),
    stored("session-storage", 'sessionStorage holds "a"', "sessionStorage.a = 1"),
    stored("window-name", 'window.name holds "window.name"', "window.name = 'visitor 7'"),
    stored("indexed-db", 'IndexedDB holds "a"', "indexedDB.open('a')"),
    stored("cache-storage", 'Cache Storage holds "a"', "caches.open('a')"),
    stored(
        "service-worker",
        "service worker holds",
        "navigator.serviceWorker.register('/plant/worker.js', { scope: '/plant/service-worker/' })",
    ),
    stored(
        "opfs",
        'OPFS holds "a"',
        "navigator.storage.getDirectory().then((d) => d.getFileHandle('a', { create: true }))",
    ),
    stored("bucket", 'storage bucket holds "a"', "navigator.storageBuckets.open('a')"),
    Plant("cookie-by-script", COOKIE, '"planted"', script(SET)),
    Plant(
        "cookie-by-header",
        COOKIE,
        '"planted"',
        headers=(("Set-Cookie", "planted=1; HttpOnly; Secure"),),
    ),
    Plant("cookie-store", COOKIE, '"planted"', script("cookieStore.set('planted', '1')")),
    Plant(
        "cookie-partitioned",
        COOKIE,
        '"__Host-planted"',
        headers=(("Set-Cookie", "__Host-planted=1; Path=/; Secure; SameSite=None; Partitioned"),),
    ),
    Plant(
        "cookie-at-hide",
        COOKIE,
        '"planted"',
        script(f"addEventListener('pagehide', () => {{ {SET} }})"),
    ),
)

SESSION = "session=a; Path=/; Secure; HttpOnly; SameSite=Lax"
LANGUAGE = "language=de; Path=/; Max-Age=15552000; Secure; SameSite=Lax"


def wrong(name: str, cookie: str, says: str) -> Plant:
    """A page that sets a declared cookie with one attribute that the register does not give it."""
    return Plant(name, WRONG, says, headers=(("Set-Cookie", cookie),))


ATTRIBUTES = (
    wrong("session-path", SESSION.replace("Path=/", "Path=/plant/"), '"session" has Path'),
    wrong("session-secure", SESSION.replace("; Secure", ""), '"session" has Secure'),
    wrong("session-http-only", SESSION.replace("; HttpOnly", ""), '"session" has HttpOnly'),
    wrong("session-same-site", SESSION.replace("Lax", "Strict"), '"session" has SameSite'),
    wrong("session-lifetime", f"{SESSION}; Max-Age=60", '"session" has lifetime'),
    wrong("language-path", LANGUAGE.replace("Path=/", "Path=/plant/"), '"language" has Path'),
    wrong("language-secure", LANGUAGE.replace("; Secure", ""), '"language" has Secure'),
    wrong("language-http-only", f"{LANGUAGE}; HttpOnly", '"language" has HttpOnly'),
    wrong(
        "language-same-site",
        LANGUAGE.replace("; SameSite=Lax", ""),
        '"language" has SameSite "not given"',
    ),
    wrong("language-lifetime", LANGUAGE.replace("15552000", "31536000"), '"language" has lifetime'),
    Plant("unasked", "unasked-cookie", '"language"', headers=(("Set-Cookie", LANGUAGE),)),
)

SPOKEN = (
    Plant(
        "policy-violation",
        "console-error",
        "Content Security Policy",
        script("1"),
        (("Content-Security-Policy", "script-src 'self'"),),
    ),
    Plant("uncaught", "console-error", "planted mistake", script("throw Error('planted mistake')")),
    Plant("missing-picture", "console-error", "status of 404", '<img src="/plant/none.png">'),
)

LATE = Plant("late", COOKIE, '"planted"', script(f"setTimeout(() => {{ {SET} }}, 15000)"))


def sometimes(name: str, when: str) -> Plant:
    """A page whose script sets a cookie now and then; `{set}` stands for it."""
    cookie = f"document.cookie = 'planted-{name}=1; Secure; SameSite=Lax';"
    return Plant(name, COOKIE, f'"planted-{name}"', script(when.replace("{set}", cookie)))


TOGETHER = (
    sometimes("night", "if (new Date().getHours() < 6) { {set} }"),
    sometimes("german", "if (navigator.language.startsWith('de')) { {set} }"),
    Plant(
        "second-visit",
        COOKIE,
        '"planted-second-visit"',
        headers=(("ETag", '"same"'), ("Cache-Control", "no-cache")),
        again=(("Set-Cookie", "planted-second-visit=1"),),
    ),
    sometimes("touch", "addEventListener('touchstart', () => { {set} })"),
    sometimes("restored", "addEventListener('pageshow', (e) => { if (e.persisted) { {set} } })"),
    sometimes("not-driven", "if (!navigator.webdriver) { {set} }"),
    sometimes("dark", "if (matchMedia('(prefers-color-scheme: dark)').matches) { {set} }"),
    sometimes("sent-form", "addEventListener('submit', () => { {set} })"),
    sometimes("printed", "addEventListener('beforeprint', () => { {set} })"),
    Plant(
        "no-script",
        CONTACT,
        '"no-script.leak.test"',
        '<noscript><link rel="stylesheet" href="https://no-script.leak.test/a.css"></noscript>',
    ),
)
"""What only some visitors get, and what does not hinder its neighbours on a page."""

STATES = (
    Plant("visitor-etag", "visitor-validator", "one visitor", headers=(("ETag", '"{count}"'),)),
    *(replace(plant, page=page) for page in SHARED for plant in TOGETHER),
)
"""What only some visitors get."""

LOUD = (*CONTACTS, *STORAGE, *ATTRIBUTES, *SPOKEN)
"""What every visitor gets."""

EVERY = (*LOUD, *STATES, LATE)
WORKERS = {
    "/plant/worker.js": b"",
    "/plant/asking.js": b"setInterval(() => "
    b"fetch('https://asking-service-worker.leak.test/').catch(() => {}), 50)",
}
_COUNT = itertools.count(1)


def application(site: Path) -> WSGIApplication:
    """The site as the preview serves it, and the planted pages beside it."""
    built = local.application(site)
    page = POLICY.sub(b"", (site / "de" / "testzugang" / "index.html").read_bytes())
    planted: dict[str, list[Plant]] = defaultdict(list)
    for plant in EVERY:
        planted[plant.address].append(plant)

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path = environ["PATH_INFO"]
        if path in WORKERS:
            start_response("200 OK", [("Content-Type", "text/javascript")])
            return [WORKERS[path]]
        if path not in planted:
            return built(environ, start_response)
        here = planted[path]
        sent = [header for plant in here for header in plant.headers]
        if "HTTP_IF_NONE_MATCH" in environ:
            sent += [header for plant in here for header in plant.again]
        filled = [(key, value.replace("{count}", str(next(_COUNT)))) for key, value in sent]
        start_response("200 OK", [("Content-Type", "text/html; charset=utf-8"), *filled])
        head = "".join(plant.head for plant in here)
        return [page.replace(b"</head>", f"{head}</head>".encode())]

    return answer

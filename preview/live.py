"""How open pages learn of a build: Server-Sent Events (HTML § 9.2) and a script of ours.

The script and its style sheet come from this origin and build the message node by node,
so that they work under the site's own policy, Trusted Types included.
Files on disk stay as they were built: pages get the script on their way out.
"""

from __future__ import annotations

import dataclasses
import html
import json
import secrets
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Condition
from typing import TYPE_CHECKING, Any

from werkzeug import Response
from werkzeug.exceptions import NotFound

from delivery.content_types import content_type
from messages import say, speaking, spoken
from preview import beside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from werkzeug import Request

    from preview.building import Problem

PREFIX = "/__preview__/"
BROWSER = Path(__file__).parent / "browser"
FILES = {"reload.js", "preview.css", *beside.FILES}
#: Seconds between two signs of life; a page that has gone is noticed by them.
HEARTBEAT = 15.0
WAITING = """<!doctype html>
<html lang="{lang}"><head><meta charset="utf-8"><meta name="robots" content="noindex">
<title>{title}</title><link rel="stylesheet" href="/__preview__/preview.css"></head>
<body><main><h1>{title}</h1>
<p>{explanation}</p>
</main></body></html>
"""


@dataclass(frozen=True, slots=True)
class Words:
    """What a page says about a build that failed, and in which language."""

    lang: str
    title: str
    explanation: str
    hide: str


@dataclass(frozen=True, slots=True)
class State:
    """What open pages should know: the last good build, and what stopped the one after it.

    `build` is "" until this preview has built the site for the first time; `words` go with
    problems.
    """

    build: str = ""
    problems: tuple[Problem, ...] = ()
    words: Words | None = None


class Live:
    """Tells every open page of every build, in the language in which it was made.

    Made for many threads, which begin without a language.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._language = spoken()
        self._changed = Condition()
        self._state = State()
        self._texts: dict[str, Any] = {}
        self._closed = False

    def publish(self, problems: tuple[Problem, ...], texts: dict[str, Any] | None = None) -> None:
        """Announce a build: without problems, every page refreshes.

        `texts` are the overviews of the legal texts by address; those of the last good page stay.
        """
        with speaking(self._language):
            words = _words(len(problems)) if problems else None
        with self._changed:
            build = self._state.build if problems else secrets.token_hex(4)
            self._state = State(build, problems, words)
            if not problems:
                self._texts = texts or {}
            self._changed.notify_all()

    def close(self) -> None:
        """End every stream of events."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def answer(self, request: Request) -> Response | None:
        """Answer below `/__preview__/`, or anything while there is no site; else None."""
        if request.path == f"{PREFIX}events":
            return Response(self.events(), mimetype="text/event-stream")
        if request.path == f"{PREFIX}text.json":
            return self._text(request.args.get("address", ""))
        if request.path.startswith(PREFIX):
            name = request.path.removeprefix(PREFIX)
            if name not in FILES:
                raise NotFound
            body = (BROWSER / name).read_bytes()
            return Response(body, content_type=content_type(name).value)
        if not self.root.is_dir():
            with speaking(self._language):
                waiting = self.inject(_waiting().encode(), request.path)
            return Response(waiting, status=503, content_type="text/html; charset=utf-8")
        return None

    def _text(self, address: str) -> Response:
        """Answer with what is shown beside the legal text at an address."""
        if address not in self._texts:
            raise NotFound
        with speaking(self._language):
            body = json.dumps(beside.panel(self._texts[address]), ensure_ascii=False)
        return Response(body, content_type="application/json; charset=utf-8")

    def inject(self, page: bytes, address: str) -> bytes:
        """Put the refreshing script at the end of the head, or of a page without a head.

        A legal text gets the script of the panel beside it, too.
        """
        build = html.escape(self._state.build)
        tags = f'<script src="{PREFIX}reload.js" data-build="{build}" defer></script>'
        if address in self._texts:
            tags += f'<script src="{PREFIX}text.js" defer></script>'
        script = tags.encode()
        before, head, after = page.partition(b"</head>")
        return before + script + head + after if head else page + script

    def events(self) -> Iterator[str]:
        """Give the state at once and after every change, until `close`."""
        told: State | None = None
        while True:
            with self._changed:
                self._changed.wait_for(partial(self._has_news_since, told), HEARTBEAT)
                if self._closed:
                    return
                state = self._state
            yield ":\n\n" if state is told else f"data: {json.dumps(dataclasses.asdict(state))}\n\n"
            told = state

    def _has_news_since(self, told: State | None) -> bool:
        return self._closed or self._state is not told


def _words(count: int) -> Words:
    title = say("The build failed")
    if count > 1:
        title = say("The build failed: {count} problems", count=count)
    explanation = say(
        "Behind this message is the last good page. It refreshes when the build succeeds."
    )
    return Words(spoken(), title, explanation, say("Hide"))


def _waiting() -> str:
    return WAITING.format(
        lang=spoken(),
        title=say("No page yet"),
        explanation=say("The first build has not succeeded so far. This page refreshes by itself."),
    )

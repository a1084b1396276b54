"""An error of a server, as far as its words are known.

An error message quotes whatever a visitor sent: addresses, request lines, cookies, keys. Searching
for these would find the ones that somebody thought of. Here it is the other way round: of a message
remain the words of `VOCABULARY`, in which no server names anybody; the rest becomes `…`.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import dataclass

from logs.requests import moment
from logs.vocabulary import VOCABULARY

MOST_WORDS = 24
LEVELS = frozenset(
    (
        *("emerg", "alert", "crit", "error", "warn", "notice", "info", "debug"),
        *("fatal", "panic", "dpanic", *(f"trace{depth}" for depth in range(1, 9))),
    )
)

NGINX = re.compile(
    r"(?P<time>\d{4}/\d\d/\d\d \d\d:\d\d:\d\d) \[(?P<level>[a-z]+)\]"
    r" \d+#\d+: (?:\*\d+ )?(?P<text>.*)",
    re.DOTALL,
)
#: What follows tells whose request it was.
NGINX_CONTEXT = ", client: "
APACHE_FIELDS = 5
APACHE_CODE = re.compile(r"(AH[0-9]{5}): ")
#: Names of modules and loggers hold at most one figure, as in `proxy_http2`.
MODULE = re.compile(r"(?=.{1,40}$)[a-z]+(?:[._][a-z]+)*[0-9]?")
QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"?')
BREAKS = re.compile(r"[\s()\[\]]+")
PUNCTUATION = "{}<>:;,.!?'`-"
STATUS = range(100, 600)


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is known of an error; the text is still the server's own."""

    time: float | None  # seconds since 1970
    level: str
    text: str
    module: str = ""
    code: str = ""
    status: int | None = None


def read(line: str) -> Trouble:
    """Read a line of any of the servers; what is in no known shape is all text."""
    try:
        if line.startswith("{"):
            return _caddy(line)
        if found := NGINX.fullmatch(line):
            text = found["text"].partition(NGINX_CONTEXT)[0]
            return Trouble(_local(found["time"], "%Y/%m/%d %H:%M:%S"), found["level"], text)
        return _apache(line)
    except (ValueError, TypeError, AttributeError, KeyError, RecursionError, OverflowError):
        return Trouble(None, "", line)


def line(trouble: Trouble, at: float) -> str:
    """Write one JSON object without a line feed."""
    return json.dumps(
        {
            "time": moment(at),
            "level": trouble.level if trouble.level in LEVELS else None,
            "module": trouble.module if MODULE.fullmatch(trouble.module) else None,
            "code": trouble.code or None,
            "status": trouble.status if trouble.status in STATUS else None,
            "message": known_words(trouble.text),
        },
        separators=(",", ":"),
        ensure_ascii=False,
    )


def known_words(text: str) -> str:
    """Keep the words of the vocabulary, up to 24 of them; each run of others becomes `…`."""
    kept: list[str] = []
    for token in BREAKS.split(QUOTED.sub(" … ", text[:4096])):
        bare = token.strip(PUNCTUATION)
        word = bare if bare.lower() in VOCABULARY else "…"
        if not token:
            continue
        if word != "…" or kept[-1:] != ["…"]:
            kept.append(word)
        if len(kept) == MOST_WORDS:
            break
    return " ".join(kept)


def _caddy(line: str) -> Trouble:
    entry = json.loads(line)
    text = " ".join(str(entry[key]) for key in ("msg", "error") if key in entry)
    status = entry.get("status")
    return Trouble(
        float(entry["ts"]),
        str(entry["level"]),
        text,
        module=str(entry.get("logger", "")),
        status=status if isinstance(status, int) else None,
    )


def _apache(line: str) -> Trouble:
    fields = line.split("\t", APACHE_FIELDS - 1)
    if len(fields) != APACHE_FIELDS:
        return Trouble(None, "", line)
    time, level, module, system, message = fields
    coded = APACHE_CODE.match(message)
    text = message[coded.end() :] if coded else message
    return Trouble(
        _local(time, "%Y-%m-%d %H:%M:%S"),
        level,
        text if system == "-" else f"{system} {text}",
        module=module,
        code=coded[1] if coded else "",
    )


def _local(text: str, form: str) -> float:
    """Read a time as servers write it: without a zone, so it is that of the machine."""
    return dt.datetime.strptime(text, form).astimezone().timestamp()

"""An answer in a few words, so that answers of several servers can be compared and read.

Status, which file or which text, its type, its coding, how it may be kept (the name of a `Target`),
and whatever a client acts on. The rest of the table of headers shows only where something is
missing, said twice, or should not be there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from delivery.policy import EVERYTHING, HEADERS, Target, headers_for
from tests.servers.small_site import PUBLIC

if TYPE_CHECKING:
    from tests.servers.asking import Answer

NAMES = {body: name for name, body in PUBLIC.items()}
CACHING = {
    tuple(v for n, v in headers_for(target) if n in {"Cache-Control", "Vary"}): target.name
    for target in (Target.STABLE, Target.FINGERPRINTED, Target.CHOICE)
}
EVERYWHERE = [(h.name, h.value) for h in HEADERS if h.applies_to == EVERYTHING]
FORBIDDEN = ("nel", "report-to", "reporting-endpoints", "x-powered-by", "last-modified", "via")


def words(answer: Answer, origin: str) -> str:
    """Write an answer in words."""
    if not answer.status:
        return "hangs up" if not answer.body else "an answer without a head"
    fields = answer.fields
    parts = [str(answer.status)]
    if answer.status // 100 != 3:
        parts += [_body(answer), fields.get("content-type", "no type")]
    parts += [fields[name] for name in ("content-encoding",) if name in fields]
    keeping = tuple(tidy(fields.get(name, "-")) for name in ("cache-control", "vary"))
    parts.append(CACHING.get(keeping, f"{keeping[0]} by {keeping[1]}"))
    parts += ["tag"] * ("etag" in fields)
    if "location" in fields:
        place = fields["location"]
        parts.append(f"to {place.replace(origin, '{origin}') if origin else place}")
    parts += [f"Allow: {fields[name]}" for name in ("allow",) if name in fields]
    parts += [fields[name] for name in ("content-range",) if name in fields]
    return ", ".join(parts + complete(answer))


def tidy(value: str) -> str:
    """Write a list as RFC 9110 § 5.6.1 does: blanks after its commas are free."""
    return re.sub(r",\s*", ", ", value)


def _body(answer: Answer) -> str:
    body = answer.text
    if body in NAMES:
        return NAMES[body]
    if body.startswith(b"root:x:0:"):
        return "a file of the machine"
    if answer.status == 206:
        return f"{len(body)} bytes"
    if len(body) < 60:
        return f"'{body.decode('latin-1').strip()}'" if body else "nothing"
    return f"{len(body)} bytes of its own"


def complete(answer: Answer) -> list[str]:
    """Say which headers of the table are missing, twice or other, and which should not be there."""
    wrong = []
    for name, value in EVERYWHERE:
        found = [v for n, v in answer.headers if n.lower() == name.lower()]
        if found != [value]:
            wrong.append(f"{len(found)} × {name}" if len(found) != 1 else f"{name}: {found[0]}")
    if len(wrong) == len(EVERYWHERE) and all(entry.startswith("0 ×") for entry in wrong):
        wrong = ["none of the table"]
    wrong += [f"with {name}" for name in FORBIDDEN if name in answer.fields]
    version = any(letter.isdigit() for letter in answer.fields.get("server", ""))
    return wrong + ["a version"] * version

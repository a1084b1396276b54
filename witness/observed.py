"""The facts of an audit: what was visited, contacted, stored and said."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Contact:
    """A host that the network stack dealt with; `at` in seconds since 1970.

    `own` says that the browser asked on its own account, for no page (its key is null).
    """

    host: str
    kind: str
    at: float
    url: str = ""
    own: bool = False


@dataclass(frozen=True, slots=True)
class Log:
    """The NetLog of one browser profile: its SHA-256, contacts, and requests by host."""

    profile: str
    digest: str
    contacts: tuple[Contact, ...]
    requests: dict[str, int]


@dataclass(frozen=True, slots=True)
class Stored:
    """Something that lay in the browser; `attributes` only for cookies, `at` when it was read."""

    kind: str
    name: str
    value: str
    at: float
    attributes: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Said:
    """A line of the console, with its level and the address it names."""

    level: str
    text: str
    where: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A request to another host as the page's events show it: who asked for it."""

    url: str
    cause: str


@dataclass(slots=True)
class Visit:
    """One scenario carried out: where, in which state, from when to when, and what was seen.

    `expects` names the cookies that this journey is there to set; a plain visit sets none.
    `tags` holds the validators (`ETag`, `Last-Modified`) of each response by address.
    """

    address: str
    profile: str
    state: dict[str, str]
    began: float
    ended: float = 0.0
    expects: tuple[str, ...] = ()
    stored: list[Stored] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    tags: dict[str, str] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    landed: str = ""
    peers: int = 0
    screenshot: str = ""

    @property
    def states(self) -> str:
        """The state in words, for messages."""
        return ", ".join(value for value in self.state.values())


@dataclass(frozen=True, slots=True)
class Observed:
    """One whole run, by which browser, of which origin, with which power to see."""

    origin: str
    version: str
    isolated: bool
    began: float
    ended: float
    visits: list[Visit]
    logs: list[Log]

    def as_json(self) -> dict[str, Any]:
        """Plain objects for `json`."""
        return asdict(self)


def from_json(data: dict[str, Any]) -> Observed:
    """The run as `Observed.as_json` wrote it."""
    visits = [
        Visit(
            **{
                **visit,
                "expects": tuple(visit["expects"]),
                "stored": [Stored(**stored) for stored in visit["stored"]],
                "said": [Said(**said) for said in visit["said"]],
                "asked": [Asked(**asked) for asked in visit["asked"]],
            }
        )
        for visit in data["visits"]
    ]
    logs = [
        Log(**{**log, "contacts": tuple(Contact(**contact) for contact in log["contacts"])})
        for log in data["logs"]
    ]
    return Observed(**{**data, "visits": visits, "logs": logs})

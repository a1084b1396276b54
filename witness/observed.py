"""The facts of an audit: what was visited, contacted, stored and said."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from witness.isolation import Network


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
    """The NetLog of one scenario: its name, SHA-256, events, contacts, and requests by host.

    It is cut out of the log of the browser that also made the scenarios before and after.
    """

    name: str
    digest: str
    events: int
    contacts: tuple[Contact, ...]
    requests: dict[str, int]


@dataclass(frozen=True, slots=True)
class Recording:
    """The whole NetLog of one browser, and the logs that it falls into without a rest."""

    profile: str
    digest: str
    events: int
    logs: tuple[Log, ...]


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

    `log` names its NetLog.
    `expects` names the cookies that this journey is there to set; a plain visit sets none.
    `tags` holds the validators (`ETag`, `Last-Modified`) of each response by address.
    """

    address: str
    profile: str
    state: dict[str, str]
    began: float
    ended: float = 0.0
    log: str = ""
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

    @property
    def is_conspicuous(self) -> bool:
        """Whether there is something that a picture should show."""
        unasked = [stored for stored in self.stored if stored.name not in self.expects]
        return bool(self.asked or self.said or self.problems or self.peers or unasked)


@dataclass(frozen=True, slots=True)
class Observed:
    """One whole run, by which browser, of which origin, in which network."""

    origin: str
    version: str
    network: Network
    began: float
    ended: float
    visits: list[Visit]
    recordings: list[Recording]

    @property
    def logs(self) -> list[Log]:
        """Every log, those of scenarios and those of the moments before the first one."""
        return [log for recording in self.recordings for log in recording.logs]

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
    recordings = [
        Recording(
            **{
                **recording,
                "logs": tuple(
                    Log(**{**log, "contacts": tuple(Contact(**each) for each in log["contacts"])})
                    for log in recording["logs"]
                ),
            }
        )
        for recording in data["recordings"]
    ]
    network = Network(data["network"])
    return Observed(**{**data, "network": network, "visits": visits, "recordings": recordings})

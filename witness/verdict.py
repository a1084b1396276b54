"""What was observed, held against the register: one finding for each thing on each page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from firstparty.model import Finding, Location, Severity
from witness.cookies import wrong_attributes
from witness.housekeeping import is_excused, name_servers
from witness.isolation import Network
from witness.netlog import host_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from registers.processing import Cookie
    from witness.observed import Contact, Log, Observed, Stored, Visit

NO_PAGE: Final = "(no page)"

Key = tuple[str, str, str]


@dataclass(slots=True)
class Objection:
    """A finding in the making: seen first in one state, then perhaps in more."""

    severity: Severity
    message: str
    evidence: str
    first: str
    times: int = 1


def foreign(log: Log, own: str, resolvers: frozenset[str], *, network: Network) -> list[Contact]:
    """Contacts of one log that are neither with the site nor the browser's own housekeeping."""
    return [
        contact
        for contact in log.contacts
        if contact.host != own and not is_excused(contact, resolvers)
        # With a way out the site has addresses too, and nothing tells them from others'.
        if network is not Network.OPEN or contact.kind in {"look-up", "request"}
    ]


def judge(
    observed: Observed, cookies: Mapping[str, Cookie], *, signed_in: bool = True
) -> tuple[Finding, ...]:
    """Every objection, in order of address and rule.

    Without `signed_in` nobody could sign in, and a cookie that needs it is not missed.
    """
    found: dict[Key, Objection] = {}

    def object_to(visit_address: str, rule: str, subject: str, new: Objection) -> None:
        key = (visit_address, rule, subject)
        if key in found:
            found[key].times += 1
        else:
            found[key] = new

    for log in observed.logs:
        for address, host, objection in _contacts(observed, log):
            object_to(address, "third-party-contact", host, objection)
    for visit in observed.visits:
        for rule, subject, objection in _of_visit(visit, observed.origin, cookies):
            object_to(visit.address, rule, subject, objection)
    for address, url, objection in _validators(observed.visits):
        object_to(address, "visitor-validator", url, objection)
    ever = {s.name for v in observed.visits for s in v.stored if s.kind == "cookie"}
    for name in cookies:
        if name not in ever and (signed_in or name != "session"):
            message = (
                f'cookie "{name}" is declared in processing.toml but no scenario ever set it; '
                "delete the entry, or mend what sets it"
            )
            new = Objection(Severity.WARNING, message, name, "")
            object_to("processing.toml", "never-set-cookie", name, new)
    return tuple(
        _finding(observed.origin, key, objection) for key, objection in sorted(found.items())
    )


def _finding(origin: str, key: Key, objection: Objection) -> Finding:
    address, rule, _ = key
    seen = f" (seen in: {objection.first}" if objection.first else ""
    more = f", and {objection.times - 1} more" if objection.times > 1 and seen else ""
    url = origin + address if address.startswith("/") else None
    message = f"{objection.message}{seen}{more}{')' if seen else ''}"
    return Finding(rule, objection.severity, message, objection.evidence, Location(address), url)


def _contacts(observed: Observed, log: Log) -> Iterator[tuple[str, str, Objection]]:
    """What the network stack did, with what the page's events know about the cause."""
    visit = next((visit for visit in observed.visits if visit.log == log.name), None)
    said = {host_of(asked.url): asked.cause for asked in visit.asked} if visit else {}
    for contact in foreign(log, host_of(observed.origin), name_servers(), network=observed.network):
        cause = said.get(contact.host)
        because = f", asked for by {cause}" if cause else ", by no event that a page shows"
        message = f'{contact.kind} of "{contact.host}"{because}; remove what names it'
        states = visit.states if visit else f"{log.name}, before the first visit"
        objection = Objection(Severity.ERROR, message, contact.url or contact.host, states)
        yield visit.address if visit else NO_PAGE, contact.host, objection


def _of_visit(
    visit: Visit, origin: str, cookies: Mapping[str, Cookie]
) -> Iterator[tuple[str, str, Objection]]:
    error, states = Severity.ERROR, visit.states
    for asked in visit.asked:
        message = f'a page asked for "{asked.url}", by {asked.cause}; remove what names it'
        host = host_of(asked.url)
        yield "third-party-contact", host, Objection(error, message, asked.url, states)
    for stored in visit.stored:
        for rule, subject, message, evidence in _of_stored(stored, visit, origin, cookies):
            yield rule, subject, Objection(error, message, evidence, states)
    kept = {stored.name for stored in visit.stored if stored.kind == "cookie"}
    for name in visit.expects:
        if name not in kept:
            message = f'cookie "{name}" was not set; mend what sets it, or the register'
            yield "missing-cookie", name, Objection(error, message, name, states)
    for said in visit.said:
        if not _is_the_answer_to_the_address(said.text, said.where, origin + visit.address):
            message = f'the console says "{said.text}"; mend what causes it'
            yield "console-error", said.text, Objection(error, message, said.where, states)
    if visit.peers:
        message = "a peer connection was opened, which may contact any host; remove it"
        evidence = f"{visit.peers} RTCPeerConnection"
        yield "peer-connection", "", Objection(error, message, evidence, states)
    for problem in visit.problems:
        message = f'the visit did not go as planned: "{problem}"; visit the page by hand'
        yield "incomplete-visit", problem, Objection(error, message, problem, states)


def _of_stored(
    stored: Stored, visit: Visit, origin: str, cookies: Mapping[str, Cookie]
) -> Iterator[tuple[str, str, str, str]]:
    evidence = f"{stored.name}={stored.value}"[:200]
    if stored.kind != "cookie":
        message = (
            f'{stored.kind} holds "{stored.name}", which processing.toml does not declare; '
            "remove what stores it"
        )
        yield "undeclared-storage", f"{stored.kind} {stored.name}", message, evidence
        return
    declared = cookies.get(stored.name)
    if declared is None:
        message = (
            f'cookie "{stored.name}" is not in processing.toml; '
            "remove what sets it, or declare it there"
        )
        yield "undeclared-cookie", stored.name, message, evidence
        return
    if stored.name not in visit.expects:
        message = (
            f'cookie "{stored.name}" was set although nobody asked for it; '
            "set it only where processing.toml says so"
        )
        yield "unasked-cookie", stored.name, message, evidence
    host = host_of(origin).partition(":")[0]
    for attribute, message in wrong_attributes(stored, declared, host, visit.began):
        shown = f"{attribute}={stored.attributes.get(attribute)}"
        yield "wrong-cookie-attribute", f"{stored.name} {attribute}", message, shown


def _is_the_answer_to_the_address(text: str, where: str, url: str) -> bool:
    """The browser's line about a page that is meant to be missing."""
    return where == url and "status of 404" in text and "Failed to load resource" in text


def _validators(visits: Iterable[Visit]) -> Iterator[tuple[str, str, Objection]]:
    """An `ETag` or `Last-Modified` that differs from visitor to visitor comes back as a name."""
    first: dict[str, str] = {}
    for visit in visits:
        for url, tag in visit.tags.items():
            if first.setdefault(url, tag) != tag:
                message = (
                    f'"{url}" had the validators "{first[url]}" for one visitor and "{tag}" '
                    "for another, who can be told apart by them; derive them from the content"
                )
                evidence = f"{first[url]} | {tag}"
                yield visit.address, url, Objection(Severity.ERROR, message, evidence, visit.states)

"""What the guard says about a case, in the words of the expectations."""

from __future__ import annotations

import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import ada_url

from firstparty.audit import check
from tests.corpus.cases import Expectation, cases

if TYPE_CHECKING:
    from firstparty.model import Finding
    from tests.corpus.cases import Case


def checked(case: Case) -> tuple[Finding, ...]:
    """The guard's findings about a case, published at its address."""
    if case.path.is_dir():
        return check(case.path, case.site_url).findings
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(case.path, Path(folder) / case.path.name)
        return check(Path(folder), case.site_url).findings


def host_of(finding: Finding) -> str:
    """The host that a finding names, with a port that is not the scheme's; `-` without one.

    Schemes such as `stun:` have no host in the eyes of the URL standard:
    there it is what stands before the port and the parameters (RFC 7064, 3.1).
    """
    if finding.url is None:
        return "-"
    url = ada_url.URL(finding.url)
    host = url.host.rstrip(".")
    return host or url.pathname.partition("?")[0].partition(":")[0] or "-"


def reported(case: Case) -> tuple[Expectation, ...]:
    """What the guard says, as it would stand in `cases.toml`."""
    return tuple(
        sorted(
            Expectation(found.location.path, found.location.line, found.rule, host_of(found))
            for found in checked(case)
        )
    )


@cache
def reports() -> dict[str, frozenset[str]]:
    """What the guard names for every case; `-` stands for a finding without a host."""
    return {case.name: frozenset(host_of(found) for found in checked(case)) for case in cases()}


def manner(case: Case) -> str:
    """How the guard reports a leaking case, as the table of vectors says it."""
    said = reports()[case.name]
    if not said:
        return "silent"
    return "named" if case.hosts and case.hosts <= said else "unproven"

"""The witness: what an ordinary Chromium contacts while it visits, as seen in its NetLog."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from witness.housekeeping import FILLING_IN
from witness.isolation import COMMAND, Network, network

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from tests.browser.witness.server import Site
    from tests.browser.witness.visit import Errand

LONGEST_S = 3600
"""What never ends is stopped; a busy machine is no reason."""

NOBODY = re.compile(r"^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$|^~notfound$")
"""This machine, and what the resolver rule of the weaker witness answers."""

VECTOR = re.compile(r"(?:^|\.)(?P<vector>[a-z0-9-]+)\.(?P<kind>leak|harmless)\.test(?::\d+)?$")
SITE = re.compile(r"(?:^|\.)(?P<case>(?:leak|harmless|fuzz)-[a-z0-9-]+)\.localhost(?::\d+)?$")


@dataclass(frozen=True, slots=True)
class Observation:
    """What was contacted in one run, by which browser, and with which power to see."""

    version: str
    contacts: frozenset[str]
    errors: tuple[str, ...]
    network: Network
    served: frozenset[str]

    def by_case(self, addresses: dict[str, str]) -> dict[str, set[str]]:
        """Contacts by the case that caused them; `addresses` tells whose an IP address is.

        What belongs to nobody stands under the empty name.
        """
        found: dict[str, set[str]] = {}
        for host in self.contacts:
            if host in self.served or host == FILLING_IN or NOBODY.search(host):
                continue
            if match := VECTOR.search(host):
                found.setdefault(f"{match['kind']}-{match['vector']}", set()).add(host)
            elif match := SITE.search(host):
                found.setdefault(match["case"], set()).add(host)
            else:
                bare = re.sub(r"(?<=[\]\d]):\d+$", "", host)
                found.setdefault(addresses.get(bare, ""), set()).add(host)
        return found


def as_json(sites: dict[str, Site], errands: Sequence[Errand], *, isolated: bool) -> str:
    """The job as `browser.py` reads it."""
    described = {
        name: {
            "start": site.start,
            "files": {
                path: {"path": str(held)} if isinstance(held, Path) else {"text": held.decode()}
                for path, held in site.files.items()
            },
        }
        for name, site in sites.items()
    }
    visits = [asdict(errand) for errand in errands]
    return json.dumps({"sites": described, "errands": visits, "isolated": isolated})


def observe(sites: dict[str, Site], errands: Sequence[Errand]) -> Observation:
    """Sends one browser on all errands; raises CalledProcessError with what it said."""
    where = network("")
    isolated = where is Network.CLOSED
    with tempfile.TemporaryDirectory() as name:
        job, result = Path(name) / "job.json", Path(name) / "result.json"
        job.write_text(as_json(sites, errands, isolated=isolated), "utf-8")
        command = [sys.executable, "-m", "tests.browser.witness.browser", str(job), str(result)]
        root = Path(__file__).parents[3]
        done = subprocess.run(
            [*COMMAND, *command] if isolated else command,
            cwd=root,
            capture_output=True,
            text=True,
            check=False,
            timeout=LONGEST_S,
        )
        if done.returncode:
            raise RuntimeError(f"the witness stopped:\n{done.stdout}{done.stderr}")
        said = json.loads(result.read_text("utf-8"))
    served = frozenset(f"{name}.localhost" for name in sites)
    return Observation(
        said["version"], frozenset(said["contacts"]), tuple(said["errors"]), where, served
    )


def silent_about(
    contacted: Mapping[str, Collection[str]], reports: Mapping[str, Collection[str]]
) -> list[str]:
    """What the browser did and the guard did not report, one sentence for each host.

    A report `-` is a finding that can name no host: the guard has said
    that it cannot show what the place contacts, so whatever it contacts is reported.
    """
    return [
        f"{case}: Chromium contacted {host}, and the guard says nothing; see tests/corpus"
        for case, hosts in sorted(contacted.items())
        for host in sorted(hosts)
        if case and host not in reports.get(case, ()) and "-" not in reports.get(case, ())
    ]

"""Servers of Debian, each started once for all tests of a process."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipeline import servers
from preview.server import answering
from tests.servers import small_site
from tests.servers.running import PROGRAMS, running
from tests.servers.upstream import Account

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.servers.running import Running

NAMES = [pytest.param(name, marks=getattr(pytest.mark, name)) for name in PROGRAMS]


@pytest.fixture(scope="session")
def account(tmp_path_factory: pytest.TempPathFactory) -> Account:
    """Make the account service, which is the preview of the small site."""
    folder: Path = tmp_path_factory.mktemp("small") / "site"
    small_site.write(folder)
    return Account(folder)


@pytest.fixture(scope="session")
def preview(account: Account) -> Iterator[int]:
    """Run it; give its port."""
    with answering(account) as server:
        yield server.port


@pytest.fixture(scope="session", params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    """Name a server that is installed."""
    if servers.installed(request.param) is None:
        packages = " ".join(servers.PACKAGES[request.param])
        pytest.skip(f"{request.param} is not installed: apt-get install {packages}")
    return str(request.param)


@pytest.fixture(scope="session")
def server(name: str, preview: int) -> Iterator[Running]:
    """Run a server with everything: an account service, and one proxy that it believes."""
    account = f"127.0.0.1:{preview}"
    with running(name, account=account, trusted_proxies=("127.0.0.1",)) as started:
        yield started

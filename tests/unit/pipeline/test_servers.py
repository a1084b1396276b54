"""Installing the servers that the tests ask."""

from __future__ import annotations

import pytest

from pipeline import debian, servers


@pytest.fixture
def there(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Let the servers in a set be installed, and no others; none has modules."""
    found: set[str] = set()
    monkeypatch.setattr(servers.shutil, "which", lambda name, **_: name if name in found else None)
    needed = {server: (program, None) for server, (program, _) in servers.NEEDED.items()}
    monkeypatch.setattr(servers, "NEEDED", needed)
    return found


def test_installs_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, there: set[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """The packages of what is missing are installed, and said; what is there is left alone."""
    asked = []

    def install(*packages: str) -> bool:
        asked.extend(packages)
        there.update(("nginx", "caddy"))
        return True

    monkeypatch.setattr(debian, "install", install)
    there.add("apache2")
    assert servers.ensure() == []
    assert asked == ["nginx", "libnginx-mod-http-js", "caddy"]
    said = "Installing Debian's packages nginx, libnginx-mod-http-js, caddy …\n"
    assert capsys.readouterr().out == said


def test_says_what_it_may_not(
    monkeypatch: pytest.MonkeyPatch, there: set[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Where nothing can be installed, one sentence says what to do, and the tests go on."""
    monkeypatch.setattr(debian, "install", lambda *_: False)
    there.update(("nginx", "caddy"))
    assert servers.ensure() == ["apache"]
    assert capsys.readouterr().out.splitlines()[1] == (
        "Not installed: apache; their tests are skipped. "
        "As root: apt-get install --no-install-recommends apache2-bin"
    )


def test_a_module_belongs_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server without the module that its configuration loads counts as missing."""
    monkeypatch.setattr(servers, "NEEDED", {"nginx": ("sh", "/nowhere/module.so")})
    assert servers.missing() == ["nginx"]


def test_no_service_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    """While packages are installed a policy refuses every service; it is gone afterwards."""
    commands: list[str] = []

    def run(command: list[str]) -> bool:
        commands.append(" ".join(command))
        return True

    monkeypatch.setattr(debian, "_run", run)
    monkeypatch.setattr(debian, "_sudo", lambda: ["sudo", "-n"])
    monkeypatch.setattr(debian.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(debian, "POLICY", debian.Path("/nowhere/policy-rc.d"))
    assert debian.install("nginx", "caddy")
    first, update, install, last = commands
    assert first.startswith("sudo -n sh -c printf ")
    assert "exit 101" in first
    options = "sudo -n env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 /usr/bin/apt-get --quiet"
    assert update == f"{options} update"
    assert install == f"{options} install --yes --no-install-recommends nginx caddy"
    assert last == "sudo -n rm -f /nowhere/policy-rc.d"

"""docs/deploy.md is carried out as it is written, in a copy of this machine that forgets."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import trustme

from delivery.policy import Target, headers_for
from delivery.release import write_sums
from editorial import facts
from pipeline import release
from tests.servers.asking import read
from tests.servers.words import complete

PAGE = Path(__file__).resolve().parents[2] / "docs" / "deploy.md"
STANDINS = Path(__file__).parent / "machine"
HOST = "maps.omniscale.com"
PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
PATIENCE = 300  # seconds

#: A file system that lies over this one and goes with the process that made it.
COPY = """\
set -eu
layer=$(mktemp -d)
mount -t tmpfs none "$layer"
mkdir "$layer/over" "$layer/work" "$layer/machine"
cp -a "$1/." "$layer/over"
mount -t overlay overlay -o "lowerdir=/,upperdir=$layer/over,workdir=$layer/work" "$layer/machine"
mount --rbind /dev "$layer/machine/dev"
mount -t proc proc "$layer/machine/proc"
mount -t tmpfs none "$layer/machine/run"
ip link set lo up
exec chroot "$layer/machine" /bin/sh -eu "/root/$2"
"""
ISOLATED = ["unshare", "--mount", "--net", "--pid", "--fork", "--kill-child"]
#: What the test asks when the page has been carried out.
LOOK = """
echo === answer
curl --silent --include --http1.1 https://maps.omniscale.com/de/
echo
echo === status
python3 /usr/local/lib/firstparty/logs.pyz status
echo === logs
for turn in $(seq 3000); do
    grep -q '"path":"/de/"' /var/log/firstparty/access-*.log && break
    sleep 0.02
done
cat /var/log/firstparty/access-*.log
echo === addresses
grep --recursive --files-with-matches 127.0.0.1 /var/log /run /srv 2>/dev/null || true
"""


def blocks(server: str) -> str:
    """Give what the page lets somebody type on a machine with this server."""
    found = re.findall(r"```sh ?(\w*)\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    return "\n".join(text for kind, text in found if kind in {"", server})


@pytest.fixture(scope="session")
def dist(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a release of the site, without the compressed copies: they take long."""
    folder = tmp_path_factory.mktemp("released") / "dist"
    shutil.copytree(built_site, folder / "site")
    write_sums(folder / "site")
    release.accompany(folder, facts.load(release.ROOT))
    return folder


def _machine(folder: Path, dist: Path, server: str) -> None:
    """Write what is on the machine before, and what the workstation sends."""
    shutil.copytree(dist, folder / "root/release")
    stands = folder / "usr/local/sbin"
    stands.mkdir(parents=True)
    for name in ("systemctl", "certbot"):
        shutil.copy(STANDINS / name, stands / name)
    for name in ("apt-get", "sysctl"):
        shutil.copy(STANDINS / "nothing", stands / name)
    live = folder / "etc/letsencrypt/live" / HOST
    live.mkdir(parents=True)
    (folder / "etc/letsencrypt/renewal-hooks/deploy").mkdir(parents=True)
    authority = trustme.CA()
    issued = authority.issue_cert(HOST)
    issued.private_key_pem.write_to_path(live / "privkey.pem")
    for blob in issued.cert_chain_pems:
        blob.write_to_path(live / "fullchain.pem", append=True)
    authority.cert_pem.write_to_path(folder / "root/authority.pem")
    (folder / "etc/hosts").write_text(f"127.0.0.1 localhost {HOST}\n", encoding="utf-8")
    (folder / "root/page").write_text(blocks(server) + LOOK, encoding="utf-8")
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() or path.parent == stands else 0o644)


def _isolation() -> list[str]:
    """Give the command that makes a copy of the machine; skip where nothing may."""
    for command in (ISOLATED, [*ISOLATED, "--map-root-user"]):
        probe = [*command, "sh", "-c", COPY.replace('exec chroot "$layer/machine"', "exec true #")]
        if (
            subprocess.run([*probe, "-", STANDINS], check=False, capture_output=True).returncode
            == 0
        ):
            return command
    return pytest.skip("no copy of the machine: neither root nor overlays for users")


def test_page(name: str, dist: Path, tmp_path: Path) -> None:
    """A person who types what the page says has a running site that keeps its promises."""
    isolated = _isolation()
    _machine(tmp_path / "machine", dist, name)
    done = subprocess.run(
        [*isolated, "sh", "-c", COPY, "-", tmp_path / "machine", "page"],
        check=False,
        capture_output=True,
        timeout=PATIENCE,
        env={"PATH": PATH, "CURL_CA_BUNDLE": "/root/authority.pem", "HOME": "/root"},
    )
    said = done.stdout.decode() + done.stderr.decode()
    assert done.returncode == 0, said
    parts = dict(
        part.split("\n", 1) for part in done.stdout.decode().split("=== ")[1:] if "\n" in part
    )
    answer = read(parts["answer"].encode())
    assert answer.status == 200, said
    assert complete(answer) == []
    expected = dict(headers_for(Target.STABLE))
    assert {header: answer.fields.get(header.lower()) for header in expected} == expected
    assert '"address":"127.0.0.0"' in parts["logs"], said
    assert parts["addresses"] == "", said


def test_blocks() -> None:
    """A block is for every machine, for one server, or for the workstation; none is empty."""
    text = PAGE.read_text(encoding="utf-8")
    kinds = set(re.findall(r"```sh ?(\w*)\n", text))
    assert kinds == {"", "nginx", "apache", "caddy", "workstation"}
    assert text.count("```") == 2 * len(re.findall(r"```sh ?\w*\n.+?```", text, re.DOTALL))
    assert os.access(STANDINS / "systemctl", os.X_OK)

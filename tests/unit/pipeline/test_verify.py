"""`inv verify` from the command line, against a server on loopback."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from pipeline.verify import main
from preview.app import create_app
from preview.server import answering
from tests.unit.preview.conftest import FakeRegister

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Write a small built site."""
    for name in ("index.html", "404.html", "de/index.html", "en/index.html"):
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"<!doctype html><title>{name}</title>", encoding="utf-8")
    return tmp_path / "site"


@pytest.fixture
def origin(site: Path) -> Iterator[str]:
    """Serve it as production would."""
    with answering(create_app(site, register=FakeRegister())) as server:
        yield server.origin


def test_the_same(site: Path, origin: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing differs: one line, and 0."""
    assert main(["--url", f"{origin}/de/", "--site", str(site)]) == 0
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", f"{origin}: 5 files compared, the same as the build\n")


def test_something_differs(
    site: Path, origin: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A line for each difference, and 1; or any of the guard's formats."""
    other = tmp_path / "other"
    site.rename(other)
    (site / "de").mkdir(parents=True)
    for name in ("index.html", "404.html", "de/index.html"):
        (site / name).write_bytes((other / name).read_bytes())
    command = ["--url", origin, "--site", str(other)]
    assert main(command) == 1
    assert capsys.readouterr().err == (
        "/en/:1:1: answers 404 instead of 200; publish the release again (differing-status)\n"
        "/en:1:1: answers 404 instead of 301; publish the release again (differing-status)\n"
        f"{origin}: 5 files compared, 2 differences\n"
    )
    assert main([*command, "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert report["site_url"] == origin
    assert [finding["path"] for finding in report["findings"]] == ["/en/", "/en"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            ["--url", "http://["],
            'verify: "http://[" is no origin; write it like "https://www.example.org"\n',
        ),
        (
            ["--url", "http://127.0.0.1:9", "--site", "{site}"],
            "verify: http://127.0.0.1:9 does not answer: [Errno 111] Connection refused\n",
        ),
        (
            ["--url", "https://127.0.0.1:9", "--ca", "{site}/nothing.pem"],
            "verify: {site}/nothing.pem cannot be read: No such file or directory\n",
        ),
        (
            ["--url", "http://127.0.0.1:9", "--site", "{site}/de/none"],
            "verify: {site}/de/none holds no built site; leave --site out to build one\n",
        ),
    ],
    ids=["address", "silence", "authority", "site"],
)
def test_cannot_compare(
    site: Path, capsys: pytest.CaptureFixture[str], options: list[str], message: str
) -> None:
    """What keeps it from comparing is one sentence, and 2."""
    assert main([option.format(site=site) for option in options]) == 2
    assert capsys.readouterr().err == message.format(site=site)

"""`logs.bundle`: what a release brings to a server."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from logs import bundle, settings
from logs.addresses import Prefixes
from registers import processing

REPOSITORY = Path(__file__).resolve().parents[3]
SOURCES = REPOSITORY / "logs"


def test_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the day nor the times of the files change the bundle; a changed source does."""
    copy = tmp_path / "logs"
    copy.mkdir()
    for source in SOURCES.glob("*.py"):
        (copy / source.name).write_bytes(source.read_bytes())
        os.utime(copy / source.name, (0, 0))
    bundle.bundle(tmp_path / "one.pyz")
    monkeypatch.setattr(bundle, "__file__", str(copy / "bundle.py"))
    bundle.bundle(tmp_path / "two.pyz")
    (copy / "clock.py").write_text('"""Another clock."""\n')
    bundle.bundle(tmp_path / "three.pyz")
    one, two, three = ((tmp_path / f"{name}.pyz").read_bytes() for name in ("one", "two", "three"))
    assert one == two
    assert one != three


def test_what_is_in_it(tmp_path: Path) -> None:
    """The bundle holds every module but those that a release needs and a server does not."""
    bundle.bundle(tmp_path / "logs.pyz")
    with zipfile.ZipFile(tmp_path / "logs.pyz") as archive:
        names = archive.namelist()
    modules = {file.name for file in SOURCES.glob("*.py")} - {"bundle.py", "units.py"}
    assert names == ["__main__.py", *(f"logs/{name}" for name in sorted(modules))]


def test_it_runs_alone(tmp_path: Path) -> None:
    """Python runs it without this repository, without a site, without an environment."""
    bundle.bundle(tmp_path / "logs.pyz")
    (tmp_path / "logs.toml").write_text("days = 90\nipv4_prefix = 24\nipv6_prefix = 48\n")
    places = ["--config", "logs.toml", "--directory", str(tmp_path), "--run", str(tmp_path)]
    done = subprocess.run(
        [sys.executable, "-I", "-S", "logs.pyz", "status", *places],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr, done.stdout) == (
        0,
        "",
        "Lines stay 89 days; at the very worst 89 days and 13 hours of the 90 days that the "
        "notice names.\n"
        "Of an address 24 bits of IPv4 and 48 bits of IPv6 are written.\n"
        "There is no file.\n"
        f"No collector has left its counts in '{tmp_path}'.\n"
        "No suspension runs: every address is cut.\n",
    )


@pytest.mark.parametrize("module", sorted(SOURCES.glob("*.py")), ids=lambda path: path.name)
def test_nothing_but_the_standard_library(module: Path) -> None:
    """A server needs Python and nothing else; types of the register are for the release."""
    tree = ast.parse(module.read_text())
    imported = {
        (node.module or "").partition(".")[0] if isinstance(node, ast.ImportFrom) else name.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in node.names
    }
    foreign = imported - sys.stdlib_module_names - {"logs"}
    assert foreign == ({"registers"} if module.name == "bundle.py" else set())


def test_the_numbers_of_the_notice() -> None:
    """What the register says is what the program reads; an open gap is no permission."""
    register = processing.load(REPOSITORY / "processing.toml")
    text = bundle.configuration(register)
    read = settings.parse(text)
    longest = register.retention["abuse_logs"]
    assert read.days == register.retention["website_logs"].days
    assert read.keep == Prefixes(
        register.anonymisation.ipv4_prefix, register.anonymisation.ipv6_prefix
    )
    assert read.suspension_days == longest.days


def changed(**periods: dict[str, object]) -> processing.Register:
    """The register with other periods."""
    register = processing.load(REPOSITORY / "processing.toml")
    reason = register.retention["website_logs"].reason
    entries = {
        name: processing.Retention(reason=reason, **period)  # type: ignore[arg-type]  # a table
        for name, period in periods.items()
    }
    return register.model_copy(update={"retention": register.retention | entries})


def test_other_periods() -> None:
    """The shorter of two periods counts; no month is longer than the shortest one."""
    register = changed(website_logs={"months": 2}, access_logs={"days": 60}, abuse_logs={"days": 7})
    assert bundle.configuration(register) == (
        "# Written by a release from processing.toml; what the notice says stands here, too.\n"
        "days = 56\nipv4_prefix = 24\nipv6_prefix = 48\nsuspension_days = 7\n"
    )


def test_an_open_period() -> None:
    """Without a period there is no configuration, and so no log."""
    with pytest.raises(settings.Refused) as refusal:
        bundle.configuration(changed(website_logs={"period": ""}))
    assert str(refusal.value) == (
        "processing.toml leaves retention.website_logs open: without a period no log can be kept"
    )

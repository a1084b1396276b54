"""What two auditors say of each server: `python -m benchmarks.headers NODE_MODULES`, as root.

Mozilla's HTTP Observatory (`@mdn/mdn-http-observatory`) and Google's CSP Evaluator
(`csp_evaluator`), as npm installed them (docs/servers.md). Each of Debian's servers is started with
the built site in a network of its own, on the ports 80 and 443 of `localhost`, because the
Observatory asks nowhere else. Exit codes: 0 at least 130 points everywhere and nothing of the
Evaluator above its remark on `'self'`, 1 less, 2 could not look.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from delivery.csp import header_policy
from pipeline.servers import installed
from tests.servers.running import AUTHORITY, PROGRAMS, running

if TYPE_CHECKING:
    from collections.abc import Sequence

SITE = Path(__file__).resolve().parent.parent / "output"
POINTS = 130
#: Files that the Observatory's package would fetch: public suffixes, and the preload list.
STUBS = {"conf/tld-list.json": '["com"]', "conf/hsts-preload.json": "{}"}
EVALUATE = """\
import { CspEvaluator } from "csp_evaluator/dist/evaluator.js";
import { CspParser } from "csp_evaluator/dist/parser.js";
const findings = new CspEvaluator(new CspParser(process.argv[1]).csp).evaluate();
console.log(JSON.stringify(findings));
"""
#: Severity of the Evaluator for what may be wrong: `'self'` allows what a visitor can upload.
REMARK, SELF = 50, "'self'"


def _tool(name: str) -> str:
    return shutil.which(name) or sys.exit(f"{name} is not installed")


def observe(modules: Path, server: str) -> dict[str, Any]:
    """Give the Observatory's report on a server."""
    package = modules / "@mdn/mdn-http-observatory"
    for name, text in STUBS.items():
        if not (package / name).exists():
            (package / name).write_text(text)
    with running(server, site=partial(shutil.copytree, SITE), ports=(80, 443)) as started:
        environment = {**os.environ, "NODE_EXTRA_CA_CERTS": str(started.prefix / AUTHORITY)}
        command = [_tool("node"), str(package / "src/scan.js"), "localhost"]
        done = subprocess.run(
            command, check=False, capture_output=True, text=True, env=environment, timeout=300
        )
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def evaluate(modules: Path) -> list[dict[str, Any]]:
    """Give the Evaluator's findings on the policy."""
    command = [_tool("node"), "--input-type=module", "--eval", EVALUATE, header_policy()]
    done = subprocess.run(
        command, check=True, capture_output=True, text=True, cwd=modules.parent, timeout=60
    )
    findings: list[dict[str, Any]] = json.loads(done.stdout)
    return findings


def judge(modules: Path) -> bool:
    """Print both tables; tell whether everything is as it should be."""
    good = True
    print("| server | points | grade | not passed |\n| --- | ---: | --- | --- |")
    for server in filter(installed, PROGRAMS):
        report = observe(modules, server)
        if "scan" not in report:
            raise RuntimeError(f"{server}: {report.get('error', report)}")
        scan = report["scan"]
        failed = [name for name, test in report["tests"].items() if not test["pass"]]
        print(f"| {server} | {scan['score']} | {scan['grade']} | {', '.join(failed) or '–'} |")
        good = good and scan["score"] >= POINTS
    print("\n| directive | value | the CSP Evaluator |\n| --- | --- | --- |")
    for found in evaluate(modules):
        print(f"| {found['directive']} | {found.get('value', '')} | {found['description']} |")
        good = good and (found["severity"] >= REMARK and found.get("value") == SELF)
    return good


def main(arguments: Sequence[str] | None = None) -> int:
    """Ask from the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.headers", description=__doc__)
    parser.add_argument("modules", type=Path, help="node_modules, wherever npm put it")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if os.geteuid() != 0 or not SITE.is_dir():
        print("root is needed for a network of its own, and a built site", file=sys.stderr)
        return 2
    if not options.inside:
        again = [sys.executable, "-m", "benchmarks.headers", "--inside", str(options.modules)]
        done = subprocess.run([_tool("unshare"), "--net", *again], check=False)
        return done.returncode
    subprocess.run([_tool("ip"), "link", "set", "lo", "up"], check=True)
    Path("/proc/sys/net/ipv4/ip_unprivileged_port_start").write_text("0")
    try:
        return 0 if judge(options.modules.resolve()) else 1
    except (OSError, RuntimeError, subprocess.SubprocessError, json.JSONDecodeError) as error:
        print(error, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())

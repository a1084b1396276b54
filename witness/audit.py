"""The browser audit: `python -m witness.audit [--url URL] [--quick] …`.

Exit codes: 0 clean, 1 findings, 2 could not check.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Final

from firstparty.audit import check
from firstparty.model import ExitCode, Report
from firstparty.origin import MisconfiguredError, named_origin
from firstparty.report import FORMATS
from pipeline.announce import ending
from pipeline.places import named
from registers import processing
from registers.source import RegisterError
from witness import addresses, firefox, isolation, local, page, plan, profile
from witness.evidence import evidence, totals
from witness.inspection import inspection
from witness.journeys import AccountScriptError, account_script
from witness.observed import Observed, from_json
from witness.run import Job, as_json
from witness.verdict import judge

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from firstparty.model import Finding
    from witness.addresses import Fetch

ROOT: Final = Path(__file__).resolve().parent.parent
PACE_S: Final = 1.0
"""Against a deployed copy one page at a time, and at most one a second."""


class CannotAuditError(Exception):
    """The audit did not come about; the message is one sentence."""


def local_fetch(application: str, site: Path) -> Fetch:
    """Asks the application without a network."""
    from importlib import import_module  # noqa: PLC0415 - only here

    from werkzeug.test import Client  # noqa: PLC0415 - a deployed copy needs none

    module, _, function = application.partition(":")
    client = Client(getattr(import_module(module), function)(site))

    def fetch(path: str) -> tuple[int, bytes]:
        answer = client.get(path)
        return answer.status_code, answer.get_data()

    return fetch


def job_for(fetch: Fetch, *, quick: bool, only: Sequence[str] = (), idle: bool = True) -> Job:
    """The plan for a site; `only` narrows it to some addresses."""
    paths = list(only) or addresses.every(fetch)
    starts = [path for path in ("/index.html", "/") if fetch(path)[0] < HTTPStatus.BAD_REQUEST]
    first = next((path for path in paths if path.count("/") == 2), None)  # noqa: PLR2004 - /de/
    starts = [starts[0], first] if starts and first and not quick else starts[:1]
    looks = plan.idle(addresses.one_per_template(fetch, paths)) if idle and not quick else []
    return Job(
        plan.scenarios(paths, quick=quick),
        looks,
        starts if not only else [],
        in_haste=quick,
    )


def observe(
    job: Job,
    told: Callable[[int, int], None] = lambda _done, _all: None,
    *,
    namespace: bool | None = None,
) -> Observed:
    """Runs the job in a process of its own, in a network of its own where that is possible.

    Whether it is possible is found out, or said by `namespace`.
    Raises CannotAuditError with what the process said.
    """
    job = replace(job, network=isolation.network(job.origin, namespace=namespace))
    with tempfile.TemporaryDirectory() as name:
        task, result = Path(name) / "job.json", Path(name) / "result.json"
        task.write_text(as_json(job), "utf-8")
        command = [sys.executable, "-m", "witness.run", str(task), str(result)]
        complaints = Path(name) / "stderr"
        with (
            complaints.open("w") as errors,
            subprocess.Popen(
                [*isolation.COMMAND, *command]
                if job.network is isolation.Network.CLOSED
                else command,
                cwd=ROOT,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            ) as process,
        ):
            try:
                _follow(process, told, len(job.plan) + len(job.idle))
            except KeyboardInterrupt:
                process.terminate()
                raise
        if process.returncode:
            said = complaints.read_text("utf-8").strip().splitlines()
            raise CannotAuditError(f"the browser could not be watched: {said[-1:] or ['']}")
        return from_json(json.loads(result.read_text("utf-8")))


def _follow(process: subprocess.Popen[str], told: Callable[[int, int], None], total: int) -> None:
    """Tells of each visit that the process reports, until it ends."""
    done = 0
    for line in process.stdout or ():
        done += line.startswith("visited /")
        told(min(done, total), total)


def counted(job: Job) -> dict[str, int]:
    """The plan in figures."""
    return {
        "planned visits": len(job.plan),
        "idle looks": len(job.idle),
        "pairs of states covered": plan.pairs_covered(job.plan),
    }


def summed_up(job: Job) -> list[str]:
    """The plan in figures, for who reads it."""
    return [f"{number:,} {name}" for name, number in counted(job).items()]


def write(folder: Path, observed: Observed, findings: tuple[Finding, ...], job: Job) -> None:
    """The report and its evidence; raises CannotAuditError if the page would load anything."""
    folder.mkdir(parents=True, exist_ok=True)
    record = evidence(observed, findings, counted(job))
    text = page.render(record, observed, findings)
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "index.html").write_text(text, "utf-8")
        report = check(Path(name), "https://audit.localhost/")
    if report.findings:
        raise CannotAuditError(f"the report would itself load something: {report.findings[0]}")
    (folder / "index.html").write_text(text, "utf-8")
    (folder / "evidence.json").write_text(
        json.dumps(record, indent=2, ensure_ascii=False) + "\n", "utf-8"
    )
    (folder / "inspection.json").write_text(
        json.dumps(inspection(observed), indent=2, ensure_ascii=False) + "\n", "utf-8"
    )


def table(observed: Observed, findings: tuple[Finding, ...], job: Job) -> str:
    """What a person reads in ten seconds."""
    errors = sum(finding.severity == "error" for finding in findings)
    verdict = "clean" if not findings else f"{errors} errors, {len(findings) - errors} warnings"
    rows = {**totals(observed), **counted(job), "seconds": round(observed.ended - observed.began)}
    lines = [f"  {name:<24}{number:>8,}" for name, number in rows.items()]
    return "\n".join([observed.origin, *lines, f"  {'verdict':<24}{verdict:>8}"])


def audit(options: argparse.Namespace) -> ExitCode:
    """One audit from the command line."""
    if options.url:
        origin = named_origin(options.url)
        fetch = addresses.over_network(origin)
    else:
        origin = ""
        if not (options.site / "sitemap.xml").is_file():
            raise CannotAuditError(f"{options.site} holds no built site; run inv build first")
        fetch = local_fetch(local.__name__ + ":application", options.site)
    account_script(options.with_account)
    report = named(options.report)
    register = processing.load(local.REGISTER)
    profile.program()
    job = job_for(fetch, quick=options.quick)
    if origin:
        signing_in = options.with_account is not None
        job = replace(
            job, origin=origin, read_only=True, sign_in=signing_in, pace_s=PACE_S, browsers=1
        )
    job = replace(
        job,
        site=str(options.site.resolve()),
        account=str(options.with_account.resolve()) if options.with_account else "",
        logs=str(report / "netlogs.new"),
    )
    if options.plan:
        print("\n".join([*map(str, [*job.plan, *job.idle]), *summed_up(job)]))
        return ExitCode.CLEAN
    fresh = Path(job.logs)
    _empty(fresh)
    try:
        return _carry_out(job, options, register, report)
    finally:  # the logs of an audit that ended early prove nothing
        shutil.rmtree(fresh, ignore_errors=True)


def _empty(folder: Path) -> None:
    try:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    except OSError as error:
        message = f"{folder.parent} cannot be written: {error.strerror}; name another folder"
        raise CannotAuditError(message) from error


def _carry_out(
    job: Job, options: argparse.Namespace, register: processing.Register, report: Path
) -> ExitCode:
    """Watches, judges, and puts the report in the place of the last one."""
    observed = observe(job, _progress, namespace=False if options.no_namespace else None)
    findings = judge(observed, register.cookies, signed_in=job.sign_in)
    if options.firefox:
        try:
            seen = firefox.second_witness(job)
        except RuntimeError as problem:
            raise CannotAuditError(f"Firefox could not be watched: {problem}") from problem
        findings += firefox.judge(seen, observed.origin)
    write(report, observed, findings, job)
    shutil.rmtree(report / "netlogs", ignore_errors=True)
    Path(job.logs).rename(report / "netlogs")
    summary = table(observed, findings, job)
    if options.format == "text":
        print("".join(f"{finding} [{finding.rule}]\n" for finding in findings) + summary)
        print(f"  {observed.network.claim}\n  report: {options.report / 'index.html'}")
    else:
        pages = len({visit.address for visit in observed.visits})
        sys.stdout.write(FORMATS[options.format](Report(observed.origin, pages, 0, findings)))
        print(summary, file=sys.stderr)
    return ExitCode.FINDINGS if findings else ExitCode.CLEAN


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        end = "\r" if done < total else "\r\x1b[K"
        sys.stderr.write(f"{done:,} of {total:,} visits{end}")
        sys.stderr.flush()


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command and gives its exit code."""
    parser = argparse.ArgumentParser(prog="python -m witness.audit", description=__doc__)
    parser.add_argument("--url", help="a deployed copy; without it the local build is served")
    parser.add_argument("--site", type=Path, default=ROOT / "output", help="the local build")
    parser.add_argument("--quick", action="store_true", help="each page once, in half a minute")
    parser.add_argument("--plan", action="store_true", help="print what would be visited, and end")
    parser.add_argument("--firefox", action="store_true", help="first visits with Firefox, too")
    parser.add_argument("--no-namespace", action="store_true", help="as if there were none here")
    parser.add_argument("--with-account", type=Path, metavar="SCRIPT", help="sign_in and sign_out")
    parser.add_argument("--format", choices=sorted(FORMATS), default="text")
    parser.add_argument("--report", type=Path, default=ROOT / ".cache" / "audit", metavar="DIR")
    options = parser.parse_args(arguments)
    return ending(lambda _: _audit(options))


def _audit(options: argparse.Namespace) -> int:
    """Says in one sentence what kept the audit from coming about."""
    try:
        return int(audit(options))
    except (
        CannotAuditError,
        AccountScriptError,
        MisconfiguredError,
        RegisterError,
        addresses.NothingToVisitError,
        profile.NoBrowserError,
    ) as problem:
        print(f"audit: {problem}", file=sys.stderr)
        return int(ExitCode.COULD_NOT_CHECK)


if __name__ == "__main__":
    sys.exit(main())

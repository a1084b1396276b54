"""The verbs: `inv` lists them. A few lines each; the work is done in the packages named here."""

from __future__ import annotations

import shlex
import sys
from typing import TYPE_CHECKING

from invoke.collection import Collection
from invoke.tasks import task

if TYPE_CHECKING:
    from invoke.context import Context

PYTHON = sys.executable
LANG = "de or en: the language of what is said; else that of the terminal"


@task(default=True)
def verbs(context: Context) -> None:
    """List what can be done here."""
    context.run(f"{PYTHON} -m invoke --list", pty=False)


@task(help={"lang": LANG})
def serve(context: Context, port: str = "8000", lang: str = "") -> None:
    """Build, serve on http://127.0.0.1:8000 and rebuild on every change."""
    spoken = f" --lang {shlex.quote(lang)}" if lang else ""
    _run(context, f"-m preview.serve --port {shlex.quote(port)}{spoken}")


@task(help={"lang": LANG})
def build(context: Context, output: str = "output", lang: str = "") -> None:
    """Build the site; the last good one stays when anything is wrong."""
    _call(context, "pipeline.build", output=output, lang=lang)


@task
def translate(context: Context) -> None:
    """Bring the catalogues in translations/ up to date with the templates."""
    _run(context, "-m editorial.extraction")


@task(help={"lang": LANG})
def check(context: Context, lang: str = "") -> None:
    """Lint, types, content, words and guard: run it before pushing."""
    _call(context, "pipeline.check", lang=lang)


@task
def test(context: Context) -> None:
    """Check, then run every test, the browser's included."""
    _run(context, "-m pipeline.check")
    _run(context, "-m pytest -n auto --dist loadgroup -m 'not watch'")
    _run(context, "-m pytest -m watch tests/browser")


@task(
    help={
        "url": "a deployed copy; without it the local build is built and served",
        "quick": "each page once, in half a minute",
        "with_account": "a script with sign_in and sign_out (see docs/audit.md)",
        "format": "text, json, sarif, junit or github",
    }
)
def audit(
    context: Context,
    url: str = "",
    quick: bool = False,  # noqa: FBT001, FBT002 - invoke makes it a flag
    with_account: str = "",
    format: str = "text",  # noqa: A002 - the flag's name
) -> None:
    """Watch a browser on every page: what leaves, what is stored (exit codes 0, 1, 2)."""
    audit = f"-m witness.audit --url {shlex.quote(url)}" if url else "-m witness"
    options = [f"--format {shlex.quote(format)}"]
    options += ["--quick"] if quick else []
    options += [f"--with-account {shlex.quote(with_account)}"] if with_account else []
    _run(context, " ".join([audit, *options]))


@task(
    help={
        "allow_gaps": "build although facts are missing; the pages then say they are a draft",
        "lang": LANG,
    }
)
def release(context: Context, allow_gaps: bool = False, lang: str = "") -> None:  # noqa: FBT001, FBT002 - invoke makes it a flag
    """Write the publishable build into dist/."""
    _call(context, "pipeline.release", *["--allow-gaps"] * allow_gaps, lang=lang)


@task(
    help={
        "url": "the deployed copy",
        "ca": "a certificate authority of your own, as PEM",
        "format": "text, json, sarif, junit or github",
    }
)
def verify(context: Context, url: str, ca: str = "", format: str = "text") -> None:  # noqa: A002 - the flag's name
    """Compare a deployed copy with a build of this commit, file by file (exit codes 0, 1, 2)."""
    options = [f"--url {shlex.quote(url)}", f"--format {shlex.quote(format)}"]
    options += [f"--ca {shlex.quote(ca)}"] if ca else []
    _run(context, " ".join(["-m pipeline.verify", *options]))


@task
def draw(context: Context) -> None:
    """Draw the maps and icons again from the vendored data."""
    _run(context, "-m maps.draw")
    _run(context, "-m maps.icons")


@task
def lock(context: Context) -> None:
    """Write requirements.txt from pyproject.toml: exact versions with hashes."""
    context.run(
        f"{PYTHON} -m uv pip compile --universal --python-version 3.11 --generate-hashes"
        " --no-emit-index-url --no-annotate --no-header --quiet"
        " --group dev pyproject.toml --output-file requirements.txt"
    )


OF_A_REVISION = {
    "document": "its id, for example privacy",
    "effective": "the day from which it applies, like 2027-01-01",
    "kind": "typo, clarification or 'material change'",
    "summary_de": "what changed, in German",
    "summary_en": "what changed, in English",
    "reason_de": "why a material change takes effect in less than 30 days, in German",
    "reason_en": "the same in English",
    "moved": "old-clause=new-clause for a clause that is gone; may be given more than once",
    "by": "who does it; else git's user.name",
    "lang": LANG,
}


@task(
    positional=["target"],
    help={"target": "a document, or a clause like privacy#cookies", "lang": LANG},
)
def confirm(
    context: Context, target: str, kind: str = "clarification", by: str = "", lang: str = ""
) -> None:
    """Confirm that both languages of a clause say the same."""
    _legal(context, "confirm", target, kind=kind, by=by, lang=lang)


@task(positional=["document"], iterable=["moved"], help=OF_A_REVISION)
def revise(  # noqa: PLR0913 - a revision has that many parts
    context: Context,
    document: str,
    effective: str = "",
    kind: str = "",
    summary_de: str = "",
    summary_en: str = "",
    reason_de: str = "",
    reason_en: str = "",
    moved: list[str] | None = None,
    by: str = "",
    lang: str = "",
) -> None:
    """Publish a legal text as it is now, as its next revision."""
    said = {"summary-de": summary_de, "summary-en": summary_en}
    said |= {"reason-de": reason_de, "reason-en": reason_en}
    more = [f"--moved={value}" for value in moved or ()]
    _legal(
        context, "revise", document, *more, effective=effective, kind=kind, by=by, lang=lang, **said
    )


@task(positional=["document"], help={"document": "its id, for example privacy", "lang": LANG})
def enact(context: Context, document: str, lang: str = "") -> None:
    """Let a revision that was coming apply now."""
    _legal(context, "enact", document, lang=lang)


@task(help={"lang": LANG})
def gaps(context: Context, lang: str = "") -> None:
    """List the facts that the operator still has to supply."""
    _legal(context, "gaps", lang=lang)


OF_THE_LOGS = {
    "config": "what the release says; else /usr/local/lib/firstparty/logs.toml",
    "directory": "the logs; else /var/log/firstparty",
    "run": "the sockets; else /run/firstparty",
}


@task(
    iterable=["only"],
    help={
        "for": "like 30m, 6h or 2d; the notice says how long at most",
        "reason": "why; it stays in the record, so it names nobody",
        "only": "a network or the beginning of a path; may be given more than once",
        "end": "the evaluation is over: remove the whole addresses now",
        **OF_THE_LOGS,
    },
)
def unmask(  # noqa: PLR0913 - a suspension has that many parts
    context: Context,
    for_: str = "",
    reason: str = "",
    only: list[str] | None = None,
    end: bool = False,  # noqa: FBT001, FBT002 - invoke makes it a flag
    config: str = "",
    directory: str = "",
    run: str = "",
) -> None:
    """Write whole addresses for a bounded time: the exception of the notice (docs/logs.md)."""
    words = [*(f"--only={which}" for which in only or ()), *["--end"] * end]
    asked = {"for": for_, "reason": reason}
    _call(context, "logs", "unmask", *words, **asked, config=config, directory=directory, run=run)


@task(help=OF_THE_LOGS)
def status(context: Context, config: str = "", directory: str = "", run: str = "") -> None:
    """Say how long lines stay, which is the oldest day, and whether whole addresses are written."""
    _call(context, "logs", "status", config=config, directory=directory, run=run)


@task(help=OF_THE_LOGS)
def sweep(context: Context, config: str = "", directory: str = "", run: str = "") -> None:
    """Remove logs that are too old; a timer does it every hour."""
    _call(context, "logs", "sweep", config=config, directory=directory, run=run)


def _legal(context: Context, *words: str, **options: str) -> None:
    _call(context, "pipeline.legal", *words, **options)


def _call(context: Context, module: str, *words: str, **options: str) -> None:
    """Run a module with the options that somebody gave."""
    given = [f"--{name}={value}" for name, value in options.items() if value]
    _run(context, shlex.join(["-m", module, *words, *given]))


def _run(context: Context, arguments: str) -> None:
    """Run a module; its exit code is ours, without invoke's own traceback."""
    done = context.run(f"{PYTHON} {arguments}", warn=True, pty=sys.stdout.isatty())
    if done is not None and done.exited:
        sys.exit(done.exited)


namespace = Collection(
    *(verbs, serve, build, translate, check, test, audit, release, verify, draw, lock),
    legal=Collection("legal", confirm, revise, enact, gaps),
    logs=Collection("logs", unmask, status, sweep),
)

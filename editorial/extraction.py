"""Takes words out of templates and code and into catalogues: what `inv translate` does.

Everything is Babel; this says where words stand and keeps the catalogues in order.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from tokenize import TokenError
from typing import TYPE_CHECKING, Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po
from jinja2 import TemplateSyntaxError

import messages
from editorial import catalogues, templates
from editorial.catalogues import CatalogueError
from editorial.documents import LANGUAGES
from firstparty.model import ExitCode, Finding, Location, Severity
from messages import choice, po, say, speaking

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Domain:
    """One kind of words: where they stand, how they are marked, which languages are kept.

    `methods` gives Babel's way to read the files of a pattern, `keywords` the argument of a
    function that holds the words, `subject` what the head of a catalogue calls them.
    """

    name: str
    languages: tuple[str, ...]
    methods: Mapping[str, str]
    keywords: Mapping[str, tuple[int, ...] | None]
    subject: str
    options: Mapping[str, dict[str, str]] = field(default_factory=dict)


class ExtractionError(Exception):
    """A template or a module that no words can be taken out of; `finding` says why."""

    def __init__(self, finding: Finding) -> None:
        """Keep the finding."""
        super().__init__(str(finding))
        self.finding = finding


_TEMPLATES = f"{templates.FOLDER}/**.html"

THEME = Domain(
    name=catalogues.DOMAIN,
    languages=LANGUAGES,
    methods={_TEMPLATES: "jinja2", "editorial/**.py": "python", "notices/**.py": "python"},
    # `translate(lang, words)` names its words second.
    keywords={"_": None, "gettext": None, "ngettext": (1, 2), "translate": (2,)},
    subject="The words of the theme.",
    options={_TEMPLATES: {"trimmed": "true", "silent": "false"}},
)
CHECKS = Domain(
    name=messages.DOMAIN,
    languages=messages.TRANSLATED,
    methods={
        f"{package}/**.py": "python"
        for package in ("editorial", "messages", "notices", "pipeline", "preview", "registers")
    },
    keywords={"say": None},
    subject="What the checks say to editors.",
)
DOMAINS = (THEME, CHECKS)

_HEADER = """\
# {subject} Change msgstr, never msgid.
# `inv translate` brings new messages and takes unused ones away."""
_ELSEWHERE = {"output", "dist", "node_modules", "tests"}


def extract(root: Path, domain: Domain) -> Catalog:
    """Give the template catalogue: every message with its places and translators' comments.

    Raises `ExtractionError` with the first file that cannot be read.
    """
    template = Catalog(project="firstparty", charset="utf-8", fuzzy=False)
    read: list[str] = []
    try:
        found = sorted(_found(root, domain, read), key=_order)
    except (TemplateSyntaxError, SyntaxError, TokenError, ValueError, OSError) as error:
        raise ExtractionError(_wrong(error, root, read[-1])) from error
    for filename, _line, message, comments, context in found:
        # No line numbers: they change with every edit and say nothing to a translator. Babel
        # writes a place without one, but its types do not say so.
        places = [(filename, None)]
        template.add(message, None, places, auto_comments=comments, context=context)  # type: ignore[arg-type]  # see above
    return template


def _found(root: Path, domain: Domain, read: list[str]) -> Iterable[tuple[Any, ...]]:
    """Give what Babel finds; the name of each file comes into `read` before it is opened."""
    return extract_from_dir(
        root,
        method_map=list(domain.methods.items()),
        options_map=dict(domain.options),
        keywords=dict(domain.keywords),
        comment_tags=("Translators:",),
        callback=lambda name, _method, _options: read.append(name),
        strip_comment_tags=True,
        directory_filter=lambda path: (
            not any(
                part.startswith(".") or part in _ELSEWHERE
                for part in str(path).removeprefix(str(root)).split("/")
            )
        ),
    )


def _wrong(error: Exception, root: Path, name: str) -> Finding:
    """Say what is wrong with a file, as the build says it of a template."""
    if isinstance(error, OSError):
        return templates.unread(error, name)
    if (finding := templates.not_utf8(root / name, root)) is not None:
        return finding
    line = getattr(error, "lineno", None) or 1
    if isinstance(error, TemplateSyntaxError):
        return templates.broken(error, Location(name, line))
    reason = getattr(error, "msg", None) or str(error.args[0])
    line = error.args[1][0] if isinstance(error, TokenError) else line
    message = say("this is no Python: {reason}; correct it", reason=reason)
    return Finding("broken-module", Severity.ERROR, message, name, Location(name, line))


def update(root: Path) -> None:
    """Bring every catalogue up to date: new messages empty, unused ones gone, English filled.

    Raises `CatalogueError` with whatever cannot be read; nothing is written then.
    """
    read: dict[Path, Catalog] = {}
    taken: dict[str, Catalog] = {}
    findings: list[Finding] = []
    for path, lang, _ in _kept(root):
        try:
            read[path] = catalogues.read(path, root, lang) if _stands(path) else _new(lang)
        except CatalogueError as error:
            findings += error.findings
    for domain in DOMAINS:
        try:
            taken[domain.name] = extract(root, domain)
        except ExtractionError as error:
            findings.append(error.finding)
    if findings:
        raise CatalogueError(tuple(dict.fromkeys(findings)))
    for path, lang, domain in _kept(root):
        _bring_up(read[path], taken[domain.name], lang, domain)
        _write(path, read[path])


def _kept(root: Path) -> Iterable[tuple[Path, str, Domain]]:
    """Give the place, the language and the domain of every catalogue."""
    for domain in DOMAINS:
        for lang in domain.languages:
            yield po.path_of(lang, domain.name, root / "translations"), lang, domain


def _stands(path: Path) -> bool:
    """Tell whether something is there, be it unreadable."""
    try:
        path.stat()
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return True


def _bring_up(catalogue: Catalog, template: Catalog, lang: str, domain: Domain) -> None:
    catalogue.header_comment = _HEADER.format(subject=domain.subject)
    catalogue.fuzzy = False
    catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    if lang == "en":
        for message in catalogue:
            if message.id and not message.string:
                message.string = message.id


def _write(path: Path, catalogue: Catalog) -> None:
    """Write beside the catalogue, then put it in its place: no moment has half of one there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    made = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            write_po(file, catalogue, width=100, sort_output=True)
        made.chmod(0o644)
        made.replace(path)
    finally:
        made.unlink(missing_ok=True)


def _new(lang: str) -> Catalog:
    """Give a catalogue whose head names nobody: the repository says who wrote it."""
    return Catalog(
        locale=lang,
        project="firstparty",
        version="1",
        msgid_bugs_address="",
        last_translator="",
        language_team=lang,
    )


def _order(found: tuple[object, ...]) -> tuple[str, str]:
    return str(found[2]), str(found[0])


def main(arguments: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Bring the catalogues up to date from the command line; 2 where something is unreadable."""
    parser = argparse.ArgumentParser(prog="python -m editorial.extraction", description=__doc__)
    choice.add_option(parser)
    with speaking(parser.parse_args(arguments).lang):
        try:
            update(root)
        except CatalogueError as error:
            for finding in error.findings:
                print(f"{finding} ({finding.rule})", file=sys.stderr)
            return ExitCode.COULD_NOT_CHECK
    return ExitCode.CLEAN


if __name__ == "__main__":
    sys.exit(main())

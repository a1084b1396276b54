"""One check of one folder: files, references, rules, findings."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Final

from firstparty import rules, workers
from firstparty.extract.kinds import Kind, kind_of
from firstparty.files import published_files
from firstparty.model import Finding, Location, Reference, Report, Use
from firstparty.origin import Origins
from firstparty.reading import FileResult, read_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from firstparty.baseline import Baseline
    from firstparty.cache import Cache
    from firstparty.files import PublishedFile

# How a file is read again when something uses it as this.
_READ_AS: Final = {
    Use.FRAME: Kind.HTML,
    Use.MODULE: Kind.MODULE,
    Use.SCRIPT: Kind.SCRIPT,
    Use.SPECULATION: Kind.SPECULATION,
    Use.STYLESHEET: Kind.CSS,
    Use.SVG_REFERENCE: Kind.XML,
}

# Kinds of files that a server rule for many files can turn into something else; the others
# are read as what they are.
_RETYPED: Final = frozenset({Kind.TEXT, Kind.UNKNOWN})
_RETYPED_TO: Final = {
    Use.FRAME: _RETYPED | {Kind.CSS, Kind.DATA, Kind.SCRIPT, Kind.MODULE, Kind.XML},
    Use.SVG_REFERENCE: _RETYPED | {Kind.HTML},
}


def check(  # noqa: PLR0913 - each is an option of the command
    directory: Path,
    site_url: str,
    *,
    allow_origins: Iterable[str] = (),
    baseline: Path | None = None,
    cache: Path | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Report:
    """Check every file of a published folder.

    `site_url` is the address at which the folder is published; `baseline` names a file of
    accepted findings; `cache` is a folder in which clean files are remembered until anything
    about them changes; `progress` hears the number of files done and of all. Raises
    MisconfiguredError when an origin or the baseline cannot be read or the cache not be used,
    and UnreadableFolderError when the folder cannot be listed.
    """
    origins = Origins(site_url, tuple(allow_origins))
    accepted = _accepted(baseline)
    files = published_files(directory)
    known = _known(cache, origins, directory)
    results = workers.read_all(files, origins, progress, known)
    if known is not None:
        known.keep(result.key for result in results if result.key)
    results = [*results, *_read_again(files, results, origins)]
    findings = judged(_references(results))
    kept: Sequence[Finding] = findings
    stale: Sequence[Reference] = ()
    if accepted is not None:
        kept, stale = accepted.sort(findings, {file.path: file.full for file in files})
    return Report(
        site_url,
        files=len(files),
        bytes=sum(file.size for file in files),
        findings=(*kept, *judged(stale)),
        accepted=len(findings) - len(kept),
    )


def _known(folder: Path | None, origins: Origins, directory: Path) -> Cache | None:
    if folder is None:
        return None
    from firstparty.cache import open_cache  # noqa: PLC0415 - most checks need none

    return open_cache(folder, origins, directory)


def _accepted(file: Path | None) -> Baseline | None:
    if file is None:
        return None
    from firstparty.baseline import read_baseline  # noqa: PLC0415 - most checks need none

    return read_baseline(file)


def judged(references: Iterable[Reference]) -> tuple[Finding, ...]:
    """The findings of all rules, each once, in order of place and rule."""
    return tuple(sorted({rules.judge(reference) for reference in references}, key=_order))


def _order(finding: Finding) -> tuple[Location, str, str, str]:
    return (finding.location, finding.rule, finding.evidence, finding.message)


def _references(results: Iterable[FileResult]) -> Iterable[Reference]:
    results = list(results)
    known = {path for result in results for use, path in result.linked if use in _READ_AS}
    for result in results:
        for reference in result.references:
            # A file without a telling name is known by what uses it.
            if reference.use is not Use.UNKNOWN_KIND or result.path not in known:
                yield reference


def _read_again(
    files: Sequence[PublishedFile], results: Sequence[FileResult], origins: Origins
) -> list[FileResult]:
    """Read files as what others use them as, and the files that these use in turn."""
    by_path = {file.path: file for file in files}
    again: list[FileResult] = []
    done: set[tuple[Use, str]] = set()
    pending = {entry for result in results for entry in result.linked}
    while pending:
        done |= pending
        found: list[FileResult] = []
        for use, pattern in sorted(pending):
            paths = _matching(use, pattern, by_path)
            found += [read_file(by_path[path], origins, _READ_AS[use]) for path in paths]
        again += found
        pending = {entry for result in found for entry in result.linked} - done
    return again


def _matching(use: Use, pattern: str, paths: Iterable[str]) -> list[str]:
    if "*" not in pattern:
        return [pattern] if pattern in paths else []
    retyped = _RETYPED_TO.get(use, _RETYPED)
    return [
        path
        for path in paths
        if fnmatchcase(path, pattern) and kind_of(path.rpartition("/")[2], b"") in retyped
    ]

"""Many files on all cores; few in this process."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from typing import TYPE_CHECKING, Final

from firstparty.reading import FileResult, read_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from firstparty.files import PublishedFile
    from firstparty.origin import Origins

# Starting processes costs about as much as reading this many bytes.
_WORTH_A_POOL: Final = 8 * 1024 * 1024
_CHUNK: Final = 64


def read_all(
    files: Sequence[PublishedFile],
    origins: Origins,
    progress: Callable[[int, int], None] | None = None,
) -> list[FileResult]:
    """The results of all files in their order; `progress` hears how many are done."""
    results: list[FileResult] = []
    for batch in _batches(files, origins):
        results += [result for result in batch if result.references or result.linked]
        if progress is not None:
            progress(min(len(results), len(files)), len(files))
    return results


def _batches(files: Sequence[PublishedFile], origins: Origins) -> Iterator[list[FileResult]]:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    if not cores or cores == 1 or sum(file.size for file in files) < _WORTH_A_POOL:
        for file in files:
            yield [read_file(file, origins)]
        return
    remaining = iter(files)
    chunks = iter(lambda: list(islice(remaining, _CHUNK)), [])
    with ProcessPoolExecutor(cores, initializer=_start, initargs=(origins,)) as pool:
        yield from pool.map(_read_chunk, chunks)


_origins: Origins


def _start(origins: Origins) -> None:
    global _origins  # noqa: PLW0603  # one per process, so that its cache lives on
    _origins = origins


def _read_chunk(files: list[PublishedFile]) -> list[FileResult]:
    return [read_file(file, _origins) for file in files]

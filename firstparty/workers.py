"""Many files on all cores, each read by a process that may not outlast its time or memory.

A file that makes its reader hang or die is a finding about that file, and nothing else.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Final, cast

from firstparty.model import Location, Reference, Use
from firstparty.reading import FileResult, read_file

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.context import BaseContext
    from multiprocessing.process import BaseProcess

    from firstparty.cache import Cache
    from firstparty.files import PublishedFile
    from firstparty.origin import Origins

    Progress = Callable[[int, int], None]

# Files below this size cannot keep a reader busy for long, whatever they hold.
_HARMLESS_SIZE: Final = 32 * 1024
_FEW: Final = 40
_CHUNK_FILES: Final = 48
_CHUNK_BYTES: Final = 2 * 1024 * 1024
# Seconds of a processor for any file, and for each byte: a script is read at 0.2 MB/s or faster.
_PATIENCE: Final = 20.0
_PATIENCE_PER_BYTE: Final = 10 / 1_000_000
# How much longer that may take by the clock: a busy machine is no fault of the file.
_BUSY: Final = 15
_MOST_MEMORY: Final = 4 * 1024**3


def read_all(
    files: Sequence[PublishedFile],
    origins: Origins,
    progress: Progress | None = None,
    cache: Cache | None = None,
) -> list[FileResult]:
    """The results of all files that have any, in no particular order.

    `progress` hears how many files are done; what `cache` knows is not read again.
    """
    results: list[FileResult] = []
    if len(files) <= _FEW and all(file.size <= _HARMLESS_SIZE for file in files):
        results = [read_file(file, origins, cache=cache) for file in files]
        if progress is not None:
            progress(len(files), len(files))
    else:
        results = _Crew(files, origins, progress, cache).run()
    return [result for result in results if result]


@dataclass(slots=True)
class _Worker:
    """A process, the pipe to it, what it reads and until when."""

    process: BaseProcess
    pipe: Connection
    chunk: list[PublishedFile] = field(default_factory=list)
    deadline: float = 0.0


class _Crew:
    """Hands chunks of files to processes and collects what they find."""

    def __init__(
        self,
        files: Sequence[PublishedFile],
        origins: Origins,
        progress: Progress | None,
        cache: Cache | None,
    ) -> None:
        self.origins = origins
        self.cache = cache
        self.total = len(files)
        self.progress = progress
        self.done = 0
        self.chunks = deque(_chunked(files))
        self.results: list[FileResult] = []
        self.context = _context()
        self.workers: list[_Worker] = []

    def run(self) -> list[FileResult]:
        """Read everything; the processes are gone afterwards, also after an exception."""
        try:
            for _ in range(min(_cores(), len(self.chunks))):
                self._hire()
            while any(worker.chunk for worker in self.workers):
                self._attend()
        finally:
            for worker in self.workers:
                worker.pipe.close()
                worker.process.kill()
                worker.process.join()
        return self.results

    def _hire(self) -> None:
        if not self.chunks:
            return
        ours, theirs = self.context.Pipe()
        process = cast(
            "BaseProcess",
            self.context.Process(  # type: ignore[attr-defined]  # typeshed
                target=_work, args=(theirs, self.origins, self.cache), daemon=True
            ),
        )
        process.start()
        theirs.close()
        worker = _Worker(process, ours)
        self.workers.append(worker)
        self._give(worker)

    def _give(self, worker: _Worker) -> None:
        worker.chunk = self.chunks.popleft() if self.chunks else []
        if worker.chunk:
            worker.deadline = time.monotonic() + _patience(worker.chunk) * _BUSY
            try:
                worker.pipe.send(worker.chunk)
            except OSError:
                self._bury(worker)

    def _attend(self) -> None:
        busy = {worker.pipe: worker for worker in self.workers if worker.chunk}
        nearest = min(worker.deadline for worker in busy.values())
        ready = wait(list(busy), max(0.0, nearest - time.monotonic()))
        for pipe in ready:
            worker = busy[cast("Connection", pipe)]
            try:
                results = worker.pipe.recv()
            except (EOFError, OSError):
                self._bury(worker)
                continue
            self._note(results, len(worker.chunk))
            self._give(worker)
        if not ready:
            for worker in busy.values():
                if worker.deadline <= time.monotonic():
                    self._bury(worker)

    def _bury(self, worker: _Worker) -> None:
        """A process died or took too long: its files are read again, each alone."""
        worker.process.kill()
        worker.process.join()
        worker.pipe.close()
        self.workers.remove(worker)
        if len(worker.chunk) > 1:
            self.chunks.extendleft([file] for file in worker.chunk)
        else:
            self._note([_exhausted(file) for file in worker.chunk], 1)
        self._hire()

    def _note(self, results: list[FileResult], files: int) -> None:
        self.results += results
        self.done += files
        if self.progress is not None:
            self.progress(self.done, self.total)


def _exhausted(file: PublishedFile) -> FileResult:
    evidence = "its reader ran out of time or memory"
    reference = Reference(Use.EXCESS, Location(file.path), evidence, "the file")
    return FileResult(file.path, (reference,))


def _patience(files: Sequence[PublishedFile]) -> float:
    """Seconds of a processor that reading may take."""
    return _PATIENCE + sum(file.size for file in files) * _PATIENCE_PER_BYTE


def _chunked(files: Sequence[PublishedFile]) -> list[list[PublishedFile]]:
    """Chunks of few files and few bytes, the largest files first, so that none comes late."""
    chunks: list[list[PublishedFile]] = []
    chunk: list[PublishedFile] = []
    size = 0
    for file in sorted(files, key=lambda file: -file.size):
        if chunk and (len(chunk) >= _CHUNK_FILES or size + file.size > _CHUNK_BYTES):
            chunks.append(chunk)
            chunk, size = [], 0
        chunk.append(file)
        size += file.size
    return [*chunks, chunk] if chunk else chunks


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _context() -> BaseContext:
    """Forking is quickest, but safe only while no other thread runs."""
    can_fork = "fork" in multiprocessing.get_all_start_methods()
    alone = threading.active_count() == 1
    return multiprocessing.get_context("fork" if can_fork and alone else "spawn")


def _work(pipe: Connection, origins: Origins, cache: Cache | None) -> None:
    """The life of one process: read chunks until the pipe closes.

    Ctrl-C reaches every process of the terminal; the one that waits for these ends them.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory()
    while True:
        try:
            files = pipe.recv()
        except (EOFError, OSError):
            return
        _limit_time(_patience(files))
        results = [read_file(file, origins, cache=cache) for file in files]
        pipe.send([result for result in results if result])


def _limit_time(seconds: float) -> None:
    """End this process when it has computed for so long; waiting does not count.

    The signal ends it inside any library, for nobody handles it: setitimer(2), signal(7).
    """
    if hasattr(signal, "setitimer"):  # not on Windows
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415  # not on Windows
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = _MOST_MEMORY if hard == resource.RLIM_INFINITY else min(hard, _MOST_MEMORY)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))

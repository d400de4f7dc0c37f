"""Heavy work, done by whatever executor the command has: processes here, a cluster elsewhere."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import parent_process
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")
Progress = Callable[[int, int], None]
"""Is told how many jobs are done, and how many there are."""
FEW = 4
"""Fewer jobs than this are done here: processes take longer to start."""


@dataclass(frozen=True)
class Workers:
    """Who does heavy work, and who is told how far it has come."""

    executor: Executor | None = None
    """Nothing for work that is done in this process."""
    progress: Progress | None = None

    def each(self, work: Callable[[Job], Result], jobs: Sequence[Job]) -> list[Result]:
        """The result of `work` for each job, in order. `work` must be importable."""
        if self.executor is None or len(jobs) < FEW:
            return self._told(map(work, jobs), len(jobs))
        return self._told(self.executor.map(work, jobs), len(jobs))

    def _told(self, results: Iterator[Result], total: int) -> list[Result]:
        found = []
        for result in results:
            found.append(result)
            if self.progress:
                self.progress(len(found), total)
        return found


HERE = Workers()
"""This process alone."""


@contextmanager
def workers(jobs: int | None = None, progress: Progress | None = None) -> Iterator[Workers]:
    """Up to `jobs` processes, one for each processor when nobody says; they start when needed."""
    number = jobs or os.cpu_count() or 1
    if number == 1:
        yield Workers(None, progress)
        return
    with ProcessPoolExecutor(max_workers=number, initializer=_end_with_parent) as executor:
        yield Workers(executor, progress)


def _end_with_parent() -> None:
    """Let this worker end when the command is killed: nobody would tell it to."""
    parent = parent_process()
    if parent is not None:
        Thread(target=_outlive, args=(parent,), daemon=True).start()


def _outlive(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)

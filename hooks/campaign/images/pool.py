"""Work on many pictures, on every processor, with word of how far it has come."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")
Progress = Callable[[int, int], None]
"""Is told how many jobs are done, and how many there are."""
FEW = 4
"""Fewer jobs than this are done here: processes take longer to start."""


def each(
    work: Callable[[Job], Result], jobs: Sequence[Job], progress: Progress | None = None
) -> Iterator[Result]:
    """The result of `work` for each job, in order. `work` must be importable."""
    if len(jobs) < FEW:
        yield from _told(map(work, jobs), len(jobs), progress)
        return
    with ProcessPoolExecutor(max_workers=os.cpu_count()) as pool:
        yield from _told(pool.map(work, jobs), len(jobs), progress)


def _told(results: Iterator[Result], total: int, progress: Progress | None) -> Iterator[Result]:
    for done, result in enumerate(results, start=1):
        if progress:
            progress(done, total)
        yield result

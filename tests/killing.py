"""Killing a piece of work at each of its steps, to see what it leaves behind."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
CHANGES = frozenset(
    {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.chmod"}
    | {"os.truncate", "os.utime", "shutil.rmtree"}
)
"""What Python tells of changes to files, beside that one is opened."""
Work = Callable[[Path], object]


def killed_at_each_step(folder: Path, work: Work, stride: int = 1) -> Iterator[Path]:
    """Copies of a folder, in which the work was killed one step later each time, or some steps.

    The last one before the work comes to its end is the last copy.
    """
    step = 1
    while True:
        with TemporaryDirectory(dir=folder.parent) as name:
            copy = Path(name) / "copy"
            shutil.copytree(folder, copy, symlinks=True)
            if not _is_killed(copy, work, step):
                return
            yield copy
        step += stride


def _is_killed(copy: Path, work: Work, step: int) -> bool:
    """Whether the work on a copy came to this step, and was killed there."""
    child = os.fork()
    if child == 0:
        try:
            sys.addaudithook(_Killer(step))
            work(copy)
            os._exit(0)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
    status = os.waitpid(child, 0)[1]
    assert status == 0 or os.WIFSIGNALED(status), "the work failed by itself"
    return status != 0


class _Killer:
    """Counts what is done to files, and ends the process at one of these steps.

    A file that is opened to be written counts twice: before, and when it is open and empty.
    """

    def __init__(self, step: int) -> None:
        self.left = step

    def __call__(self, event: str, values: tuple[object, ...]) -> None:
        if event in CHANGES:
            self._count()
        elif event == "open" and isinstance(values[2], int) and values[2] & WRITING:
            self._count()
            if self.left == 1:
                self.left = 0
                with suppress(OSError, TypeError):
                    os.open(str(values[0]), values[2], 0o666)
                _kill()
            self._count()

    def _count(self) -> None:
        if self.left == 1:
            _kill()
        self.left -= 1


def _kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)

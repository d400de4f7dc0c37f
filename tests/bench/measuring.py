"""What a whole process takes, with all that it starts, and what a built site weighs."""

from __future__ import annotations

import gzip
import os
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

MB = 1_000_000
INTERVAL = 0.25
"""Seconds between two looks at the memory."""
REDIRECT = b'http-equiv="refresh"'
SAMPLED = 50
"""Pages that are compressed to tell the mean."""


@dataclass(frozen=True)
class Cost:
    """Of one run: processor and clock time in seconds, memory in bytes."""

    cpu: float
    wall: float
    largest: int
    """The most that one process had."""
    together: int
    """The most that all processes had at one time, as far as samples tell."""


class Failed(Exception):
    """A process that was measured ended with an error; the text is what it said."""


@dataclass(frozen=True)
class Weight:
    """What a built site consists of."""

    pages: int
    html: int
    files: int
    total: int
    largest: tuple[int, str]
    zipped: float
    """Mean of a page, gzip at level 6."""

    def __str__(self) -> str:
        return (
            f"{self.pages} pages, {self.html / MB:.1f} MB, {self.html / self.pages / 1000:.1f} kB "
            f"each ({self.zipped / 1000:.1f} gzip), largest {self.largest[0] / 1000:.0f} kB "
            f"{self.largest[1]}; {self.files} files, {self.total / MB:.1f} MB"
        )


def resident(session: int) -> int:
    """Memory of all processes of a session now; what several share counts once.

    That is the kernel's proportional set size. By resident sizes, forked workers would count
    all that they have in common with their parent once more each.
    """
    total = 0
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
                total += proportional(entry) if int(fields[3]) == session else 0
            except OSError:
                continue  # it has ended
    return total


def proportional(process: Path) -> int:
    """The part of the memory that is a process's own, with its share of what others have, too."""
    for line in (process / "smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0


class Sampler(threading.Thread):
    """Watches the memory of a session until it is stopped."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self.session, self.most, self.over = session, 0, threading.Event()

    def run(self) -> None:
        while not self.over.wait(INTERVAL):
            self.most = max(self.most, resident(self.session))


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> Cost:
    """Run a command to its end in a session of its own.

    Raises Failed if it ends with an error.
    """
    with (folder / ".bench-output").open("wb+") as output:
        begun = time.monotonic()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        sampler = Sampler(process.pid)
        sampler.start()
        _, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        sampler.over.set()
        sampler.join()
        if process.returncode:
            output.seek(0)
            raise Failed(f"{command[0]}: {output.read().decode(errors='replace')[-2000:]}")
    largest = used.ru_maxrss * 1024
    return Cost(used.ru_utime + used.ru_stime, wall, largest, max(largest, sampler.most))


def is_page(path: Path) -> bool:
    """Whether a file is a page that somebody reads, and no redirect (Hugo writes many)."""
    return path.suffix == ".html" and REDIRECT not in path.read_bytes()


def weigh(tree: Path) -> Weight:
    """Count and weigh what lies below a folder."""
    sizes = {path: path.stat().st_size for path in tree.rglob("*") if path.is_file()}
    pages = sorted(path for path in sizes if is_page(path))
    chosen = pages[:: max(1, len(pages) // SAMPLED)]
    largest = max(pages, key=lambda path: sizes[path])
    return Weight(
        pages=len(pages),
        html=sum(sizes[path] for path in pages),
        files=len(sizes),
        total=sum(sizes.values()),
        largest=(sizes[largest], largest.relative_to(tree).as_posix()),
        zipped=mean(len(gzip.compress(path.read_bytes(), 6, mtime=0)) for path in chosen),
    )

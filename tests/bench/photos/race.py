"""The race: 24 photos of 12 megapixels, 8 derivatives of each, by us, by sharp and by Hugo.

`python race.py --hugo PATH`; README.md says how to install the others. What is compared is
processor time and peak memory, as the kernel counts them for a process and its children
once it has ended. The lanes run in turns, and every ratio is of one turn: what else the
machine does then falls on all of them. The kernel begins a process's peak at that of the
process that started it, so photos are generated in other processes than this one.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory, gettempdir

from PIL import Image
from scenes import Shot, take

HERE = Path(__file__).parent
COUNT, GRAIN, QUALITY = 24, 44, 90
LANDSCAPE, PORTRAIT = (4000, 3000), (3000, 4000)
SIDEWAYS = 6
WIDTHS = (320, 640, 960, 1600)
TARGETS = (("sharp", "cpu", 1.1), ("Hugo", "cpu", 1 / 6), ("sharp", "peak", 1 / 2))


@dataclass(frozen=True)
class Lane:
    """One who races: a command for a folder of photos, a new one for what is made, a scratch."""

    name: str
    command: Sequence[str]
    environment: Callable[[Path, Path], Mapping[str, str]] = lambda photos, scratch: {}
    arguments: Callable[[Path, Path], Sequence[str]] = lambda photos, made: [str(photos), str(made)]


@dataclass(frozen=True)
class Run:
    """What one run took."""

    cpu: float
    """Seconds, of the process and its children."""
    peak: float
    """MB of memory."""
    size: int
    """Bytes of what was made."""
    wall: float


@dataclass
class Result:
    """All runs of a lane."""

    lane: Lane
    runs: list[Run] = field(default_factory=list)

    def middle(self, what: str) -> float:
        return median(getattr(run, what) for run in self.runs)


def lanes(hugo: str | None) -> list[Lane]:
    found = [
        Lane("ours", (sys.executable, str(HERE / "ours.py"))),
        Lane("sharp", ("node", str(HERE / "sharp.mjs"))),
    ]
    if hugo:
        found += [_hugo(hugo, "Hugo", "one-by-one"), _hugo(hugo, "Hugo cascade", "cascade")]
    return found


def _hugo(hugo: str, name: str, template: str) -> Lane:
    return Lane(
        name,
        (hugo, "--quiet", "--noBuildLock", "--source", str(HERE / "hugo")),
        lambda photos, scratch: {
            "GOMAXPROCS": "1",
            "HUGO_ASSETDIR": str(photos),
            "HUGO_CACHEDIR": str(scratch / "cache"),
            "HUGO_RESOURCEDIR": str(scratch / "resources"),
            "HUGO_LAYOUTDIR": str(HERE / "hugo" / template),
        },
        lambda photos, made: ["--destination", str(made)],
    )


def photos_in(work: Path, portraits: int) -> Path:
    """A folder with the photos; the first `portraits` of them stand upright."""
    folder = work / f"photos-{portraits}"
    take([_shot(folder, number, number < portraits) for number in range(COUNT)])
    return folder


def _shot(folder: Path, number: int, upright: bool) -> Shot:
    size, orientation = (PORTRAIT, SIDEWAYS) if upright else (LANDSCAPE, 1)
    return Shot(folder / f"{number:02}.jpg", number, size, QUALITY, GRAIN, orientation)


def run(lane: Lane, photos: Path, work: Path) -> Run:
    """Let a lane do the whole job in empty folders."""
    with TemporaryDirectory(dir=work) as place:
        made, scratch = Path(place, "made"), Path(place, "scratch")
        made.mkdir()
        scratch.mkdir()
        command = [*lane.command, *lane.arguments(photos, made)]
        surroundings = {**os.environ, **lane.environment(photos, scratch)}
        start = time.perf_counter()
        process = subprocess.Popen(command, env=surroundings)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        if status:
            raise SystemExit(f"{lane.name} stopped: {os.waitstatus_to_exitcode(status)}")
        size = _checked(lane, made)
    return Run(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, size, wall)


def _checked(lane: Lane, made: Path) -> int:
    """The bytes of all derivatives, once it is seen that none is missing."""
    files = [path for path in made.rglob("*") if path.suffix in (".webp", ".jpg")]
    found: Counter[tuple[str, int]] = Counter()
    for path in files:
        with Image.open(path) as image:
            found[path.suffix, image.width] += 1
    if found != {(suffix, width): COUNT for suffix in (".webp", ".jpg") for width in WIDTHS}:
        raise SystemExit(f"{lane.name} did another job: {found}")
    return sum(path.stat().st_size for path in files)


def show(results: Mapping[str, Result]) -> None:
    head = f"{'CPU s':>8}{'peak MB':>9}{'MB made':>9}{'wall s':>8}{'ours, CPU':>11}{'peak':>7}"
    print(" " * 14 + head)
    for name, result in results.items():
        print(
            f"{name:14}{result.middle('cpu'):8.2f}{result.middle('peak'):9.0f}"
            f"{result.middle('size') / 1e6:9.1f}{result.middle('wall'):8.1f}"
            f"{ratio(results, name, 'cpu'):10.2f}x{ratio(results, name, 'peak'):6.2f}x"
        )
    for name, what, limit in TARGETS:
        if name in results:
            value = ratio(results, name, what)
            word = "holds" if value <= limit else "DOES NOT HOLD"
            print(f"ours/{name} {what} {value:.3f}, target {limit:.3f}: {word}")


def ratio(results: Mapping[str, Result], name: str, what: str) -> float:
    """Ours by theirs, in the middle of the rounds."""
    pairs = zip(results["ours"].runs, results[name].runs, strict=True)
    return median(getattr(ours, what) / getattr(theirs, what) for ours, theirs in pairs)


def race(hugo: str | None, rounds: int, portraits: int, work: Path) -> None:
    photos = photos_in(work, portraits)
    size = sum(path.stat().st_size for path in photos.iterdir())
    print(f"{COUNT} photos, {portraits} of them portraits, {size / COUNT / 1e6:.2f} MB on average")
    results = {lane.name: Result(lane) for lane in lanes(hugo)}
    for _ in range(rounds):
        for result in results.values():
            result.runs.append(run(result.lane, photos, work))
    show(results)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Race our photo pipeline.")
    parser.add_argument("--hugo", help="Hugo's binary; without it Hugo is left out")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--portraits", type=int, default=0, help="how many photos stand upright")
    parser.add_argument("--work", type=Path, default=Path(gettempdir(), "campaign-photo-race"))
    chosen = parser.parse_args()
    race(chosen.hugo, chosen.rounds, chosen.portraits, chosen.work)

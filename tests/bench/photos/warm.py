"""Two hundred photos through the store: made once, then found again.

`python warm.py` prints what a cold and a warm run take, looks whether a touched file is
made again (it must not be) and whether a second cold store has the same bytes (it must),
and tells what is published of a photo on average. The photos are generated once and kept.
"""

from __future__ import annotations

import argparse
import os
import shutil
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory, gettempdir

from scenes import Shot, take

from campaign.build import publish
from campaign.images import store
from campaign.kinds.gallery import rules as photos
from campaign.photos import published
from campaign.reading import records
from campaign.site import Site
from projects import project
from sites import tree_of

COUNT, GALLERIES = 200, 5
SIZES = ((2400, 1600), (2400, 1800), (2400, 1350), (2400, 1600), (2400, 1800), (1600, 2400))
"""One in six is a portrait."""
GRAIN, QUALITY = 28, 85
HEAD = "title: 相册\ndate: 2025-10-18\nphotos:\n"
ROW = "  - {{file: {file}, alt: 居民们围坐在长桌旁吃饭, licence: own, people: crowd}}\n"
WARM, MEAN = 1.5, 350_000
REPEATS = 3
Tree = dict[str, bytes]


def masters(work: Path) -> list[Path]:
    """Files like those that intake keeps."""
    shots = [
        Shot(work / "masters" / f"p{n:03}.jpg", 1000 + n, SIZES[n % len(SIZES)], QUALITY, GRAIN)
        for n in range(COUNT)
    ]
    take(shots)
    return [shot.path for shot in shots]


def lay_out(root: Path, files: list[Path]) -> None:
    """A project whose galleries hold the files."""
    for number in range(GALLERIES):
        folder = f"showcases/galleries/g{number}"
        own = files[number::GALLERIES]
        rows = "".join(ROW.format(file=path.name) for path in own)
        project(root, {f"{folder}/gallery.yml": HEAD + rows})
        for path in own:
            shutil.copyfile(path, root / folder / path.name)


def site_of(root: Path) -> Site:
    """The site, read anew: nothing is known of its files yet."""
    site, problems = records.load(root)
    if site is None:
        raise SystemExit("\n".join(problem.message() for problem in problems))
    return site


def timed(label: str, work: Callable[[], str]) -> float:
    """Do something, print what it took and what it says, and return its seconds."""
    start, before = time.perf_counter(), _cpu()
    word = work()
    wall, cpu = time.perf_counter() - start, _cpu() - before
    print(f"{label:24}{wall:8.2f} s wall{cpu:8.2f} s CPU   {word}")
    return wall


def _cpu() -> float:
    """Processor seconds of this process and of those that it waited for."""
    return sum(os.times()[:4])


def publishing(site: Site, out: Path) -> Callable[[], str]:
    def work() -> str:
        told: list[int] = []
        found = published.pictures(site, lambda done, total: told.append(done))
        publish.pour(out, published.outputs(found), {})
        return f"{len(found)} photos published, {len(told)} encoded"

    return work


def inspecting(site: Site) -> Callable[[], str]:
    return lambda: f"{len(site.picture_files)} files, {len(list(photos.stray(site)))} faults"


def cold(root: Path, out: Path) -> tuple[Tree, Tree]:
    """Publish and check without a store; what is in the store and what is published then."""
    shutil.rmtree(root / store.PLACE, ignore_errors=True)
    timed("cold", publishing(site_of(root).published(), out))
    timed("inspection, cold", inspecting(site_of(root)))
    return tree_of(root / store.PLACE), tree_of(out)


def warm(root: Path, place: Path) -> None:
    """Publish and check again, and once more with every file touched."""
    outs = [place / f"warm-{number}" for number in range(REPEATS)]
    wall = min(timed("warm", publishing(site_of(root).published(), out)) for out in outs)
    verdict = "holds" if wall <= WARM else "DOES NOT HOLD"
    print(f"{'':24}the fastest, target {WARM} s: {verdict}")
    timed("inspection, warm", inspecting(site_of(root)))
    for path in root.glob("showcases/galleries/*/*.jpg"):
        path.touch()
    timed("warm, all touched", publishing(site_of(root).published(), place / "touched"))


def weigh(tree: Tree) -> None:
    """Print what is published of a photo."""
    sizes: Counter[str] = Counter()
    for name, data in tree.items():
        sizes[PurePath(name).suffix] += len(data)
    mean = sizes.total() / COUNT
    each = ", ".join(f"{suffix} {size / COUNT / 1000:.0f}" for suffix, size in sizes.items())
    verdict = "holds" if mean <= MEAN else "DOES NOT HOLD"
    print(f"published of a photo: {mean / 1000:.0f} kB ({each}), target {MEAN // 1000}: {verdict}")


def measure(work: Path) -> None:
    files = masters(work)
    size = sum(path.stat().st_size for path in files)
    print(f"{COUNT} masters, {size / COUNT / 1000:.0f} kB on average")
    with TemporaryDirectory(dir=work) as name:
        place = Path(name)
        root = place / "project"
        lay_out(root, files)
        first = cold(root, place / "first")
        warm(root, place)
        same = cold(root, place / "second") == first
        print(f"a second cold store and what it publishes: {'same bytes' if same else 'DIFFERENT'}")
        weigh(first[1])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Measure the store of photos.")
    parser.add_argument("--work", type=Path, default=Path(gettempdir(), "campaign-photo-race"))
    measure(parser.parse_args().work)

"""What is published of real photos: `python quality.py FOLDER` of JPEGs as cameras write them.

Each is made into a master, as at intake, and the master into derivatives, as at a build.
"""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import mean, median

from campaign.images.derivatives import derive
from campaign.images.master import master
from campaign.workers import workers

Weights = dict[str, int]
"""Bytes by the name of what they are of."""


def weigh(path: Path) -> Weights:
    kept = master(path.read_bytes())
    files = derive(kept.data).files
    weights = {name: len(data) for name, data in files.items()}
    return {"master": len(kept.data), "published": sum(weights.values()), **weights}


def measure(folder: Path) -> None:
    photos = sorted(folder.glob("**/*.jpg"))
    with workers() as hands:
        found = dict(zip(photos, hands.each(weigh, photos), strict=True))
    for name in ("master", "published"):
        sizes = [weights[name] / 1000 for weights in found.values()]
        most = max(sizes)
        print(f"{name}: mean {mean(sizes):.0f} kB, median {median(sizes):.0f}, most {most:.0f}")
    for path, weights in found.items():
        print(path.name, *(f"{name} {size / 1000:.0f}" for name, size in weights.items()))


if __name__ == "__main__":
    measure(Path(sys.argv[1]))

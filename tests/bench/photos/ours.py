"""Our lane of the race: `python ours.py PHOTOS FOLDER`, all photos in one process."""

from __future__ import annotations

import sys
from pathlib import Path

from campaign.images.derivatives import Recipe, derive

RECIPE = Recipe(jpeg=(320, 640, 960, 1600))


def run(photos: Path, folder: Path) -> None:
    for path in sorted(photos.iterdir()):
        for name, data in derive(path.read_bytes(), RECIPE).files.items():
            (folder / f"{path.stem}-{name}").write_bytes(data)


if __name__ == "__main__":
    run(Path(sys.argv[1]), Path(sys.argv[2]))

"""Draw every picture (or the named ones) and save it as JPEG.

Usage: python render.py [--size N] [--out DIR] [stem-or-gallery ...]
Needs resvg-py and Pillow, and the font Noto Sans CJK SC. Same sources, same bytes.
"""

from __future__ import annotations

import argparse
import importlib
import io
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import resvg_py
from PIL import Image

from scene import PICTURES, Picture

HERE = Path(__file__).resolve().parent
GALLERIES = HERE.parents[2] / "showcases" / "galleries"
LIMIT = 440_000


def load() -> None:
    """Import every module that draws."""
    for module in sorted(HERE.glob("scenes_*.py")) + sorted(HERE.glob("covers_*.py")):
        importlib.import_module(module.stem)


def jpeg(image: Image.Image) -> bytes:
    """The image as JPEG below the limit, without metadata."""
    for quality in (84, 80, 76, 70, 64, 58):
        out = io.BytesIO()
        image.save(out, "JPEG", quality=quality, optimize=True, progressive=True)
        if out.tell() <= LIMIT:
            break
    return out.getvalue()


def render(picture: Picture, out: Path, width: int) -> str:
    """One picture as a file."""
    svg = picture.svg()
    raster = resvg_py.svg_to_bytes(svg_string=svg, width=width * picture.size[0] // 1200)
    image = Image.open(io.BytesIO(bytes(raster))).convert("RGB")
    target = out / picture.gallery / f"{picture.stem}.jpg"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(jpeg(image))
    return f"{target.relative_to(out)} {image.size} {target.stat().st_size // 1024} KB"


def _job(task: tuple[str, str, str, int]) -> str:
    gallery, stem, out, width = task
    load()
    found = next(p for p in PICTURES if (p.gallery, p.stem) == (gallery, stem))
    return render(found, Path(out), width)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--size", type=int, default=2400)
    parser.add_argument("--out", type=Path, default=GALLERIES)
    options = parser.parse_args()
    load()
    wanted = [p for p in PICTURES if not options.names or {p.gallery, p.stem} & set(options.names)]
    tasks = [(p.gallery, p.stem, str(options.out), options.size) for p in wanted]
    with ProcessPoolExecutor(2) as pool:
        for report in pool.map(_job, tasks):
            print(report, flush=True)


if __name__ == "__main__":
    main()

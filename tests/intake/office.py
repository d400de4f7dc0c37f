"""An office that adds photos to its project, and what it is told."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image, ImageStat
from typer.testing import CliRunner

from campaign.checks import check
from campaign.problems import Problem
from campaign.reading import records, yamltext
from campaign.site import GALLERIES
from campaign.verbs import photos
from picture_files import FIXTURES
from pictures import encoded, exif, noise

REFUSED = [fixture for fixture in FIXTURES if fixture.add == "refuse" and not fixture.needs]
FAIR, OTHER = f"{GALLERIES}/fair", f"{GALLERIES}/other"
HEAD = "title: 邻里节\ndate: 2026-03-01\nstatus: draft\n"
WHOLE = ("--alt", "广场上居民围成圈跳舞", "--people", "crowd", "--licence", "own")


def photo(seed: int = 1, **tags: object) -> bytes:
    """A JPEG of a camera, another one for every seed; `tags` as `pictures.exif` takes them."""
    image = noise(8, 6, seed).resize((640, 480))
    return encoded(image, exif=exif(**tags)) if tags else encoded(image)


@dataclass(frozen=True)
class Told:
    """What a command said, and how it ended."""

    status: int
    lines: list[str]

    def of(self, name: str) -> list[str]:
        """What was said of a file."""
        return [line for line in self.lines if line.startswith(f"{name}：")]


@dataclass(frozen=True)
class Office:
    """A project with two galleries, and a folder beside it where telephones are emptied."""

    root: Path
    outside: Path

    def run(self, *arguments: str, typed: str = "") -> Told:
        """A verb of `photos`, in this process."""
        done = CliRunner().invoke(photos.app, list(arguments), input=typed)
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        return Told(done.exit_code, done.output.splitlines())

    def put(self, name: str, data: bytes) -> Path:
        """A file on a telephone, or below the project when the name says so."""
        path = (self.root if name.startswith("showcases/") else self.outside) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path

    def photos(self, gallery: str = "fair") -> list[dict[str, Any]]:
        text = (self.root / GALLERIES / gallery / "gallery.yml").read_text(encoding="utf-8")
        data = yamltext.read("gallery.yml", text).data
        return list(data.get("photos") or [])

    def names(self, gallery: str = "fair") -> list[str]:
        return [item["file"] for item in self.photos(gallery)]

    def files(self, folder: str = GALLERIES) -> dict[str, bytes]:
        """Every file below a folder of the project but what the galleries list."""
        found = sorted((self.root / folder).rglob("*"))
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for path in found
            if path.is_file() and path.suffix != ".yml"
        }

    def problems(self) -> list[Problem]:
        site, found = records.load(self.root)
        assert site is not None
        wanted = [*found, *check(site)]
        return [item for item in wanted if item.path.startswith(GALLERIES)]


def spread(data: bytes, box: tuple[int, int, int, int]) -> float:
    """How much the pixels of a part differ from each other."""
    with Image.open(io.BytesIO(data)) as image:
        return sum(ImageStat.Stat(image.convert("RGB").crop(box)).stddev)

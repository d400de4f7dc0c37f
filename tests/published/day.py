"""A site with one gallery, and what is published of its photos."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

from PIL import Image

from campaign.photos import published
from campaign.photos.published import Picture
from campaign.reading import records
from campaign.site import Site
from pictures import encoded, noise
from projects import project

Files = Mapping[str, str | bytes | None]
FOLDER = "showcases/galleries/day"
GALLERY = "title: 节日\ndate: 2025-10-18\nphotos:\n"
ROW = "  - {{file: {file}, alt: 居民们围坐在长桌旁吃饭, licence: own, people: crowd{more}}}\n"
PROFILE = """\
base_url: https://example.org/repo/
compliance: demo
today: 2026-04-20
sponsor: 示例办
contact: 0000-6200000
"""


def plain(width: int = 600, height: int = 300, seed: int = 1) -> bytes:
    """A photo with nothing beside its pixels; another seed gives another one."""
    return encoded(noise(8, 4, seed).resize((width, height)), quality=80)


def gallery(*files: str, head: str = GALLERY, more: Mapping[str, str] | None = None) -> str:
    return head + "".join(
        ROW.format(file=file, more=f", {more[file]}" if more and file in more else "")
        for file in files
    )


def site_of(root: Path, files: Files) -> Site:
    """The published site of the base project with these files."""
    site, problems = records.load(project(root, files))
    assert site is not None, [found.message() for found in problems]
    return site.published()


def site_with(root: Path, photos: Mapping[str, bytes]) -> Site:
    """The published site whose one gallery lists these photos."""
    written = {f"{FOLDER}/{name}": data for name, data in photos.items()}
    return site_of(root, {f"{FOLDER}/gallery.yml": gallery(*photos), **written})


def outputs(found: Mapping[str, Picture]) -> dict[str, bytes]:
    return {
        output.path: output.data.read_bytes() if isinstance(output.data, Path) else output.data
        for output in published.outputs(found)
    }


def made(site: Site) -> dict[str, bytes]:
    """Every file that is published of the photos."""
    return outputs(published.pictures(site))


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def with_avif(root: Path, photos: Mapping[str, bytes], switch: str = "yes") -> Site:
    profile = {"showcases/deploy/demo.yml": f"{PROFILE}avif: {switch}\n"}
    site_with(root, photos)
    return site_of(root, profile)

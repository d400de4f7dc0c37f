"""Cards and the pages that have them, drawn in a small project."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from campaign.every_page.sharing import Sharing
from campaign.every_page.titles import Titles
from campaign.images.derivatives import LARGEST
from campaign.photos import published
from campaign.reading import records
from campaign.site import Site
from pictures import Colour, encoded
from projects import project
from sites import ROOT

LABEL = "示例市文明社区创建成果展示网"
TITLE = "楼道议事会：站着开的会"
LONG = "关于印发《示例市深化全国文明城市创建工作三年行动计划（2026—2028 年）》的通知"
RED, BLUE, GREEN = (200, 30, 30), (30, 30, 200), (30, 160, 60)
GALLERY = """\
title: 节日
date: 2025-10-18
photos:
  - {file: a.jpg, alt: 居民们围坐在长桌旁吃饭, licence: own, people: crowd}
  - {file: b.jpg, alt: 居民们围坐在长桌旁吃饭, licence: own, people: crowd, focus: {x: 0.2, y: 1}}
  - {file: broken.jpg, alt: 居民们围坐在长桌旁吃饭, licence: own, people: crowd}
"""
FOLDER = "showcases/galleries/day"


def link_font(root: Path, font: Path) -> None:
    """Install the font's package in a project."""
    modules = font.relative_to(ROOT).parts[0]
    (root / modules).symlink_to(ROOT / modules)


def stripes(*colours: Colour) -> Image.Image:
    """A very wide photo of equal stripes side by side."""
    image = Image.new("RGB", (LARGEST, 200))
    width = LARGEST // len(colours)
    for at, colour in enumerate(colours):
        image.paste(colour, (at * width, 0, (at + 1) * width, 200))
    return image


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def near(image: Image.Image, place: tuple[int, int], colour: Colour) -> bool:
    found = image.convert("RGB").getpixel(place)
    assert isinstance(found, tuple)
    return all(abs(a - b) < 40 for a, b in zip(found, colour, strict=True))


def site_of(root: Path, featured: str = "") -> Site:
    """A published site with two photos, one with a focus; `featured` is the site's own."""
    more = f"featured: {{photo: {featured}}}\n" if featured else ""
    loaded, problems = records.load(
        project(
            root,
            {
                f"{FOLDER}/gallery.yml": GALLERY,
                f"{FOLDER}/a.jpg": encoded(stripes(RED, BLUE)),
                f"{FOLDER}/b.jpg": encoded(stripes(RED, GREEN, BLUE)),
                f"{FOLDER}/broken.jpg": b"",
            },
        )
    )
    assert loaded is not None, [found.message() for found in problems]
    if not more:
        return loaded.published()
    settings = root / "showcases/site.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + more, encoding="utf-8")
    again, _ = records.load(root)
    assert again
    return again.published()


def sharing_of(root: Path, featured: str = "") -> Sharing:
    site = site_of(root, featured)
    return Sharing(site, published.pictures(site), Titles(site))

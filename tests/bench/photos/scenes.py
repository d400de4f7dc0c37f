"""Generated photos to measure with: of any size, natural in what costs an encoder time.

Like a photo they have a sky that fades, soft shapes at every scale, hard edges, a banner
with letters, and the grain of a sensor over all. The same seed gives the same picture.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from campaign.workers import workers

OCTAVES = 9
ORIENTATION = 0x0112
STORED = {6: Image.Transpose.ROTATE_90}
"""How a camera stores what it took on its side, by the value of the orientation tag."""
EXPOSED = (12, 244)
"""Darkest and lightest value: a sensor clips, a photo hardly ever does all over."""


@dataclass(frozen=True)
class Shot:
    """A picture to be taken and the file that it goes to."""

    path: Path
    seed: int
    size: tuple[int, int]
    """As seen, upright."""
    quality: int
    grain: int
    """How far the sensor's noise reaches, in values of 255."""
    orientation: int = 1
    """Which way the camera was held; upright, a file says nothing of it."""


def take(shots: list[Shot]) -> None:
    """Write the files that are not there yet, on every processor."""
    missing = [shot for shot in shots if not shot.path.exists()]
    for folder in {shot.path.parent for shot in missing}:
        folder.mkdir(parents=True, exist_ok=True)
    with workers() as hands:
        hands.each(_take, missing)


def _take(shot: Shot) -> None:
    image = scene(shot.seed, shot.size, shot.grain)
    exif = Image.Exif()
    if shot.orientation in STORED:
        image = image.transpose(STORED[shot.orientation])
        exif[ORIENTATION] = shot.orientation
    store = io.BytesIO()
    image.save(store, "JPEG", quality=shot.quality, exif=exif.tobytes() if exif else b"")
    shot.path.write_bytes(store.getvalue())


def scene(seed: int, size: tuple[int, int], grain: int) -> Image.Image:
    """The picture of a seed."""
    dice = Random(seed)
    light = _light(dice, size)
    for relief in _relief(dice, size):
        light = ImageChops.add(light, relief, offset=-128)
    _edges(dice, light)
    _letters(dice, light)
    return _grainy(dice, light.filter(ImageFilter.GaussianBlur(0.8)), grain)


def _light(dice: Random, size: tuple[int, int]) -> Image.Image:
    """Few colours that fade into each other."""
    few = Image.frombytes("RGB", (4, 3), dice.randbytes(36))
    return few.resize(size, Image.Resampling.BICUBIC).point(lambda value: 60 + value // 2)


def _relief(dice: Random, size: tuple[int, int]) -> Iterator[Image.Image]:
    """Shapes around 128, the smaller the fainter; each picture is rough in its own way."""
    roughness = dice.uniform(0.62, 0.82)
    for octave in range(1, OCTAVES):
        reach = 130 * roughness**octave
        cells = 4 * 2**octave, 3 * 2**octave
        noise = Image.frombytes("L", cells, dice.randbytes(cells[0] * cells[1]))
        faint = noise.point([round(128 + reach * (value / 255 - 0.5)) for value in range(256)])
        yield faint.resize(size, Image.Resampling.BICUBIC).convert("RGB")


def _edges(dice: Random, image: Image.Image) -> None:
    """Roofs, poles and people: shapes with hard edges, see-through so that all stays varied."""
    width, height = image.size
    for _ in range(60):
        left, top = dice.randrange(width), dice.randrange(height // 4, height)
        across, down = dice.randrange(8, width // 8), dice.randrange(8, height // 5)
        box = (left, top, left + across, top + down)
        part = image.crop(box)
        shade = Image.new("RGB", part.size, tuple(dice.randbytes(3)))
        mask = Image.new("L", part.size)
        draw = ImageDraw.Draw(mask)
        shape = dice.choice((draw.rectangle, draw.ellipse))
        shape((0, 0, part.width - 1, part.height - 1), fill=dice.randrange(40, 160))
        image.paste(shade, box, mask)


def _letters(dice: Random, image: Image.Image) -> None:
    """A red banner with letters."""
    width, height = image.size
    top = dice.randrange(height // 10, height // 2)
    draw = ImageDraw.Draw(image)
    draw.rectangle((width // 10, top, width * 9 // 10, top + height // 14), fill=(178, 28, 34))
    text = "".join(dice.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ ") for _ in range(32))
    font = ImageFont.load_default(height / 22)
    draw.text((width // 8, top + height // 90), text, font=font, fill=(250, 230, 120))


def _grainy(dice: Random, image: Image.Image, grain: int) -> Image.Image:
    """The grain of a sensor: another one in each channel."""
    return Image.merge("RGB", [_grain(dice, channel, grain) for channel in image.split()])


def _grain(dice: Random, channel: Image.Image, grain: int) -> Image.Image:
    noise = Image.frombytes("L", channel.size, dice.randbytes(channel.width * channel.height))
    soft = noise.filter(ImageFilter.GaussianBlur(0.6))
    reach = [round(128 + grain * (value / 255 - 0.5)) for value in range(256)]
    low, high = EXPOSED
    exposed = ImageChops.add(channel, soft.point(reach), offset=-128)
    return exposed.point([min(max(value, low), high) for value in range(256)])

"""Looking at pictures: what is in their files, and how far they are from what was meant."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from itertools import product

import pytest
from PIL import Image, ImageChops, ImageStat

from campaign.images.derivatives import Derived, derive
from campaign.images.master import Master, master
from conftest import needed
from picture_files import BY_NAME, FIXTURES, Fixture
from pictures import COLUMNS, PATCHES, Colour, drawing

ACCEPTED = [fixture for fixture in FIXTURES if fixture.add == "accept"]
CARRIERS = [fixture for fixture in FIXTURES if fixture.code == "V13f"]
LIKE_THE_DRAWING = [fixture for fixture in ACCEPTED if fixture.truth]
P3 = [fixture for fixture in ACCEPTED if "p3" in fixture.name]
SECRETS = (b"Secret", b"SECRET", b"Exif", b"GPSLatitude", b"<script", b"ICC_PROFILE", b"http:")
JPEG_KEPT = {0xC0, 0xC1, 0xC2, 0xC4, 0xDA, 0xDB, 0xDD, 0xE0, 0xEE}
"""Frames, tables, scans, restarts, JFIF and Adobe's colour transform: what pixels need."""
TO_SRGB = (
    (1.2249401, -0.2249404, 0.0),
    (-0.0420569, 1.0420571, 0.0),
    (-0.0196376, -0.0786361, 1.0982735),
)
"""Linear Display P3 to linear sRGB, both with the white point D65 (CSS Color 4, appendix A)."""
CLOSE, FAR = 4.5, 8.0
"""Mean error of a colour that is right, and the least of one whose profile was dropped."""


def each(fixtures: Sequence[Fixture]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("fixture", fixtures, ids=lambda fixture: fixture.name)


def can_be_made(fixture: Fixture) -> bool:
    return fixture.needs is None or find_spec(fixture.needs) is not None


def data_of(fixture: Fixture) -> bytes:
    if fixture.needs:
        needed(find_spec(fixture.needs), fixture.needs)
    return fixture.data


@cache
def mastered(name: str) -> Master:
    return master(data_of(BY_NAME[name]))


@cache
def derived(name: str) -> Derived:
    return derive(data_of(BY_NAME[name]))


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def difference(image: Image.Image, truth: Image.Image) -> float:
    """The mean error a channel, on a scale to 255, at the size of the picture."""
    fitting = truth if truth.size == image.size else truth.resize(image.size)
    channels = ImageStat.Stat(ImageChops.difference(image.convert("RGB"), fitting)).mean
    return sum(channels) / len(channels)


def worst_patch(image: Image.Image, truth: Image.Image) -> float:
    """The mean error in the middle of that patch of the drawing where it is largest."""
    width, height = image.width // COLUMNS, image.height // (len(PATCHES) // COLUMNS)
    corners = product(range(0, width * COLUMNS, width), range(0, height * 3, height))
    middles = [
        (left + width // 4, top + height // 4, left + width * 3 // 4, top + height * 3 // 4)
        for left, top in corners
    ]
    fitting = truth if truth.size == image.size else truth.resize(image.size)
    return max(difference(image.crop(edges), fitting.crop(edges)) for edges in middles)


def srgb_of(colour: Colour) -> Colour:
    """A Display P3 colour in sRGB, by arithmetic; what sRGB cannot show is clipped."""

    def light(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    def value(light: float) -> float:
        return 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055

    lights = [light(part / 255) for part in colour]
    mixed = (sum(a * b for a, b in zip(row, lights, strict=True)) for row in TO_SRGB)
    red, green, blue = (round(255 * value(min(1.0, max(0.0, part)))) for part in mixed)
    return red, green, blue


def truth_of(fixture: Fixture) -> Image.Image:
    """How the picture should look, in sRGB."""
    assert fixture.truth
    truth = fixture.truth()
    return drawing([srgb_of(colour) for colour in PATCHES], truth.size) if fixture in P3 else truth


def segments(data: bytes) -> list[tuple[int, bytes]]:
    """Marker and body of each segment of a JPEG, which must end with its end."""
    assert data[:2] == b"\xff\xd8"
    found, at = [], 2
    while data[at : at + 2] != b"\xff\xd9":
        assert data[at] == 0xFF
        length = int.from_bytes(data[at + 2 : at + 4])
        found.append((data[at + 1], data[at + 4 : at + 2 + length]))
        at += 2 + length
        while found[-1][0] == 0xDA and (
            data[at] != 0xFF or data[at + 1] in (0, *range(0xD0, 0xD8))
        ):
            at += 1
    assert at + 2 == len(data), "something stands behind the end"
    return found


def assert_only_pixels_in_jpeg(data: bytes) -> None:
    for marker, body in segments(data):
        assert marker in JPEG_KEPT, hex(marker)
        if marker == 0xE0:
            assert body.startswith(b"JFIF\0")
            assert len(body) == 14, "a thumbnail"
    assert not [secret for secret in SECRETS if secret in data]

"""What is published of a photo: small files that look like it."""

from __future__ import annotations

import base64
from contextlib import suppress

import pytest
from PIL import Image

from campaign.images.decoding import Unreadable
from campaign.images.derivatives import derive
from colour_profiles import p3_profile
from images.looking import (
    ACCEPTED,
    CLOSE,
    LIKE_THE_DRAWING,
    SECRETS,
    assert_only_pixels_in_jpeg,
    data_of,
    derived,
    difference,
    each,
    mastered,
    opened,
    srgb_of,
    truth_of,
    worst_patch,
)
from picture_files import Fixture
from pictures import Colour, drawing, encoded

pytestmark = pytest.mark.filterwarnings("error")
WEBP_KEPT = {b"VP8 ", b"VP8L"}


def assert_only_pixels_in_webp(data: bytes) -> None:
    assert data[:4] + data[8:12] == b"RIFFWEBP"
    assert int.from_bytes(data[4:8], "little") + 8 == len(data)
    at = 12
    while at < len(data):
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        assert data[at : at + 4] in WEBP_KEPT
        at += 8 + length + length % 2
    assert not [secret for secret in SECRETS if secret in data]


@pytest.mark.parametrize(
    ("width", "webp", "jpeg"),
    [
        (1, [1], 1),
        (300, [300], 300),
        (320, [320], 320),
        (700, [320, 640, 700], 700),
        (960, [320, 640, 960], 960),
        (1200, [320, 640, 960, 1200], 960),
        (2000, [320, 640, 960, 1600], 960),
    ],
)
def test_derivatives_are_never_wider_than_the_photo(width: int, webp: list[int], jpeg: int) -> None:
    made = derive(encoded(drawing(size=(2000, 1000)).resize((width, (width + 1) // 2)), "PNG"))
    assert set(made.files) == {*(f"{each}.webp" for each in webp), f"{jpeg}.jpg"}
    assert (made.width, made.height) == (width, (width + 1) // 2)
    for name, data in made.files.items():
        image, wanted = opened(data), int(name.split(".")[0])
        assert image.format == {"webp": "WEBP", "jpg": "JPEG"}[name.split(".")[1]]
        assert image.width == wanted
        assert abs(image.height - wanted * made.height / made.width) <= 1


@each(ACCEPTED)
def test_derivatives_are_nothing_but_pixels(fixture: Fixture) -> None:
    for name, data in derived(fixture.name).files.items():
        if name.endswith(".jpg"):
            assert_only_pixels_in_jpeg(data)
        else:
            assert_only_pixels_in_webp(data)


@each(LIKE_THE_DRAWING)
def test_derivatives_are_upright_and_look_as_the_photo_was_meant(fixture: Fixture) -> None:
    truth, made = truth_of(fixture), derived(fixture.name)
    assert (made.width, made.height) == truth.size
    for data in made.files.values():
        assert difference(opened(data), truth) <= CLOSE
        assert worst_patch(opened(data), truth) <= CLOSE


@each(ACCEPTED[::5])
def test_the_same_bytes_give_the_same_derivatives(fixture: Fixture) -> None:
    assert derive(data_of(fixture)) == derived(fixture.name)


@each(ACCEPTED)
def test_a_photo_has_a_look_before_it_loads(fixture: Fixture) -> None:
    placeholder = derived(fixture.name).placeholder
    head, data = placeholder.split(",")
    assert head == "data:image/webp;base64"
    assert len(placeholder) <= 200
    image = opened(base64.b64decode(data, validate=True))
    assert (image.format, image.width) == ("WEBP", 16)
    assert_only_pixels_in_webp(base64.b64decode(data))


@pytest.mark.parametrize("colour", [(200, 40, 40), (40, 160, 170), (255, 255, 255), (0, 0, 0)])
@pytest.mark.parametrize("profile", ["none", "p3"])
def test_the_colour_of_a_photo_is_the_one_that_most_of_it_has(colour: Colour, profile: str) -> None:
    image = Image.new("RGB", (400, 300), colour)
    image.paste((90, 90, 90), (180, 140, 220, 160))
    p3 = profile == "p3"
    made = derive(encoded(image, icc_profile=p3_profile() if p3 else None))
    assert made.colour[0] == "#"
    found = bytes.fromhex(made.colour[1:])
    wanted = srgb_of(colour) if p3 else colour
    assert all(abs(a - b) <= 12 for a, b in zip(found, wanted, strict=True))


def test_the_derivatives_of_a_master_look_like_those_of_the_photo() -> None:
    made = derive(mastered("turned-8-p3.jpg").data)
    for name, data in derived("turned-8-p3.jpg").files.items():
        assert difference(opened(made.files[name]), opened(data)) < 3


def test_a_picture_too_long_for_webp_ends_in_no_traceback() -> None:
    """WebP ends at 16383 pixels a side; a screenshot of a long conversation does not."""
    with suppress(Unreadable):
        derive(encoded(Image.new("L", (64, 17_000))))

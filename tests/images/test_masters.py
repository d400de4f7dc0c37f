"""The one file that is kept of a photo: upright, of a sane size, nothing but pixels."""

from __future__ import annotations

from datetime import date

import pytest

from campaign.images import screening
from campaign.images.decoding import MAX_PIXELS
from campaign.images.master import master
from images.looking import (
    ACCEPTED,
    CLOSE,
    LIKE_THE_DRAWING,
    assert_only_pixels_in_jpeg,
    data_of,
    difference,
    each,
    mastered,
    opened,
    truth_of,
    worst_patch,
)
from picture_files import TAKEN, Fixture
from pictures import black_png, drawing, encoded, exif, noise

pytestmark = pytest.mark.filterwarnings("error")


# Masters


@each(ACCEPTED)
def test_a_master_is_a_jpeg_of_a_sane_size_that_may_stay(fixture: Fixture) -> None:
    made = mastered(fixture.name)
    image = opened(made.data)
    assert (image.format, image.mode) == ("JPEG", "RGB")
    assert image.size == (made.width, made.height)
    assert max(image.size) <= 2560
    assert len(made.data) <= 1_200_000
    assert screening.fault("photo.jpg", made.data) is None


@each(ACCEPTED)
def test_a_master_is_nothing_but_pixels(fixture: Fixture) -> None:
    made = mastered(fixture.name)
    assert_only_pixels_in_jpeg(made.data)
    image = opened(made.data)
    assert not image.getexif()
    assert not {"comment", "icc_profile", "exif", "xmp", "photoshop", "mp"} & set(image.info)


@each(LIKE_THE_DRAWING)
def test_a_master_is_upright_and_looks_as_the_photo_was_meant(fixture: Fixture) -> None:
    truth = truth_of(fixture)
    image = opened(mastered(fixture.name).data)
    assert image.size == truth.size
    assert difference(image, truth) <= CLOSE
    assert worst_patch(image, truth) <= CLOSE


@each(ACCEPTED)
def test_the_same_bytes_give_the_same_master(fixture: Fixture) -> None:
    assert master(data_of(fixture)) == mastered(fixture.name)


@pytest.mark.parametrize("size", [(3200, 1600), (1600, 3200), (2560, 40), (2561, 1)])
def test_a_large_picture_is_scaled_to_2560_and_no_other(size: tuple[int, int]) -> None:
    made = master(encoded(drawing(size=size), quality=70))
    scale = min(1.0, 2560 / max(size))
    assert (made.width, made.height) == tuple(max(1, round(side * scale)) for side in size)


def test_a_master_of_the_largest_picture_is_made() -> None:
    made = master(black_png(10_000, MAX_PIXELS // 10_000, 1, 0))
    assert (made.width, made.height) == (2560, 1536)


def test_a_picture_full_of_detail_is_kept_small_enough() -> None:
    made = master(encoded(noise(2200, 1500)))
    assert len(made.data) <= 1_200_000
    assert abs(made.width / made.height - 2200 / 1500) < 0.01
    assert made.width > 1000


def test_a_master_of_a_master_has_the_same_size() -> None:
    once = mastered("turned-6-p3.jpg")
    twice = master(once.data)
    assert (twice.width, twice.height) == (once.width, once.height)
    assert difference(opened(twice.data), opened(once.data)) < 2


# The day


@pytest.mark.parametrize("name", ["taken.jpg", "secrets.heic"])
def test_the_day_is_read_before_it_goes(name: str) -> None:
    assert mastered(name).taken == date(2025, 10, 18)
    assert TAKEN[:10].encode() not in mastered(name).data


@pytest.mark.parametrize("format", ["PNG", "WEBP"])
def test_the_day_is_read_from_other_formats(format: str) -> None:
    assert master(encoded(drawing(), format, exif=exif(taken=TAKEN))).taken == date(2025, 10, 18)


@pytest.mark.parametrize(
    "taken", ["0000:00:00 00:00:00", "2025:13:40 09:30:00", "    :  :     :  :  ", "昨天", ""]
)
def test_a_day_that_is_none_is_not_made_up(taken: str) -> None:
    data = encoded(drawing(), exif=exif(taken=taken.encode()))
    assert master(data).taken is None


@pytest.mark.parametrize("name", ["plain-none.jpg", "gps.jpg", "broken-exif.jpg", "text.png"])
def test_a_photo_that_tells_no_day_has_none(name: str) -> None:
    assert mastered(name).taken is None

"""What was hidden in a picture is found by what it was, and hidden in another state, too."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageChops, ImageStat

from campaign.images import hidden
from campaign.images.hidden import Change
from campaign.images.master import Box, cleaned, turned
from pictures import encoded, noise

SIZE = (640, 480)
WAS = cleaned(encoded(noise(80, 60).resize(SIZE)), "JPEG")
FACE, PLATE = Box(0.1, 0.1, 0.15, 0.2), Box(0.6, 0.7, 0.2, 0.1)
LEFT, HALF = Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_180


def blurred(*boxes: Box) -> bytes:
    return cleaned(WAS, "JPEG", boxes)


def pixels(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def apart(one: bytes, other: bytes, box: Box) -> float:
    """How far two pictures are from each other in a rectangle."""
    parts = (pixels(data).crop(box.within(SIZE)) for data in (one, other))
    return sum(ImageStat.Stat(ImageChops.difference(*parts)).mean)


def found(now: bytes) -> Change:
    change = hidden.change(WAS, now, "JPEG")
    assert change is not None
    return change


def holds(change: Change, box: Box) -> bool:
    return any(
        one.left <= box.left
        and one.top <= box.top
        and one.left + one.width >= box.left + box.width
        and one.top + one.height >= box.top + box.height
        for one in change.boxes
    )


def test_what_was_hidden_is_found_and_no_more() -> None:
    change = found(blurred(FACE, PLATE))
    assert len(change.boxes) == 2
    assert holds(change, FACE)
    assert holds(change, PLATE)
    assert sum(box.width * box.height for box in change.boxes) < 0.1


def test_what_was_hidden_where_little_can_be_seen_is_found() -> None:
    """A number plate by night: some grey on some grey."""
    dark = Image.new("RGB", SIZE, "#101010")
    dark.paste("#141414", PLATE.within(SIZE))
    for left in range(400, 500, 6):
        dark.paste("#0e0e0e", (left, 345, left + 3, 375))
    was = cleaned(encoded(dark), "JPEG")
    change = hidden.change(was, cleaned(cleaned(was, "JPEG", [PLATE]), "JPEG", [FACE]), "JPEG")
    assert change is not None
    assert holds(change, Box(400 / 640, 345 / 480, 90 / 640, 30 / 480))


def test_a_picture_that_was_only_encoded_anew_hides_nothing() -> None:
    assert found(blurred()) == Change(0, ())


@pytest.mark.parametrize(("quarter", "count"), [(LEFT, 1), (HALF, 2)])
def test_a_picture_that_was_turned_too_is_known(quarter: Image.Transpose, count: int) -> None:
    change = found(turned(blurred(FACE), "JPEG", quarter))
    assert (change.quarters, len(change.boxes), holds(change, FACE)) == (count, 1, True)


@pytest.mark.parametrize(
    "now",
    [encoded(noise(80, 60, 7).resize(SIZE)), encoded(noise(80, 60).resize((600, 480))), b"x"],
)
def test_another_picture_is_none_of_this_one(now: bytes) -> None:
    assert hidden.change(WAS, now, "JPEG") is None


def test_what_either_side_hid_is_hidden() -> None:
    mine, other = blurred(FACE), blurred(PLATE)
    made = hidden.hidden_too(mine, "JPEG", found(mine), found(other))
    for box in (FACE, PLATE):
        assert apart(made, WAS, box) > 40
    assert apart(made, mine, FACE) < 5


def test_it_is_hidden_in_a_picture_that_was_turned() -> None:
    mine, other = turned(WAS, "JPEG", LEFT), blurred(PLATE)
    made = hidden.hidden_too(mine, "JPEG", found(mine), found(other))
    upright = turned(made, "JPEG", Image.Transpose.ROTATE_270)
    assert apart(upright, WAS, PLATE) > 40
    assert apart(upright, WAS, FACE) < 20


def test_what_lies_between_two_hidden_places_is_hidden_too() -> None:
    """Two faces side by side have one box, in whose corner the other side's face may be."""
    one, two = Box(0.1, 0.1, 0.15, 0.15), Box(0.27, 0.27, 0.15, 0.15)
    corner = Box(0.29, 0.12, 0.1, 0.1)
    mine, other = blurred(one, two), blurred(corner)
    made = hidden.hidden_too(mine, "JPEG", found(mine), found(other))
    assert apart(made, WAS, corner) > 40
    assert apart(made, WAS, one) > 40

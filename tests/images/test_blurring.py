"""What is blurred is gone for good, and the rest is not touched."""

from __future__ import annotations

import pytest
from PIL import Image, ImageOps, ImageStat

from campaign.images.master import Box, master
from images.looking import difference, opened
from picture_files import STORED
from pictures import encoded, exif

pytestmark = pytest.mark.filterwarnings("error")
BOX = Box(0.25, 0.25, 0.5, 0.5)
BOARD = (400, 320)


def board(size: tuple[int, int] = BOARD, square: int = 10) -> Image.Image:
    """A checkerboard in black and white."""
    tile = Image.new("RGB", (2 * square, 2 * square), "white")
    tile.paste("black", (0, 0, square, square))
    tile.paste("black", (square, square, 2 * square, 2 * square))
    image = Image.new("RGB", size)
    for left in range(0, size[0], 2 * square):
        for top in range(0, size[1], 2 * square):
            image.paste(tile, (left, top))
    return image


def contrast(image: Image.Image, edges: tuple[int, int, int, int]) -> float:
    return ImageStat.Stat(image.crop(edges).convert("L")).stddev[0]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_what_is_blurred_is_gone_and_the_rest_is_not(orientation: int) -> None:
    stored = board().transpose(STORED[orientation]) if orientation in STORED else board()
    data = encoded(stored, exif=exif(orientation=orientation))
    plain = opened(master(data).data)
    image = opened(master(data, [Box(0.5, 0.25, 0.4, 0.5)]).data)
    assert contrast(plain, (204, 84, 356, 236)) > 100
    assert contrast(image, (204, 84, 356, 236)) < 20
    for outside in ((0, 0, 196, 320), (364, 0, 400, 320), (0, 0, 400, 76), (0, 244, 400, 320)):
        assert difference(image.crop(outside), plain.crop(outside)) < 3


def test_the_edge_of_a_blurred_box_is_blurred_too() -> None:
    image = opened(master(encoded(board()), [BOX]).data)
    for edges in ((102, 82, 298, 92), (102, 228, 298, 238), (102, 82, 112, 238)):
        assert contrast(image, edges) < 30


def test_a_small_box_on_a_large_picture_is_blurred_all_the_same() -> None:
    image = opened(master(encoded(board((3200, 1600), 10)), [Box(0.5, 0.5, 0.02, 0.03)]).data)
    assert contrast(image, (1284, 644, 1326, 674)) < 25
    assert contrast(image, (1100, 644, 1142, 674)) > 80


def test_several_boxes_are_blurred() -> None:
    boxes = [Box(0, 0, 0.2, 0.2), Box(0.8, 0.8, 0.2, 0.2)]
    image = opened(master(encoded(board()), boxes).data)
    assert contrast(image, (4, 4, 76, 60)) < 20
    assert contrast(image, (324, 260, 396, 316)) < 20
    assert contrast(image, (100, 80, 300, 240)) > 100


@pytest.mark.parametrize(
    "box", [Box(0.9, 0.9, 0.5, 0.5), Box(0, 0, 1, 1), Box(0.5, 0.5, 0, 0), Box(1, 1, 0.1, 0.1)]
)
def test_a_box_at_the_margin_breaks_nothing(box: Box) -> None:
    made = master(encoded(board()), [box])
    assert (made.width, made.height) == BOARD
    assert made == master(encoded(board()), [box])


def test_what_was_under_a_box_makes_no_difference_but_for_its_average() -> None:
    """Two faces of the same brightness cannot be told apart: nothing is left to compute back."""
    one, other = board(square=10), board(square=10)
    other.paste(ImageOps.mirror(board(square=5)).crop((100, 80, 300, 240)), (100, 80))
    smeared = [opened(master(encoded(image), [BOX]).data) for image in (one, other)]
    assert difference(smeared[0], smeared[1]) < 4

"""QR codes: put together from tables, and the very codes that segno makes."""

from __future__ import annotations

import random
import re
import string
from base64 import b64decode
from io import BytesIO

import pytest
from markupsafe import Markup
from PIL import Image

from campaign.render import qr

LETTERS = string.ascii_letters + string.digits + "-._~/%?=&#:"
HOSTS = ("https://example.org/", "http://a.cn/", "https://wenming.example.gov.cn/repo/")


def addresses(seed: int, number: int, longest: int) -> list[str]:
    """Addresses as random as they can be: of any length, from a host's own on."""
    dice = random.Random(seed)
    return [
        dice.choice(HOSTS) + "".join(dice.choices(LETTERS, k=dice.randint(0, longest)))
        for _ in range(number)
    ]


def matrix(text: str) -> list[list[int]]:
    """The modules as they were put together, row by row."""
    size, rows = qr.modules(text)
    bits = [int(bit) for bit in f"{rows:0{size * size}b}"]
    return [bits[start : start + size] for start in range(0, len(bits), size)]


def from_segno(text: str) -> list[list[int]]:
    return [list(row) for row in qr.code(text).matrix]


def drawn(picture: str) -> list[list[int]]:
    """The dark modules of a picture in a page, with the quiet zone around them."""
    found = re.search(r'src="data:image/png;base64,([^"]*)"', picture)
    assert found
    image = Image.open(BytesIO(b64decode(found[1])))
    image.load()
    width, height = image.size
    return [[int(not image.getpixel((x, y))) for x in range(width)] for y in range(height)]


def test_thousands_of_addresses_have_the_modules_that_segno_gives_them() -> None:
    wrong = [text for text in addresses(1, 2500, 40) if matrix(text) != from_segno(text)]
    assert wrong == []


def test_error_correction_rises_where_it_takes_no_more_room() -> None:
    lengths = range(len(HOSTS[1]), 90)
    texts = [HOSTS[1].ljust(length, "x") for length in lengths]
    assert {qr.code(text).error for text in texts} >= {"M", "Q"}
    assert [text for text in texts if matrix(text) != from_segno(text)] == []


NOT_PLAIN = (
    *("", "1234", "HTTPS://EXAMPLE.ORG/A", "plain words", "é", "中"),
    *("https://example.org/幸福里/", "https://example.org/caf\u00e9/", "https://", "http://a"),
    *(HOSTS[0].ljust(length, "x") for length in (105, 106, 107, 181, 300)),
)


@pytest.mark.parametrize("text", NOT_PLAIN)
def test_so_has_what_is_no_plain_address(text: str) -> None:
    assert matrix(text) == from_segno(text)


def test_a_text_that_fits_no_code_is_refused_as_segno_does() -> None:
    with pytest.raises(ValueError, match="too large"):
        qr.picture("https://example.org/" + "a" * 3000, "")


def test_the_picture_is_the_one_that_segno_draws() -> None:
    title = "甲 & <乙> \"丙\" '丁'"
    for text in [*addresses(3, 200, 40), *addresses(4, 5, 200), "1234", "https://a.cn/中"]:
        picture = qr.picture(text, title)
        assert isinstance(picture, Markup)
        assert drawn(picture) == [list(row) for row in qr.code(text).matrix_iter(border=4)]

"""The font of the cards, and what is done without it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont

from campaign.checks import lettering as lettering_rules
from campaign.images import lettering
from campaign.photos import cards
from campaign.reading import records
from cards.drawn import TITLE, sharing_of
from projects import BASE, load
from sites import ROOT

# The font


def put_font(root: Path, data: bytes) -> None:
    path = root / lettering.FONT
    path.parent.mkdir(parents=True)
    path.write_bytes(data)


def test_the_font_is_found_below_the_project(root: Path, tmp_path: Path) -> None:
    assert lettering.font_at(root) == root / lettering.FONT
    assert lettering.font_at(tmp_path / "elsewhere") is None


def test_another_file_of_that_name_is_not_the_font(tmp_path: Path, font: Path) -> None:
    put_font(tmp_path, font.read_bytes() + b"\0")
    assert lettering.font_at(tmp_path) is None


@pytest.mark.parametrize("size", [*cards.TITLE_SIZES, cards.LABEL_SIZE])
@pytest.mark.parametrize(
    "text", [TITLE, "“民情”·《说事》（一）100%", "AVATo WA Te. f1 2026", " a  b "]
)
def test_a_text_set_by_characters_is_as_if_drawn_whole(font: Path, size: int, text: str) -> None:
    face = lettering.face(font, size)
    assert lettering.width(face, text) == face.getlength(text)
    whole, by_characters = (Image.new("RGB", (2400, 140), "white") for _ in range(2))
    ImageDraw.Draw(whole).text((20, 10), text, font=face, fill="#1f2328")
    lettering.write(ImageDraw.Draw(by_characters), (20, 10), text, face, "#1f2328")
    assert ImageChops.invert(whole).getbbox()  # something is written
    assert ImageChops.difference(whole, by_characters).getbbox() is None


def test_the_font_has_every_character_of_the_sample(font: Path) -> None:
    site, _ = records.load(ROOT)
    assert site
    face = ImageFont.truetype(font, 32, layout_engine=ImageFont.Layout.BASIC)
    missing = face.getmask("\U0010ffff").getbbox(), bytes(face.getmask("\U0010ffff"))
    titles = [site.settings.name, *(record.heading for record in site.everything())]
    characters = sorted(set("".join(titles)) - {" "})
    assert len(characters) > 200
    boxes = [
        character
        for character in characters
        if (face.getmask(character).getbbox(), bytes(face.getmask(character))) == missing
    ]
    assert boxes == []


# Which picture stands for a page


@pytest.mark.parametrize("data", [None, b"no font"], ids=["no font", "a wrong font"])
def test_without_the_font_a_photo_stands_for_its_page(tmp_path: Path, data: bytes | None) -> None:
    if data:
        put_font(tmp_path, data)
    sharing = sharing_of(tmp_path, "day/a")
    assert sharing.card("communities/alpha/", TITLE, "day/b") is None
    assert sharing.photo("day/b") == "photos/day/b/960.jpg"
    assert sharing.photo("") == "photos/day/a/960.jpg"


def test_without_font_and_photo_nothing_stands_for_a_page(tmp_path: Path) -> None:
    sharing = sharing_of(tmp_path)
    assert sharing.card("news/", TITLE) is None
    assert sharing.photo("") == ""


@pytest.mark.parametrize(
    ("title", "has_all"), [("幸福里社区", True), ("𫭟圩社区 No.1", True), ("𠮷祥社区", False)]
)
def test_a_title_with_a_character_that_the_font_lacks_is_on_no_card(
    title: str, has_all: bool, font: Path
) -> None:
    assert (lettering.lacking(font, title) == "") == has_all


def test_a_title_on_no_card_is_noted_with_its_character(tmp_path: Path, font: Path) -> None:
    put_font(tmp_path, font.read_bytes())
    alpha = BASE["showcases/communities/alpha.yml"].replace("甲社区", "𠮷祥社区")
    site, _ = load(tmp_path, {"showcases/communities/alpha.yml": alpha})
    (found,) = lettering_rules.boxes(site)
    assert (found.code, found.path, found.line) == ("V07e", "showcases/communities/alpha.yml", 1)
    assert "没有“𠮷”" in found.message()

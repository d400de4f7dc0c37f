"""Social cards, and which picture stands for a page where its link is shared."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont, ImageStat

import values
from campaign.checks import lettering as lettering_rules
from campaign.every_page.sharing import Sharing
from campaign.every_page.titles import Titles
from campaign.images import lettering, metadata, store
from campaign.images.derivatives import LARGEST
from campaign.images.store import Store
from campaign.photos import cards, published
from campaign.photos.cards import Card
from campaign.reading import records
from campaign.site import Site
from campaign.workers import Workers
from pictures import Colour, encoded, noise
from projects import BASE, load, project
from sites import ROOT

LABEL = "示例市文明社区创建成果展示网"
TITLE = "楼道议事会：站着开的会"
LONG = "关于印发《示例市深化全国文明城市创建工作三年行动计划（2026—2028 年）》的通知"
ENDLESS = LONG * 3
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


@pytest.fixture
def root(tmp_path: Path, font: Path) -> Path:
    """A project with the font."""
    link_font(tmp_path, font)
    return tmp_path


def stripes(*colours: Colour) -> Image.Image:
    """A very wide photo of equal stripes side by side."""
    image = Image.new("RGB", (LARGEST, 200))
    width = LARGEST // len(colours)
    for at, colour in enumerate(colours):
        image.paste(colour, (at * width, 0, (at + 1) * width, 200))
    return image


def photo(folder: Path, image: Image.Image, name: str = "photo") -> Path:
    path = folder / f"{name}.webp"
    path.write_bytes(encoded(image, "WEBP", quality=90))
    return path


def drawn(root: Path, *shown: Card) -> dict[str, bytes]:
    """The cards as files, by their paths."""
    return {
        output.path: output.data.read_bytes()
        for output in cards.outputs(root, shown)
        if isinstance(output.data, Path)
    }


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def near(image: Image.Image, place: tuple[int, int], colour: Colour) -> bool:
    found = image.convert("RGB").getpixel(place)
    assert isinstance(found, tuple)
    return all(abs(a - b) < 40 for a, b in zip(found, colour, strict=True))


class Pen:
    """What was written on cards: texts, their places and their faces."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.written: list[tuple[str, tuple[float, float], ImageFont.FreeTypeFont]] = []
        write = ImageDraw.ImageDraw.text

        def listening(
            pen: ImageDraw.ImageDraw, place: tuple[float, float], text: str, **how: Any
        ) -> None:
            self.written.append((text, place, how["font"]))
            write(pen, place, text, **how)

        monkeypatch.setattr(ImageDraw.ImageDraw, "text", listening)

    def title(self) -> list[str]:
        """The lines of the last card's title, above its label."""
        return [text for text, _, _ in self.written[:-1]]


# What a card looks like


@pytest.mark.parametrize("title", [TITLE, LONG, ENDLESS, "会"], ids=len)
def test_a_card_is_a_small_jpeg_of_the_size_that_chats_expect(root: Path, title: str) -> None:
    behind = photo(root, noise(400, 267).resize((LARGEST, 1067)))
    found = drawn(root, Card("a.jpg", title, LABEL, behind, "key"), Card("b.jpg", title, LABEL))
    assert list(found) == ["a.jpg", "b.jpg"]
    for data in found.values():
        image = opened(data)
        assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (1200, 630))
        assert len(data) <= 150_000
        assert metadata.carried(data, "JPEG") == []


def test_a_card_is_the_same_bytes_whenever_it_is_drawn(root: Path) -> None:
    card = Card("a.jpg", TITLE, LABEL, photo(root, stripes(RED, BLUE)), "key")
    first = drawn(root, card)
    (root / store.PLACE).rename(root / "elsewhere")
    assert drawn(root, card) == first


def test_a_card_shows_the_photo_the_title_and_the_label(root: Path) -> None:
    card = Card("a.jpg", TITLE, LABEL, photo(root, stripes(BLUE)), "key")
    image = opened(drawn(root, card)["a.jpg"])
    assert near(image, (600, 100), BLUE)
    texts = {
        "title": replace(card, title=TITLE[:-1]),
        "label": replace(card, label=LABEL[:-1]),
        "about": replace(card, about="讲话"),
        "photo": replace(card, photo=photo(root, stripes(GREEN), "other"), photo_key="other"),
    }
    for name, other in texts.items():
        changed = ImageChops.difference(image, opened(drawn(root, other)["a.jpg"])).convert("L")
        box = changed.point(lambda value: 255 * (value > 60)).getbbox()
        assert box, name
        top, bottom = {
            "title": (400, 545),
            "label": (545, 630),
            "about": (545, 630),
            "photo": (0, 470),
        }[name]
        assert top <= box[1], name
        assert box[3] <= bottom, name


def test_a_card_without_a_photo_is_red_above_its_title(root: Path) -> None:
    image = opened(drawn(root, Card("a.jpg", TITLE, LABEL))["a.jpg"])
    assert near(image, (600, 100), (168, 20, 27))
    assert near(image, (1190, 620), (251, 248, 243))


@pytest.mark.parametrize(
    ("focus", "colour"), [((0.0, 0.5), RED), ((0.5, 0.5), GREEN), ((1.0, 0.5), BLUE)]
)
def test_a_crop_keeps_the_focus(root: Path, focus: tuple[float, float], colour: Colour) -> None:
    behind = photo(root, stripes(RED, GREEN, BLUE))
    card = Card("a.jpg", TITLE, LABEL, behind, "key", focus)
    assert near(opened(drawn(root, card)["a.jpg"]), (600, 200), colour)


# Titles


@pytest.mark.parametrize(
    ("title", "most"), [("会", 1), (TITLE, 1), (LONG, 3), (ENDLESS, 3)], ids=[1, 11, 41, 123]
)
def test_a_title_has_three_lines_at_most_and_stays_within_the_margins(
    root: Path, monkeypatch: pytest.MonkeyPatch, title: str, most: int
) -> None:
    pen = Pen(monkeypatch)
    drawn(root, Card("a.jpg", title, LABEL))
    lines = pen.title()
    assert 1 <= len(lines) <= most
    faces = {face.size for _, _, face in pen.written[:-1]}
    assert len(faces) == 1
    for text, (left, top), face in pen.written:
        assert left == cards.MARGIN
        assert left + face.getlength(text) <= cards.SIZE[0] - cards.MARGIN
        assert 0 <= top <= cards.SIZE[1] - face.size
    assert pen.written[-1][0] == LABEL


def test_a_title_that_is_too_long_ends_in_an_ellipsis(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pen = Pen(monkeypatch)
    drawn(root, Card("a.jpg", ENDLESS, LABEL))
    lines = pen.title()
    assert len(lines) == 3
    assert lines[-1][-1] == "…"
    words = "".join(lines).removesuffix("…").replace(" ", "")
    assert ENDLESS.replace(" ", "").startswith(words)
    assert len(words) > 45


@pytest.mark.parametrize("title", [TITLE, LONG])
def test_a_title_that_fits_is_whole(
    root: Path, monkeypatch: pytest.MonkeyPatch, title: str
) -> None:
    pen = Pen(monkeypatch)
    drawn(root, Card("a.jpg", title, LABEL))
    assert "".join(pen.title()).replace(" ", "") == title.replace(" ", "")


def test_a_shorter_title_is_set_larger(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pen = Pen(monkeypatch)
    for title in ("会", LONG, ENDLESS):
        drawn(root, Card("a.jpg", title, LABEL))
    sizes = [face.size for text, _, face in pen.written if text != LABEL]
    assert sizes[0] > sizes[-1]
    assert sizes == sorted(sizes, reverse=True)


# Drawn once


def test_the_key_changes_with_all_that_a_card_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    card = Card("a.jpg", TITLE, LABEL, Path("a.webp"), "key", (0.5, 0.5))
    others = [
        replace(card, title=LONG),
        replace(card, label="另一个网站"),
        replace(card, photo_key="other"),
        replace(card, focus=(0.5, 0.25)),
        replace(card, title=TITLE[:-1], label=TITLE[-1] + LABEL),
    ]
    keys = {each.key for each in (card, *others)}
    monkeypatch.setattr(cards, "DESIGN", "another")
    keys.add(card.key)
    assert len(keys) == len(others) + 2


def test_where_a_card_is_published_does_not_change_its_key() -> None:
    card = Card("a.jpg", TITLE, LABEL, Path("a.webp"), "key")
    assert card.key == replace(card, path="b.jpg", photo=Path("elsewhere/a.webp")).key


@pytest.fixture
def drawing(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of the cards that were drawn."""
    titles: list[str] = []
    draw = cards.drawn

    def listening(card: Card, font: Path) -> Image.Image:
        titles.append(card.title)
        return draw(card, font)

    monkeypatch.setattr(cards, "drawn", listening)
    return titles


def test_a_card_is_drawn_once(root: Path, drawing: list[str]) -> None:
    card, other = Card("a.jpg", TITLE, LABEL), Card("b.jpg", TITLE, LABEL)
    first = drawn(root, card, other)
    assert first["a.jpg"] == first["b.jpg"]
    assert drawn(root, card) == {"a.jpg": first["a.jpg"]}
    assert drawing == [TITLE]
    drawn(root, card, Card("c.jpg", LONG, LABEL))
    assert drawing == [TITLE, LONG]


def test_a_damaged_card_is_drawn_again(root: Path, drawing: list[str]) -> None:
    card = Card("a.jpg", TITLE, LABEL)
    first = drawn(root, card)
    entry = Store(root / store.PLACE).get(card.key)
    assert entry
    entry.path("card.jpg").write_bytes(b"half")
    assert drawn(root, card) == first
    assert len(drawing) == 2


def test_progress_is_told_for_the_cards_that_are_drawn(root: Path) -> None:
    told: list[tuple[int, int]] = []
    shown = [Card(f"{at}.jpg", "甲乙丙丁戊"[at], LABEL) for at in range(5)]
    hands = Workers(progress=lambda *counts: told.append(counts))
    for _ in range(2):
        found = list(cards.outputs(root, shown, hands))
        assert [output.path for output in found] == [card.path for card in shown]
    assert told == [(done, 5) for done in range(1, 6)]


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


def words(card: Card | None) -> tuple[str, str, tuple[float, float], bool]:
    assert card is not None
    return card.title, card.label, card.focus, card.photo is not None


def test_a_page_has_a_card_with_its_photo_beside_that_photo(root: Path) -> None:
    card = sharing_of(root).card("communities/alpha/", TITLE, "day/b")
    assert words(card) == (TITLE, LABEL, (0.2, 1.0), True)
    assert card is not None
    assert Path(card.path).parent == Path("photos/day/b")
    assert Path(card.path).name.startswith("card-")
    (output,) = cards.outputs(root, [card])
    assert output.path == card.path
    assert isinstance(output.data, Path)
    assert opened(output.data.read_bytes()).size == (1200, 630)


def test_a_page_without_a_photo_takes_that_of_the_site(root: Path) -> None:
    sharing = sharing_of(root, "day/a")
    for cover in ("", "day/none", "day/broken"):
        card = sharing.card("news/", TITLE, cover)
        assert words(card) == (TITLE, LABEL, (0.5, 0.5), True)
        assert card is not None
        assert card.path.startswith("photos/day/a/card-")


def test_a_card_says_what_the_page_is_and_of_which_day(root: Path) -> None:
    sharing = sharing_of(root)
    news = values.news("2026-04-01-first", published="2026-04-01 09:00")
    place = values.community("alpha", updated="2026-03-05")
    abouts = [
        card.about
        for record in (news, place, values.community("beta"), None)
        if (card := sharing.card("a/", TITLE, "", record))
    ]
    assert abouts == ["动态　2026-04-01", "社区　更新 2026-03-05", "社区", ""]


def test_the_card_of_the_home_page_names_the_city(root: Path) -> None:
    card = sharing_of(root).card("", "首页")
    assert card is not None
    assert card.title == f"{site_of(root).settings.city}文明社区创建"
    assert "".join(card.pieces) == card.title


def test_the_foot_of_a_card_says_it_at_the_right_and_never_over_the_label(root: Path) -> None:
    plain = Card("a.jpg", TITLE, LABEL)
    about = replace(plain, about="讲话　2026-04-09")
    long = replace(about, label=LABEL * 4)
    images = [opened(drawn(root, card)["a.jpg"]) for card in (plain, about, long)]
    foot = (600, cards.SIZE[1] - cards.LABEL_FOOT, *cards.SIZE)
    first, second, third = (image.crop(foot) for image in images)
    assert ImageChops.difference(first, second).getbbox()
    right = (300, 0, 600, cards.LABEL_FOOT)
    difference = ImageChops.difference(second.crop(right), third.crop(right)).convert("L")
    assert difference.getextrema()[1] < 60


def test_without_any_photo_a_card_has_only_words(root: Path) -> None:
    card = sharing_of(root).card("news/", TITLE)
    assert words(card) == (TITLE, LABEL, (0.5, 0.5), False)
    assert card is not None
    assert card.path.startswith("cards/card-")


ADDRESSES = ("", "home/", "index/", "a/b-c/", "a-b/c/", "a/b/c/", "a-b-c/", "a/b_c/", "A/b-c/")


def path_of(sharing: Sharing, address: str, title: str, cover: str = "") -> str:
    card = sharing.card(address, title, cover)
    assert card is not None
    return card.path


def test_every_page_has_a_card_of_its_own(root: Path) -> None:
    sharing = sharing_of(root)
    for cover in ("", "day/a"):
        paths = {path_of(sharing, address, address, cover).lower() for address in ADDRESSES}
        assert len(paths) == len(ADDRESSES)


def test_a_long_address_in_chinese_has_a_card_that_can_be_served(root: Path) -> None:
    """The builder quotes an address, and a server unquotes that of a picture."""
    path = path_of(sharing_of(root), "about/" + "%E5%85%B3" * 60 + "/", TITLE, "day/a")
    assert len(Path(path).name) < 100
    assert path.isascii()
    assert "%" not in path


def test_a_card_lies_in_the_store_under_its_key(root: Path) -> None:
    sharing = sharing_of(root)
    found = [sharing.card("a/", TITLE), sharing.card("b/", LONG, "day/a")]
    drawn = [card for card in found if card]
    list(cards.outputs(root, drawn))
    shelf = Store(root / store.PLACE)
    assert len({card.key for card in drawn}) == 2
    assert all(shelf.get(card.key) for card in drawn)


def test_a_changed_photo_has_another_card(root: Path) -> None:
    def key() -> str:
        site, _ = records.load(root)
        assert site
        shown = site.published()
        sharing = Sharing(shown, published.pictures(shown), Titles(shown))
        card = sharing.card("a/", TITLE, "day/a")
        assert card
        return card.key

    site_of(root)
    before = key()
    assert key() == before
    (root / FOLDER / "a.jpg").write_bytes(encoded(stripes(GREEN)))
    assert key() != before


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


def test_the_photo_on_a_card_is_upright_and_in_colour(root: Path) -> None:
    card = sharing_of(root).card("a/", TITLE, "day/a")
    assert card is not None
    (output,) = cards.outputs(root, [card])
    assert isinstance(output.data, Path)
    image = opened(output.data.read_bytes())
    assert near(image, (100, 100), RED)
    assert near(image, (1100, 100), BLUE)
    assert ImageStat.Stat(image.crop((0, 500, 1200, 630))).mean[0] > 200


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

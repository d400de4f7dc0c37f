"""What a card looks like, and that it is drawn once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont

from campaign.images import lettering, metadata, store
from campaign.images.derivatives import LARGEST
from campaign.images.store import Store
from campaign.photos import cards
from campaign.photos.cards import Card
from campaign.workers import Workers
from cards.drawn import BLUE, GREEN, LABEL, LONG, RED, TITLE, near, opened, stripes
from pictures import Colour, encoded, noise

ENDLESS = LONG * 3


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


class Pen:
    """What was written on cards: texts, their places and their faces."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.written: list[tuple[str, tuple[float, float], ImageFont.FreeTypeFont]] = []
        write = lettering.write

        def listening(
            pen: ImageDraw.ImageDraw,
            place: tuple[float, float],
            text: str,
            face: ImageFont.FreeTypeFont,
            colour: str,
        ) -> None:
            if text:
                self.written.append((text, place, face))
            write(pen, place, text, face, colour)

        monkeypatch.setattr(lettering, "write", listening)

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
    plain = Card("b.jpg", TITLE, LABEL)
    card = Card("a.jpg", TITLE, LABEL, photo(root, stripes(RED, BLUE)), "key")
    first = drawn(root, plain, card)
    (root / store.PLACE).rename(root / "elsewhere")
    assert drawn(root, card, plain) == first


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

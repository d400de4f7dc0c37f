"""Which picture stands for a page that is shared."""

from __future__ import annotations

from pathlib import Path

from PIL import ImageStat

import values
from campaign.every_page.sharing import Sharing
from campaign.every_page.titles import Titles
from campaign.images import store
from campaign.images.store import Store
from campaign.photos import cards, published
from campaign.photos.cards import Card
from campaign.reading import records
from cards.drawn import (
    BLUE,
    FOLDER,
    GREEN,
    LABEL,
    LONG,
    RED,
    TITLE,
    near,
    opened,
    sharing_of,
    site_of,
    stripes,
)
from pictures import encoded


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


def test_the_photo_on_a_card_is_upright_and_in_colour(root: Path) -> None:
    card = sharing_of(root).card("a/", TITLE, "day/a")
    assert card is not None
    (output,) = cards.outputs(root, [card])
    assert isinstance(output.data, Path)
    image = opened(output.data.read_bytes())
    assert near(image, (100, 100), RED)
    assert near(image, (1100, 100), BLUE)
    assert ImageStat.Stat(image.crop((0, 500, 1200, 630))).mean[0] > 200

"""Galleries of many photos on several pages, and their rules of style."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from albums import Album, Tags, album, asked, row, rules

from campaign.blocks import blocks
from campaign.kinds.gallery import Gallery
from campaign.kinds.gallery import page as galleries
from campaign.render import pictures
from campaign.render.outputs import Page

SERIES = (("", 10), ("上午", 30), ("下午 <b>晴</b>", 40), ("晚上", 45), ("上午", 4))
"""The series of the photos of the large gallery, as they follow each other."""


def ids(page: Page) -> list[str]:
    """The photos that a page shows, in its order."""
    return [tag["id"] for tag in Tags(str(page.body)).of("figure")]


# Pages


PAIRS = ("hall-before", "hall-after", "yard-before", "yard-after", "wall-before")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Album:
    """Photos in five series, two pairs scattered among them, and half a pair: 130 but for pairs."""
    series = [title for title, count in SERIES for _ in range(count)]
    singles = [f"p{at:03}" for at in range(len(series))]
    rows = [
        row(name, series=f'"{title}"') if title else row(name)
        for name, title in zip(singles, series, strict=True)
    ]
    for at, name in enumerate(PAIRS):
        key, role = name.split("-")
        rows.insert(125 - 25 * at, row(name, pair=f"{{role: {role}, key: {key}}}", series="上午"))
    return album(tmp_path_factory.mktemp("large"), "".join(rows), [*singles, *PAIRS])


def shown_singly(large: Album) -> list[str]:
    """The photos of the large gallery in order, but for those in pairs."""
    listed = [photo.stem for photo in large.edition.site.of(Gallery)["day"].photos]
    return [name for name in listed if name not in PAIRS[:4]]


def test_a_page_has_sixty_photos_at_most_and_an_address_of_its_own(large: Album) -> None:
    assert [page.path for page in large.pages] == [
        "galleries/day/",
        "galleries/day_2/",
        "galleries/day_3/",
    ]
    counts = [str(page.body).count('class="photos__item') for page in large.pages]
    assert counts == [60, 60, 10]


def test_every_photo_is_shown_once_and_in_order(large: Album) -> None:
    shown = [name for page in large.pages for name in ids(page)]
    assert shown[:4] == ["yard-before", "yard-after", "hall-before", "hall-after"]
    assert shown[4:] == shown_singly(large)
    assert len(shown) == 134


def test_pairs_stand_on_the_first_page_only_before_left_of_after(large: Album) -> None:
    first, *others = (str(page.body) for page in large.pages)
    assert first.count("data-compare") == 2
    assert all("data-compare" not in body for body in others)
    for part in first.split("data-compare")[1:]:
        halves = re.findall(r"compare__half--(\w+)", part)
        assert halves == ["before", "after"]
        assert part.index("整治前") < part.index("整治后")


def test_half_a_pair_is_shown_like_any_photo(large: Album) -> None:
    assert "compare" not in large.figure("wall-before")


def test_pages_say_which_they_are(large: Album) -> None:
    titles = ["节日 & 你", "节日 & 你（第 2 页）", "节日 & 你（第 3 页）"]
    assert [page.title for page in large.pages] == titles
    for page, title in zip(large.pages, titles, strict=True):
        (heading,) = re.findall(r"<h1>(.*?)</h1>", page.body)
        assert unescape(heading) == title
        assert "134 张" in page.body


@pytest.mark.parametrize("at", range(3))
def test_every_page_leads_to_every_other(large: Album, at: int) -> None:
    page = large.pages[at]
    pager = str(page.body).split('class="pager"')[1]
    assert re.findall(r'href="([^"]*)"', pager) == [
        f"../../{other.path}" for other in large.pages if other is not page
    ]
    assert re.findall(r'aria-current="page">(\d+)<', pager) == [str(at + 1)]


def test_series_have_headings_in_order_and_go_on_over_the_page(large: Album) -> None:
    found = [re.findall(r'<h2 id="series-\d+">(.*?)</h2>', page.body) for page in large.pages]
    sunny = "下午 &lt;b&gt;晴&lt;/b&gt;"
    assert found == [["照片", "上午", sunny], [sunny, "晚上"], ["晚上", "上午"]]
    counts = [
        len(Tags(part).of("figure"))
        for page in large.pages
        for part in str(page.body).split('<h2 id="series-')[1:]
    ]
    assert counts == [10, 31, 19, 21, 39, 6, 4]


def test_the_headings_of_a_page_have_ids_of_their_own(large: Album) -> None:
    for page in large.pages:
        found = re.findall(r'\sid="([^"]*)"', page.body)
        assert len(found) == len(set(found))


def test_the_address_of_a_photo_leads_to_the_page_that_shows_it(large: Album) -> None:
    gallery = large.edition.site.of(Gallery)["day"]
    pages = {page.path: ids(page) for page in large.pages}
    listed = [photo.stem for photo in gallery.photos]
    sample = {*listed[::9], *listed[55:66], *listed[-11:], *PAIRS}
    for name in sample:
        path, anchor = galleries.photo_url(large.edition, gallery, f"day/{name}").split("#")
        assert anchor == name
        assert name in pages[path]


@pytest.mark.parametrize(
    ("count", "lengths"), [(0, [0]), (60, [60]), (61, [60, 1]), (120, [60, 60])]
)
def test_photos_are_dealt_out_to_as_few_pages_as_they_need(count: int, lengths: list[int]) -> None:
    shots = [{"id": f"day/{at}", "pair": "", "pair_key": ""} for at in range(count)]
    found = galleries.sheets(shots)
    assert [len(sheet) for sheet in found] == lengths
    assert [shot for sheet in found for shot in sheet] == shots


def test_a_gallery_without_photos_has_a_page_without_a_pager(tmp_path: Path) -> None:
    made = album(tmp_path, "", [])
    assert "0 张" in made.body
    assert "pager" not in made.body
    assert "<h2" not in made.body


def test_photos_may_be_ordered_by_their_days(tmp_path: Path) -> None:
    days = {"a": "2025-10-20", "b": "", "c": "2025-10-18", "d": "2025-10-20", "e": "2024-12-31"}
    rows = "".join(row(name, **({"taken": day} if day else {})) for name, day in days.items())
    assert ids(album(tmp_path, rows, list(days)).pages[0]) == list("abcde")
    by_day = album(tmp_path, rows, list(days), "order: date\n")
    assert ids(by_day.pages[0]) == list("becad")


def test_a_photo_that_cannot_be_read_is_left_out_and_not_counted(tmp_path: Path) -> None:
    made = album(tmp_path, row("a") + row("gone") + row("b"), ["a", "b"])
    assert ids(made.pages[0]) == ["a", "b"]
    assert "2 张" in made.body


def test_the_cover_stands_for_the_pages(tmp_path: Path) -> None:
    assert album(tmp_path, row("a") + row("b"), ["a", "b"]).pages[0].cover == "day/a"
    chosen = album(tmp_path, row("a") + row("b"), ["a", "b"], "cover: b\n")
    assert chosen.pages[0].cover == "day/b"


# What is told of a photo


def test_only_the_first_photos_of_the_first_series_load_at_once(large: Album) -> None:
    for page in large.pages:
        rows = str(page.body).split('class="photos"')
        eager = [
            [at for at, tag in enumerate(Tags(part).of("img")) if "loading" not in tag]
            for part in rows[1:]
        ]
        assert eager == [[0, 1], *([[]] * (len(eager) - 1))]


# Looks


def test_a_page_has_a_rule_for_each_photo_that_it_shows(large: Album) -> None:
    for page in large.pages:
        found = rules(pictures.style(large.edition, str(page.body)))
        marks = {large.edition.pictures[f"day/{name}"].mark for name in ids(page)}
        assert set(found) == {(kind, mark) for kind in ("p", "ph") for mark in marks}


def test_a_rule_says_the_ratio_the_colour_and_the_focus(tmp_path: Path) -> None:
    rows = row("a") + row("b", focus="{x: 0.3, y: 0.75}")
    made = album(tmp_path, rows, ["a", "b"])
    found = rules(pictures.style(made.edition, made.body))
    plain, focused = (made.edition.pictures[id] for id in ("day/a", "day/b"))
    assert found["p", plain.mark] == f"--ar:1.5;--dom:{plain.colour}"
    assert found["p", focused.mark] == f"--ar:1.5;--dom:{focused.colour};--focus:30% 75%"
    assert found["ph", plain.mark] == f"--ph:url({plain.placeholder})"
    assert all(re.fullmatch("#[0-9a-f]{6}", each.colour) for each in (plain, focused))


def test_a_placeholder_is_written_only_where_it_is_asked_for(large: Album) -> None:
    cards = str(blocks.render(large.edition, "galleries", "../", {}))
    cover = large.edition.pictures["day/p000"].mark
    assert asked(cards) == {("p", cover)}
    assert set(rules(pictures.style(large.edition, cards))) == {("p", cover)}


def test_what_only_looks_like_a_mark_has_no_rule(large: Album) -> None:
    assert pictures.style(large.edition, '<i class="p-00000000 ph-00000000 p-short">') == ""

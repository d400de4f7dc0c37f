"""The sample on a phone and on a small desk: how long pages are, and what comes first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

import pagekinds
from campaign.kinds import KINDS
from campaign.kinds.community import Community
from campaign.reading import records
from sites import ROOT, served
from undrawn import Undrawn

PHONE, DESK = (390, 844), (1280, 800)
SCREENS = 12
COLUMNS = tuple(dict.fromkeys(kind.column for kind in KINDS if kind.column))
MORE_LISTS = ("guide/fields", "data", "about/sitemap")
"""Single lists that no kind has."""


@pytest.fixture(scope="module")
def address(showcase: Path) -> Iterator[str]:
    with served(showcase / "site") as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": PHONE[0], "height": PHONE[1]})
    yield context.new_page()
    context.close()


def lists(site: Path) -> list[str]:
    """The pages of columns, with their further sheets and orders; records have longer ones."""
    pages = [site / column / "index.html" for column in MORE_LISTS]
    for column in COLUMNS:
        pages += [site / column / "index.html", *(site / column).glob("*/index.html")]
    texts = {path.parent: path.read_text("utf-8") for path in pages if path.is_file()}
    own = [path for path, text in texts.items() if '<div class="record' not in text]
    return sorted({path.relative_to(site).as_posix() for path in own})


def communities(site: Path) -> list[str]:
    """The pages of communities: the longest that a record has."""
    found = (site / "communities").glob("*/index.html")
    own = [path.parent for path in found if 'class="record community"' in path.read_text("utf-8")]
    return sorted(path.relative_to(site).as_posix() for path in own)


def content(showcase: Path) -> list[str]:
    site = showcase / "site"
    found, own = lists(site), communities(site)
    assert not (ROOT / "docs/honours/by-year.md").exists() or len(found) > 25
    assert len(own) == len(list((ROOT / "showcases/communities").glob("*.yml")))
    return found + own


@pytest.fixture(scope="module")
def undrawn(undrawing: Browser) -> Iterator[Undrawn]:
    context = undrawing.new_context(viewport={"width": PHONE[0], "height": PHONE[1]})
    yield Undrawn(context.new_page())
    context.close()


@pytest.fixture(scope="module")
def lengths(undrawn: Undrawn, address: str, showcase: Path) -> dict[str, tuple[int, int]]:
    """How wide and how long every list and every community is on a phone, in pixels."""
    found: dict[str, tuple[int, int]] = {}
    size = "(({scrollWidth, scrollHeight}) => [scrollWidth, scrollHeight])"
    undrawn.resize(*PHONE)
    for path in content(showcase):
        undrawn.goto(f"{address}{path}/")
        width, height = undrawn.page.evaluate(f"{size}(document.documentElement)")
        found[path] = (width, height)
    return found


def test_no_list_and_no_community_is_longer_than_twelve_screens_of_a_phone(
    lengths: dict[str, tuple[int, int]],
) -> None:
    screens = {path: height / PHONE[1] for path, (_, height) in lengths.items()}
    assert {path: count for path, count in screens.items() if count > SCREENS} == {}


def test_no_list_and_no_community_is_wider_than_a_phone(
    lengths: dict[str, tuple[int, int]],
) -> None:
    assert [path for path, (width, _) in lengths.items() if width > PHONE[0]] == []


BESIDE = """([least]) => {
    const style = part => getComputedStyle(part);
    const isBox = part => !['inline', 'contents', 'none'].includes(style(part).display);
    const isLine = part => part.textContent.trim() && ![...part.children].some(isBox);
    const isOpen = part => style(part).overflowX === 'visible' && !part.closest('svg');
    return [...document.querySelectorAll('main *')]
        .filter(part => isBox(part) && isLine(part) && isOpen(part) && part.clientWidth > 1)
        .filter(part => part.scrollWidth > part.clientWidth + least)
        .map(part => `${part.tagName}.${part.className} ${part.textContent.trim()}`);
}"""
HANGING = 8
"""Pixels by which a mark at the end of a line may stand out: half a character."""


def test_no_words_stand_out_of_their_part_on_a_desk(
    undrawn: Undrawn, address: str, showcase: Path
) -> None:
    """Where parts stand beside each other; on a phone they stand below each other."""
    undrawn.resize(*DESK)
    found: dict[str, list[str]] = {}
    for path in pagekinds.chosen(showcase):
        undrawn.goto(f"{address}{path}")
        if beside := undrawn.page.evaluate(BESIDE, [HANGING]):
            found[path] = beside
    assert found == {}


WHOLE = """[...document.querySelectorAll('.record.community details')].map(fold =>
    [fold.open, [...fold.children].slice(1).every(part => part.checkVisibility())])"""


def test_what_a_community_folds_opens_without_script_and_is_whole_on_paper(
    browser: Browser, address: str, showcase: Path
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    folds = 0
    for path in communities(showcase / "site")[:4]:
        page.goto(f"{address}{path}/")
        page.emulate_media(media="print")
        paper = page.evaluate(WHOLE)
        assert [path for _, is_shown in paper if not is_shown] == []
        page.emulate_media(media="screen")
        for fold in page.locator(".record.community details").all():
            if fold.get_attribute("open") is None:
                fold.locator("summary").first.click()
            expect(fold.locator(":scope > :nth-child(2)")).to_be_visible()
            folds += 1
    context.close()
    assert folds


def test_the_roll_begins_within_two_screens(page: Page, address: str) -> None:
    page.goto(f"{address}honours/")
    row = page.locator(".roll tbody tr").first.bounding_box()
    coverage = page.locator(".roll-coverage").bounding_box()
    assert row
    assert coverage
    assert coverage["y"] < row["y"] < 2 * PHONE[1]


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_a_community_s_first_screen_has_its_name_honours_telephone_and_hours(
    page: Page, address: str, size: tuple[int, int]
) -> None:
    site, _ = records.load(ROOT)
    assert site
    page.set_viewport_size({"width": size[0], "height": size[1]})
    for community in list(site.of(Community).values())[:6]:
        page.goto(f"{address}communities/{community.id}/")
        for part in page.locator(".hero h1, .hero__honours a, .contact > div").all():
            box = part.bounding_box()
            assert box
            assert box["y"] + box["height"] <= size[1], community.id
        if community.committee and community.committee.phone:
            assert page.locator(".contact a[href^='tel:']").count() == 1


def test_the_bar_of_sections_stays_while_a_reader_scrolls(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{address}communities/")
    page.locator(".community-card a").first.click()
    page.locator(".section-bar a", has_text="荣誉").click()
    expect(page.locator(".section-bar")).to_be_in_viewport()
    expect(page.locator("#honours")).to_be_in_viewport()
    bar, heading = (page.locator(name).bounding_box() for name in (".section-bar", "#honours"))
    context.close()
    assert bar
    assert heading
    assert heading["y"] >= bar["y"] + bar["height"]


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_the_box_for_finding_a_community_is_in_the_first_screen_of_home(
    page: Page, address: str, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(address)
    box = page.locator("[data-finder]").bounding_box()
    assert box
    assert box["y"] + box["height"] <= size[1]


def test_a_community_is_found_by_name_estate_and_pinyin(page: Page, address: str) -> None:
    site, _ = records.load(ROOT)
    assert site
    community = next(item for item in site.of(Community).values() if item.estates)
    page.goto(address)
    link = page.locator(f".finder a[href*='communities/{community.id}/']")
    expect(link).to_be_hidden()
    for typed in (community.name, community.estates[0], str(link.get_attribute("data-words"))[:6]):
        page.locator("[data-finder]").fill(typed)
        expect(link).to_be_visible()
    page.locator("[data-finder]").fill("没有这样的社区")
    expect(link).to_be_hidden()
    expect(page.locator(".finder__count")).to_contain_text("没有找到")


def test_without_script_the_list_of_communities_is_there_and_the_box_is_not(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    expect(page.locator("[data-finder]")).to_be_hidden()
    page.locator(".finder summary").click()
    expect(page.locator(".finder__letters a").first).to_be_visible()
    context.close()


@pytest.mark.parametrize("width", [PHONE[0], DESK[0]])
@pytest.mark.parametrize("folder", ["", "communities/", "experiences/", "galleries/"])
def test_a_page_does_not_jump_when_its_pictures_come(
    page: Page, address: str, showcase: Path, folder: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": DESK[1]})
    own = (name for name in pagekinds.chosen(showcase) if name.startswith(folder) and folder)
    path = next((name for name in own if name not in pagekinds.written(showcase / "docs")), "")
    waiting: list[Route] = []
    page.route(re.compile(r"[.](webp|jpg)$"), lambda route: waiting.append(route))
    page.goto(address + path, wait_until="domcontentloaded")
    page.wait_for_function("[...document.images].some(image => !image.complete)")
    tops = "[...document.querySelectorAll('main :is(h1, h2, p, li)')].map(part => part.offsetTop)"
    before = page.evaluate(tops)
    for route in waiting:
        route.continue_()
    page.unroute_all(behavior="ignoreErrors")
    page.wait_for_function("document.images[0].complete && document.images[0].naturalWidth > 0")
    assert page.evaluate(tops) == before


BOXES = """names => names.map(name => document.querySelector(name)?.getBoundingClientRect())
    .map(box => box && [box.left, (box.left + box.right) / 2])"""


@pytest.mark.parametrize("width", [PHONE[0], DESK[0], 1920])
def test_the_head_of_an_article_stands_on_the_edge_or_the_middle_of_its_text(
    page: Page, address: str, showcase: Path, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": DESK[1]})
    crooked: list[str] = []
    for folder in ("speeches", "policies", "interpretations", "news"):
        for path in sorted((showcase / "site" / folder).glob("2*/index.html"))[:2]:
            page.goto(f"{address}{folder}/{path.parent.name}/", wait_until="domcontentloaded")
            head, text = page.evaluate(BOXES, [".masthead", ".prose:not(.band *)"])
            side = int(page.locator(".masthead--centred").count() > 0)
            if abs(head[side] - text[side]) > 1:
                crooked.append(f"{folder}/{path.parent.name}: {head[side]} {text[side]}")
    assert crooked == []

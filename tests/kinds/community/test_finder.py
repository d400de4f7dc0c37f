"""Finding one's community in a city that has too many for one page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from campaign import urls
from campaign.blocks import blocks
from campaign.build import scripts
from campaign.kinds.community import Community, finder
from campaign.kinds.community.addresses import FINDER_DATA
from campaign.render.edition import Edition
from rolls import edition
from sites import served

LISTS = {
    "communities/index.md": "[[communities]]",
    "communities/by-pinyin.md": "[[communities by=pinyin]]",
}
SMALL, BIG = 60, 1000
"""Communities."""


def city(communities: int) -> Edition:
    """Each community but the first has an estate of its own."""
    found = edition(communities * 2, LISTS)
    held = found.site.of(Community)
    estates = {
        id: item.model_copy(update={"estates": [f"第{number}苑"] if number else []})
        for number, (id, item) in enumerate(held.items())
    }
    assert len(estates) == communities
    records = {**found.site.records, Community.kind: estates}
    return Edition(replace(found.facts.unwatched, records=records), {})


@pytest.fixture(scope="module")
def big() -> Edition:
    return city(BIG)


def home_of(found: Edition) -> str:
    return str(blocks.RENDERERS["home"](found, "./", {}))


def test_a_small_city_has_its_communities_on_the_page_and_fetches_nothing() -> None:
    found = city(SMALL)
    html = home_of(found)
    for item in found.site.of(Community).values():
        assert f'href="./{urls.url(item)}"' in html
    assert "data-communities" not in html
    assert list(finder.files(found)) == []


def test_one_more_and_the_page_holds_districts_and_letters_alone(big: Edition) -> None:
    for found in (city(SMALL + 1), big):
        html = home_of(found)
        assert "data-words" not in html
        assert html.count('<li><a href="./communities/') > 12
        assert "示例幸街道" in html
        assert len(html) < 20_000
        assert [output.path for output in finder.files(found)] == [FINDER_DATA]


def test_the_data_hold_every_community_once_with_all_by_which_it_is_found(big: Edition) -> None:
    rows = finder.data(big)["communities"]
    assert sorted(row[1] for row in rows) == sorted(
        item.name for item in big.site.of(Community).values()
    )
    assert all(row[2].endswith("街道") for row in rows)
    assert sum("苑" in row[3] for row in rows) == BIG - 1
    assert all(row[3].split(" ")[0].isascii() for row in rows)


# In a browser


@pytest.fixture(scope="module")
def address(big: Edition, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("city")
    files = {
        "index.html": f"<!doctype html><meta charset=utf-8>{home_of(big)}",
        "assets/finder.js": scripts.joined("finder.js"),
    }
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    for output in finder.files(big):
        assert isinstance(output.data, bytes)
        (folder / output.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / output.path).write_bytes(output.data)
    with served(folder) as address:
        yield address


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(address)
    yield page
    page.close()


def is_data(request: Request) -> bool:
    return request.url.endswith(FINDER_DATA)


def test_the_data_are_fetched_when_somebody_touches_the_box(browser: Browser, address: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if is_data(request) else None)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    assert asked == []
    with page.expect_request(is_data):
        page.locator("[data-finder]").focus()
    page.locator("[data-finder]").press_sequentially("第1苑")
    expect(page.locator(".finder__found a").first).to_be_visible()
    assert len(asked) == 1
    page.close()


def test_a_community_of_a_big_city_is_found_by_name_estate_and_pinyin(
    page: Page, address: str, big: Edition
) -> None:
    url, name, district, words = finder.data(big)["communities"][500]
    estate = words.split(" ")[-1]
    box = page.locator("[data-finder]")
    for typed in (name, name[:2], estate, words.split(" ")[0]):
        box.fill(typed)
        link = page.locator(f".finder__found a[href='./{url}']")
        expect(link).to_have_text(name)
        assert district in page.locator(".finder__found").inner_text()
    box.fill(name)
    expect(page.locator(".finder__count")).to_contain_text("找到 1 个社区")
    box.press("Enter")
    expect(page).to_have_url(f"{address}{url}")


def test_of_many_the_first_are_shown_and_of_none_it_is_said(page: Page) -> None:
    box, links = page.locator("[data-finder]"), page.locator(".finder__found a")
    box.fill("社区")
    expect(links).to_have_count(12)
    expect(page.locator(".finder__count")).to_contain_text(f"找到 {BIG} 个社区，这里是前 12 个")
    box.fill("没有这样的社区")
    expect(links).to_have_count(0)
    expect(page.locator(".finder__count")).to_contain_text("没有找到")
    box.fill("")
    expect(page.locator(".finder__count")).to_be_empty()


def test_when_the_data_cannot_be_read_the_way_by_district_is_named(page: Page) -> None:
    page.route("**/find.json", lambda route: route.abort())
    page.locator("[data-finder]").fill("幸")
    expect(page.locator(".finder__count")).to_contain_text("请按镇街查找")
    page.unroute("**/find.json")
    page.locator("[data-finder]").fill("幸福")
    expect(page.locator(".finder__found a").first).to_be_visible()


def test_without_script_every_district_is_a_link(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    districts = page.get_by_role("navigation", name="按镇街查找")
    expect(districts.get_by_role("link")).to_have_count(12)
    context.close()

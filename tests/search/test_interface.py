"""The search as a reader meets it: keys, dialog, page, filters, and what the net carries."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from search.weighing import Scales, kibibytes, weighed
from sites import served

FIRST, SECOND = 260, 120
"""KiB that the first query and any further one may cost."""
HIGHLIGHTED = "() => [...(CSS.highlights.get('search') ?? [])].map(range => range.toString())"


@pytest.fixture(scope="module")
def address(indexed: Path) -> Iterator[str]:
    with served(indexed) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="zh-CN", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    context.close()
    assert faults == []


def results(page: Page) -> list[str]:
    expect(page.locator(".search__result").first).to_be_visible()
    return page.locator(".search__title").all_inner_texts()


def test_by_keyboard_alone_from_the_slash_to_the_marked_place(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    expect(page.get_by_role("dialog", name="站内搜索")).to_be_visible()
    expect(page.get_by_label("搜索词")).to_be_focused()
    page.keyboard.type("贝塔社区")
    expect(page.locator(".search__title").first).to_have_text("贝塔社区")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"找到 \d+ 页"))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    expect(page.locator(".search__title").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.get_by_label("搜索词")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}communities/beta/")
    page.wait_for_function(f"() => ({HIGHLIGHTED})().length > 0")
    assert set(page.evaluate(HIGHLIGHTED)) == {"贝塔社区"}


def test_the_marks_change_nothing_on_the_page(page: Page, address: str) -> None:
    page.goto(f"{address}communities/beta/")
    before = page.locator("article").first.inner_html()
    sought = '{"path": "/repo/communities/beta/", "terms": ["贝塔", "<b>"]}'
    page.evaluate("text => sessionStorage.setItem('campaign-search', text)", sought)
    page.reload()
    page.wait_for_function(f"() => ({HIGHLIGHTED})().length > 0")
    assert page.locator("article").first.inner_html() == before
    page.goto(f"{address}communities/alpha/")
    page.wait_for_timeout(200)
    assert page.evaluate(HIGHLIGHTED) == []


def test_escape_gives_the_focus_back_to_the_link(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("[data-search-open]").focus()
    page.keyboard.press("Control+k")
    expect(page.get_by_role("dialog", name="站内搜索")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="站内搜索")).to_have_count(0)
    expect(page.locator("[data-search-open]")).to_be_focused()


def test_a_slow_net_is_told_of_at_once(page: Page, address: str) -> None:
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route(re.compile(r"search/settings\.js"), hold)
    page.goto(address)
    page.keyboard.press("/")
    expect(page.locator("[data-search-open]")).to_have_attribute("aria-busy", "true")
    for route in waiting:
        route.continue_()
    expect(page.get_by_role("dialog", name="站内搜索")).to_be_visible()
    expect(page.locator("[data-search-open][aria-busy]")).to_have_count(0)
    page.route(re.compile(r"search/index/"), hold)
    page.keyboard.type("贝塔")
    expect(page.locator(".search__status")).to_have_text("正在搜索……")
    page.wait_for_timeout(400)
    expect(page.get_by_role("status")).to_have_text("正在搜索……")


def test_a_slash_in_a_field_stays_a_slash(page: Page, address: str) -> None:
    page.goto(f"{address}search/")
    field = page.get_by_label("搜索词")
    field.fill("")
    field.press_sequentially("1/2")
    expect(field).to_have_value("1/2")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_an_input_method_at_work_starts_no_query(page: Page, address: str) -> None:
    page.goto(f"{address}search/")
    page.wait_for_function("() => Boolean(window.campaignSearch?.find)")
    page.evaluate(
        """() => {
          const field = document.querySelector('.search__input');
          field.value = 'bei ta';
          field.dispatchEvent(new InputEvent('input', { isComposing: true, bubbles: true }));
        }"""
    )
    page.wait_for_timeout(400)
    assert page.locator(".search__result").count() == 0
    page.evaluate(
        """() => {
          const field = document.querySelector('.search__input');
          field.value = '贝塔';
          field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
        }"""
    )
    expect(page.locator(".search__title", has_text="贝塔社区").first).to_be_visible()


def test_the_page_of_its_own_takes_a_query_and_keeps_it(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q={quote('社区')}&{quote('栏目')}={quote('社区')}")
    expect(page.get_by_label("搜索词")).to_have_value("社区")
    expect(page.locator("select[name=栏目]")).to_have_value("社区")
    results(page)
    for href in page.locator(".search__title").evaluate_all("all => all.map(a => a.pathname)"):
        assert href.startswith("/repo/communities/")
    page.get_by_label("排序").select_option("name asc")
    page.wait_for_url(re.compile(r"%E6%8E%92%E5%BA%8F=name\+asc"))
    page.get_by_label("搜索词").fill("没有这样的词")
    expect(page.get_by_role("status")).to_contain_text("没有找到")


def test_what_was_searched_for_is_offered_again_until_it_is_cleared(
    page: Page, address: str
) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.get_by_label("搜索词").fill("贝塔社区")
    results(page)
    page.locator(".search__title").first.click()
    page.wait_for_load_state()
    page.keyboard.press("/")
    page.get_by_role("button", name="贝塔社区").click()
    expect(page.locator(".search__title").first).to_have_text("贝塔社区")
    page.get_by_label("搜索词").fill("")
    page.get_by_role("button", name="清除").click()
    expect(page.get_by_role("button", name="贝塔社区")).to_have_count(0)


def test_a_suggested_word_finds_something(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.locator(".search__term").first.click()
    assert results(page)


def test_a_hostile_title_stays_text(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.get_by_label("搜索词").fill("甲")
    expect(page.locator(".search__title", has_text="<b>社区</b>").first).to_be_visible()
    assert page.locator(".search__results b").count() == 0
    assert page.evaluate("window.__pwn") is None


def test_without_script_the_link_leads_to_the_columns(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.locator("[data-search-open]").click()
    expect(page).to_have_url(f"{address}search/")
    expect(page.get_by_text("现在没有开启")).to_be_visible()
    page.locator("article .chips a").first.click()
    expect(page).to_have_url(f"{address}communities/")
    context.close()


# What goes over the net


@pytest.fixture
def scales(indexed: Path) -> Iterator[tuple[str, Scales]]:
    with weighed(indexed) as found:
        yield found


def test_nothing_of_the_index_is_fetched_before_somebody_asks(
    page: Page, scales: tuple[str, Scales]
) -> None:
    address, scale = scales
    for path in ("", "communities/beta/", "honours/"):
        page.goto(address + path, wait_until="networkidle")
    early = [path for path in scale.taken() if path.startswith("search/")]
    assert early == []
    page.keyboard.press("/")
    page.get_by_label("搜索词").fill("贝塔")
    results(page)
    assert [path for path in scale.taken() if path.startswith("search/index/")] != []


def test_two_queries_cost_little(
    page: Page, sample: Path, record_property: Callable[[str, object], None]
) -> None:
    with weighed(sample) as (address, scale):
        page.goto(address, wait_until="networkidle")
        scale.taken()
        costs = []
        page.keyboard.press("/")
        for query in ("示范点", "邻里纠纷"):
            page.get_by_label("搜索词").fill(query)
            expect(page.locator("mark").first).to_have_text(re.compile(f"[{query}]+"))
            page.wait_for_load_state("networkidle")
            costs.append(kibibytes(scale.taken()))
    record_property("KiB", costs)
    print(f"\nfirst query {costs[0]:.0f} KiB, second {costs[1]:.0f} KiB")
    assert costs[0] <= FIRST
    assert costs[1] <= SECOND


# From a disk


def test_from_a_disk_the_same_index_is_searched(page: Page, indexed: Path) -> None:
    page.goto((indexed / "communities/alpha/index.html").as_uri())
    page.keyboard.press("/")
    page.get_by_label("搜索词").fill("beita")
    expect(page.locator(".search__title").first).to_have_text("贝塔社区")
    page.locator(".search__filters summary").click()
    page.locator("select[name=栏目]").select_option("社区")
    expect(page.locator(".search__title").first).to_have_text("贝塔社区")
    page.get_by_label("搜索词").fill("贝他社区")
    expect(page.get_by_role("status")).to_contain_text("没有找到")
    expect(page.locator(".search__title").first).to_have_text("贝塔社区")
    page.locator(".search__title").first.click()
    expect(page).to_have_url((indexed / "communities/beta/index.html").as_uri())


# Pages with a part of the words


def test_pages_with_a_part_of_the_words_follow_and_say_so(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q={quote('贝塔社区 火星')}")
    expect(page.locator(".search__title").first).to_have_text("贝塔社区")
    expect(page.get_by_role("status")).to_contain_text("没有找到词都齐全的页")
    expect(page.locator(".search__result").first).to_contain_text("含一部分词")
    expect(page.locator("mark").first).to_be_visible()
    page.get_by_label("搜索词").fill("贝塔社区")
    expect(page.get_by_role("status")).to_contain_text("找到")
    expect(page.locator(".search__result").first).not_to_contain_text("含一部分词")

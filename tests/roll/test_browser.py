"""The roll and the comparison as a reader uses them, in a real browser."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from playwright.sync_api import expect

from roll.reader import DESK, HOLDERS, PHONE, TOTAL, Opened

# Without script


@pytest.mark.parametrize("start", ["honours/", "honours/by-kind/"])
def test_without_script_every_honour_is_listed_once(opened: Opened, start: str) -> None:
    page = opened(start, java_script_enabled=False)
    first = page.locator(".roll-listed").first
    expect(page.locator(".filter").first).to_be_hidden()
    expect(page.locator(".filter__whole a").first).to_be_visible()
    found: list[str] = []
    while True:
        links = first.locator("td[data-label=荣誉] a")
        found += [str(link.get_attribute("href")).lstrip("./") for link in links.all()]
        turn = first.locator(".pager [rel=next]")
        if not turn.count():
            break
        turn.click()
        first = page.locator(".roll-listed").first
    assert set(Counter(found).values()) == {1}
    assert len(found) == TOTAL


def test_without_script_the_communities_stand_in_one_table(opened: Opened) -> None:
    page = opened("communities/compare/", java_script_enabled=False)
    expect(page.locator(".comparison .filter")).to_be_hidden()
    assert page.locator(".all-communities tbody tr").count() == HOLDERS + 2


# Where it happens


def test_the_schematic_says_what_it_is_and_a_map_says_its_number(opened: Opened) -> None:
    page = opened("about/districts/")
    expect(page.locator(".schematic figcaption")).to_contain_text("示意图（非地图）")
    expect(page.locator(".tile")).to_have_count(2)
    under = page.locator(".city-map figcaption")
    expect(under).to_contain_text("审图号：GS（2023）1234号")
    expect(under).to_contain_text("示例测绘院")
    expect(page.locator(".city-map img")).to_be_visible()
    page.locator(".tile", has_text="西镇").get_by_role("link", name="荣誉名单：西镇").click()
    expect(page.locator(".filter [role=status]")).to_contain_text("西镇：找到")


# Side by side


def test_communities_are_compared_and_the_address_says_which(opened: Opened) -> None:
    page = opened("communities/compare/?c=c4,nonsense")
    expect(page.locator(".filter [role=status]")).to_contain_text("请再选一个")
    page.locator("#compare-2").select_option("c5")
    expect(page.locator(".side-by-side thead th")).to_have_count(2)
    expect(page).to_have_url(re.compile(r"\?c=c4,c5$"))
    row = page.locator(".side-by-side tr", has_text="户数")
    assert row.locator("td").all_inner_texts() == ["980 户", "1,000 户"]
    expect(page.locator(".comparison-all")).to_be_hidden()
    page.get_by_role("button", name="重新选择").click()
    expect(page.locator(".comparison-all")).to_be_visible()


def test_a_community_leads_to_its_comparison_and_to_others_like_it(opened: Opened) -> None:
    page = opened("communities/c4/")
    cards = page.locator("section[aria-labelledby=alike] .community-card")
    expect(cards).to_have_count(3)
    expect(cards.first).to_contain_text("同为")
    page.get_by_role("link", name="与别的社区对比").click()
    expect(page.locator("#compare-1")).to_have_value("c4")


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_a_comparison_from_an_address_moves_nothing(opened: Opened, size: tuple[int, int]) -> None:
    page = opened("communities/compare/?c=c0,c1,c2,c3", size)
    expect(page.locator(".side-by-side thead th")).to_have_count(4)
    assert page.locator(".side-by-side svg").count() == 0
    page.wait_for_timeout(300)
    assert page.evaluate("window.__shift") == 0
    assert page.evaluate("document.scrollingElement.scrollWidth - innerWidth") <= 0

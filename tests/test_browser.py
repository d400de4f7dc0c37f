"""As a reader: clicking through the tiny site in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page that fails its test when it talks to another host or reports an error."""
    context = browser.new_context(locale="zh-CN", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    strangers: list[str] = []
    faults: list[str] = []
    page.on("request", lambda r: None if _is_own(r.url, address) else strangers.append(r.url))
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    context.close()
    assert strangers == []
    assert faults == []


def _is_own(url: str, address: str) -> bool:
    return url.startswith((address, "data:", "blob:"))


def test_from_home_to_a_community_an_honour_a_speech_and_back(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator("h1")).to_contain_text("示例市")
    page.locator(".community-card a").first.click()
    expect(page.locator("h1")).to_contain_text("甲")
    page.locator(".plaque").first.click()
    expect(page.locator("h1")).to_have_text("市级荣誉")
    page.locator(".md-tabs__link", has_text="讲话").click()
    page.locator(".speech-list a").first.click()
    expect(page.locator("h1")).to_contain_text("在会议上的讲话")
    page.locator(".columns__left .outline a").first.click()
    expect(page).to_have_url(re.compile("#"))
    page.locator(".breadcrumb a").first.click()
    expect(page.locator("h1")).to_contain_text("示例市")


def test_nothing_injected_runs(page: Page, address: str) -> None:
    for path in ("communities/alpha/", "speeches/2026-04-09-meeting/", "about/"):
        page.goto(address + path)
        assert page.evaluate("window.__pwn") is None


@pytest.mark.parametrize("width", [390, 768, 1280, 1920])
def test_no_page_scrolls_sideways(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    paths = ("", "communities/alpha/", "honours/", "speeches/2026-04-09-meeting/", "guide/")
    more = ("policies/2026-01-10-rules/", "contests/lens/", "contests/lens_winners/")
    for path in (*paths, "about/specimen/", *more, "galleries/fair/"):
        page.goto(address + path)
        overflow = page.evaluate("document.scrollingElement.scrollWidth - innerWidth")
        assert overflow <= 0, f"{path} at {width}"


def test_every_part_stands_on_the_specimen_page(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(address + "about/specimen/")
    parts = (".plaque", ".timeline", ".stat", ".standard", ".community-card", ".experience-card")
    more = (".entry-list", ".task-tile", ".countdown", ".facts", ".photo", ".quotation", ".trend")
    for part in (*parts, *more, ".source-line", ".notice", ".empty"):
        assert page.locator(part).first.is_visible(), part
    picture = page.screenshot(path=tmp_path / "specimen.png", full_page=True)
    assert len(picture) > 50_000


def test_pages_read_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.locator(".community-card a").first.click()
    expect(page.locator("h1")).to_contain_text("甲")
    expect(page.locator("#standards")).to_be_visible()
    context.close()


def test_dark_colours_follow_the_system(browser: Browser, address: str) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(address)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(22, 26, 29)"
    context.close()


def test_a_search_finds_a_community_by_its_name(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("[data-search-open]").click()
    page.get_by_label("搜索词").fill("贝塔社区")
    page.locator(".search__title", has_text="贝塔社区").first.click()
    expect(page.locator("h1")).to_have_text("贝塔社区")

"""As a reader about to leave the site, by keyboard, by mouse and without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

OUTSIDE = "https://elsewhere.example/"


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(locale="zh-CN")

    def answer(route: Route) -> None:
        route.fulfill(body="<title>外面</title>", content_type="text/html; charset=utf-8")

    context.route(f"{OUTSIDE}**", answer)
    page = context.new_page()
    page.goto(f"{address}about/statement/")
    yield page
    context.close()


def test_enter_asks_first_and_escape_stays_with_the_focus_where_it_was(page: Page) -> None:
    link = page.locator("a", has_text="外面的网站")
    link.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="即将离开本网站")
    expect(dialog).to_be_visible()
    expect(dialog).to_contain_text(OUTSIDE)
    expect(page.get_by_role("button", name="留在本站")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).not_to_be_visible()
    expect(link).to_be_focused()
    assert page.url.endswith("/about/statement/")


def test_the_keyboard_goes_on_to_the_other_site(page: Page) -> None:
    page.locator("a", has_text="外面的网站").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="留在本站")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="继续前往")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{OUTSIDE}**")
    assert page.url.endswith("?a=1&b=2")


def test_staying_closes_the_question(page: Page) -> None:
    page.locator("a", has_text="外面的网站").click()
    page.get_by_role("button", name="留在本站").click()
    expect(page.locator(".leaving")).not_to_be_visible()
    assert page.url.endswith("/about/statement/")


def test_links_within_the_site_and_letters_are_not_asked_about(page: Page) -> None:
    page.locator(".md-content a", has_text="邮箱").click()
    expect(page.locator(".leaving")).to_have_count(0)
    page.locator(".md-content a", has_text="首页").last.click()
    page.wait_for_url("**/repo/")


def test_without_scripts_the_link_says_where_it_leads(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, locale="zh-CN")
    page = context.new_page()
    page.goto(f"{address}about/statement/")
    name = re.compile(r"^外面的网站\s?（站外）$")
    expect(page.get_by_role("link", name=name)).to_be_visible()
    expect(page.get_by_role("link", name="邮箱", exact=True)).to_be_visible()
    context.close()

"""Large print, high contrast and the simple home page: as an elder reads, in a real browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from campaign.build import scripts
from elder.reading import button, expect_mode, panel

# Switching


def test_an_address_switches_large_print_on_and_off(page: Page, address: str) -> None:
    page.goto(address + "about/?elder=1&kept=yes#top")
    expect_mode(page, True, "high")
    expect(page).to_have_url(address + "about/?kept=yes#top")
    page.goto(address + "about/?elder=0")
    expect_mode(page, False, "normal")


def test_large_print_is_remembered_from_page_to_page(page: Page, address: str) -> None:
    page.goto(address + "?elder=1")
    page.goto(address + "communities/alpha/")
    expect_mode(page, True, "high")
    button(page, "大字").click()
    page.goto(address + "about/")
    expect_mode(page, False, "normal")
    assert page.evaluate("localStorage.getItem('campaign-reading')") is None


@pytest.mark.parametrize("path", ["about/", "communities/alpha/", "missing/"])
def test_large_print_is_there_before_the_first_paint(
    phone: BrowserContext, address: str, path: str
) -> None:
    """When the body begins, the mode is set; and the script is a file of ours, not inline."""
    page = phone.new_page()
    page.add_init_script(
        """new MutationObserver(() => {
            if (document.body && window.early === undefined)
                window.early = document.documentElement.hasAttribute('data-elder');
        }).observe(document, { childList: true, subtree: true })"""
    )
    page.goto(address + "?elder=1")
    page.goto(address + path)
    if path == "missing/":  # this server has no page of its own for what is not there
        page.goto(address + "404.html")
    assert page.evaluate("window.early") is True


def test_contrast_is_switched_alone_and_within_large_print(page: Page, address: str) -> None:
    page.goto(address + "?contrast=1")
    expect_mode(page, False, "high")
    button(page, "大字").click()
    expect_mode(page, True, "high")
    button(page, "高对比").click()
    page.reload()
    expect_mode(page, True, "normal")


def test_a_pressed_switch_says_so_in_words_and_to_screen_readers(page: Page, address: str) -> None:
    page.goto(address + "?contrast=1")
    large = button(page, "大字")
    expect(large).to_have_attribute("aria-pressed", "false")
    expect(large.locator("i")).to_be_hidden()
    large.press("Enter")
    expect(large).to_have_attribute("aria-pressed", "true")
    expect(large.locator("i")).to_have_text("已开")
    expect(large.locator("i")).to_be_visible()
    expect(button(page, "高对比").locator("i")).to_be_visible()
    expect(page.locator(".elder-switch summary i")).to_be_visible()


def test_one_switch_brings_large_print_and_contrast_and_a_keyboard_reaches_all(
    page: Page, address: str
) -> None:
    page.goto(address + "about/")
    bar = page.locator(".reading-bar")
    assert bar.locator(":is(a, button, summary):visible").all_inner_texts() == ["适老版"]
    bar.locator("summary").press("Enter")
    expect(page.locator("html[data-elder]")).to_be_attached()
    expect_mode(page, True, "high")
    for words in ("大字", "高对比", "适老版首页"):
        page.keyboard.press("Tab")
        expect(page.locator(":focus")).to_contain_text(words)
        expect(page.locator(":focus")).to_be_in_viewport()
    page.reload()
    expect_mode(page, True, "high")
    bar.locator("summary").press("Enter")
    button(page, "大字").press("Enter")
    expect_mode(page, False, "normal")


def test_opening_the_panel_leaves_what_a_reader_chose(page: Page, address: str) -> None:
    for query, is_large, contrast in (
        ("?contrast=1", False, "high"),
        ("?elder=1&contrast=0", True, "normal"),
    ):
        page.goto(address + query)
        expect_mode(page, is_large, contrast)
        expect(panel(page)).to_be_visible()
        page.wait_for_timeout(100)
        expect_mode(page, is_large, contrast)
        page.evaluate("localStorage.clear()")


def test_who_asks_the_system_for_contrast_has_it(browser: Browser, address: str) -> None:
    for scripted in (True, False):
        context = browser.new_context(contrast="more", java_script_enabled=scripted)
        page = context.new_page()
        page.goto(address)
        colour = page.locator("body").evaluate("e => getComputedStyle(e).backgroundColor")
        assert colour == "rgb(255, 255, 255)", scripted
        context.close()


def test_a_browser_that_keeps_nothing_still_switches(phone: BrowserContext, address: str) -> None:
    page = phone.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })"
    )
    page.goto(address + "about/?elder=1")
    expect_mode(page, True, "high")
    assert [fault for fault in faults if "reading.js" in fault] == []


def test_it_works_on_a_page_from_a_disk(page: Page, built: Path) -> None:
    page.goto((built / "site/about/index.html").as_uri() + "?elder=1")
    expect_mode(page, True, "high")
    button(page, "大字").click()
    expect_mode(page, False, "normal")


def test_the_script_is_small_and_no_page_carries_it_inline(pages: dict[str, str]) -> None:
    assert len(scripts.joined("reading.js")) < 3_000
    for path, html in pages.items():
        if 'class="md-header' in html:
            head = html.split("</head>")[0]
            assert re.search(r'<script src="[./a-z]*assets/reading\.js"></script>', head), path

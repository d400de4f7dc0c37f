"""Large print as an elder reads it: sizes, contrast, focus and skipping, in a real browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from elder.reading import button, contrast, expect_mode, panel
from sites import ROOT

PAGES = (
    "",
    "elder/",
    "communities/",
    "communities/alpha/",
    "honours/",
    "honours/changes/",
    "experiences/lane/",
    "tasks/indicators/",
    "speeches/2026-04-09-meeting/",
    "policies/2026-01-10-rules/",
    "news/2026-04-01-first/",
    "galleries/fair/",
    "contests/lens/",
    "data/",
    "search/",
    "guide/",
    "about/specimen/",
    "404.html",
)
CSS = ROOT / "hooks/theme/css"


def contrast_tokens() -> list[dict[str, str]]:
    """The colours of each high-contrast rule, as the stylesheet states them."""
    rules = re.findall(r"\{\s*((?:--[a-z-]+: #\w+;\s*)+)\}", (CSS / "reading.css").read_text())
    return [dict(re.findall(r"(--[a-z-]+): (#\w+);", rule)) for rule in rules]


# Reading


def test_no_page_scrolls_sideways_in_large_print_and_all_lead_to_the_simple_home_page(
    page: Page, address: str
) -> None:
    page.goto(address + "?elder=1")
    for path in PAGES:
        page.goto(address + path)
        expect_mode(page, True, "high")
        overflow = page.evaluate("document.scrollingElement.scrollWidth - innerWidth")
        assert overflow <= 0, path
        assert panel(page).get_by_role("link", name="适老版首页").is_visible(), path
        assert page.evaluate("document.scrollingElement.scrollWidth - innerWidth") <= 0, path


def test_text_is_160_per_cent_and_lines_and_paragraphs_are_apart(page: Page, address: str) -> None:
    page.goto(address + "speeches/2026-04-09-meeting/?elder=1")
    script = """e => { const s = getComputedStyle(e);
        return ['fontSize', 'lineHeight', 'marginTop'].map(n => parseFloat(s[n])) }"""
    font, line, gap = page.locator(".prose p").nth(1).evaluate(script)
    assert font == pytest.approx(16 * 1.6)
    assert line / font >= 1.3
    assert (line + gap) / line >= 1.3


def test_no_text_of_a_page_is_smaller_than_18_px(page: Page, address: str) -> None:
    page.goto(address + "?elder=1")
    for path in ("", "communities/alpha/", "honours/", "speeches/2026-04-09-meeting/"):
        page.goto(address + path)
        small = page.evaluate(
            """() => [...document.querySelectorAll('body *')]
                .filter(e => e.checkVisibility() && !e.closest('svg, .sr-only'))
                .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
                .filter(e => parseFloat(getComputedStyle(e).fontSize) < 18)
                .map(e => e.outerHTML.slice(0, 90))"""
        )
        assert small == [], path


def test_main_controls_are_60_px(page: Page, address: str) -> None:
    page.goto(address + "honours/?elder=1")
    expect(panel(page)).to_be_visible()
    controls = (
        ".reading-bar :is(a, button, summary), .search-link, .md-header .md-icon, .filter button"
    )
    more = ".filter select, .filter input, .year-list a, .site-footer li a, .md-typeset summary"
    boxes = page.evaluate(
        """selector => [...document.querySelectorAll(selector)].filter(e => e.checkVisibility())
            .map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])
            .filter(([, box]) => box.height < 60 || box.width < 60).map(([html]) => html)""",
        f"{controls}, {more}",
    )
    assert boxes == []
    page.goto(address + "elder/")
    for entry in page.locator(".elder__entry").all():
        box = entry.bounding_box()
        assert box
        assert box["height"] >= 60


def test_the_pointer_is_large_and_ours(browser: Browser, address: str, built: Path) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(address + "about/?elder=1")
    cursors = [
        page.locator(selector).first.evaluate("e => getComputedStyle(e).cursor")
        for selector in (".md-typeset p", ".md-typeset a")
    ]
    for cursor, name in zip(cursors, ("pointer.svg", "pointer-link.svg"), strict=True):
        assert f"assets/{name}" in cursor
        assert 'width="56"' in (built / "site/assets" / name).read_text()
    context.close()


def test_high_contrast_reaches_seven_to_one() -> None:
    light, dark, *again = contrast_tokens()
    assert again == [light, dark], "the system's own wish must look the same"
    for tokens in (light, dark):
        for ground in ("--paper", "--white", "--vermilion-tint", "--pine-tint"):
            for text in ("--ink", "--ink-soft", "--vermilion", "--pine"):
                assert contrast(tokens[text], tokens[ground]) >= 7, (text, ground)
        assert contrast(tokens["--line"], tokens["--paper"]) >= 3


@pytest.mark.parametrize("query", ["", "?elder=1", "?contrast=1"])
def test_keyboard_focus_is_seen(page: Page, address: str, query: str) -> None:
    page.goto(address + query)
    for _ in range(8):
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outline")
        assert "none" not in outline
        assert " 0px" not in outline


def test_links_at_the_top_skip_to_text_columns_and_search(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})  # no drawer, whose box comes first
    targets = ("main", "site-columns", "site-search")
    for path in ("about/", "communities/alpha/"):
        for steps, target in enumerate(targets, 1):
            page.goto(address + path)
            for _ in range(steps):
                page.keyboard.press("Tab")
            link = page.locator(":focus")
            expect(link).to_contain_class("skip-link")
            expect(link).to_be_in_viewport()
            link.press("Enter")
            expect(page.locator(f"#{target}")).to_be_focused()


def test_colours_forced_by_the_system_keep_what_is_pressed_apart(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(address + "?contrast=1")
    style = "e => getComputedStyle(e).borderTopStyle"
    assert button(page, "高对比").evaluate(style) == "solid"
    assert button(page, "大字").evaluate(style) == "none"
    context.close()


def test_nothing_moves_for_who_wants_no_motion(browser: Browser, address: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(address + "?elder=1")
    moving = page.evaluate(
        """[...document.querySelectorAll('*')].filter(e => { const s = getComputedStyle(e);
            return s.transitionDuration.split(', ').some(t => parseFloat(t))
                || s.animationName !== 'none' }).length"""
    )
    assert moving == 0
    context.close()

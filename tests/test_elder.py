"""Large print, high contrast and the simple home page: as an elder reads, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from campaign.blocks import elder
from campaign.build import scripts
from campaign.build.content import Content
from campaign.build.frame import frame
from campaign.render.edition import Edition
from projects import BASE, REVIEW, STANDING, load, project, write
from sites import ROOT
from test_starter import start

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
COLUMN = "{{id: {id}, title: {id}, description: 说明, type: 概况信息, path: {id}/index.md}}"


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(locale="zh-CN", viewport={"width": 390, "height": 844})
    yield context
    context.close()


@pytest.fixture
def page(phone: BrowserContext) -> Page:
    return phone.new_page()


def expect_mode(page: Page, is_large: bool, contrast: str) -> None:
    """Large print is on or off, and the contrast is this one."""
    root = page.locator("html")
    expect(root).to_have_attribute("data-contrast", contrast)
    expect(page.locator("html[data-elder]")).to_have_count(int(is_large))


def panel(page: Page) -> Locator:
    """What stands below the switch at the top; opened, if it is not."""
    switch = page.locator(".elder-switch")
    if switch.get_attribute("open") is None:
        switch.locator("summary").click()
    return switch.locator(".elder-switch__panel")


def button(page: Page, name: str) -> Locator:
    return panel(page).get_by_role("button", name=name)


def size(page: Page, selector: str = "#main ~ * p") -> float:
    script = "e => parseFloat(getComputedStyle(e).fontSize)"
    return float(page.locator(selector).first.evaluate(script))


def luminance(colour: str) -> float:
    """Relative luminance of a colour written as `#fff` or `#00402b` (WCAG 2.1)."""
    digits = colour.removeprefix("#")
    whole = digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)
    parts = (int(whole[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def contrast_tokens() -> list[dict[str, str]]:
    """The colours of each high-contrast rule, as the stylesheet states them."""
    rules = re.findall(r"\{\s*((?:--[a-z-]+: #\w+;\s*)+)\}", (CSS / "reading.css").read_text())
    return [dict(re.findall(r"(--[a-z-]+): (#\w+);", rule)) for rule in rules]


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


# The simple home page


def test_the_simple_home_page_is_in_large_print_and_leads_back(page: Page, address: str) -> None:
    page.goto(address + "communities/alpha/")
    panel(page).get_by_role("link", name="适老版首页").click()
    expect(page).to_have_url(address + "elder/")
    expect(page.locator("h1")).to_contain_text("适老版")
    expect_mode(page, True, "high")
    page.get_by_role("link", name="回到普通版").click()
    expect_mode(page, False, "normal")


def test_the_home_page_in_large_print_leads_there_plainly(page: Page, address: str) -> None:
    page.goto(address)
    door = page.get_by_role("link", name="打开适老版首页")
    expect(door).to_be_hidden()
    page.goto(address + "?elder=1")
    expect(door).to_be_in_viewport()
    door.click()
    expect(page).to_have_url(address + "elder/")


def test_without_scripts_the_simple_home_page_is_large_and_no_button_is_idle(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(address)
    expect(page.locator(".reading-bar button:visible")).to_have_count(0)
    page.locator(".reading-bar").get_by_role("link", name="适老版").click()
    for selector in (".elder__entry b", ".elder__words", ".elder__back"):
        assert size(page, selector) >= 24, selector  # 18 pt
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    context.close()


def test_it_has_four_to_eight_entries_in_one_column(page: Page, address: str) -> None:
    page.goto(address + "elder/")
    entries = page.locator(".elder__entry")
    assert 4 <= entries.count() <= 8
    boxes = [box for entry in entries.all() if (box := entry.bounding_box())]
    assert len(boxes) == entries.count()
    assert {round(box["x"]) for box in boxes} == {round(boxes[0]["x"])}
    assert all(above["y"] + above["height"] <= below["y"] for above, below in pairwise(boxes))


def test_only_columns_with_something_in_them_have_an_entry(tmp_path: Path) -> None:
    columns = ", ".join(COLUMN.format(id=name) for name in ("news", "communities", "own"))
    site, _ = load(tmp_path, {"showcases/site.yml": _settings(columns)})
    entries = elder.view(Edition(site, {}))["entries"]
    assert [entry["title"] for entry in entries] == ["找我的社区", "own", "搜索"]
    assert [entry["url"] for entry in entries] == ["communities/", "own/", "search/"]


def test_many_columns_leave_eight_entries_with_the_most_wanted_first(tmp_path: Path) -> None:
    names = ("one", "two", "three", "four", "five", "six", "communities")
    columns = ", ".join(COLUMN.format(id=name) for name in names)
    site, _ = load(
        tmp_path,
        {
            "showcases/site.yml": _settings(columns),
            "docs/communities/by-pinyin.md": "---\ntitle: 按拼音\n---\n\n# 按拼音\n",
        },
    )
    entries = elder.view(Edition(site, {}))["entries"]
    assert len(entries) + 1 == 8  # the last is the contact
    assert entries[0]["url"] == "communities/by-pinyin/"


@pytest.mark.parametrize(
    ("contact", "phone", "call"),
    [
        ("0000-6200000，a@example.org", "0000-6200000", "tel:00006200000"),
        ("a@example.org", "", ""),
        ("（待填写：单位座机）", "", ""),
    ],
)
def test_a_landline_can_be_called_from_it(
    tmp_path: Path, contact: str, phone: str, call: str
) -> None:
    profile = "base_url: https://example.org/\ncompliance: demo\nsponsor: 示例办\n"
    site, _ = load(tmp_path, {"showcases/deploy/demo.yml": f"{profile}contact: {contact}\n"})
    view = elder.view(Edition(site, {}))
    assert (view["phone"], view["call"], view["contact"]) == (phone, call, contact)


def test_a_site_without_the_page_has_no_link_to_it(tmp_path: Path) -> None:
    with_page = {"docs/elder/index.md": "---\ntitle: 适老版\n---\n\n# 适老版\n\n[[elder]]\n"}
    assert frame(load(tmp_path, {})[0]).extra["elder"] == ""
    assert frame(load(tmp_path, with_page)[0]).extra["elder"] == "elder/"


FIRST_WORDS = {
    "showcases/districts.yml": BASE["showcases/districts.yml"],
    "showcases/communities/alpha.yml": BASE["showcases/communities/alpha.yml"],
    "showcases/honours/city-civilised-community/alpha.yml": (
        "subject: {type: community, ref: alpha}\nevents:\n  - {on: 2026-01-06, type: named}\n"
    ),
    "docs/news/2026-03-05-begun.md": (
        f"---\ntitle: 创建启动\npublished: 2026-03-05 09:00\nsource: 办\n{REVIEW}---\n\n正文。\n"
    ),
}
"""What a city that has just started writes first."""


def test_a_started_site_keeps_it_with_at_least_four_entries(tmp_path: Path) -> None:
    text = (ROOT / "docs/elder/index.md").read_text(encoding="utf-8")
    linked = ("docs/tasks/indicators.md", "docs/guide/index.md")  # by its page about the site
    pages = dict.fromkeys(linked, "---\ntitle: 一页\n---\n\n# 一页\n")
    root = project(tmp_path, {"docs/elder/index.md": text, **pages, **STANDING})
    start(root)
    write(root, {**FIRST_WORDS, "showcases/communities/first-community.yml": None})
    content = Content.open(root)
    assert content.errors == []
    assert content.site is not None
    assert frame(content.site).extra["elder"] == "elder/"
    assert 4 <= len(elder.view(Edition(content.site, {}))["entries"]) + 1 <= 8
    assert "和澜" not in text


def _settings(columns: str) -> str:
    return (
        "name: 示例网\nshort_name: 示例\ncity: 示例市\nmotto: 口号\ndescription: 网站\n"
        "campaign: {title: 称号, summary: 说明, start: 2025-03-05}\n"
        f"columns: [{columns}]\n"
    )

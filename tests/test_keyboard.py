"""By keyboard alone: every stop is seen where it is, and everything on the site can be done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

DESKTOP = (1280, 900)
PHONE = (390, 844)
PAGES = (
    "",
    "communities/alpha/",
    "honours/?level=city",
    "speeches/2026-04-09-meeting/",
    "galleries/fair/",
    "communities/compare/",
    "search/",
    "elder/",
)
STOP = """
() => {  // where the keyboard stands: what it is, and what is wrong with how it is shown
  const node = document.activeElement;
  if (!node || node === document.body) return null;
  const label = node.matches('.md-option') ? node.form.querySelector('label:not([hidden])') : node;
  const frame = label.closest('.compare__stage') ?? label;
  const ringed = [[frame, null], [node, null], [node, '::after']].some(([holder, part]) => {
    const style = getComputedStyle(holder, part);
    const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
    return outlined || (part && style.boxShadow !== 'none');
  });
  const box = label.getClientRects()[0] ?? new DOMRect();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const top = document.elementFromPoint(x, y);
  const place = label.closest('.compare') ?? label;  // two photos and a slider, one over the other
  const seen = top && (place.contains(top) || top.contains(place));
  const number = node.dataset.stop ??= String(window.stops = (window.stops ?? 0) + 1);
  const faults = [[ringed, 'no ring'], [seen, 'not in sight']];
  return {
    number,
    what: node.outerHTML.slice(0, 90),
    faults: faults.filter(([fine]) => !fine).map(([, words]) => words),
  };
}
"""
LEFT_OUT = """
() => [...document.querySelectorAll('a[href], button, select, summary, input:not([type=radio])')]
  .filter((node) => node.checkVisibility({visibilityProperty: true}) && !node.dataset.stop)
  .filter((node) => !node.disabled && node.tabIndex >= 0)
  .map((node) => node.outerHTML.slice(0, 90))
"""
FOCUSED = "document.activeElement.textContent.trim()"
Open = Callable[..., Page]


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Open]:
    """Opens pages of the tiny site; a script's error fails the test."""
    contexts = []
    faults: list[str] = []

    def open(path: str = "", size: tuple[int, int] = DESKTOP) -> Page:
        view = {"width": size[0], "height": size[1]}
        context = browser.new_context(locale="zh-CN", viewport=view, reduced_motion="reduce")  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(address + path)
        return page

    yield open
    for context in contexts:
        context.close()
    assert faults == []


def walk(page: Page, key: str = "Tab") -> list[dict[str, Any]]:
    """Every place where the keyboard stands, until it leaves the page or comes round."""
    stops: list[dict[str, Any]] = []
    for _ in range(500):
        page.keyboard.press(key)
        stop = page.evaluate(STOP)
        if stop is None or (stops and stop["number"] == stops[0]["number"]):
            return stops
        assert stops == [] or stop["number"] != stops[-1]["number"], f"a trap: {stop['what']}"
        stops.append(stop)
    raise AssertionError("the keyboard never leaves the page")


def to(page: Page, words: str) -> None:
    """Press Tab until what says `words` has the focus."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if words in page.evaluate(FOCUSED):
            return
    raise AssertionError(f"the keyboard does not reach {words}")


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("path", PAGES)
def test_every_stop_is_seen_and_nothing_is_left_out(
    opened: Open, path: str, size: tuple[int, int]
) -> None:
    page = opened(path, size)
    if "?" in path:  # the list that takes the static one's place comes a moment later
        expect(page.locator(".roll-found tbody tr").first).to_be_visible()
    stops = walk(page)
    assert [f"{fault}: {stop['what']}" for stop in stops for fault in stop["faults"]] == []
    assert page.evaluate(LEFT_OUT) == []


def test_the_way_back_is_seen_below_the_header_that_stays(opened: Open) -> None:
    page = opened("communities/alpha/")
    stops = walk(page, "Shift+Tab")
    assert len(stops) > 20
    assert [f"{fault}: {stop['what']}" for stop in stops for fault in stop["faults"]] == []


def test_a_ring_that_is_gone_is_found(opened: Open) -> None:
    page = opened()
    page.evaluate(
        """() => {
          const rules = new CSSStyleSheet();
          rules.replaceSync('.md-tabs a:focus-visible { outline: none }');
          document.adoptedStyleSheets = [rules];
        }"""
    )
    faults = [stop["what"] for stop in walk(page) if "no ring" in stop["faults"]]
    assert faults
    assert all("md-tabs__link" in what for what in faults)


def test_the_first_stop_leads_past_the_header(opened: Open) -> None:
    page = opened("speeches/2026-04-09-meeting/")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "跳到正文"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.wait_for_function("() => document.activeElement.closest('article') !== null")


def test_tabs_lead_to_every_column(opened: Open, address: str) -> None:
    page = opened()
    to(page, "讲话")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}speeches/")


def test_the_drawer_opens_closes_and_leads_on(opened: Open, address: str) -> None:
    page = opened("honours/", PHONE)
    to(page, "全部栏目")
    button = page.get_by_role("button", name="全部栏目")
    expect(button).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".md-nav--primary a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(page.get_by_role("navigation", name="全部栏目")).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page.locator(".md-nav--primary a").first).to_be_focused()
    to(page, "讲话")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}speeches/")


@pytest.mark.parametrize("path", ["honours/", "404.html"])
def test_where_there_are_tabs_there_is_no_drawer(opened: Open, path: str) -> None:
    page = opened(path)
    expect(page.locator(".md-tabs")).to_be_visible()
    expect(page.locator(".drawer__open")).to_be_hidden()
    expect(page.locator(".md-nav--primary")).to_be_hidden()


def test_leaving_the_drawer_closes_it(opened: Open) -> None:
    page = opened("honours/", PHONE)
    page.get_by_role("button", name="全部栏目").press("Enter")
    expect(page.locator(".md-nav--primary a").first).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("navigation", name="全部栏目")).to_be_hidden()
    expect(page.get_by_role("button", name="全部栏目")).to_have_attribute("aria-expanded", "false")


def test_a_search_from_the_slash_to_the_place_and_back(opened: Open, address: str) -> None:
    page = opened("honours/")
    to(page, "讲话")
    page.keyboard.press("/")
    expect(page.get_by_label("搜索词")).to_be_focused()
    page.keyboard.press("Escape")
    page.wait_for_function(f"() => {FOCUSED} === '讲话'")
    page.keyboard.press("/")
    page.keyboard.type("贝塔社区")
    expect(page.locator(".search__title").first).to_have_text("贝塔社区")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".search__title").first).to_be_focused()
    assert page.evaluate(STOP)["faults"] == []
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}communities/beta/")
    page.wait_for_function("() => [...CSS.highlights.values()].some((marks) => marks.size)")


def test_photos_are_looked_through(opened: Open) -> None:
    page = opened("galleries/fair/")
    photo = page.locator("a[data-photo]").first
    for _ in range(200):
        page.keyboard.press("Tab")
        if photo.evaluate("node => node === document.activeElement"):
            break
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="照片")
    expect(dialog.get_by_role("button", name="关闭")).to_be_focused()
    stops = walk(page)
    assert [stop["faults"] for stop in stops] == [[]] * 3  # the photo, back, on
    page.keyboard.press("ArrowRight")
    expect(page.locator(".viewer__count")).to_have_text("2 / 3")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page.locator("a[data-photo]").nth(1)).to_be_focused()


def test_the_roll_is_filtered(opened: Open) -> None:
    page = opened("honours/")
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "find":
            break
    page.keyboard.type("jia")
    page.keyboard.press("Enter")
    expect(page.locator(".filter [role=status]")).to_contain_text("jia")
    expect(page.locator(".roll-found tbody tr").first).to_contain_text("甲")
    assert page.evaluate(STOP)["faults"] == []

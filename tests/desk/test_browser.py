"""The desk in a real browser: what scripts add, the keyboard, and accessibility."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from conftest import needed
from desks import Office
from sites import ROOT

AXE = ROOT / "node_modules/axe-core/axe.min.js"
SIZES = {"desktop": (1280, 900), "phone": (390, 844)}
PAGES = (
    "waiting/drafts",
    *("", "who", "find?q=beta", "all/community", "new/community", "edit/community/alpha"),
    *("edit/speech/2026-04-09-meeting", "edit/gallery/fair", "history/community/beta"),
    *("remove/community/gamma", "remove/district/east", "all/page", "all/profile"),
    *("edit/site/site", "edit/page/index", "edit/profile/demo", "history/site/site"),
)
RUN = """
async () => {
  const found = await axe.run({iframes: false, rules: {'target-size': {enabled: true}}});
  return found.violations.map((rule) => `${rule.id}: ${rule.nodes[0].target.join(' ')}`);
}
"""


def test_a_wrong_value_is_told_when_the_field_is_left(page: Page, address: str) -> None:
    page.goto(f"{address}edit/community/alpha")
    page.get_by_label("成立时间").fill("约2001")
    page.get_by_label("成立时间").press("Tab")
    told = page.locator("#f-est-wrong")
    expect(told).to_contain_text("约2001")
    assert "f-est-wrong" in (page.get_by_label("成立时间").get_attribute("aria-describedby") or "")
    page.get_by_label("成立时间").fill("2001-05")
    page.get_by_label("成立时间").press("Tab")
    expect(told).to_have_count(0)


def test_the_preview_follows_what_is_typed(page: Page, address: str, here: Office) -> None:
    page.goto(f"{address}edit/community/beta")
    look = page.frame_locator("#look")
    expect(look.locator("h1")).to_contain_text("贝塔社区")
    page.locator("#f-name").fill("边写边看社区")
    expect(look.locator("h1")).to_contain_text("边写边看社区")
    assert "边写边看社区" not in here.text("showcases/communities/beta.yml")


def test_an_item_is_added_without_the_page_going_away(page: Page, address: str) -> None:
    page.goto(f"{address}edit/community/alpha")
    page.locator("#f-name").fill("还没存的名称")
    page.get_by_role("button", name="＋ 添加设施").click()
    added = page.locator("[name='facilities.n1.kind']")
    expect(added).to_be_focused()
    expect(page.locator("#f-name")).to_have_value("还没存的名称")
    page.get_by_role("button", name="设施第 3 项上移").click()
    expect(
        page.locator("#f-facilities > .item").nth(1).locator("[name='facilities.n1.kind']")
    ).to_have_count(1)
    page.get_by_role("button", name="删去设施第 2 项").click()
    expect(page.locator("#f-facilities > .item")).to_have_count(2)


def test_a_community_is_written_by_the_keyboard_alone(
    page: Page, address: str, here: Office
) -> None:
    page.goto(f"{address}new/community")
    page.locator("body").press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    for id, text in (("f-name", "键盘社区"), ("f-district", "东镇"), ("f-est", "2020")):
        tab_to(page, id)
        page.keyboard.type(text)
    tab_to(page, "f-id")
    page.keyboard.type("keyboard")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="存草稿")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("已保存。")).to_be_visible()
    text = here.text("showcases/communities/keyboard.yml")
    assert "name: 键盘社区" in text
    assert "district: east" in text


def tab_to(page: Page, id: str) -> None:
    """Go on by the key until a field has the focus."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == id:
            return
    raise AssertionError(f"{id} cannot be reached")


def test_the_settings_are_changed_by_the_keyboard_alone(
    page: Page, address: str, here: Office
) -> None:
    page.goto(f"{address}edit/site/site")
    look = page.frame_locator("#look")
    expect(look.locator("h1").first).to_be_attached()
    tab_to(page, "f-short_name")
    page.keyboard.press("Control+A")
    page.keyboard.type("键盘短名")
    expect(look.locator("body")).to_contain_text("键盘短名")
    page.locator("#f-short_name").press("Enter")
    page.get_by_role("button", name="保存", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("已保存。")).to_be_visible()
    assert "short_name: 键盘短名" in here.text("showcases/site.yml")


def test_a_problem_opens_the_item_in_which_it_stands(page: Page, address: str) -> None:
    page.goto(f"{address}edit/site/site")
    folds = page.locator("#f-columns > .item > details")
    expect(folds.first).not_to_have_attribute("open", "")
    folds.first.locator("summary").first.click()
    limit = page.locator("[name='columns.0.stale_days']")
    page.locator("#f-columns details").first.evaluate(
        "(item) => item.querySelectorAll('details').forEach((fold) => { fold.open = true; })"
    )
    limit.fill("很多")
    folds.first.evaluate("(fold) => { fold.open = false; }")
    limit.dispatch_event("change")
    expect(folds.first).to_have_attribute("open", "")
    expect(page.locator("#f-columns-0-stale_days-wrong")).to_contain_text("很多")


def test_without_scripts_everything_is_saved(browser: Browser, address: str, here: Office) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}edit/community/alpha")
    page.locator("#f-name").fill("没有脚本的社区")
    page.get_by_role("button", name="＋ 添加设施").click()
    page.locator("[name='facilities.n1.name']").fill("新站")
    page.locator("[name='facilities.n1.kind']").select_option(index=1)
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.get_by_text("已保存。")).to_be_visible()
    context.close()
    text = here.text("showcases/communities/alpha.yml")
    assert "没有脚本的社区" in text
    assert "新站" in text


@pytest.mark.parametrize("size", SIZES)
def test_every_page_is_accessible_and_fits(
    page: Page, address: str, tmp_path: Path, size: str
) -> None:
    axe = needed(AXE if AXE.is_file() else None, "axe-core").read_text(encoding="utf-8")
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    for path in PAGES:
        page.goto(f"{address}{path}")
        page.evaluate(
            "document.querySelectorAll('details').forEach((fold) => { fold.open = true; })"
        )
        page.evaluate(axe)
        assert page.evaluate(RUN) == [], path
        wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        assert not wide, path


def test_no_column_of_a_history_is_too_narrow_for_its_words(page: Page, address: str) -> None:
    """On a phone, beside a long text: what was empty before would stand one sign below another."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}history/community/beta")
    cells = page.locator(".change tbody :is(th, td)")
    assert cells.count() > 9
    assert page.get_by_role("rowheader", name="简介").count() == 1
    widths = cells.evaluate_all("cells => cells.map((cell) => cell.getBoundingClientRect().width)")
    assert min(widths) > 60

"""Texts in a real browser: the tools above them, what is pasted, undo, and accessibility."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from conftest import needed
from desk.test_browser import AXE, RUN, SIZES
from desks import Office

SPEECH = "edit/speech/2026-04-09-meeting"
FILE = "docs/speeches/2026-04-09-meeting.md"


def written(page: Page, address: str, text: str) -> Locator:
    """The text of an article, saying this, with the caret at its end."""
    page.goto(f"{address}{SPEECH}")
    area = page.locator("#f-body")
    area.fill(text)
    area.press("Control+End")
    return area


def tool(page: Page, name: str) -> Locator:
    return page.get_by_role("toolbar", name="正文的写法").get_by_role("button", name=name)


def test_a_heading_is_numbered_and_undone(page: Page, address: str) -> None:
    area = written(page, address, "## 一、看路\n\n看过了。\n\n办事")
    tool(page, "小标题 一、").click()
    expect(area).to_have_value("## 一、看路\n\n看过了。\n\n## 二、办事")
    expect(area).to_be_focused()
    area.press("Control+z")
    expect(area).to_have_value("## 一、看路\n\n看过了。\n\n办事")


def test_every_tool_can_be_undone(page: Page, address: str) -> None:
    before = "甲。\n\n乙"
    area = written(page, address, before)
    for name in ("小标题 一、", "小标题 （一）", "小标题 1.", "加粗", "列表", "表格", "脚注"):
        tool(page, name).click()
        assert area.input_value() != before, name
        while area.input_value() != before:
            was = area.input_value()
            area.press("Control+z")
            assert area.input_value() != was, name
        area.press("Control+End")


def test_a_record_is_linked_by_the_keyboard_alone(page: Page, address: str) -> None:
    area = written(page, address, "去看看")
    area.press("Control+k")
    expect(page.get_by_role("dialog", name="链接到哪里")).to_be_visible()
    page.keyboard.type("beita")
    expect(page.locator(".picker__one b").first).to_have_text("贝塔社区")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".picker__one").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(area).to_have_value("去看看[](community:beta)")
    expect(area).to_be_focused()
    look = page.frame_locator("#look")
    expect(look.get_by_role("link", name="贝塔社区").first).to_be_visible()


def test_closing_the_window_changes_nothing(page: Page, address: str) -> None:
    area = written(page, address, "去看看")
    tool(page, "数字").click()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(area).to_have_value("去看看")
    expect(area).to_be_focused()


def test_a_figure_of_a_day_and_a_photo_stand_in_the_text(page: Page, address: str) -> None:
    area = written(page, address, "到年底是")
    tool(page, "数字").click()
    page.get_by_label("截至哪一天").fill("2025-12-31")
    page.get_by_label("指标、社区等的名称").fill("覆盖率")
    expect(page.locator(".picker__one span span").first).to_contain_text("2025-12-31")
    page.locator(".picker__one").first.click()
    expect(area).to_have_value("到年底是[](indicator:coverage@2025-12-31)")
    tool(page, "照片").click()
    page.locator(".picker__one").first.click()
    expect(area).to_have_value(re.compile(r"\n\n\[\[photo id=\S+\]\]"))


def test_the_tools_are_one_stop_of_the_tabulator(page: Page, address: str) -> None:
    written(page, address, "甲")
    first = tool(page, "小标题 一、")
    first.focus()
    page.keyboard.press("ArrowRight")
    expect(tool(page, "小标题 （一）")).to_be_focused()
    page.keyboard.press("End")
    expect(tool(page, "脚注")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#f-body")).to_be_focused()


def test_a_character_that_comes_and_goes_leaves_no_trace(
    page: Page, address: str, here: Office
) -> None:
    before = here.text(FILE)
    page.goto(f"{address}{SPEECH}")
    area = page.locator("#f-body")
    area.press("Control+Home")
    page.keyboard.type("字")
    area.press("Backspace")
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.get_by_text("已保存。")).to_be_visible()
    assert here.text(FILE) == before


PASTE = """
(html) => {
  const data = new DataTransfer();
  data.setData('text/html', html);
  data.setData('text/plain', '没有格式');
  const said = { clipboardData: data, bubbles: true, cancelable: true };
  document.activeElement.dispatchEvent(new ClipboardEvent('paste', said));
}
"""


def test_what_word_copies_is_pasted_and_undone_in_two_steps(page: Page, address: str) -> None:
    area = written(page, address, "## 一、看路\n\n看过了。\n\n")
    page.evaluate(PASTE, "<h2>（一）路灯</h2><p>坏了３盏,要<b>马上</b>修。<img src=a></p>")
    as_copied = "## 一、看路\n\n看过了。\n\n### （一）路灯\n\n坏了３盏,要**马上**修。"
    expect(area).to_have_value(as_copied.replace("３", "3").replace(",", "，"))
    told = page.locator(".writing__words").last
    expect(told).to_contain_text("图片 1 张")
    expect(told).to_contain_text("已整理")
    area.press("Control+z")
    expect(area).to_have_value(as_copied)
    area.press("Control+z")
    expect(area).to_have_value("## 一、看路\n\n看过了。\n\n")


def test_without_an_answer_the_plain_text_is_pasted(page: Page, address: str) -> None:
    area = written(page, address, "甲")
    page.route("**/paste", lambda route: route.abort())
    page.evaluate(PASTE, "<p><b>乙</b></p>")
    expect(area).to_have_value("甲没有格式")
    expect(page.locator(".writing__words").last).to_contain_text("没有格式的文字")


def test_a_field_of_a_record_has_tools_but_no_photos(page: Page, address: str) -> None:
    page.goto(f"{address}edit/community/alpha")
    bar = page.get_by_role("toolbar")
    expect(bar).to_have_count(1)
    expect(bar.get_by_role("button", name="链接")).to_be_visible()
    expect(bar.get_by_role("button", name="照片")).to_have_count(0)


# What is around the form


def test_the_preview_can_be_seen_as_elders_read_it(page: Page, address: str) -> None:
    page.goto(f"{address}edit/community/beta")
    look = page.frame_locator("#look")
    expect(look.locator("h1")).to_contain_text("贝塔社区")
    switch = page.get_by_role("button", name="适老版")
    switch.click()
    expect(look.locator("html[data-elder][data-contrast=high]")).to_have_count(1)
    page.locator("#f-name").fill("边写边看社区")
    expect(look.locator("h1")).to_contain_text("边写边看社区")
    expect(look.locator("html[data-elder]")).to_have_count(1)
    switch.click()
    expect(look.locator("html[data-elder]")).to_have_count(0)
    assert page.evaluate("localStorage.getItem('campaign-reading')") is None


def test_the_pages_that_change_are_told_without_leaving_the_form(page: Page, address: str) -> None:
    page.goto(f"{address}edit/community/beta")
    page.locator("#f-name").fill("贝塔新社区")
    asking = page.get_by_role("button", name="哪些网页会变")
    asking.click()
    expect(page.locator("#reach .card").first).to_contain_text("贝塔新社区", timeout=30_000)
    expect(asking).to_be_focused()
    expect(page.locator("#f-name")).to_have_value("贝塔新社区")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_tools_and_windows_are_accessible_and_fit(
    page: Page, address: str, size: str, scheme: str
) -> None:
    axe = needed(AXE if AXE.is_file() else None, "axe-core").read_text(encoding="utf-8")
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    written(page, address, "去看看")
    page.get_by_role("button", name="哪些网页会变").click()
    expect(page.locator("#reach [role=status]")).to_contain_text("比对了", timeout=30_000)
    page.evaluate(axe)
    assert page.evaluate(RUN) == []
    for name in ("链接", "数字", "照片"):
        tool(page, name).click()
        expect(page.locator(".picker__one").first).to_be_visible()
        assert page.evaluate(RUN) == [], name
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth"), name
        page.keyboard.press("Escape")

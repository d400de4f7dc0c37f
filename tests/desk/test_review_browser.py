"""A reviewer at a browser: fetching, comparing, sending back; and what two machines changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from conftest import needed
from desk.exchanges import GAMMA, Exchange, press
from desk.galleries import FORM
from desk.serving import serving
from desk.test_browser import AXE, RUN, SIZES
from desks import BETA


@pytest.fixture
def address(between: Exchange) -> Iterator[str]:
    with serving(between.two) as address:
        yield address


def judged(page: Page) -> None:
    """What is shown is accessible, and fits, on a desktop and on a phone."""
    axe = needed(AXE if AXE.is_file() else None, "axe-core").read_text(encoding="utf-8")
    for width, height in SIZES.values():
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate(axe)
        assert page.evaluate(RUN) == []
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_a_reviewer_compares_and_sends_back(page: Page, address: str, between: Exchange) -> None:
    between.one.save("edit/community/beta", {"slogan": "新的口号"})
    between.one.save("edit/community/gamma", {}, "hand-in")
    page.goto(address)
    judged(page)
    page.get_by_role("button", name="取回").click()
    expect(page.get_by_text("王芳交的稿已经收进来")).to_be_visible()
    judged(page)
    page.get_by_role("link", name="回到首页").click()
    page.get_by_role("link", name="贝塔社区", exact=True).click()
    expect(page.locator("mark")).to_have_text("新的口号")
    before, after = page.frame_locator("iframe >> nth=0"), page.frame_locator("iframe >> nth=1")
    expect(after.get_by_text("新的口号").first).to_be_visible()
    expect(before.get_by_text("新的口号")).to_have_count(0)
    judged(page)
    page.goto(f"{address}review/community/gamma")
    judged(page)
    page.get_by_label("退回的原因").press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="退回")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("请写明为什么退回")
    judged(page)
    page.get_by_label("退回的原因").fill("请核对户数")
    page.get_by_role("button", name="退回").click()
    expect(page.get_by_text("已退回。")).to_be_visible()
    assert "status: draft" in between.two.text(GAMMA)


def test_a_reviewer_sees_a_picture_as_it_was_and_is(
    page: Page, address: str, between: Exchange
) -> None:
    turned = between.one.post(FORM, between.one.form(FORM), "turn-left photos.1")
    assert between.one.post(FORM, turned.form(), "save").status == 303
    press(between.one, "send")
    press(between.two, "fetch")
    page.goto(address)
    page.get_by_role("link", name="邻里节").first.click()
    section = page.get_by_role("region", name="改了哪些照片")
    for side in ("原来的照片", "改好的照片"):
        expect(section.get_by_role("img", name=side)).to_be_visible()
    judged(page)


def test_what_both_changed_is_chosen_by_the_keyboard(
    page: Page, address: str, between: Exchange
) -> None:
    between.one.save("edit/community/beta", {"slogan": "王芳写的"})
    press(between.one, "send")
    between.two.save("edit/community/beta", {"slogan": "李明写的"})
    page.goto(address)
    page.get_by_role("button", name="取回").click()
    judged(page)
    page.get_by_label("用这台电脑上的").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_text("已经收进来")).to_be_visible()
    assert "slogan: 王芳写的" in between.two.text(BETA)


def test_work_leaves_for_a_stick_and_comes_in(
    page: Page, address: str, between: Exchange, tmp_path: Path
) -> None:
    between.two.save("edit/community/beta", {"slogan": "李明写的"})
    page.goto(f"{address}stick")
    judged(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="送出").click()
    assert download.value.suggested_filename.startswith("送稿-市文明办-")
    download.value.save_as(tmp_path / "stick.bundle")
    page.get_by_label("文件").set_input_files(tmp_path / "stick.bundle")
    page.get_by_role("button", name="收进").click()
    expect(page.get_by_text("没有新的内容")).to_be_visible()
    page.goto(f"{address}publish")
    judged(page)

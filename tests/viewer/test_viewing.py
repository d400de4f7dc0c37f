"""The photo viewer: by keys, by touch, by address, on a small page of its own."""

from __future__ import annotations

import gzip
import re

import pytest
from playwright.sync_api import Locator, Page, expect

from campaign.build import scripts, stylesheet
from viewer.fair import DESKTOP, GALLERY, HOSTILE, PHONE, Visit, at, drag_by_touch, link


def opened(page: Page, name: str = "river") -> Locator:
    """The viewer, opened by the keyboard at a photo."""
    link(page, name).focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="照片")
    expect(dialog).to_be_visible()
    return dialog


def in_sight(page: Page) -> Locator:
    return page.locator(".viewer__slide:not([inert]) img")


def settle(page: Page) -> None:
    """Two frames: what was asked for is drawn."""
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def test_enter_opens_the_photo_and_moves_the_focus_inside(page: Page) -> None:
    dialog = opened(page, "tower")
    expect(dialog.get_by_role("button", name="关闭")).to_be_focused()
    at(page, 2)
    expect(dialog.locator(".viewer__caption")).to_contain_text("修缮后的老水塔")
    expect(dialog.locator(".viewer__caption")).to_contain_text("王某，2025-11-15")
    expect(page.locator("html")).to_have_css("overflow-y", "hidden")


def test_a_screen_reader_hears_what_it_is(page: Page) -> None:
    dialog = opened(page)
    expect(dialog).to_have_attribute("aria-modal", "true")
    expect(dialog.locator("[aria-live=polite]")).to_contain_text("1 / 7")
    expect(dialog.get_by_role("button")).to_have_text(["关闭", "上一张", "下一张"])
    expect(dialog.get_by_role("button", name="上一张")).to_have_attribute("aria-disabled", "true")
    expect(in_sight(page)).to_have_attribute("alt", "清晨的河岸")


def test_keys_walk_through_the_photos(page: Page) -> None:
    opened(page)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    at(page, 3)
    page.keyboard.press("ArrowLeft")
    at(page, 2)
    page.keyboard.press("End")
    at(page, 7)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Home")
    at(page, 1)


def test_escape_returns_to_the_photo_last_seen(page: Page) -> None:
    dialog = opened(page)
    page.keyboard.press("End")
    at(page, 7)
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(link(page, "corner-after")).to_be_focused()
    expect(link(page, "corner-after")).to_be_in_viewport()
    expect(page).to_have_url(re.compile("/fair/$"))


def test_buttons_walk_and_close(page: Page) -> None:
    link(page, "river").click()
    dialog = page.get_by_role("dialog", name="照片")
    dialog.get_by_role("button", name="下一张").click()
    at(page, 2)
    dialog.get_by_role("button", name="下一张").click()
    at(page, 3)
    dialog.get_by_role("button", name="上一张").click()
    at(page, 2)
    dialog.get_by_role("button", name="关闭").click()
    expect(dialog).to_be_hidden()
    expect(link(page, "tower")).to_be_focused()


def test_buttons_are_big_enough_for_a_thumb(page: Page) -> None:
    dialog = opened(page)
    for name in ("上一张", "下一张", "关闭"):
        box = dialog.get_by_role("button", name=name).bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44, name


AT_REST = """
() => {
  const { scrollLeft, clientWidth } = document.querySelector('.viewer__track');
  return Math.abs(scrollLeft - clientWidth) < 1;
}
"""
"""The second photo has snapped into its place."""


def test_a_swipe_turns_the_page(visit: Visit) -> None:
    page = visit(**PHONE, reduced_motion="reduce")  # a page that fades takes no touch
    opened(page)
    drag_by_touch(page, 300, 300, -250)
    at(page, 2)
    page.wait_for_function(AT_REST)
    page.locator(".viewer__next").click()  # counts from the photo that the finger chose
    at(page, 3)


def test_the_address_follows_the_photo(page: Page) -> None:
    opened(page)
    page.keyboard.press("ArrowRight")
    at(page, 2)
    expect(page).to_have_url(re.compile("/fair/#tower$"))


@pytest.mark.parametrize("device", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_an_address_with_a_photo_opens_it(visit: Visit, device: dict[str, object]) -> None:
    page = visit("fair/#square", **device)
    at(page, 4)
    dialog = page.get_by_role("dialog", name="照片")
    expect(dialog.get_by_role("button", name="关闭")).to_be_focused()
    page.keyboard.press("ArrowRight")
    at(page, 5)
    page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile("/fair/$"))
    expect(dialog).to_be_hidden()
    expect(link(page, "bridge")).to_be_focused()
    page.evaluate("location.hash = 'tower'")
    at(page, 2)
    expect(dialog).to_be_visible()


def test_an_address_with_another_anchor_opens_nothing(visit: Visit) -> None:
    page = visit("fair/#%E5%A4%A7%")
    settle(page)
    expect(page.locator("dialog")).to_be_hidden()


def test_an_alternative_text_is_text(page: Page) -> None:
    dialog = opened(page, "market")
    expect(dialog.locator(".viewer__caption")).to_contain_text(HOSTILE)
    expect(in_sight(page)).to_have_attribute("alt", HOSTILE)
    expect(dialog.locator(".viewer__caption img")).to_have_count(0)
    assert page.evaluate("window.__pwn") is None


@pytest.mark.parametrize("name", GALLERY)
def test_a_photo_is_whole_inside_the_window(page: Page, name: str) -> None:
    dialog = opened(page, name)
    image = in_sight(page)
    expect(image).to_have_js_property("complete", True)
    expect(image).to_have_css("object-fit", "contain")
    assert "1600.webp" in image.evaluate("image => image.currentSrc")
    box, caption = image.bounding_box(), dialog.locator(".viewer__caption").bounding_box()
    size = page.viewport_size
    assert box
    assert caption
    assert size
    assert box["x"] >= 0
    assert box["y"] >= 0
    assert box["x"] + box["width"] <= size["width"]
    assert box["y"] + box["height"] <= caption["y"]
    assert caption["y"] + caption["height"] <= size["height"]
    assert box["height"] > size["height"] / 2


def test_only_photos_near_the_one_in_sight_are_fetched(page: Page) -> None:
    opened(page, "river")
    images = page.locator(".viewer img")
    expect(images).to_have_count(2)
    page.keyboard.press("End")
    at(page, 7)
    expect(images).to_have_count(4)


def test_nothing_shifts(page: Page) -> None:
    dialog = opened(page)
    for key, number in (("ArrowRight", 2), ("ArrowRight", 3), ("End", 7), ("Home", 1)):
        page.keyboard.press(key)
        at(page, number)
        settle(page)
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    settle(page)
    assert page.evaluate("seen.shift") == 0


@pytest.mark.parametrize("reduced", [True, False])
def test_motion_is_for_those_who_want_it(visit: Visit, reduced: bool) -> None:
    page = visit(reduced_motion="reduce" if reduced else "no-preference")
    dialog = opened(page)
    page.keyboard.press("ArrowRight")
    at(page, 2)
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    seen = page.evaluate("[seen.fades > 0, seen.smooth > 0]")
    assert seen == [not reduced, not reduced]


def test_a_turned_phone_keeps_its_photo(visit: Visit) -> None:
    page = visit(**PHONE)
    opened(page, "square")
    page.set_viewport_size({"width": 844, "height": 390})
    expect(page.locator(".viewer").get_by_role("img", name="社区广场")).to_be_in_viewport(ratio=1)
    at(page, 4)


def test_a_single_photo_has_no_neighbours(visit: Visit) -> None:
    page = visit("single/")
    dialog = opened(page)
    at(page, 1, 1)
    expect(dialog.get_by_role("button")).to_have_text(["关闭"])


def test_a_click_with_a_key_held_is_the_browsers(visit: Visit) -> None:
    page = visit()
    with page.context.expect_page():
        link(page, "river").click(modifiers=["Control"])
    expect(page.locator("dialog")).to_be_hidden()


def test_without_script_the_link_opens_the_file(visit: Visit) -> None:
    page = visit(java_script_enabled=False)
    link(page, "tower").click()
    expect(page).to_have_url(re.compile(r"/tower/960\.jpg$"))


def test_a_page_without_photos_has_no_viewer(visit: Visit) -> None:
    page = visit("empty/#nothing")
    expect(page.locator("dialog")).to_have_count(0)


def test_the_viewer_is_small() -> None:
    parts = (scripts.joined("viewer.js"), (stylesheet.FOLDER / "viewer.css").read_text("utf-8"))
    sizes = [len(gzip.compress(part.encode(), 9)) for part in parts]
    assert sum(sizes) <= 3 * 1024, sizes

"""The slider between a photo before and one after."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from viewer.fair import DESKTOP, PHONE, Visit, at, drag_by_touch, link


def drag_by_mouse(page: Page, x: float, y: float, by: float) -> None:
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + by, y, steps=5)
    page.mouse.up()


def boxes(page: Page) -> list[dict[str, float]]:
    """Where the before and the after picture are."""
    found = [image.bounding_box() for image in page.locator(".compare img").all()]
    return [dict(box) for box in found if box]


def test_the_slider_cuts_the_photo_after(page: Page) -> None:
    slider = page.get_by_role("slider", name="拖动对比整治前后")
    after = link(page, "corner-after")
    slider.focus()
    for key, cut in (("ArrowRight", "51%"), ("Home", "0%"), ("End", "100%")):
        page.keyboard.press(key)
        expect(after).to_have_css("clip-path", f"inset(0px 0px 0px {cut})")
        width = page.evaluate("document.scrollingElement.scrollWidth")
        assert page.viewport_size
        assert width <= page.viewport_size["width"]


@pytest.mark.parametrize(
    ("device", "drag"),
    [(DESKTOP, drag_by_mouse), (PHONE, drag_by_touch)],
    ids=["desktop", "phone"],
)
def test_the_handle_follows_the_hand(
    visit: Visit, device: dict[str, object], drag: Callable[[Page, float, float, float], None]
) -> None:
    page = visit(**device)
    slider = page.get_by_role("slider")
    slider.scroll_into_view_if_needed()
    before, _ = boxes(page)
    width = before["width"]
    drag(page, before["x"] + width / 2, before["y"] + before["height"] / 3, width / -4)
    expect(slider).to_have_js_property("value", "25")
    expect(page.locator("dialog")).to_be_hidden()


@pytest.mark.parametrize(("side", "number"), [(0.2, 6), (0.8, 7)])
def test_beside_the_handle_the_visible_photo_opens(page: Page, side: float, number: int) -> None:
    page.get_by_role("slider").scroll_into_view_if_needed()
    box, _ = boxes(page)
    page.mouse.click(box["x"] + box["width"] * side, box["y"] + box["height"] / 2)
    at(page, number)


def test_one_photo_lies_exactly_over_the_other(page: Page) -> None:
    before, after = boxes(page)
    assert before == pytest.approx(after, abs=1)
    assert before["width"] / before["height"] == pytest.approx(1.5, abs=0.01)
    captions = page.locator(".compare figcaption")
    left, right = (caption.bounding_box() for caption in captions.all())
    assert left
    assert right
    assert left["y"] == pytest.approx(right["y"], abs=1)
    assert left["y"] >= before["y"] + before["height"]
    assert left["x"] + left["width"] < right["x"]
    for label in ("整治前", "整治后"):
        expect(page.get_by_text(label, exact=True)).to_be_visible()


@pytest.mark.parametrize("device", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_without_script_two_photos_have_labels(visit: Visit, device: dict[str, object]) -> None:
    page = visit(**device, java_script_enabled=False)
    before, after = boxes(page)
    if device is DESKTOP:
        assert before["x"] + before["width"] < after["x"]
        assert before["y"] == after["y"]
    else:
        assert before["x"] == after["x"]
        assert before["y"] + before["height"] < after["y"]
    for label in ("整治前", "整治后"):
        expect(page.get_by_text(label, exact=True)).to_be_visible()


def test_on_paper_the_photos_stand_side_by_side(visit: Visit) -> None:
    page = visit()
    page.emulate_media(media="print")
    before, after = boxes(page)
    assert before["x"] + before["width"] < after["x"]
    expect(page.get_by_role("slider")).to_be_hidden()
    expect(link(page, "corner-after")).to_have_css("clip-path", "none")

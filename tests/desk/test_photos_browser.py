"""A gallery's photos in a real browser: dropped, clicked, drawn on and put in order."""

from __future__ import annotations

import base64

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from conftest import needed
from desk.galleries import FAIR, FORM, listed, photo, pixels
from desk.test_browser import AXE, RUN, SIZES
from desks import Office

DROP = """
([files]) => {
  const transfer = new DataTransfer();
  for (const [name, data] of files) {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.codePointAt(0));
    transfer.items.add(new File([bytes], name, {type: 'image/jpeg'}));
  }
  const drop = document.querySelector('.drop');
  for (const type of ['dragover', 'drop']) {
    const told = {dataTransfer: transfer, bubbles: true, cancelable: true};
    drop.dispatchEvent(new DragEvent(type, told));
  }
}
"""


@pytest.fixture
def form(page: Page, address: str) -> Page:
    """The gallery in its form."""
    page.goto(f"{address}{FORM}")
    expect(page.locator(".photo")).to_have_count(3)
    return page


def opened(page: Page, called: str) -> Locator:
    """A photo of the form, unfolded."""
    found = page.locator(f".photo[data-called='{called}']")
    if not found.locator(".photo__fold").get_attribute("open"):
        found.locator(".photo__line").click()
    expect(found.locator("[data-stage] img")).to_be_visible()
    found.locator("[data-stage]").scroll_into_view_if_needed()
    found.locator("[data-stage] img").evaluate("(image) => image.decode()")
    return found


def drag(page: Page, stage: Locator, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Drag from one spot of a picture to another, both in shares of its sides."""
    box = stage.bounding_box()
    assert box
    spots = [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in (start, end)]
    page.mouse.move(*spots[0])
    page.mouse.down()
    page.mouse.move(*spots[1], steps=5)
    page.mouse.up()


def test_photos_that_are_dropped_come_in_and_the_form_stays(form: Page, here: Office) -> None:
    form.locator("#f-title").fill("还没存的标题")
    given = [("邻里节.jpg", photo(1, gps=True)), ("no.jpg", b"words")]
    files = [[name, base64.b64encode(data).decode()] for name, data in given]
    form.evaluate(DROP, [files])
    told = form.locator(".photos__told")
    expect(told).to_contain_text("收下了“邻里节.jpg”。去掉了：拍摄位置。")
    expect(told).to_contain_text("没有收“no.jpg”：不是照片。")
    expect(form.locator(".toast")).to_contain_text("收下了 1 张照片")
    expect(form.locator(".photo")).to_have_count(4)
    expect(form.locator("#f-title")).to_have_value("还没存的标题")
    form.get_by_label("替代文字").last.fill("长桌旁坐满了一起吃饭的邻居")
    form.locator("[name='photos.3.people']").select_option("crowd")
    form.locator("[name='photos.3.licence']").select_option(label="自有")
    form.get_by_role("button", name="保存", exact=True).click()
    expect(form.get_by_text("已保存。")).to_be_visible()
    assert listed(here)[3]["file"] == "linlijie.jpg"
    assert "title: 还没存的标题" in here.text(FAIR)


def test_a_click_says_what_cropping_keeps(form: Page, here: Office) -> None:
    dance = opened(form, "dance")
    box = dance.locator("[data-stage]").bounding_box()
    assert box
    spot = {"x": box["width"] * 0.25, "y": box["height"] * 0.75}
    dance.locator("[data-stage]").click(position=spot)
    x, y = (form.locator(f"[name='photos.0.focus.{side}']").input_value() for side in "xy")
    assert (float(x), float(y)) == (pytest.approx(0.25, abs=0.01), pytest.approx(0.75, abs=0.01))
    expect(dance.locator(".photo__mark").first).to_have_attribute("x1", f"{float(x) * 100:g}")
    form.get_by_role("button", name="保存", exact=True).click()
    expect(form.get_by_text("已保存。")).to_be_visible()
    assert listed(here)[0]["focus"] == {"x": x, "y": y}


def test_what_is_drawn_is_blurred_after_a_yes(form: Page, here: Office) -> None:
    before = pixels(here, "dance.jpg").getpixel((300, 300))
    dance = opened(form, "dance")
    dance.get_by_text("涂掉一块…").click()
    dance.locator("[data-stage]").scroll_into_view_if_needed()
    drag(form, dance.locator("[data-stage]"), (0.5, 0.7), (0.1, 0.2))
    sides = [
        dance.get_by_label(side, exact=True).input_value() for side in ("左", "上", "宽", "高")
    ]
    assert [float(side) for side in sides] == pytest.approx([10, 20, 40, 50], abs=1)
    assert form.locator("[name='photos.0.focus.x']").input_value() == ""
    dance.get_by_role("button", name="涂掉这一块").click()
    sure = form.get_by_role("button", name="确定涂掉")
    expect(sure).to_be_focused()
    assert pixels(here, "dance.jpg").getpixel((300, 300)) == before
    sure.click()
    expect(form.locator(".toast")).to_contain_text("认不回来")
    assert pixels(here, "dance.jpg").getpixel((300, 300)) != before


def called(page: Page) -> list[str]:
    """The photos in the order of the form."""
    return page.locator(".photo").evaluate_all("(all) => all.map((one) => one.dataset.called)")


def test_photos_are_put_in_order_by_keys_and_by_dragging(form: Page, here: Office) -> None:
    form.set_viewport_size({"width": 1280, "height": 1600})
    grip = form.locator(".photo[data-called='dance'] .photo__grip")
    grip.focus()
    form.keyboard.press("ArrowDown")
    form.keyboard.press("ArrowDown")
    assert called(form) == ["before", "after", "dance"]
    expect(grip).to_be_focused()
    expect(form.locator(".toast")).to_contain_text("照片 dance 现在是第 3 张，共 3 张")
    form.keyboard.press("ArrowUp")
    assert called(form) == ["before", "dance", "after"]
    form.get_by_role("button", name="照片 after 上移").press("Enter")
    assert called(form) == ["before", "after", "dance"]
    form.locator(".photos__list").scroll_into_view_if_needed()
    places = [grip.bounding_box(), form.locator(".photo").first.bounding_box()]
    (x, y), (_, top) = [(box["x"] + 9, box["y"] + 9) for box in places if box]
    form.mouse.move(x, y)
    form.mouse.down()
    form.mouse.move(x, top, steps=8)
    form.mouse.up()
    assert called(form) == ["dance", "before", "after"]
    form.locator(".photo[data-called='after'] .photo__grip").press("ArrowUp")
    form.get_by_role("button", name="保存", exact=True).click()
    expect(form.get_by_text("已保存。")).to_be_visible()
    assert [item["file"] for item in listed(here)] == ["dance.jpg", "after.jpg", "before.jpg"]


def test_a_photo_is_turned_and_the_form_shows_it(form: Page, here: Office) -> None:
    dance = opened(form, "dance")
    dance.get_by_role("button", name="照片 dance 向右转").press("Enter")
    expect(form.locator(".toast")).to_contain_text("照片转好了")
    expect(form.get_by_role("button", name="照片 dance 向右转")).to_be_focused()
    image = form.locator(".photo[data-called='dance'] [data-stage] img")
    image.evaluate("(image) => image.decode()")
    assert image.evaluate("(image) => image.naturalHeight > image.naturalWidth")
    assert pixels(here, "dance.jpg").size == (800, 1200)


def test_a_photo_is_chosen_by_its_looks(page: Page, address: str) -> None:
    page.goto(f"{address}edit/community/alpha")
    field = page.locator("#f-cover")
    holder = page.locator(".field", has=field)
    expect(holder.locator(".pick__now")).to_be_visible()
    holder.get_by_text("看着照片选").press("Enter")
    holder.get_by_role("button", name="整治后的墙角种上了花").click()
    expect(field).to_have_value("整治后的墙角种上了花（fair/after）")
    expect(holder.locator(".pick__now")).to_have_attribute("src", "/-/desk/photo/240/fair/after")


def test_without_scripts_photos_are_taken_in_turned_and_blurred(
    browser: Browser, address: str, here: Office
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{FORM}")
    files = [{"name": f"p{n}.jpg", "mimeType": "image/jpeg", "buffer": photo(n)} for n in (1, 2)]
    page.get_by_label("选照片，可以选多张").set_input_files(files)
    page.get_by_role("button", name="加进相册").click()
    expect(page.get_by_text("收下了“p2.jpg”")).to_be_visible()
    assert len(listed(here)) == 5
    added = page.locator(".photo").last
    added.get_by_role("button", name="向左转").click()
    expect(page.get_by_text("照片转好了")).to_be_visible()
    added = page.locator(".photo").last
    added.get_by_text("涂掉一块…").click()
    for side, share in (("左", "10"), ("上", "10"), ("宽", "30"), ("高", "30")):
        added.get_by_label(side, exact=True).fill(share)
    added.get_by_role("button", name="涂掉这一块").click()
    page.get_by_role("button", name="确定涂掉").click()
    expect(page.get_by_text("涂掉了，认不回来")).to_be_visible()
    context.close()


@pytest.mark.parametrize("size", SIZES)
def test_everything_that_a_photo_can_need_is_accessible(
    page: Page, address: str, size: str
) -> None:
    axe = needed(AXE if AXE.is_file() else None, "axe-core").read_text(encoding="utf-8")
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{address}{FORM}")
    data = [{"name": "桥.jpg", "mimeType": "image/jpeg", "buffer": photo()}]
    page.locator("#f-photos-files").set_input_files(data)
    expect(page.locator(".photos__told")).to_contain_text("收下了")
    page.locator("[name='blur!photos.0.left']").evaluate("(field) => { field.value = '10'; }")
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    for side in ("top", "width", "height"):
        page.locator(f"[name='blur!photos.0.{side}']").fill("20")
    page.locator("[value='blur photos.0']").click()
    expect(page.get_by_role("button", name="确定涂掉")).to_be_visible()
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    page.evaluate(axe)
    assert page.evaluate(RUN) == []
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")

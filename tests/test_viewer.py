"""The photo viewer and the before/after slider, on a small page of their own."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

import material
import pytest
from PIL import Image, ImageDraw
from playwright.sync_api import Browser, Locator, Page, expect

from campaign.build import scripts, stylesheet
from sites import served

MATERIAL = Path(material.__file__).parent / "templates/assets/stylesheets"
HOSTILE = "<img src=x onerror=window.__pwn=1>"

PHOTOS = {  # size, alternative text, caption
    "river": ((1800, 1200), "清晨的河岸", "河岸步道改造后，早晚散步的居民多了。"),
    "tower": (
        (900, 1600),
        "老水塔",
        "修缮后的老水塔。" + "塔下是社区书屋，周末有志愿者讲故事。" * 5,
    ),
    "market": ((1800, 1200), HOSTILE, ""),
    "square": ((1500, 1500), "社区广场", "广场上的重阳节活动。"),
    "bridge": ((2400, 900), "新桥", "新桥通车。"),
    "corner-before": ((1800, 1200), "堆满杂物的街角", "2025 年 3 月，街角堆着杂物。"),
    "corner-after": ((1500, 1500), "街角花园", "2025 年 11 月，同一处街角建成花园。"),
}
GALLERY = ["river", "tower", "market", "square", "bridge"]

DESKTOP = {"viewport": {"width": 1280, "height": 900}}
PHONE = {
    "viewport": {"width": 390, "height": 844},
    "has_touch": True,
    "is_mobile": True,
    "device_scale_factor": 2,
}
WATCH = """
window.seen = {shift: 0, fades: 0, smooth: 0};
new PerformanceObserver(list => list.getEntries().forEach(e => { seen.shift += e.value; }))
  .observe({type: 'layout-shift', buffered: true});
const fade = document.startViewTransition;
document.startViewTransition = function (change) { seen.fades++; return fade.call(this, change); };
const scroll = Element.prototype.scrollTo;
Element.prototype.scrollTo = function (how) {
  if (how.behavior === 'smooth') seen.smooth++;
  return scroll.call(this, how);
};
"""


def _draw(folder: Path, size: tuple[int, int]) -> None:
    folder.mkdir(parents=True)
    width, height = size
    image = Image.linear_gradient("L").resize(size)
    image = Image.merge("RGB", [image, image.point(lambda v: 200 - v // 2), image])
    pen = ImageDraw.Draw(image)
    pen.rectangle((20, 20, width - 20, height - 20), outline="white", width=12)
    pen.ellipse((width / 3, height / 3, width * 2 / 3, height * 2 / 3), fill="#a8141b")
    for side in (320, 1600):
        image.resize((side, side * height // width)).save(folder / f"{side}.webp", quality=60)
    image.resize((960, 960 * height // width)).save(folder / "960.jpg")


def _photo(name: str, kind: str = "", label: str = "") -> str:
    (width, height), alt, caption = PHOTOS[name]
    at = f"../../photos/g/{name}"
    return (
        f'<figure class="photo{kind}" id="{name}">{label}'
        f'<a class="photo__link" href="{at}/960.jpg" data-photo><picture class="picture">'
        f'<source type="image/webp" srcset="{at}/320.webp 320w, {at}/1600.webp 1600w" '
        'sizes="(min-width: 60em) 400px, 92vw">'
        f'<img src="{at}/960.jpg" width="{width}" height="{height}" alt="{escape(alt)}" '
        'loading="lazy" decoding="async"></picture></a>'
        f'<figcaption><span class="photo__caption">{caption}</span>'
        '<span class="photo__credit">王某，2025-11-15，自有版权</span></figcaption></figure>'
    )


def _half(side: str, label: str) -> str:
    kind = f" compare__half compare__half--{side}"
    return _photo(f"corner-{side}", kind, f'<span class="compare__label">{label}</span>')


def _document(body: str) -> str:
    sizes = {name: size for name, (size, _, _) in PHOTOS.items()}
    rules = "".join(f".p-{n}{{--ar:{w / h:.4f};--dom:#aabbcc}}" for n, (w, h) in sizes.items())
    digest = base64.b64encode(hashlib.sha256(rules.encode()).digest()).decode()
    policy = (
        "default-src 'none'; script-src 'self'; img-src 'self' data:; "
        f"style-src 'self' 'sha256-{digest}'"
    )
    return (
        '<!doctype html><html lang="zh"><meta charset="utf-8"><title>影像</title>'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<link rel="stylesheet" href="../../assets/site.css">'
        f'<style>{rules}</style><body data-md-color-scheme="default">'
        f'<main class="md-content__inner md-typeset">{body}</main>'
        '<script src="../../assets/campaign.js"></script>'
        '<script src="../../assets/compare.js"></script>'
    )


def write_site(folder: Path) -> None:
    """A gallery as the templates print it, with the real scripts and styles."""
    for name, (size, _, _) in PHOTOS.items():
        _draw(folder / "photos/g" / name, size)
    (folder / "favicon.ico").touch()  # browsers ask for it beside a bare picture
    assets = folder / "assets"
    assets.mkdir()
    for name in ("campaign.js", "compare.js"):
        (assets / name).write_text(scripts.joined(name), encoding="utf-8")
    theme = [*MATERIAL.glob("main.*.css"), *MATERIAL.glob("palette.*.css")]
    styles = [*(sheet.read_text(encoding="utf-8") for sheet in theme), stylesheet.text()]
    (assets / "site.css").write_text("\n".join(styles), encoding="utf-8")
    items = "".join(f'<li class="photos__item p-{n}">{_photo(n)}</li>' for n in GALLERY)
    pair = _half("before", "整治前") + _half("after", "整治后")
    for name, body in (
        ("fair", f'<ul class="photos">{items}</ul><div class="compare" data-compare>{pair}</div>'),
        ("single", _photo("river")),
        ("empty", "<p>没有照片。</p>"),
    ):
        page = folder / "galleries" / name / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(_document(body), encoding="utf-8")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("viewer")
    write_site(folder)
    with served(folder) as address:
        yield address + "galleries/"


Visit = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    """Opens pages that fail their test when they report an error or break their CSP."""
    faults: list[str] = []
    contexts = []

    def visit(path: str = "fair/", **options: object) -> Page:
        context = browser.new_context(**{"locale": "zh-CN", **DESKTOP, **options})
        contexts.append(context)
        context.add_init_script(WATCH)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
        page.goto(address + path)
        return page

    yield visit
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture(params=[DESKTOP, PHONE], ids=["desktop", "phone"])
def page(visit: Visit, request: pytest.FixtureRequest) -> Page:
    return visit(**request.param)


def link(page: Page, name: str) -> Locator:
    return page.locator(f"#{name} a[data-photo]")


def opened(page: Page, name: str = "river") -> Locator:
    """The viewer, opened by the keyboard at a photo."""
    link(page, name).focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="照片")
    expect(dialog).to_be_visible()
    return dialog


def at(page: Page, number: int, total: int = len(PHOTOS)) -> None:
    expect(page.locator(".viewer__count")).to_have_text(f"{number} / {total}")


def in_sight(page: Page) -> Locator:
    return page.locator(".viewer__slide:not([inert]) img")


def settle(page: Page) -> None:
    """Two frames: what was asked for is drawn."""
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def drag_by_mouse(page: Page, x: float, y: float, by: float) -> None:
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + by, y, steps=5)
    page.mouse.up()


def drag_by_touch(page: Page, x: float, y: float, by: float) -> None:
    finger = page.context.new_cdp_session(page)
    for kind, moved in (("touchStart", 0), *(("touchMove", by * n / 10) for n in range(1, 11))):
        point = {"x": x + moved, "y": y}
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [point]})
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


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

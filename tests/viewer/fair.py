"""A small gallery with a pair, its real scripts and styles, and hands to work it."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from html import escape
from pathlib import Path

import material
from PIL import Image, ImageDraw
from playwright.sync_api import Locator, Page, expect

from campaign.build import scripts, stylesheet

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


Visit = Callable[..., Page]


def link(page: Page, name: str) -> Locator:
    return page.locator(f"#{name} a[data-photo]")


def at(page: Page, number: int, total: int = len(PHOTOS)) -> None:
    expect(page.locator(".viewer__count")).to_have_text(f"{number} / {total}")


def drag_by_touch(page: Page, x: float, y: float, by: float) -> None:
    finger = page.context.new_cdp_session(page)
    for kind, moved in (("touchStart", 0), *(("touchMove", by * n / 10) for n in range(1, 11))):
        point = {"x": x + moved, "y": y}
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [point]})
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

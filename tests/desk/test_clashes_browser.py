"""Where two people changed the same, at a browser: wide, on a phone, by night, by keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from desk.exchanges import Exchange, press
from desk.galleries import FORM
from desk.serving import serving
from desk.test_picture_clashes import PICK, between, blur
from desk.test_review_browser import judged
from desks import Office

__all__ = ["between"]


@pytest.fixture
def address(between: Exchange) -> Iterator[str]:
    with serving(between.two) as address:
        yield address


@pytest.fixture(params=["light", "dark"])
def seen(page: Page, request: pytest.FixtureRequest) -> Page:
    """A page in each of the two colour schemes."""
    page.emulate_media(color_scheme=request.param)
    return page


def moved(desk: Office, do: str) -> None:
    page = desk.post(FORM, desk.form(FORM), do)
    assert desk.post(FORM, page.form(), "save").status == 303


def clashing(between: Exchange) -> None:
    """A text, a photo's words, the order of photos and a picture, each changed by both."""
    for desk, side, do in (
        (between.one, "one", "down photos.0"),
        (between.two, "two", "up photos.2"),
    ):
        desk.save("edit/community/beta", {"slogan": f"{side}：家家有花，户户有书，人人守约"})
        desk.save(FORM, {"photos.0.alt": f"{side}：广场上跳舞的人们"})
        blur(desk, side)
        moved(desk, do)
    press(between.one, "send")


def test_questions_of_two_machines(seen: Page, address: str, between: Exchange) -> None:
    clashing(between)
    seen.goto(address)
    seen.get_by_role("button", name="取回").click()
    pictures = seen.locator(".clashes img")
    expect(pictures).to_have_count(2)
    for place in (0, 1):
        assert pictures.nth(place).evaluate("image => image.complete && image.naturalWidth > 0")
    judged(seen)
    seen.get_by_role("button", name="就这样合在一起").click()
    expect(seen.get_by_text("请选一边").first).to_be_visible()
    judged(seen)
    for group in seen.get_by_role("group").all():
        group.get_by_role("radio").first.focus()
        seen.keyboard.press("Space")
    expect(seen.locator(f'[name="{PICK}"][value="ours"]')).to_be_checked()
    seen.get_by_role("button", name="就这样合在一起").focus()
    seen.keyboard.press("Enter")
    expect(seen.get_by_text("王芳交的稿已经收进来")).to_be_visible()
    judged(seen)

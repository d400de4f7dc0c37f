"""A clerk names what does not exist yet, begins it in another tab, and goes on where they were."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from conftest import needed
from desk.test_browser import AXE, RUN, SIZES, tab_to
from desks import Office

TOWN = "南镇（south）"


def options(page: Page, kind: str) -> Locator:
    return page.locator(f"#all-{kind} option")


def begun(page: Page, id: str) -> Page:
    """The form that opens in another tab by the key, from beside a field."""
    page.locator(f"#{id}").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").startswith("新建")
    with page.expect_popup() as opened:
        page.keyboard.press("Enter")
    opened.value.wait_for_load_state()
    return opened.value


def with_a_town(page: Page) -> None:
    """Fill in a new town by the keyboard alone, and close its tab."""
    for id, text in (("f-name", "南镇"), ("f-id", "south")):
        tab_to(page, id)
        page.keyboard.type(text)
    page.get_by_role("button", name="保存", exact=True).press("Enter")
    expect(page.get_by_text("已保存。")).to_be_visible()
    page.close()


def test_what_is_begun_in_another_tab_can_be_named_at_once(
    page: Page, address: str, here: Office
) -> None:
    page.goto(f"{address}new/community")
    page.locator("#f-name").fill("新社区")
    page.locator("#f-district").fill("南镇")
    page.locator("#f-district").press("Tab")
    told = page.locator("#f-district-wrong")
    expect(told).to_contain_text("南镇")
    with_a_town(begun(page, "f-district"))
    page.locator("#f-district").focus()
    expect(options(page, "district")).to_have_count(3)
    expect(options(page, "district").nth(1)).to_have_attribute("value", TOWN)
    expect(told).to_have_count(0)
    expect(page.locator("#f-name")).to_have_value("新社区")
    expect(page.locator("#f-district")).to_have_value("南镇")
    page.locator("#f-id").fill("new-one")
    page.get_by_role("button", name="存草稿").press("Enter")
    expect(page.get_by_text("已保存。")).to_be_visible()
    assert "district: south" in here.text("showcases/communities/new-one.yml")


def test_the_list_is_asked_for_when_the_tab_is_seen_again(
    page: Page, address: str, here: Office
) -> None:
    page.goto(f"{address}new/community")
    page.locator("#f-district").focus()
    here.save("new/district", {"name": "南镇", "kind": "town", "id": "south"})
    expect(options(page, "district")).to_have_count(2)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(options(page, "district")).to_have_count(3)


def test_a_list_that_did_not_change_stays_and_nobody_is_told_anything(
    page: Page, address: str
) -> None:
    """A form that nobody has touched does not begin with what is wrong with it."""
    page.goto(f"{address}edit/community/alpha")
    page.evaluate("window.first = document.querySelector('#all-district option')")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.method + request.url))
    with page.expect_response("**/choices/district"):
        page.locator("#f-district").focus()
    page.locator("#f-name").focus()
    assert page.evaluate("window.first.isConnected")
    assert asked == [f"GET{address}choices/district"]


def test_an_item_that_was_added_has_its_list(page: Page, address: str) -> None:
    """Of what no other field of the page names."""
    page.goto(f"{address}new/experience")
    assert page.locator("#all-policy").count() == 0
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    page.get_by_role("button", name="＋ 添加资料来源").click()
    page.locator("[name='sources.n1.policy']").focus()
    expect(options(page, "policy")).not_to_have_count(0)


def test_a_problem_stands_above_the_field_and_what_is_beside_it(page: Page, address: str) -> None:
    page.goto(f"{address}edit/community/alpha")
    before = page.locator("#f-district").bounding_box()
    page.locator("#f-district").fill("没有的镇")
    page.locator("#f-district").press("Tab")
    told = page.locator("#f-district-wrong")
    expect(told).to_be_visible()
    above, now = told.bounding_box(), page.locator("#f-district").bounding_box()
    assert before
    assert above
    assert now
    assert above["y"] + above["height"] <= now["y"]
    assert now["width"] == before["width"]


def test_without_scripts_it_opens_and_is_saved_by_name(
    browser: Browser, address: str, here: Office
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}new/community")
    page.locator("#f-name").fill("新社区")
    with page.expect_popup() as opened:
        page.locator(".field:has(#f-district) a").click()
    other = opened.value
    other.locator("#f-name").fill("南镇")
    other.locator("#f-id").fill("south")
    other.get_by_role("button", name="保存", exact=True).click()
    expect(other.get_by_text("已保存。")).to_be_visible()
    page.locator("#f-district").fill("南镇")
    page.locator("#f-id").fill("new-one")
    page.get_by_role("button", name="存草稿").click()
    expect(page.get_by_text("已保存。")).to_be_visible()
    context.close()
    assert "district: south" in here.text("showcases/communities/new-one.yml")


@pytest.mark.parametrize("size", SIZES)
def test_forms_with_many_references_are_accessible_and_fit(
    page: Page, address: str, size: str
) -> None:
    axe = needed(AXE if AXE.is_file() else None, "axe-core").read_text(encoding="utf-8")
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    for path in ("new/honour", "edit/honour/city-honour/alpha", "edit/experience/lane"):
        page.goto(f"{address}{path}")
        page.evaluate(
            "document.querySelectorAll('details').forEach((fold) => { fold.open = true; })"
        )
        page.evaluate(axe)
        assert page.evaluate(RUN) == [], path
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth"), path

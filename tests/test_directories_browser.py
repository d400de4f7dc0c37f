"""The table of standards and the directory as a reader uses them, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

MONDAY, SUNDAY = "2026-04-20T00:30:00+08:00", "2026-04-19T23:30:00+08:00"
"""Of China; in Greenwich both are Sunday."""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.clock.set_fixed_time(MONDAY)
    yield page
    page.close()


def test_a_column_is_sorted_up_down_and_back_by_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}tasks/matrix/")
    rows = page.locator(".matrix tbody tr:not(.matrix__part)")
    parts = page.locator(".matrix__part")
    before, count = rows.all_inner_texts(), parts.count()
    sort = page.locator(".matrix-sort").first
    head = page.locator(".matrix [data-sort]").first

    def ranks() -> list[float]:
        cells = rows.locator("td:nth-of-type(1)[data-rank]").all()
        return [float(cell.get_attribute("data-rank") or "nan") for cell in cells]

    for direction, is_down in (("ascending", False), ("descending", True)):
        sort.press("Enter")
        expect(head).to_have_attribute("aria-sort", direction)
        assert ranks() == sorted(ranks(), reverse=is_down)
        assert sorted(rows.all_inner_texts()) == sorted(before)
        expect(parts).to_have_count(0)
    sort.press("Enter")
    assert rows.all_inner_texts() == before
    expect(parts).to_have_count(count)


def test_a_reader_narrows_the_directory_and_gets_the_list_back(page: Page, address: str) -> None:
    page.goto(f"{address}communities/services/")
    found, listed = page.locator(".directory-found"), page.locator(".directory-listed")
    expect(found).to_be_hidden()
    page.get_by_label("想找什么").fill("送餐")
    expect(found.locator("li")).to_have_count(1)
    expect(found).to_contain_text("送餐")
    expect(listed).to_be_hidden()
    page.get_by_label("想找什么").fill("修飞机")
    expect(page.locator(".filter [role=status]")).to_contain_text("没有找到")
    page.get_by_role("button", name="清除条件").press("Enter")
    expect(listed).to_be_visible()
    expect(found).to_be_hidden()


@pytest.mark.parametrize(("now", "count"), [(MONDAY, 1), (SUNDAY, 0)])
def test_open_today_shows_what_is_and_says_what_nobody_can_tell(
    page: Page, address: str, now: str, count: int
) -> None:
    page.clock.set_fixed_time(now)
    page.goto(f"{address}communities/facilities/")
    page.get_by_label("今天开门的").press("Space")
    expect(page.locator(".filter [role=status]")).to_contain_text("的时间要看文字说明，没有列入")
    expect(page.locator(".directory-found li")).to_have_count(count)

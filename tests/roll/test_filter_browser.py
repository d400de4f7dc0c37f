"""The filter of the roll as a reader uses it, in a real browser."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from roll.reader import DESK, HOSTILE, PHONE, TOTAL, Opened


def count(page: Page) -> str:
    """What is said of the list, as soon as something is."""
    status = page.locator(".filter [role=status]")
    expect(status).to_contain_text("项")
    return status.inner_text()


def names(page: Page) -> Locator:
    return page.locator(".roll-found tbody th > :first-child")


def expect_asked(page: Page, **conditions: str) -> None:
    """The address holds these conditions and no other."""
    wanted = {name: [value] for name, value in conditions.items()}
    page.wait_for_url(lambda url: parse_qs(urlsplit(url).query) == wanted)


# The filter


def test_nothing_is_fetched_before_the_form_is_touched(opened: Opened) -> None:
    page = opened("honours/")
    fetched = (
        "performance.getEntriesByType('resource').filter(e => /roll.json/.test(e.name)).length"
    )
    page.wait_for_timeout(300)
    assert page.evaluate(fetched) == 0
    page.locator("[name=level]").focus()
    expect(page.locator(".roll-found tbody tr")).to_have_count(50)
    page.locator("[name=state]").focus()
    assert page.evaluate(fetched) == 1
    expect(page.locator(".roll-listed")).to_be_hidden()
    assert sum(int(n) for n in re.findall(r"(\d+) 项", count(page))) == TOTAL


def test_filters_narrow_the_list_tell_the_number_and_stand_in_the_address(opened: Opened) -> None:
    page = opened("honours/")
    page.locator("[name=level]").select_option("province")
    expect(page.locator(".filter [role=status]")).to_contain_text("省级：找到")
    page.locator("[name=district]").select_option("west")
    page.locator("[name=state]").select_option("revoked")
    expect(page.locator(".filter [role=status]")).to_contain_text("省级，西镇，已摘牌：找到")
    expect_asked(page, level="province", district="west", state="revoked")
    rows = page.locator(".roll-found tbody tr")
    found = int(re.findall(r"找到 (\d+) 项，其中", count(page))[0])
    assert found > 0
    expect(rows).to_have_count(found)
    assert set(rows.locator("td[data-label=状态]").all_inner_texts()) == {"已摘牌"}
    assert set(rows.locator("th .quiet").all_inner_texts()) == {"西镇"}


def test_such_an_address_shows_the_same_again(opened: Opened) -> None:
    page = opened("honours/?level=province&year=2019&sort=-pinyin&state=nonsense")
    expect(page.locator(".filter [role=status]")).to_contain_text("省级，2019 年：找到")
    expect(page.locator("[name=year]")).to_have_value("2019")
    expect(page.locator("[name=state]")).to_have_value("")
    expect(page.locator("th[aria-sort]")).to_have_attribute("aria-sort", "descending")
    dates = page.locator(".roll-found td[data-label=命名日期]").all_inner_texts()
    assert dates
    assert all(date.startswith("2019-") for date in dates)


@pytest.mark.parametrize("typed", ["望湖", "wanghu", "WANG hu", "whs", "hushe", "ｗａｎｇｈｕ"])
def test_a_name_is_found_by_characters_pinyin_and_initials(opened: Opened, typed: str) -> None:
    page = opened("honours/")
    page.locator("[name=find]").fill(typed)
    expect(page.locator(".filter [role=status]")).to_contain_text("名称含")
    expect(names(page).filter(has_text="望湖社区").first).to_be_visible()
    expect(names(page).filter(has_text="望福社区")).to_have_count(0)


def test_what_is_not_there_is_said_in_words(opened: Opened) -> None:
    page = opened("honours/")
    page.locator("[name=find]").fill("没有这个名字")
    expect(page.locator(".filter [role=status]")).to_contain_text("没有找到")
    expect(names(page)).to_have_count(0)


def test_headings_sort_and_say_so(opened: Opened) -> None:
    page = opened("honours/?level=city")
    date = page.get_by_role("button", name="命名日期")
    date.click()
    expect(page.locator("th[aria-sort=descending]")).to_contain_text("命名日期")
    cells = page.locator(".roll-found td[data-label=命名日期]").all_inner_texts()
    known = [text for text in cells if text != "—"]
    assert known == sorted(known, reverse=True)
    date.click()
    expect(page.locator("th[aria-sort=ascending]")).to_contain_text("命名日期")
    expect_asked(page, level="city", sort="named")
    page.get_by_role("button", name="获得者").click()
    expect(page.locator("th[aria-sort=ascending]")).to_contain_text("获得者")
    expect(page.locator("th[aria-sort]")).to_have_count(1)


def test_fifty_at_a_time_by_keyboard_and_the_focus_goes_on(opened: Opened) -> None:
    page = opened("honours/?sort=pinyin")
    more = page.locator(".roll-more")
    expect(more).to_have_text(f"更多（还有 {TOTAL - 50} 项）")
    more.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".roll-found tbody tr")).to_have_count(100)
    page.wait_for_function("() => document.activeElement.closest('tr')?.sectionRowIndex === 50")


def test_the_filter_is_worked_by_keyboard_alone(opened: Opened) -> None:
    page = opened("honours/")
    page.locator(".year-list a").last.focus()
    page.keyboard.press("Tab")
    expect(page.locator("[name=find]")).to_be_focused()
    page.keyboard.type("wang")
    page.keyboard.press("Enter")
    expect(page.locator(".filter [role=status]")).to_contain_text("名称含“wang”")
    for _ in range(5):
        page.keyboard.press("Tab")
    expect(page.locator("[name=state]")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # clears the conditions
    expect(page.locator(".filter [role=status]")).not_to_contain_text("wang")
    whole = sum(int(n) for n in re.findall(r"(\d+) 项", count(page)))
    assert whole == TOTAL
    expect_asked(page)


def test_a_hostile_name_stays_text(opened: Opened) -> None:
    page = opened("honours/?find=onload")
    expect(page.locator(".roll-found tbody tr").first).to_be_visible()
    assert set(names(page).all_inner_texts()) == {HOSTILE}
    assert page.locator(".roll-found svg").count() == 0
    assert page.evaluate("window.__pwn") is None


def test_the_csv_holds_what_was_found_and_no_formula(opened: Opened, tmp_path: Path) -> None:
    page = opened("honours/?find=1%2B1")
    expect(page.locator(".filter [role=status]")).to_contain_text("找到 5 项")
    with page.expect_download() as download:
        page.get_by_role("button", name="下载筛选结果（CSV）").click()
    assert download.value.suggested_filename == "荣誉榜-2026-04-20.csv"
    download.value.save_as(tmp_path / "roll.csv")
    data = (tmp_path / "roll.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    lines = data.decode("utf-8-sig").split("\r\n")
    assert lines[0] == "获得者,镇街,级别,荣誉,批次,命名日期,状态,下次复查"
    assert len(lines) == 7
    assert all(line.startswith("'=1+1社区,西镇,") for line in lines[1:6])


def test_paper_shows_all_that_was_found_and_the_conditions(opened: Opened, tmp_path: Path) -> None:
    page = opened("honours/?level=city")
    found = int(re.findall(r"找到 (\d+) 项", count_when_known(page))[0])
    assert found > 50
    page.pdf(path=tmp_path / "roll.pdf")  # as paper: the browser says beforeprint
    expect(page.locator(".roll-found tbody tr")).to_have_count(found)
    page.emulate_media(media="print")
    for part in (".filter__fields", ".filter__more"):
        for shown in page.locator(part).all():
            expect(shown).to_be_hidden()
    expect(page.locator(".roll-listed")).to_be_hidden()
    expect(page.locator(".filter [role=status]")).to_be_visible()


def count_when_known(page: Page) -> str:
    expect(page.locator(".filter [role=status]")).to_contain_text("找到")
    return count(page)


def test_when_the_data_cannot_be_read_the_list_stays(opened: Opened) -> None:
    page = opened("honours/")
    page.route("**/roll.json", lambda route: route.abort())
    page.locator("[name=level]").select_option("city")
    expect(page.locator(".filter [role=status]")).to_contain_text("没有读到")
    expect(page.locator(".roll-listed")).to_be_visible()


@pytest.mark.parametrize("size", [PHONE, DESK])
@pytest.mark.parametrize("query", ["", "?level=city&sort=-named"])
def test_nothing_moves_by_itself(opened: Opened, size: tuple[int, int], query: str) -> None:
    page = opened(f"honours/{query}", size)
    page.wait_for_load_state("networkidle")
    page.locator(".filter").scroll_into_view_if_needed()
    if size == PHONE and not query:
        page.locator(".filter__more > summary").click()
    page.locator("[name=district]").select_option("east")
    expect(page.locator(".roll-found tbody tr").first).to_be_visible()
    page.wait_for_timeout(300)
    assert page.evaluate("window.__shift") == 0


@pytest.mark.parametrize(
    ("query", "is_open"),
    [
        ("", False),
        ("?find=甲", False),
        ("?sort=-named", False),
        ("?level=x", False),
        ("?level=city", True),
        ("?find=甲&state=revoked", True),
    ],
)
def test_on_a_phone_further_conditions_are_open_when_one_of_them_is_set(
    opened: Opened, query: str, is_open: bool
) -> None:
    page = opened(f"honours/{query}", PHONE)
    expect(page.locator("[name=find]")).to_be_visible()
    page.wait_for_load_state("networkidle")
    expect(page.locator("[name=level]")).to_be_visible(visible=is_open)


def test_a_phone_shows_rows_of_two_lines_and_the_sorts(opened: Opened) -> None:
    page = opened("honours/?level=city", PHONE)
    row = page.locator(".roll-found tbody tr").first
    expect(row).to_be_visible()
    assert row.evaluate("node => getComputedStyle(node).display") == "flex"
    assert row.evaluate("node => node.getBoundingClientRect().height") < 100
    assert row.locator("td[data-none]:visible").count() == 0
    expect(page.get_by_role("button", name="命名日期")).to_be_visible()
    assert page.evaluate("document.scrollingElement.scrollWidth - innerWidth") <= 0

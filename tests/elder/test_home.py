"""The simple home page: few entries, large, with a way back, and without script."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from campaign.blocks import elder
from campaign.build.content import Content
from campaign.build.framing import frame
from campaign.render.edition import Edition
from elder.reading import expect_mode, panel
from projects import BASE, REVIEW, STANDING, load, project, write
from sites import ROOT
from test_starter import start

COLUMN = "{{id: {id}, title: {id}, description: 说明, type: 概况信息, path: {id}/index.md}}"


def size(page: Page, selector: str = "#main ~ * p") -> float:
    script = "e => parseFloat(getComputedStyle(e).fontSize)"
    return float(page.locator(selector).first.evaluate(script))


# The simple home page


def test_the_simple_home_page_is_in_large_print_and_leads_back(page: Page, address: str) -> None:
    page.goto(address + "communities/alpha/")
    panel(page).get_by_role("link", name="适老版首页").click()
    expect(page).to_have_url(address + "elder/")
    expect(page.locator("h1")).to_contain_text("适老版")
    expect_mode(page, True, "high")
    page.get_by_role("link", name="回到普通版").click()
    expect_mode(page, False, "normal")


def test_the_home_page_in_large_print_leads_there_plainly(page: Page, address: str) -> None:
    page.goto(address)
    door = page.get_by_role("link", name="打开适老版首页")
    expect(door).to_be_hidden()
    page.goto(address + "?elder=1")
    expect(door).to_be_in_viewport()
    door.click()
    expect(page).to_have_url(address + "elder/")


def test_without_scripts_the_simple_home_page_is_large_and_no_button_is_idle(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(address)
    expect(page.locator(".reading-bar button:visible")).to_have_count(0)
    page.locator(".reading-bar").get_by_role("link", name="适老版").click()
    for selector in (".elder__entry b", ".elder__words", ".elder__back"):
        assert size(page, selector) >= 24, selector  # 18 pt
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    context.close()


def test_it_has_four_to_eight_entries_in_one_column(page: Page, address: str) -> None:
    page.goto(address + "elder/")
    entries = page.locator(".elder__entry")
    assert 4 <= entries.count() <= 8
    boxes = [box for entry in entries.all() if (box := entry.bounding_box())]
    assert len(boxes) == entries.count()
    assert {round(box["x"]) for box in boxes} == {round(boxes[0]["x"])}
    assert all(above["y"] + above["height"] <= below["y"] for above, below in pairwise(boxes))


def test_only_columns_with_something_in_them_have_an_entry(tmp_path: Path) -> None:
    columns = ", ".join(COLUMN.format(id=name) for name in ("news", "communities", "own"))
    site, _ = load(tmp_path, {"showcases/site.yml": _settings(columns)})
    entries = elder.view(Edition(site, {}))["entries"]
    assert [entry["title"] for entry in entries] == ["找我的社区", "own", "搜索"]
    assert [entry["url"] for entry in entries] == ["communities/", "own/", "search/"]


def test_many_columns_leave_eight_entries_with_the_most_wanted_first(tmp_path: Path) -> None:
    names = ("one", "two", "three", "four", "five", "six", "communities")
    columns = ", ".join(COLUMN.format(id=name) for name in names)
    site, _ = load(
        tmp_path,
        {
            "showcases/site.yml": _settings(columns),
            "docs/communities/by-pinyin.md": "---\ntitle: 按拼音\n---\n\n# 按拼音\n",
        },
    )
    entries = elder.view(Edition(site, {}))["entries"]
    assert len(entries) + 1 == 8  # the last is the contact
    assert entries[0]["url"] == "communities/by-pinyin/"


@pytest.mark.parametrize(
    ("contact", "phone", "call"),
    [
        ("0000-6200000，a@example.org", "0000-6200000", "tel:00006200000"),
        ("a@example.org", "", ""),
        ("（待填写：单位座机）", "", ""),
    ],
)
def test_a_landline_can_be_called_from_it(
    tmp_path: Path, contact: str, phone: str, call: str
) -> None:
    profile = "base_url: https://example.org/\ncompliance: demo\nsponsor: 示例办\n"
    site, _ = load(tmp_path, {"showcases/deploy/demo.yml": f"{profile}contact: {contact}\n"})
    view = elder.view(Edition(site, {}))
    assert (view["phone"], view["call"], view["contact"]) == (phone, call, contact)


def test_a_site_without_the_page_has_no_link_to_it(tmp_path: Path) -> None:
    with_page = {"docs/elder/index.md": "---\ntitle: 适老版\n---\n\n# 适老版\n\n[[elder]]\n"}
    assert frame(load(tmp_path, {})[0]).extra["elder"] == ""
    assert frame(load(tmp_path, with_page)[0]).extra["elder"] == "elder/"


FIRST_WORDS = {
    "showcases/districts.yml": BASE["showcases/districts.yml"],
    "showcases/communities/alpha.yml": BASE["showcases/communities/alpha.yml"],
    "showcases/honours/city-civilised-community/alpha.yml": (
        "subject: {type: community, ref: alpha}\nevents:\n  - {on: 2026-01-06, type: named}\n"
    ),
    "docs/news/2026-03-05-begun.md": (
        f"---\ntitle: 创建启动\npublished: 2026-03-05 09:00\nsource: 办\n{REVIEW}---\n\n正文。\n"
    ),
}
"""What a city that has just started writes first."""


def test_a_started_site_keeps_it_with_at_least_four_entries(tmp_path: Path) -> None:
    text = (ROOT / "docs/elder/index.md").read_text(encoding="utf-8")
    linked = ("docs/tasks/indicators.md", "docs/guide/index.md")  # by its page about the site
    pages = dict.fromkeys(linked, "---\ntitle: 一页\n---\n\n# 一页\n")
    root = project(tmp_path, {"docs/elder/index.md": text, **pages, **STANDING})
    start(root)
    write(root, {**FIRST_WORDS, "showcases/communities/first-community.yml": None})
    content = Content.open(root)
    assert content.errors == []
    assert content.site is not None
    assert frame(content.site).extra["elder"] == "elder/"
    assert 4 <= len(elder.view(Edition(content.site, {}))["entries"]) + 1 <= 8
    assert "和澜" not in text


def _settings(columns: str) -> str:
    return (
        "name: 示例网\nshort_name: 示例\ncity: 示例市\nmotto: 口号\ndescription: 网站\n"
        "campaign: {title: 称号, summary: 说明, start: 2025-03-05}\n"
        f"columns: [{columns}]\n"
    )

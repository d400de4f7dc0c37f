from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from campaign.derive.columns import FOLDERS, hidden, items, latest
from campaign.kinds.community import Community
from campaign.kinds.contest import Contest
from campaign.kinds.experience import Experience
from campaign.kinds.gallery import Gallery
from campaign.kinds.news import News
from campaign.model.settings import Column
from campaign.reading.records import KINDS
from campaign.site import Site
from campaign.urls import FOLDERS as PAGES
from projects import load

ENTRY = "title: 标题\npublished: {day} 09:00\nsource: 示例办\n"
POLICY = (
    "doc_no: 示文〔2026〕1号\nissuer: office\nmade: 2026-03-01\nissued: 2026-03-02\n"
    "status_in_force: 现行有效\n"
)
EXPERIENCE = """\
title: 经验
summary: 一句话
communities: [alpha]
tasks: [roads]
theme: service
period: {from: 2024}
challenge: 难题
practice: [{heading: 一, text: 做}, {heading: 二, text: 做}, {heading: 三, text: 做}]
results: [{text: 好了, source: 台账}]
transfer: [甲, 乙]
author_unit: 甲社区
updated: 2026-02-03
"""
CONTEST = """\
title: 大赛
period: {from: 2026-01-05, to: 2026-03-20}
rules: 规则
categories: [{id: one, name: 一}]
"""


def article(day: str, more: str = "") -> str:
    return f"---\n{ENTRY.format(day=day)}{more}---\n\n正文。\n"


def column(path: str, min_items: int = 1) -> Column:
    words = {"id": "one", "title": "栏目", "description": "说明", "type": "类别", "path": path}
    return Column.model_validate({**words, "min_items": str(min_items)})


@pytest.fixture
def site(tmp_path: Path) -> Site:
    found, _ = load(
        tmp_path,
        {
            "docs/news/one.md": article("2026-04-01"),
            "docs/news/two.md": article("2026-04-10"),
            "docs/news/draft.md": article("2026-04-12", "status: draft\n"),
            "docs/news/planned.md": article("2026-04-21"),
            "docs/policies/rules.md": article("2026-03-05", POLICY),
            "docs/interpretations/why.md": article("2026-03-09", "interprets: rules\n"),
            "showcases/galleries/day/gallery.yml": "title: 节日\ndate: 2025-10-18\n",
            "showcases/contests/lens.yml": CONTEST,
            "showcases/experiences/one.yml": EXPERIENCE,
        },
    )
    return found


def test_a_column_holds_what_readers_find_in_it_today(site: Site) -> None:
    assert [item.id for item in items(site, column("news/index.md"))] == ["one", "two"]


def test_the_column_of_policies_holds_their_interpretations_too(site: Site) -> None:
    found = items(site, column("policies/index.md"))
    assert [item.id for item in found] == ["rules", "why"]


def test_a_page_of_its_own_is_content_of_its_column(site: Site) -> None:
    assert list(items(site, column("about/index.md"))) == [site.settings]


def test_the_latest_day_is_that_of_the_newest_item_that_is_out(site: Site) -> None:
    assert latest(site, column("news/index.md")) == date(2026, 4, 10)
    assert latest(site, column("galleries/index.md")) == date(2025, 10, 18)


def test_what_is_announced_is_not_yet_the_latest(site: Site) -> None:
    assert latest(site, column("contests/index.md")) == date(2026, 1, 5)
    earlier = replace(site, today=date(2026, 1, 4))
    assert latest(earlier, column("contests/index.md")) is None


def test_without_items_or_days_there_is_no_latest(site: Site) -> None:
    assert latest(site, column("speeches/index.md")) is None
    assert latest(site, column("communities/index.md")) is None


def test_a_record_has_the_day_that_its_kind_shows(site: Site) -> None:
    assert site.of(Community)["alpha"].day is None
    assert site.of(News)["one"].day == date(2026, 4, 1)
    assert site.of(Gallery)["day"].day == date(2025, 10, 18)
    assert site.of(Experience)["one"].day == date(2026, 2, 3)
    assert site.of(Contest)["lens"].day == date(2026, 1, 5)


@pytest.mark.parametrize(("min_items", "is_hidden"), [(0, False), (2, False), (3, True)])
def test_a_column_with_too_little_is_hidden(
    tmp_path: Path, min_items: int, is_hidden: bool
) -> None:
    row = (
        "columns:\n  - {id: news, title: 动态, description: 说明, type: 动态, "
        f"path: news/index.md, min_items: {min_items}}}\n"
    )
    settings = load(tmp_path / "base")[0].root / "showcases/site.yml"
    files = {
        "showcases/site.yml": settings.read_text(encoding="utf-8") + row,
        "docs/news/one.md": article("2026-04-01"),
        "docs/news/two.md": article("2026-04-10"),
    }
    found, _ = load(tmp_path / "site", files)
    assert hidden(found) == ({"news/index.md"} if is_hidden else set())


def test_every_kind_with_pages_fills_a_column() -> None:
    filling = {kind for kinds in FOLDERS.values() for kind in kinds}
    paged = {kind.model.kind for kind in KINDS} & set(PAGES)
    assert paged - {"honour-kind"} <= filling

"""How fresh columns are, and the page that tells an office so."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from campaign.derive.freshness import LIMITS, SIX_MONTHS, TWO_WEEKS, freshness, home
from campaign.problems import problem
from campaign.site import Site
from campaign.verbs import report as inspection
from campaign.verify.sizes import Row
from projects import BASE, load
from sites import build_site

ALPHA = "showcases/communities/alpha.yml"
ENTRY = "---\ntitle: 消息\npublished: {day} 09:00\nsource: 示例办\n---\n\n正文。\n"
COLUMN = (
    "  - {{id: {id}, title: {id}, description: 说明, type: {type}, path: {id}/index.md{more}}}\n"
)


def site_with(root: Path, *columns: str, news: str = "2026-04-01", **more: str) -> Site:
    base = load(root / "base")[0].root / "showcases/site.yml"
    files = {
        "showcases/site.yml": base.read_text(encoding="utf-8") + "columns:\n" + "".join(columns),
        "docs/news/one.md": ENTRY.format(day=news),
    }
    return load(root / "site", files | more)[0]


def column(id: str = "news", type: str = "工作动态", more: str = "") -> str:
    return COLUMN.format(id=id, type=type, more=more)


@pytest.mark.parametrize(
    ("day", "is_stale"), [("2026-04-20", False), ("2026-04-06", False), ("2026-04-05", True)]
)
def test_news_may_be_two_weeks_old(tmp_path: Path, day: str, is_stale: bool) -> None:
    site = site_with(tmp_path, column(), news=day)
    found = freshness(site, site.settings.columns[0])
    assert (found.limit, found.newest) == (TWO_WEEKS, date.fromisoformat(day))
    assert found.is_stale is is_stale
    assert home(site).is_stale is is_stale


def test_a_columns_own_limit_takes_the_place_of_its_types(tmp_path: Path) -> None:
    site = site_with(tmp_path, column(more=", stale_days: 30"), news="2026-03-25")
    assert not freshness(site, site.settings.columns[0]).is_stale
    assert home(site).is_stale  # the home page has no other limit


def test_notices_and_policies_have_six_months() -> None:
    assert {LIMITS[name] for name in ("通知公告", "政策文件", "政策解读")} == {SIX_MONTHS}


def test_a_column_without_days_is_undated_where_days_are_asked_for(tmp_path: Path) -> None:
    columns = column("communities"), column("about", "概况信息")
    site = site_with(tmp_path, *columns)
    dated, free = (freshness(site, item) for item in site.settings.columns)
    assert (dated.is_undated, dated.is_stale) == (True, False)
    assert (free.is_undated, free.limit) == (False, None)


# The report


def told(html: str) -> str:
    return re.sub(r"<[^>]+>", " ", html)


def test_the_report_names_what_fails_an_inspection(tmp_path: Path) -> None:
    site = site_with(tmp_path, column(), column("policies", "政策文件"), news="2026-01-01")
    html = inspection.page(site, [problem("docs/a.md", 3, "V23", value="XX")], [Row("网页", 2, 10)])
    text = told(html)
    assert re.search(r"首页更新\s+14 天内有更新\s+109 天前（2026-01-01）\s+不合格", text)
    assert re.search(r"栏目不更新\s+少于 5 个\s+1 个\s+合格", text)
    assert re.search(r"空白栏目\s+少于 5 个\s+1 个\s+合格", text)
    assert re.search(r"内容错误\s+没有\s+1 处\s+不合格", text)
    assert re.search(r"news\s+工作动态\s+1\s+109 天前（2026-01-01）\s+14 天\s+—\s+超期", text)
    assert re.search(r"policies\s+政策文件\s+0\s+没有日期\s+183 天\s+—\s+内容不足，已隐藏", text)
    assert "V23，1 处：发布的内容里有占位文字：XX" in text
    assert "docs/a.md:3" in text


def test_five_stale_columns_fail_a_site(tmp_path: Path) -> None:
    columns = [
        column(more=f", stale_days: {days}").replace("id: news", f"id: n{days}")
        for days in range(1, 6)
    ]
    text = told(inspection.page(site_with(tmp_path, *columns), [], []))
    assert re.search(r"栏目不更新\s+少于 5 个\s+5 个\s+不合格", text)


def test_the_report_counts_reviews(tmp_path: Path) -> None:
    text = told(inspection.page(site_with(tmp_path, column()), [], []))
    assert re.search(r"社区\s+1\s+0\s+100%", text)
    assert re.search(r"动态\s+1\s+1\s+0%", text)
    assert "docs/news/one.md" in text


def test_the_report_lists_reviews_that_are_due_and_gaps(tmp_path: Path) -> None:
    files = {
        "showcases/honour-kinds/city.yml": (
            "name: 市级\nlevel: city\nissuer: 示例办\nsubjects: [community]\nvalid_years: 3\n"
        ),
        "showcases/honours/city/alpha.yml": (
            "subject: {type: community, ref: alpha}\nevents:\n  - {on: 2023-05-01, type: named}\n"
        ),
        "showcases/indicators/school.yml": (
            "name: 市民学校\nunit: 所\nscope: community\nkind: computed\n"
            "formula: {name: facility_count, kinds: [citizen_school]}\n"
            "target: {op: '>=', value: 1}\n"
        ),
        ALPHA: f"{BASE[ALPHA]}facilities: []\n",
    }
    text = told(inspection.page(site_with(tmp_path, column(), **files), [], []))
    assert re.search(r"甲社区\s+市级\s+2026-05-01\s+90 天内到期", text)
    assert re.search(r"市民学校\s+甲社区\s+0 所\s+不低于 1所", text)


def test_the_report_asks_no_other_host_and_runs_nothing(tmp_path: Path) -> None:
    html = inspection.page(site_with(tmp_path, column()), [], [])
    assert not re.search(r"<script|<link|\ssrc=|url\(|@import|\son\w+=", html)
    assert html.rstrip().endswith("</html>")


def test_the_verb_writes_one_file(project: Path) -> None:
    done = build_site(project, "report")
    assert done.returncode == 0, done.stderr
    html = (project / "report.html").read_text(encoding="utf-8")
    assert "示例市文明社区创建成果展示网" in html
    assert "网站还没有构建" in html

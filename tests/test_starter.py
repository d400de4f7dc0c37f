from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from campaign.build.content import Content
from campaign.build.pages import pages
from campaign.checks import check
from campaign.kinds.community import Community
from campaign.kinds.honour_kind import HonourKind
from campaign.kinds.indicator import Indicator
from campaign.problems import errors
from campaign.reading import records
from campaign.render.edition import Edition
from campaign.verbs import start as starter
from projects import BASE, INTRO, REVIEW, project, write

ASKED = {"V23b", "V28d", "V28e"}
"""What holds a started site back until its office has spoken: places to fill in, a mail address
for corrections, and the standing pages, which the sample of these tests does not have."""
POLICY = """\
---
title: 办法
published: 2026-03-05 09:00
source: 示例办
doc_no: 示文〔2026〕1号
issuer: office
made: 2026-03-01
issued: 2026-03-02
status_in_force: 现行有效
---

正文。
"""
NEWS = "---\ntitle: 消息\npublished: 2026-03-05 09:00\nsource: 示例办\n---\n\n正文。\n"
COMPUTED = "name: {id}\nunit: 所\nscope: community\nkind: computed\nformula: {{name: {formula}}}\n"
MEASURED = (
    'name: 率\nunit: "%"\nscope: city\nkind: {kind}\n'
    "values:\n  - {{period: 2026-03, value: 80, source: 台账}}\n"
)
KIND = (
    "name: 市级\nlevel: city\nissuer: 示例办\nsubjects: [community]\n{policy}"
    "publicity_days: 0\ncounts_for: [school]\n"
)
SAMPLE = {
    "showcases/vocab/community-types.yml": (
        "title: 类型\nitems:\n  - {id: old, label: 老旧小区型}\n  - {id: mixed, label: 混合型}\n"
    ),
    "showcases/vocab/facility-kinds.yml": (
        "title: 设施\nitems:\n  - {id: service_station, label: 服务站}\n"
        "  - {id: citizen_school, label: 市民学校}\n"
    ),
    "showcases/vocab/audiences.yml": "title: 对象\nitems:\n  - {id: all, label: 全体居民}\n",
    "showcases/vocab/themes.yml": "title: 主题\nitems:\n  - {id: service, label: 服务}\n",
    "showcases/vocab/licences.yml": "title: 授权\nitems:\n  - {id: own, label: 自有}\n",
    "showcases/indicators/school.yml": COMPUTED.format(id="school", formula="facility_count"),
    "showcases/indicators/service-station.yml": COMPUTED.format(
        id="station", formula="facility_area"
    ),
    "showcases/indicators/welfare-share.yml": COMPUTED.format(id="share", formula="service_share"),
    "showcases/indicators/roads.yml": MEASURED.format(kind="measured"),
    "showcases/indicators/trust.yml": MEASURED.format(kind="survey"),
    "showcases/honour-kinds/city.yml": KIND.format(policy="policy: 2026-03-05-rules\n"),
    "showcases/honour-kinds/street.yml": KIND.format(policy=""),
    "showcases/honours/city/alpha.yml": (
        "subject: {type: community, ref: alpha}\nevents:\n  - {on: 2025-01-01, type: named}\n"
    ),
    "showcases/galleries/day/gallery.yml": "title: 节日\ndate: 2025-10-18\n",
    "showcases/contests/lens.yml": (
        "title: 大赛\nperiod: {from: 2026-01-05, to: 2026-03-20}\nrules: 规则\n"
        "categories: [{id: one, name: 一}]\n"
    ),
    "showcases/experiences/one.yml": (
        "title: 经验\nsummary: 一句话\ncommunities: [alpha]\ntasks: [roads]\ntheme: service\n"
        "period: {from: 2024-03}\nchallenge: 难题\n"
        "practice: [{heading: 一, text: 做}, {heading: 二, text: 做}, {heading: 三, text: 做}]\n"
        "results: [{text: 好, source: 台账}]\ntransfer: [甲, 乙]\nauthor_unit: 甲\n"
    ),
    "showcases/tasks.yml": (
        "tasks:\n"
        "  - {id: roads, order: 1, title: 道路, summary: 修, lead: office, due: 2026-06-30}\n"
    ),
    "docs/policies/2026-03-05-rules.md": POLICY,
    "docs/news/2026-03-05-one.md": NEWS,
    "docs/news/index.md": "---\ntitle: 动态\n---\n\n[[news limit=6]]\n",
    "docs/policies/by-year.md": "---\ntitle: 按年份\n---\n\n[[policies by=year]]\n",
    "docs/tasks/indicators.md": "---\ntitle: 标准\n---\n\n[[indicators]]\n",
    "docs/guide/index.md": "---\ntitle: 指南\n---\n\n怎样写。\n",
    "tests/content/drawings/one.py": "",
    "tests/content/test_sample.py": "",
    "tests/content/test_content.py": "",
}
URL = "https://city.example.org/showcase"
CITY = "演示市"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    project(tmp_path, SAMPLE)
    site, problems = records.load(tmp_path)
    assert site is not None
    assert errors(problems + check(site)) == []
    return tmp_path


def git(root: Path, *arguments: str) -> None:
    who = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
    subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)


@pytest.fixture
def committed(root: Path) -> Path:
    git(root, "init", "--quiet")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "sample")
    return root


# When it may begin


def test_nothing_stands_in_the_way_of_a_sample_that_is_committed(committed: Path) -> None:
    assert starter.obstacle(committed) == ""


def test_outside_a_repository_nothing_stands_in_the_way(root: Path) -> None:
    assert starter.obstacle(root) == ""


@pytest.mark.parametrize("path", ["docs/news/2026-03-05-one.md", "showcases/orgs.yml"])
def test_a_change_that_is_not_committed_stands_in_the_way(committed: Path, path: str) -> None:
    with (committed / path).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert "提交" in starter.obstacle(committed)


def test_a_new_file_that_is_not_committed_stands_in_the_way(committed: Path) -> None:
    write(committed, {"docs/news/2026-03-06-two.md": NEWS})
    assert "提交" in starter.obstacle(committed)


def test_a_change_elsewhere_does_not_stand_in_the_way(committed: Path) -> None:
    write(committed, {"notes.txt": "x"})
    assert starter.obstacle(committed) == ""


def test_a_sample_that_is_gone_is_not_emptied_again(committed: Path) -> None:
    starter.start(committed, CITY, URL)
    git(committed, "add", "--all")
    git(committed, "commit", "--quiet", "--message", "start")
    assert "清空过" in starter.obstacle(committed)


# What it leaves


def test_a_started_site_is_without_errors(root: Path) -> None:
    starter.start(root, CITY, URL)
    site, problems = records.load(root)
    assert site is not None
    found = errors(problems + check(site))
    assert [f"{p.path}:{p.line} {p.message()}" for p in found] == []


def test_a_started_site_carries_the_citys_name_and_address(root: Path) -> None:
    starter.start(root, CITY, URL)
    site, _ = records.load(root)
    assert site is not None
    assert site.settings.city == CITY
    assert site.settings.name.startswith(CITY)
    assert site.profile.id == "public"
    assert site.profile.base_url == f"{URL}/"
    for path in (*(root / "showcases").rglob("*.yml"), *(root / "docs").rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        assert "示例市" not in text, path
        assert "{{" not in text, path
        assert text.endswith("\n"), path


def test_an_address_with_its_slash_keeps_one(root: Path) -> None:
    starter.start(root, CITY, f"{URL}/")
    site, _ = records.load(root)
    assert site is not None
    assert site.profile.base_url == f"{URL}/"


def test_the_samples_records_and_articles_are_gone(root: Path) -> None:
    starter.start(root, CITY, URL)
    site, _ = records.load(root)
    assert site is not None
    assert list(site.of(Community)) == ["first-community"]
    for kind in ("honour", "experience", "gallery", "contest", "speech", "policy", "news"):
        assert not site.kind(kind), kind
    assert not (root / "tests/content/drawings").exists()
    assert not (root / "tests/content/test_sample.py").exists()


def test_what_is_not_the_samples_stays(root: Path) -> None:
    starter.start(root, CITY, URL)
    kept = ["docs/news/index.md", "docs/policies/by-year.md", "docs/guide/index.md"]
    kept += ["docs/tasks/indicators.md", "tests/content/test_content.py"]
    for path in kept:
        assert (root / path).read_text(encoding="utf-8") == SAMPLE[path]


def test_lists_kinds_and_indicators_are_those_that_a_city_begins_with(root: Path) -> None:
    starter.start(root, CITY, URL)
    for folder in ("vocab", "honour-kinds", "indicators"):
        begun = {path.name for path in (starter.STARTER / "showcases" / folder).iterdir()}
        assert {path.name for path in (root / "showcases" / folder).iterdir()} == begun
    site, _ = records.load(root)
    assert site is not None
    assert not [kind.id for kind in site.of(HonourKind).values() if kind.policy]
    assert all(item.formula and not item.values for item in site.of(Indicator).values())
    assert site.labels("community-types").get("mixed") == "混合型"


@pytest.mark.parametrize("city", ["演示（新）市", '演示"新"市', "演示-2市"])
def test_a_citys_name_is_taken_as_it_was_typed(root: Path, city: str) -> None:
    starter.start(root, city, URL)
    site, problems = records.load(root)
    assert errors(problems) == []
    assert site is not None
    assert site.settings.city == city


def test_a_started_site_shows_its_first_community(root: Path) -> None:
    starter.start(root, CITY, URL)
    content = Content.open(root)
    assert {problem.code for problem in content.errors} == ASKED
    assert content.site is not None
    found = pages(Edition(content.site, {}))
    assert [address for address in found if address.startswith("communities/")] == [
        "communities/first-community/"
    ]


def test_what_a_fork_has_deleted_already_is_no_hindrance(root: Path) -> None:
    (root / "tests/content/test_sample.py").unlink()
    for folder in ("tests/content/drawings", "showcases/indicators", "docs/news"):
        shutil.rmtree(root / folder)
    starter.start(root, CITY, URL)
    assert {problem.code for problem in Content.open(root).errors} == ASKED


def test_a_site_that_never_had_the_sample_is_left_alone(tmp_path: Path) -> None:
    own = {path: text for path, text in BASE.items() if not path.startswith("showcases/deploy/")}
    community = f"name: 乙\ndistrict: east\ntype: old\nest: 2001\nintro: {INTRO}\n{REVIEW}"
    write(tmp_path, {**own, "showcases/communities/beta.yml": community})
    assert starter.obstacle(tmp_path) != ""

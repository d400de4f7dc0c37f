from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from campaign.build.content import Content
from campaign.build.kind_pages import pages
from campaign.checks import check
from campaign.kinds.honour_kind import HonourKind
from campaign.kinds.indicator import Indicator
from campaign.problems import errors
from campaign.reading import records, sample
from campaign.render.edition import Edition
from campaign.verbs import answers
from campaign.verbs import start as starter
from campaign.verbs.sample import STARTER, written
from campaign.verbs.start import Started
from projects import BASE, INTRO, POLICY, REVIEW, STANDING, project, write
from sites import ROOT

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
    **STANDING,
    "tests/content/drawings/one.py": "",
    "tests/content/test_sample.py": "",
    "tests/content/test_content.py": "",
}
ANSWERS = {
    "city": "演示市",
    "url": "https://city.example.org/showcase/",
    "sponsor": "演示市文明办",
    "contact": "0000-6200000，desk@city.example.org",
    "since": "2025-11-01",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    project(tmp_path, SAMPLE)
    site, problems = records.load(tmp_path)
    assert site is not None
    assert errors(problems + check(site)) == []
    return tmp_path


def start(root: Path, **answers: str) -> Started:
    """Start from the sample below `root` as it is now."""
    known = sample.listed(written(root))
    return starter.start(root, {**ANSWERS, **answers}, known)


# What it leaves


def test_a_started_site_is_without_errors(root: Path) -> None:
    start(root)
    site, problems = records.load(root)
    assert site is not None
    found = errors(problems + check(site))
    assert [f"{p.path}:{p.line} {p.message()}" for p in found] == []


def test_a_started_site_carries_the_answers(root: Path) -> None:
    start(root)
    site, _ = records.load(root)
    assert site is not None
    assert site.settings.city == ANSWERS["city"]
    assert site.settings.name.startswith(ANSWERS["city"])
    assert str(site.settings.campaign.start) == ANSWERS["since"]
    assert site.profile.id == "public"
    assert site.profile.base_url == ANSWERS["url"]
    assert (site.profile.sponsor, site.profile.contact) == (ANSWERS["sponsor"], ANSWERS["contact"])
    for path in (*(root / "showcases").rglob("*.yml"), *(root / "docs").rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        assert "示例市" not in text, path
        assert "{{" not in text, path
        assert text.endswith("\n"), path


def test_a_started_site_publishes_nothing_that_is_made_up(root: Path) -> None:
    """No first community, no town and no task that nobody has named."""
    start(root)
    content = Content.open(root)
    assert content.errors == []
    assert content.site is not None
    for kind in ("community", "district", "task", "honour", "experience", "news"):
        assert not content.site.kind(kind), kind
    found = pages(Edition(content.site, {}))
    assert not [address for address in found if address.startswith("communities/first")]


@pytest.mark.parametrize(
    ("key", "path", "code"),
    [
        ("contact", "showcases/deploy/public.yml", "V23b"),
        ("url", "showcases/deploy/public.yml", "V23b"),
        ("since", "showcases/site.yml", "V23c"),
    ],
)
def test_what_nobody_knew_keeps_the_site_from_being_published(
    root: Path, key: str, path: str, code: str
) -> None:
    start(root, **{key: answers.QUESTIONS[key].takes("")})
    found = [p for p in Content.open(root).errors if p.code == code]
    assert [p.path for p in found] == [path]
    assert "填" in found[0].message() or "没改" in found[0].message()


def test_a_started_site_needs_a_way_to_report_errors(root: Path) -> None:
    start(root, contact="0000-6200000")
    assert [p.code for p in Content.open(root).errors] == ["V28d"]


def test_a_contact_that_nobody_knows_is_one_problem(root: Path) -> None:
    start(root, contact=answers.contact(""))
    assert [p.code for p in Content.open(root).errors] == ["V23b"]


@pytest.mark.parametrize(
    "path", ["communities/first-community.yml", "districts.yml", "tasks.yml"], ids=str
)
def test_a_draft_that_is_published_as_it_is_stops_the_build(root: Path, path: str) -> None:
    start(root)
    file = root / "showcases" / path
    file.write_text(file.read_text("utf-8").replace("status: draft", "status: published"), "utf-8")
    found = {p.code for p in Content.open(root).errors if p.path == f"showcases/{path}"}
    assert found & {"V23", "V23c"}


def test_the_samples_records_and_articles_are_gone(root: Path) -> None:
    start(root)
    assert [path.name for path in (root / "showcases/communities").iterdir()] == [
        "first-community.yml"
    ]
    for path in ("showcases/galleries", "showcases/honours", "tests/content/drawings"):
        assert not (root / path).exists(), path
    assert not (root / "tests/content/test_sample.py").exists()
    assert not list((root / "docs").rglob("2026-*.md"))


def test_what_is_not_the_samples_stays(root: Path) -> None:
    start(root)
    kept = ["docs/news/index.md", "docs/policies/by-year.md", "docs/guide/index.md"]
    kept += ["docs/tasks/indicators.md", "tests/content/test_content.py"]
    for path in kept:
        assert (root / path).read_text(encoding="utf-8") == SAMPLE[path]


def test_lists_kinds_and_indicators_are_those_that_a_city_begins_with(root: Path) -> None:
    start(root)
    for folder in ("vocab", "honour-kinds", "indicators"):
        begun = {path.name for path in (STARTER / "showcases" / folder).iterdir()}
        assert {path.name for path in (root / "showcases" / folder).iterdir()} == begun
    site, _ = records.load(root)
    assert site is not None
    assert not [kind.id for kind in site.of(HonourKind).values() if kind.policy]
    assert all(item.formula and not item.values for item in site.of(Indicator).values())
    assert site.labels("community-types").get("mixed") == "混合型"


def test_what_a_fork_has_deleted_already_is_no_hindrance(root: Path) -> None:
    (root / "tests/content/test_sample.py").unlink()
    for folder in ("tests/content/drawings", "showcases/indicators", "docs/news"):
        shutil.rmtree(root / folder)
    start(root)
    assert Content.open(root).errors == []


# Whether it may begin


def test_a_sample_that_is_gone_is_not_emptied_again(root: Path) -> None:
    assert starter.obstacle(root) == ""
    start(root)
    assert "清空过" in starter.obstacle(root)


def test_a_site_that_never_had_the_sample_is_left_alone(tmp_path: Path) -> None:
    own = {path: text for path, text in BASE.items() if not path.startswith("showcases/deploy/")}
    community = f"name: 乙\ndistrict: east\ntype: old\nest: 2001\nintro: {INTRO}\n{REVIEW}"
    write(tmp_path, {**own, "showcases/communities/beta.yml": community})
    assert starter.obstacle(tmp_path) != ""


# The sample's own list


@pytest.mark.skipif(not (ROOT / sample.LAST).exists(), reason="the sample is gone")
def test_the_list_of_the_sample_is_fresh() -> None:
    command = "PYTHONPATH=hooks python3 -m campaign.verbs.sample"
    assert sample.LIST.read_text(encoding="utf-8") == written(ROOT), f"run: {command}"

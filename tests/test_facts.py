from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from campaign.derive.facts import Facts, grouped, newest
from campaign.kinds.community import Community
from campaign.kinds.news import News
from campaign.site import Site
from projects import INTRO, load
from values import community, honour, honour_kind, indicator
from values import site as site_of

ENTRY = "---\ntitle: 标题\npublished: {at}\nsource: 示例办\n{more}---\n\n正文。\n"
POLICY = (
    "doc_no: 示文〔2026〕1号\nissuer: office\nmade: 2026-03-01\nissued: 2026-03-02\n"
    "status_in_force: 现行有效\n"
)
SPEECH = "speaker_role: 市长\noccasion: 会议\ndelivered: 2026-03-01\nrelated: [rules]\n"
TASKS = """\
tasks:
  - {id: roads, order: 1, title: 道路, summary: 修路。, lead: office, due: 2026-06-30}
  - {id: services, order: 2, title: 服务, summary: 服务。, lead: office, due: 2026-06-30}
"""
EXPERIENCE = """\
title: {id}
summary: 一句话
communities: [alpha, beta]
tasks: [roads]
theme: service
period: {{from: 2024}}
challenge: 难题
practice: [{{heading: 一, text: 做}}, {{heading: 二, text: 做}}, {{heading: 三, text: 做}}]
results: [{{text: 好了, source: 台账}}]
transfer: [甲, 乙]
author_unit: 甲社区
{more}
"""


def entry(at: str, more: str = "") -> str:
    return ENTRY.format(at=at, more=more)


@pytest.fixture
def facts(tmp_path: Path) -> Facts:
    files = {
        "showcases/tasks.yml": TASKS,
        "showcases/vocab/themes.yml": "title: 主题\nitems:\n  - {id: service, label: 服务}\n",
        "showcases/communities/beta.yml": (
            f"name: 乙社区\ndistrict: west\ntype: old\nest: 2001\nintro: {INTRO}\n"
        ),
        "showcases/experiences/last.yml": EXPERIENCE.format(id="last", more=""),
        "showcases/experiences/second.yml": EXPERIENCE.format(
            id="second", more="compendium_order: 2"
        ),
        "showcases/experiences/first.yml": EXPERIENCE.format(
            id="first", more="compendium_order: 1"
        ),
        "showcases/galleries/day/gallery.yml": (
            "title: 节日\ndate: 2025-10-18\ncommunities: [beta]\n"
        ),
        "docs/news/old.md": entry("2026-04-01 09:00", "communities: [alpha]\n"),
        "docs/news/new.md": entry("2026-04-02 09:00", "communities: [alpha, beta]\n"),
        "docs/policies/rules.md": entry("2026-03-05 09:00", POLICY + "supersedes: [older]\n"),
        "docs/policies/older.md": entry("2025-03-05 09:00", POLICY),
        "docs/interpretations/why.md": entry("2026-03-09 09:00", "interprets: rules\n"),
        "docs/speeches/talk.md": entry("2026-03-10 09:00", SPEECH),
    }
    return Facts(load(tmp_path, files)[0])


def ids(items: list) -> list[str]:  # type: ignore[type-arg]
    return [item.id for item in items]


def test_what_names_a_community_is_found_from_the_community(facts: Facts) -> None:
    assert ids(facts.experiences_of["beta"]) == ["first", "last", "second"]
    assert ids(facts.galleries_of["beta"]) == ["day"]
    assert ids(facts.news_of["beta"]) == ["new"]


def test_the_news_of_a_community_begins_with_the_newest(facts: Facts) -> None:
    assert ids(facts.news_of["alpha"]) == ["new", "old"]


def test_experiences_stand_in_the_order_of_the_compendium(facts: Facts) -> None:
    assert ids(facts.experiences) == ["first", "second", "last"]
    assert ids(facts.experiences_on["roads"]) == ["first", "second", "last"]
    assert "services" not in facts.experiences_on


def test_a_policy_knows_who_explains_cites_and_replaces_it(facts: Facts) -> None:
    assert ids(facts.interpretations_of["rules"]) == ["why"]
    assert ids(facts.cited_by["rules"]) == ["talk"]
    assert ids(facts.superseded_by["older"]) == ["rules"]


def honoured() -> Site:
    return site_of(
        honour_kind("city", ladder="yes", counts_for=["coverage"]),
        honour_kind("province", level="province", ladder="yes"),
        community("alpha"),
        community("beta"),
        honour("2024-01-01 named", kind="city"),
        honour("2025-01-01 named, 2025-06-01 lapsed", kind="province"),
        honour("2025-01-01 named", kind="city", to="office", subject="org"),
        indicator(kind="computed", formula={"name": "coverage"}, precision=1),
    )


def test_a_communitys_honours_leave_out_those_of_others() -> None:
    found = Facts(honoured()).honours_of
    assert {key: [i.honour.id for i in items] for key, items in found.items()} == {
        "alpha": ["province/alpha", "city/alpha"]
    }


def test_a_communitys_level_is_that_of_its_highest_held_honour() -> None:
    here = honoured()
    best = Facts(here).highest_of(here.of(Community)["alpha"])
    assert best is not None
    assert best.honour.id == "city/alpha"
    assert Facts(here).highest_of(here.of(Community)["beta"]) is None


def test_standings_changes_and_figures_are_as_of_today() -> None:
    facts = Facts(honoured())
    assert {item.on for item in facts.standings} == {date(2026, 4, 20)}
    assert str(facts.changes[0].event.on) == "2025-06-01"
    found = facts.city_figure("coverage")
    assert found is not None
    assert found.fraction == "1/2"
    assert facts.city_figure("unknown") is None


def test_items_are_grouped_under_each_of_their_keys() -> None:
    assert grouped(["ab", "b"], lambda word: word) == {"a": ["ab"], "b": ["ab", "b"]}


def test_articles_of_one_minute_keep_one_order(tmp_path: Path) -> None:
    files = {f"docs/news/{id}.md": entry("2026-04-01 09:00") for id in ("bb", "aa", "cc")}
    found, _ = load(tmp_path, files)
    assert ids(newest(found.of(News).values())) == ["cc", "bb", "aa"]
    assert ids(newest(reversed(list(found.of(News).values())))) == ["cc", "bb", "aa"]

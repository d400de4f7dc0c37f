"""What names a record is found from the record."""

from __future__ import annotations

from pathlib import Path

import pytest

from campaign.derive.facts import Facts
from campaign.derive.references import naming
from campaign.kinds import BY_NAME
from campaign.kinds.experience.facts import compendium, on_task
from campaign.kinds.news import News
from campaign.kinds.policy import Policy
from campaign.kinds.speech import Speech
from campaign.kinds.task import Task
from campaign.model.base import Record
from campaign.model.entry import newest
from projects import INTRO, load

ENTRY = "---\ntitle: 标题\npublished: {at}\nsource: 示例办\n{more}---\n\n正文。\n"
POLICY = (
    "doc_no: 示文〔2026〕1号\nissuer: office\nmade: 2026-03-01\nissued: 2026-03-02\n"
    "status_in_force: 现行有效\n"
)
SPEECH = "speaker_role: 市长\noccasion: 会议\ndelivered: 2026-03-01\nrelated: [rules, rules]\n"
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
        "docs/policies/based.md": entry(
            "2026-03-06 09:00", POLICY + "sources: [{title: 依据, policy: older}]\n"
        ),
        "docs/interpretations/why.md": entry("2026-03-09 09:00", "interprets: rules\n"),
        "docs/speeches/talk.md": entry("2026-03-10 09:00", SPEECH),
    }
    return Facts(load(tmp_path, files)[0])


def ids(items: list) -> list[str]:  # type: ignore[type-arg]
    return [item.id for item in items]


def named(facts: Facts, kind: str, id: str, by: str, field: str = "") -> list[str]:
    """The ids of the records of a kind that name a record."""
    record: Record = facts.site.kind(kind)[id]
    return ids(naming(facts, BY_NAME[by].model, record, field))


@pytest.mark.parametrize(
    ("by", "found"),
    [("experience", ["first", "last", "second"]), ("gallery", ["day"]), ("news", ["new"])],
)
def test_what_names_a_community_is_found_from_the_community(
    facts: Facts, by: str, found: list[str]
) -> None:
    assert named(facts, "community", "beta", by) == found


@pytest.mark.parametrize(
    ("id", "by", "found"),
    [("rules", "interpretation", ["why"]), ("rules", "speech", ["talk"]), ("why", "policy", [])],
)
def test_a_policy_knows_who_explains_and_cites_it(
    facts: Facts, id: str, by: str, found: list[str]
) -> None:
    kind = "policy" if id == "rules" else "interpretation"
    assert named(facts, kind, id, by) == found


def test_one_field_may_be_asked_for(facts: Facts) -> None:
    """What a policy rests on is not what it replaces."""
    assert named(facts, "policy", "older", "policy", "supersedes") == ["rules"]
    assert named(facts, "policy", "older", "policy") == ["based", "rules"]


def test_a_field_that_the_kind_does_not_have_is_no_field(facts: Facts) -> None:
    with pytest.raises(AssertionError, match="replaces"):
        named(facts, "policy", "older", "policy", "replaces")


def test_a_record_that_names_another_twice_is_found_once(facts: Facts) -> None:
    policy = facts.site.of(Policy)["rules"]
    assert ids(naming(facts, Speech, policy)) == ["talk"]


def test_experiences_stand_in_the_order_of_the_compendium(facts: Facts) -> None:
    tasks = facts.site.of(Task)
    assert ids(compendium(facts)) == ["first", "second", "last"]
    assert ids(on_task(facts, tasks["roads"])) == ["first", "second", "last"]
    assert on_task(facts, tasks["services"]) == []


def test_articles_of_one_minute_keep_one_order(tmp_path: Path) -> None:
    files = {f"docs/news/{id}.md": entry("2026-04-01 09:00") for id in ("bb", "aa", "cc")}
    found, _ = load(tmp_path, files)
    assert ids(newest(found.of(News).values())) == ["cc", "bb", "aa"]
    assert ids(newest(reversed(list(found.of(News).values())))) == ["cc", "bb", "aa"]

"""What a record tells the search beside its words, and the marks that say it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from campaign.kinds.experience import Experience
from campaign.kinds.task import Task
from campaign.kinds.vocab import Vocab
from campaign.render.edition import Edition
from campaign.search.facets import Finder
from values import TODAY, community, honour, honour_kind, site


def finder(*records: Any, today: date = TODAY) -> Finder:
    return Finder(Edition(site(*records, today=today), {}))


def experience(start: str, end: str | None, **fields: Any) -> Experience:
    base = {
        "title": "做法",
        "communities": ["alpha"],
        "theme": "service",
        "tasks": ["other"],
        "summary": "一句话",
        "challenge": "难题",
        "practice": [{"heading": number, "text": "做"} for number in "一二三"],
        "results": [{"text": "好了", "source": "台账"}],
        "transfer": ["甲", "乙"],
        "author_unit": "甲社区",
    }
    period = {"from": start, **({"to": end} if end else {})}
    return Experience.model_validate({"id": "one", "period": period, **base, **fields})


@pytest.mark.parametrize(
    ("start", "end", "years"),
    [
        ("2023-03", "2024-06", ["2023", "2024"]),
        ("2024-03", "2024-06", ["2024"]),
        ("2024-12", None, ["2024", "2025", "2026"]),
    ],
)
def test_an_experience_is_of_every_year_that_it_lasted(
    start: str, end: str | None, years: list[str]
) -> None:
    found = finder(community(), experience(start, end)).facets("experiences/one/", "做法")
    assert found.filters["年份"] == years


def test_an_honour_that_was_only_recommended_gives_no_year_and_no_level() -> None:
    found = finder(community(), honour_kind(), honour("2025-01-01 recommended")).facets(
        "communities/alpha/", "甲"
    )
    assert "年份" not in found.filters
    assert "级别" not in found.filters
    assert found.sorts["level"] == "5"


def test_a_community_is_of_the_highest_level_that_its_card_says() -> None:
    found = finder(
        community(),
        honour_kind("city", level="city", ladder=True),
        honour("2024-01-01 named", kind="city"),
        honour_kind("street", level="street", ladder=True),
        honour("2023-01-01 named", kind="street"),
        honour_kind("praise", level="national", ladder=False),
        honour("2025-01-01 named", kind="praise"),
    ).facets("communities/alpha/", "甲")
    assert found.filters["级别"] == ["市级"]
    assert found.filters["年份"] == ["2023", "2024", "2025"]


def test_an_experience_is_found_by_its_theme() -> None:
    words = {"id": "themes", "title": "主题", "items": [{"id": "old", "label": "为老服务"}]}
    made = finder(
        community(), Vocab.model_validate(words), experience("2024-01", None, theme="old")
    )
    assert made.facets("experiences/one/", "经验").filters["主题"] == ["为老服务"]
    assert made.orders["主题"] == ["为老服务"]


def test_a_community_has_the_tasks_of_its_experiences() -> None:
    task = {"order": 1, "title": "道路", "summary": "说明", "lead": "office", "due": "2026-06-30"}
    roads = Task.model_validate({"id": "roads", **task})
    made = finder(community(), roads, experience("2024-01", None, tasks=["roads"]))
    assert made.facets("communities/alpha/", "甲").filters["任务"] == ["道路"]
    assert made.facets("tasks/roads/", "道路").filters == {
        "栏目": ["关于本站"],
        "任务": ["道路"],
        "年份": ["2026"],
    }

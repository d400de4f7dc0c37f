"""A kind of honour as it was: its level, its term, and what it counted for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from campaign.derive.facts import Facts
from campaign.derive.happenings import Sort
from campaign.kinds.honour.facts import standings_at
from campaign.kinds.honour_kind import HonourKind, counted
from campaign.kinds.honour_kind.page import _about
from campaign.kinds.indicator.coverage import coverage
from campaign.model.level import Level
from editions import edition
from values import community, honour, honour_kind, indicator, site

OLD, LATER, NOW = date(2024, 12, 31), date(2025, 12, 31), date(2026, 4, 20)
RAISED = honour_kind(
    level="city",
    valid_years="2",
    counts_for=["coverage"],
    ladder="yes",
    terms_history=[
        {"until": "2025-12-31", "level": "district", "counts_for": []},
        {"until": "2024-12-31", "level": "street", "valid_years": "0", "ladder": "no"},
    ],
)


@pytest.mark.parametrize(
    ("on", "level", "years", "counts", "ladder"),
    [
        (OLD, Level.STREET, 0, [], False),
        (date(2025, 1, 1), Level.DISTRICT, 2, [], True),
        (LATER, Level.DISTRICT, 2, [], True),
        (date(2026, 1, 1), Level.CITY, 2, ["coverage"], True),
    ],
)
def test_terms_hold_until_their_last_day(
    on: date, level: Level, years: int, counts: list[str], ladder: bool
) -> None:
    kind = RAISED.as_of(on)
    assert (kind.level, kind.valid_years, kind.counts_for, kind.ladder) == (
        level,
        years,
        counts,
        ladder,
    )


def test_a_kind_that_never_changed_is_itself() -> None:
    kind = honour_kind()
    assert kind.as_of(OLD) is kind


def test_the_roll_of_a_past_year_keeps_the_level_that_was_given() -> None:
    here = site(RAISED, honour("2024-05-01 named"), community())
    assert [standings_at(here, on)[0].level for on in (OLD, LATER, NOW)] == [
        Level.STREET,
        Level.DISTRICT,
        Level.CITY,
    ]


def test_a_past_rate_keeps_what_counted_then() -> None:
    one = indicator(kind="computed", formula={"name": "coverage"})
    here = site(RAISED, honour("2024-05-01 named"), community(), one)
    assert [coverage(here, one, on).numerator for on in (OLD, LATER, NOW)] == [0, 0, 1]


def test_a_title_is_for_the_type_of_its_holder() -> None:
    kind = honour_kind(name="先进单位和个人", titles=[{"subject": "org", "name": "先进单位"}])
    item = standings_at(site(kind, honour("2024-05-01 named", subject="org")), NOW)[0]
    assert item.title == "先进单位"
    item = standings_at(site(kind, honour("2024-05-01 named")), NOW)[0]
    assert item.title == "先进单位和个人"


KIND = """\
name: 示例荣誉
level: city
issuer: 示例办
subjects: [community]
publicity_days: 0
terms_history: [{until: 2025-12-31, level: district, valid_years: 3, counts_for: []}]
corrections: [{on: 2026-04-10, field: level, by: office, note: 原误作省级}]
"""


def test_readers_are_told_what_was_otherwise_and_what_was_put_right(tmp_path: Path) -> None:
    found = edition(tmp_path, {"showcases/honour-kinds/example.yml": KIND})
    about = _about(found, found.site.of(HonourKind)["example"])
    assert about["former"] == [{"until": "2025-12-31", "words": "区级，3 年一复查，不计入覆盖率"}]
    assert about["corrections"] == [
        {"on": "2026-04-10", "field": "级别", "by": "示例办公室", "note": "原误作省级"}
    ]


# Those who are only counted


def test_those_who_are_only_counted_are_told_from_their_day_on() -> None:
    given = [
        {"on": "2026-03-01", "count": "14", "who": "单位和个人", "source": "通报"},
        {"on": "2026-04-01", "type": "recommended", "count": "35", "who": "单位", "source": "通报"},
        {"on": "2026-06-01", "count": "9", "who": "单位", "source": "通报"},
    ]
    kind = honour_kind(name="先进单位", counted=given)
    told = list(counted.happenings(Facts(site(kind.as_of(NOW)))))
    assert [(h.title, h.count, h.sort, h.is_landmark) for h in told] == [
        ("先进单位：命名 14 个单位和个人", 14, Sort.NAMED, True),
        ("先进单位：推荐 35 个单位", 35, Sort.PROPOSED, False),
    ]
    assert [view["on"] for view in counted.views(kind.as_of(NOW))] == ["2026-04-01", "2026-03-01"]

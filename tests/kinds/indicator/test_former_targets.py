"""An indicator as it was: its formula, target, unit and districts, on the day of each value."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from campaign.kinds.district import District
from campaign.kinds.honour.figures import coverage_chart
from campaign.kinds.indicator import Indicator
from campaign.kinds.indicator.coverage import coverage
from campaign.kinds.indicator.facts import figure
from campaign.kinds.indicator.page import indicator_view
from campaign.kinds.indicator.rules import outside_unit
from campaign.kinds.indicator.table import rows
from campaign.model.level import Level
from campaign.render.edition import Edition
from values import community, honour, honour_kind, indicator, site

OLD, NOW = date(2025, 12, 31), date(2026, 4, 20)
RAISED: dict[str, Any] = {
    "target": {"value": "80"},
    "terms_history": [
        {"until": "2025-12-31", "target": {"value": "70"}},
        {"until": "2024-12-31", "untargeted": "yes"},
    ],
}
VALUES = [
    {"period": period, "value": "75", "source": "台账"} for period in ("2024", "2025-10", "2026-03")
]


@pytest.mark.parametrize(("on", "meets"), [(date(2024, 12, 31), None), (OLD, True), (NOW, False)])
def test_a_value_is_judged_by_the_target_of_its_day(on: date, meets: bool | None) -> None:
    one = indicator(**RAISED, values=VALUES)
    found = figure(site(one), one, on)
    assert found
    assert found.meets is meets


def test_each_row_of_the_open_data_has_the_target_of_its_period() -> None:
    one = indicator(**RAISED, values=VALUES)
    found = [
        (row.period, row.indicator.target, row.verdict) for row in rows(Edition(site(one), {}))
    ]
    assert [(period, target and target.value, verdict) for period, target, verdict in found] == [
        ("2024", None, ""),
        ("2025-10", 70, "met"),
        ("2026-03", 80, "gap"),
    ]


def test_a_past_rate_keeps_the_formula_of_its_day() -> None:
    raised = indicator(
        kind="computed",
        formula={"name": "coverage", "level": "city"},
        terms_history=[{"until": "2025-12-31", "formula": {"name": "coverage"}}],
    )
    kind = honour_kind(level=Level.DISTRICT, counts_for=["coverage"])
    here = site(raised, kind, honour("2024-05-01 named"), community())
    assert [coverage(here, raised, on).numerator for on in (OLD, NOW)] == [1, 0]


@pytest.mark.parametrize(("fields", "has_line"), [({}, False), ({"terms_history": []}, True)])
def test_a_chart_draws_a_target_only_when_it_held_all_the_time(
    fields: dict[str, Any], has_line: bool
) -> None:
    one = indicator(kind="computed", formula={"name": "coverage"}, **{**RAISED, **fields})
    held = honour_kind(counts_for=["coverage"]), honour("2018-01-01 named")
    chart = coverage_chart(Edition(site(one, community(), *held), {}))
    assert chart
    assert bool(chart["drawing"].target) is has_line


COUNTED: dict[str, Any] = {"terms_history": [{"until": "2025-12-31", "unit": "户"}]}


def test_a_value_in_a_former_unit_is_no_figure_of_today() -> None:
    one = indicator(**COUNTED, values=VALUES[:2])
    then = figure(site(one), one, OLD)
    assert then
    assert then.with_unit == "75户"
    assert figure(site(one), one, NOW) is None


def test_each_row_of_the_open_data_has_the_unit_of_its_period() -> None:
    one = indicator(**COUNTED, values=VALUES)
    found = [(row.period, row.indicator.unit) for row in rows(Edition(site(one), {}))]
    assert found == [("2024", "户"), ("2025-10", "户"), ("2026-03", "%")]


def test_a_value_is_held_against_the_limits_of_the_unit_of_its_period() -> None:
    one = indicator(**COUNTED, values=[{**VALUES[0], "value": "300"}, VALUES[2]])
    assert list(outside_unit(site(one))) == []
    assert len(list(outside_unit(site(one.model_copy(update={"terms_history": []}))))) == 1


def test_readers_are_told_of_the_unit_and_the_districts_of_then() -> None:
    former = [
        {"until": "2025-12-31", "unit": "户", "target": {"value": "70"}, "districts": ["east"]},
        {"until": "2024-12-31", "districts": []},
    ]
    east = District.model_validate({"id": "east", "name": "东镇", "kind": "town"})
    here = site(indicator(terms_history=former), east)
    view = indicator_view(Edition(here, {}), here.of(Indicator)["coverage"])
    assert [item["words"] for item in view["former"]] == [
        "标准不低于 70户，单位是“户”，适用于东镇",
        "适用于所有镇街",
    ]


def test_readers_are_told_what_was_otherwise_and_what_was_put_right() -> None:
    told = {"on": "2026-04-10", "field": "values", "by": "office", "note": "原误报"}
    here = site(indicator(**RAISED, corrections=[told]))
    view = indicator_view(Edition(here, {}), here.of(Indicator)["coverage"])
    assert view["former"] == [
        {"until": "2025-12-31", "words": "标准不低于 70%"},
        {"until": "2024-12-31", "words": "没有标准"},
    ]
    assert [(item["field"], item["note"]) for item in view["corrections"]] == [("数值", "原误报")]

"""Calls: how each stands as of a day, which come first, and what is not told before its day."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from campaign.build import kind_pages
from campaign.derive.facts import Facts
from campaign.kinds.call import Call
from campaign.kinds.call.facts import State, calls, state
from campaign.reading import records
from campaign.render.edition import Edition
from values import TODAY, site

BASIC = Path(__file__).parents[2] / "site/basic"
RESULT = {"on": "2026-05-20", "text": "收到三条"}


def call(
    id: str = "ideas", start: str = "2026-04-01", end: str = "2026-05-10", **more: Any
) -> Call:
    fields = {"title": "征求意见", "kind": "ideas", "organiser": "office", "who": "居民"}
    rest = {"summary": "哪一句看不懂，请告诉我们。", "text": "挑错", "ways": {"address": "东街"}}
    period = {"from": start, "to": end}
    return Call.model_validate({"id": id, **fields, **rest, "period": period, **more})


@pytest.mark.parametrize(
    ("on", "found"),
    [
        ("2026-03-31", State.AHEAD),
        ("2026-04-01", State.OPEN),
        ("2026-05-02", State.OPEN),
        ("2026-05-03", State.CLOSING),
        ("2026-05-10", State.CLOSING),
        ("2026-05-11", State.CLOSED),
        ("2026-05-19", State.CLOSED),
        ("2026-05-20", State.DECIDED),
    ],
)
def test_a_call_as_of_each_day(on: str, found: State) -> None:
    assert state(call(outcome=RESULT), date.fromisoformat(on)) is found


def test_nobody_knows_the_result_before_its_day() -> None:
    known = call(outcome=RESULT)
    assert known.as_of(date(2026, 5, 19)).outcome is None
    assert known.as_of(date(2026, 5, 20)).outcome == known.outcome


def test_what_closes_first_comes_first_and_the_last_closed_before_older_ones() -> None:
    made = [
        call("old", "2025-01-01", "2025-02-01"),
        call("ahead", "2026-05-01", "2026-06-01"),
        call("open", "2026-04-01", "2026-06-30"),
        call("recent", "2026-03-01", "2026-04-01"),
        call("closing", "2026-04-01", str(TODAY)),
    ]
    found = [item.id for item in calls(Facts(site(*made)))]
    assert found == ["closing", "open", "ahead", "recent", "old"]


def test_an_open_call_has_its_form_on_paper_with_what_becomes_of_personal_data() -> None:
    found, _ = records.load(BASIC)
    assert found is not None
    page = str(kind_pages.pages(Edition(found.published(), {}))["calls/ideas/"]().body)
    assert 'class="paper-form"' in page
    assert "□ 学生" in page
    assert "电话只用来回复" in page
    assert "https://forms.example.org/a" in page
    assert 'class="qr"' in page

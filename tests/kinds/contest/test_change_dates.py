"""A contest says when it changed only by days that people wrote, never by the day of the build."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from campaign.derive.facts import Facts
from campaign.kinds import BY_NAME
from campaign.kinds.contest import Contest
from campaign.kinds.contest.page import ContestPresenter
from values import site

PRESENTER = ContestPresenter(BY_NAME[Contest.kind])
DAYS = (date(2026, 4, 20), date(2026, 4, 21))


def contest(**fields: Any) -> Contest:
    """A contest that lies ahead."""
    base = {
        "id": "lens",
        "title": "大赛",
        "period": {"from": "2026-06-01", "to": "2026-07-01"},
        "rules": "规则",
        "categories": [{"id": "one", "name": "一"}],
    }
    return Contest.model_validate(base | fields)


@pytest.mark.parametrize("fields", [{}, {"updated": "2026-04-01"}])
def test_its_calendar_does_not_move_from_day_to_day(fields: dict[str, str]) -> None:
    written = {
        occasion.written
        for day in DAYS
        for occasion in PRESENTER.occasions(Facts(site(contest(**fields), today=day)))
    }
    assert len(written) == 1

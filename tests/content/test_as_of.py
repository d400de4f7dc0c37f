"""The site as of any day: what came later is hidden, and nothing is refused for it."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest

from campaign.build.content import Content
from campaign.kinds import ENTRY_KINDS
from campaign.kinds.honour.facts import changes_until, standings_at
from campaign.problems import Severity
from campaign.site import Site
from campaign.verbs.reports import line, told

ROOT = Path(__file__).parents[2]
LONG_AGO = timedelta(days=365)


@pytest.fixture(scope="module")
def today() -> date:
    site = Content.open(ROOT).site
    assert site is not None
    return site.today


@cache
def as_of(on: date) -> tuple[Site, list[str]]:
    """The content on a day as readers may see it, and its errors."""
    content = Content.open(ROOT, today=on)
    assert content.site is not None
    grave = [item for item in content.problems if item.severity() is Severity.ERROR]
    return content.site, [line(item, content.site, "en") for item in told(grave)]


@pytest.mark.parametrize("days", [-3650, -365, -110, -1, 0, 71, 365])
def test_no_day_is_refused(today: date, days: int) -> None:
    _, grave = as_of(today + timedelta(days=days))
    assert grave == []


@pytest.mark.parametrize("days", [-365, -110, -1, 0])
def test_nothing_that_came_later_is_there(today: date, days: int) -> None:
    on = today + timedelta(days=days)
    site, _ = as_of(on)
    begun = [record.begins for record in site.everything() if record.begins]
    assert max(begun, default=on) <= on
    confirmed = [record.updated for record in site.everything() if record.updated]
    assert max(confirmed, default=on) <= on


def test_the_roll_of_a_past_day_is_that_of_a_site_as_of_it(today: date) -> None:
    now, _ = as_of(today)
    on = date(today.year - 1, 12, 31)
    then, _ = as_of(on)
    told = {(item.honour.id, item.state) for item in standings_at(now, on)}
    assert {(item.honour.id, item.state) for item in standings_at(then, on)} == told
    assert len(changes_until(then, on)) == len(changes_until(now, on))


def test_a_record_names_nothing_that_came_later(today: date) -> None:
    site, _ = as_of(today - LONG_AGO)
    seen = {(kind, id) for kind in ENTRY_KINDS for id in site.kind(kind)}
    named = {
        ("policy", id)
        for record in site.everything()
        for id in [getattr(record, "policy", None)]
        if id
    }
    assert named <= seen

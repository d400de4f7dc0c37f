from __future__ import annotations

import time
from datetime import date, datetime

import pytest

from campaign import clock
from campaign.clock import BEIJING


@pytest.mark.parametrize("zone", ["UTC", "America/New_York", "Pacific/Kiritimati"])
def test_it_is_the_day_in_beijing_wherever_the_site_is_built(
    monkeypatch: pytest.MonkeyPatch, zone: str
) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    moment = datetime(2026, 4, 20, 23, 59, tzinfo=BEIJING)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(moment.timestamp())))
    assert clock.today() == date(2026, 4, 20)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(moment.timestamp()) + 60))
    assert clock.today() == date(2026, 4, 21)


@pytest.mark.parametrize("epoch", ["", "soon", "-1"])
def test_without_an_epoch_it_is_today(monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    before = datetime.now(BEIJING).date()
    assert before <= clock.today() <= datetime.now(BEIJING).date()


@pytest.mark.parametrize("zone", ["UTC", "America/New_York", "Pacific/Kiritimati"])
def test_today_is_shown_up_to_this_minute_and_any_other_day_whole(
    monkeypatch: pytest.MonkeyPatch, zone: str
) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    at = datetime(2026, 4, 20, 0, 23, 40, tzinfo=BEIJING)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(at.timestamp())))
    assert clock.moment() == clock.moment(date(2026, 4, 20)) == datetime(2026, 4, 20, 0, 23)
    for day in (date(2026, 4, 19), date(2026, 4, 21)):
        assert clock.moment(day).date() == day
        assert f"{clock.moment(day):%H:%M}" == "23:59"

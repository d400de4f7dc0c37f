"""The days on which something is open, from words; what is not understood is never guessed."""

from __future__ import annotations

import pytest

from campaign.model.weekdays import EVERY, weekdays

WORK = {0, 1, 2, 3, 4}


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("每日 8:30—20:00", EVERY),
        ("8:00—20:00", EVERY),
        ("全天", EVERY),
        ("每晚 19:00—21:00", EVERY),
        ("每日 7:00、17:30", EVERY),
        ("工作日 7:30—18:30", WORK),
        ("周一至周五 8:30—12:00，14:30—20:00", WORK),
        ("周末", {5, 6}),
        ("周二、周四 14:30—16:30，周六 9:00—11:00", {1, 3, 5}),
        ("每周五 8:00—11:30", {4}),
        ("周五至周一 9:00—17:00", {4, 5, 6, 0}),
        ("周二至周日", {1, 2, 3, 4, 5, 6}),
        ("周日上午", {6}),
        ("周天上午", {6}),
        ("每周一上午", {0}),
        ("周三、周五 16:30—19:00，周末 9:00—17:00", {2, 4, 5, 6}),
        ("每日 9:00 前后", EVERY),
    ],
)
def test_days_are_read(text: str, days: set[int]) -> None:
    assert weekdays(text) == days


@pytest.mark.parametrize(
    "text",
    [
        "",
        "每月10日、25日",
        "每月第二个周六 9:30",
        "上学日 16:00—18:30",
        "采茶季每日 16:00",
        "非汛期周末",
        "逢五逢十 6:30—13:00",
        "周一至周五，就医提前一天预约",
        "每月两次，周五晚",
        "周一至周五 9:00—17:00，周三延至 20:00",
        "电话约定",
        "节假日前一周",
    ],
)
def test_what_says_more_is_for_people(text: str) -> None:
    assert weekdays(text) is None

"""How far a contest has come, and in which order its works stand."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from lens import order

from campaign.kinds.contest import Contest
from campaign.kinds.contest.facts import Stage, is_decided, stage


def contest(**fields: Any) -> Contest:
    base = {
        "id": "lens",
        "title": "大赛",
        "period": {"from": "2026-01-05", "to": "2026-03-20"},
        "rules": "规则",
        "categories": [{"id": "a", "name": "甲"}],
    }
    return Contest.model_validate({**base, **fields})


def entered(*photos: str, **fields: str) -> Contest:
    return contest(entries=[{"photo": photo, "category": "a", **fields} for photo in photos])


# How far it has come


@pytest.mark.parametrize(
    ("today", "result", "expected"),
    [
        (date(2026, 1, 4), None, Stage.AHEAD),
        (date(2026, 1, 5), None, Stage.OPEN),
        (date(2026, 3, 20), None, Stage.OPEN),
        (date(2026, 3, 21), None, Stage.JUDGING),
        (date(2030, 1, 1), None, Stage.JUDGING),
        (date(2026, 4, 9), "2026-04-10", Stage.JUDGING),
        (date(2026, 4, 10), "2026-04-10", Stage.DECIDED),
        (date(2026, 4, 11), "2026-04-10", Stage.DECIDED),
    ],
)
def test_a_contest_goes_from_call_to_result(
    today: date, result: str | None, expected: Stage
) -> None:
    found = contest(result_published=result)
    assert stage(found, today) is expected
    assert is_decided(found, today) is (expected is Stage.DECIDED)


def test_every_stage_has_a_name_of_its_own() -> None:
    assert [each.label for each in Stage] == ["即将开始", "征集中", "评选中", "已揭晓"]


# An order that tells nothing


PHOTOS = [f"g{number % 3}/p{number}" for number in range(30)]


def test_the_order_does_not_follow_from_the_order_of_the_file() -> None:
    assert order(entered(*PHOTOS)) == order(entered(*reversed(PHOTOS)))
    assert order(entered(*PHOTOS)) not in (PHOTOS, sorted(PHOTOS), sorted(PHOTOS, reverse=True))


def test_the_order_does_not_change_with_what_is_known_of_a_work() -> None:
    more = {"author_display": "某人", "community": "alpha", "award": "first"}
    assert order(entered(*PHOTOS, **more)) == order(entered(*PHOTOS))


def test_another_contest_has_another_order() -> None:
    other = entered(*PHOTOS).model_copy(update={"id": "other"})
    assert order(other) != order(entered(*PHOTOS))


def test_a_work_more_leaves_the_others_in_their_order() -> None:
    more = order(entered("g9/new", *PHOTOS))
    assert [photo for photo in more if photo != "g9/new"] == order(entered(*PHOTOS))

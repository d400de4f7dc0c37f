"""How long a route takes, and who receives nobody."""

from __future__ import annotations

import pytest

from campaign.kinds.route import Route
from campaign.kinds.route.facts import closing, in_words, total
from values import community, honour, honour_kind, site

ROUTE = Route.model_validate(
    {
        "id": "two",
        "title": "两站路线",
        "summary": "从" * 20,
        "stops": [
            {"community": "alpha", "stop": "站", "minutes": 35},
            {"community": "beta", "stop": "园", "minutes": 30, "travel_min": 18, "by": "walk"},
        ],
        "booking": "打电话",
        "contact": "office",
    }
)


def test_staying_and_travelling_are_the_whole_time() -> None:
    found = total(ROUTE)
    assert (found.staying, found.travelling, found.minutes) == (65, 18, 83)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "0 分钟"), (45, "45 分钟"), (60, "1 小时"), (83, "1 小时 23 分钟"), (180, "3 小时")],
)
def test_minutes_in_words(minutes: int, words: str) -> None:
    assert in_words(minutes) == words


@pytest.mark.parametrize(
    ("events", "is_closed"),
    [
        ("2025-01-01 named", False),
        ("2025-01-01 named, 2026-03-01 rectify", True),
        ("2025-01-01 named, 2026-03-01 rectify, 2026-04-01 rectified", False),
        ("2025-01-01 named, 2026-03-01 suspended", True),
        ("2025-01-01 named, 2026-03-01 revoked", True),
    ],
)
@pytest.mark.parametrize("fields", [{"is_site": "yes"}, {"ladder": "yes"}])
def test_who_has_to_mend_something_receives_nobody(
    events: str, is_closed: bool, fields: dict[str, str]
) -> None:
    found = site(honour_kind(**fields), community("alpha"), honour(events))
    assert ("alpha" in closing(found)) == is_closed


def test_another_honour_closes_nothing() -> None:
    found = site(honour_kind(), community("alpha"), honour("2025-01-01 named, 2026-03-01 revoked"))
    assert not closing(found)

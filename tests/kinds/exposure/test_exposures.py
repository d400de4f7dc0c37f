"""Exposures: their life-cycle, golden histories, days, and the switch of the profile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaign.build import kind_pages
from campaign.derive.columns import hidden
from campaign.exchange import Exchange, opendata
from campaign.kinds.exposure import Exposure
from campaign.kinds.exposure.facts import reported_at, sums
from campaign.kinds.exposure.lifecycle import CYCLE, EventType, State
from campaign.kinds.exposure.page import overview
from campaign.reading import records
from campaign.render import promises
from campaign.render.edition import Edition
from campaign.site import Site
from values import PROFILE, TODAY, community, site

BASIC = Path(__file__).parents[2] / "site/basic"
# The table of the life-cycle, written down a second time.
TABLE = {
    "start": {"reported": "reported"},
    "reported": {"answered": "answered", "rectified": "rectified"},
    "answered": {"answered": "answered", "rectified": "rectified"},
    "rectified": {"recurred": "recurred"},
    "recurred": {"answered": "answered", "rectified": "rectified"},
}
HISTORY = [
    {"on": "2026-02-20", "type": "reported"},
    {"on": "2026-02-23", "type": "answered", "by": "office", "due": "2026-03-10", "note": "清完"},
    {"on": "2026-03-12", "type": "rectified", "note": "清到见墙根"},
    {"on": "2026-04-01", "type": "recurred", "note": "又是三堆"},
]


def exposure(id: str = "one", events: Sequence[dict[str, Any]] = HISTORY) -> Exposure:
    base = {"title": id, "community": "alpha", "place": "井边一段", "channel": "media"}
    return Exposure.model_validate({"id": id, **base, "problem": "旧柜", "events": events})


def test_the_table_is_the_one_that_is_meant() -> None:
    rows = CYCLE.transitions.items()
    assert {str(s): {str(e): str(t) for e, t in row.items()} for s, row in rows} == TABLE
    assert CYCLE.closed == CYCLE.fulfilled == {State.RECTIFIED}


def test_words_are_written_once_each() -> None:
    for words in (State, EventType):
        assert len({word.label for word in words}) == len(words)


@pytest.mark.parametrize(
    ("on", "mark", "answer", "rectify", "waited"),
    [
        ("2026-02-22", "待回应", None, None, 2),
        ("2026-02-23", "已回应，整改中", 3, None, 3),
        ("2026-03-11", "逾期", 3, None, 19),
        ("2026-03-12", "已整改", 3, 20, 0),
        ("2026-04-01", "逾期", 3, None, 40),
    ],
)
def test_a_history_as_of_each_day(
    on: str, mark: str, answer: int | None, rectify: int | None, waited: int
) -> None:
    (item,) = reported_at(site(community(), exposure()), date.fromisoformat(on))
    assert promises.mark(item.standing)[1] == mark
    assert (item.days_to_answer, item.days_to_rectify) == (answer, rectify)
    assert item.days_open == waited


def test_open_ones_come_first_and_those_that_wait_longest_at_their_head() -> None:
    late = [{"on": "2026-01-05", "type": "reported"}]
    new = [{"on": "2026-04-10", "type": "reported"}]
    here = site(
        community(), exposure("done", HISTORY[:3]), exposure("new", new), exposure("old", late)
    )
    found = reported_at(here, TODAY)
    assert [item.exposure.id for item in found] == ["old", "new", "done"]
    told = overview(Edition(here, {}))
    assert (told["unanswered"], told["answered"], told["rectified"]) == (2, 0, 1)
    assert (told["answer_days"], told["rectify_days"]) == ("3", "20")


EVENTS = st.lists(
    st.tuples(st.integers(0, 100), st.sampled_from([str(t) for t in EventType][:-1])), max_size=6
).map(
    lambda pairs: [
        {"on": str(date(2026, 1, 1) + timedelta(days)), "type": type}
        for days, type in sorted(pairs)
    ]
)


@settings(max_examples=60)
@given(st.lists(EVENTS, max_size=6), st.integers(-5, 120))
def test_each_is_one_of_three_at_every_date(lives: list[list[dict[str, Any]]], days: int) -> None:
    made = [exposure(f"n{n}", events or HISTORY) for n, events in enumerate(lives)]
    items = reported_at(site(*made), date(2026, 1, 1) + timedelta(days))
    found = sums(items)
    assert found.total == len(items)
    assert found.rectified == len(found.rectify_days)
    assert all(days >= 0 for days in (*found.answer_days, *found.rectify_days))


# The switch of the profile

NAME = "旧柜"


def published(shows: bool, preview: bool = False) -> Site:
    """The tiny site as a deployment shows it that has exposures, or that has none."""
    found, _ = records.load(BASIC)
    assert found is not None
    profile = found.profile.model_copy(update={"shows_exposures": shows})
    return replace(found, profile=profile, preview=preview).published()


def outputs(made: Edition) -> list[str]:
    """All that is made of exposures: pages, data and feed."""
    data = [o.data for o in opendata.outputs(made) if "exposures" in o.path]
    pages = [
        str(make().body) for path, make in kind_pages.pages(made).items() if "exposure" in path
    ]
    is_shown = made.site.shows("exposures/index.md")
    items = [str(item) for item in Exchange(made).feed("exposures/").items] if is_shown else []
    return [*pages, *items, *(d.decode() for d in data if isinstance(d, bytes))]


def test_a_deployment_that_does_not_want_them_shows_none_not_even_in_a_preview() -> None:
    assert not PROFILE.shows_exposures
    assert NAME in "".join(outputs(Edition(published(shows=True), {})))
    for preview in (False, True):
        here = published(shows=False, preview=preview)
        assert here.of(Exposure) == {}
        assert NAME not in "".join(outputs(Edition(here, {})))
        assert "exposures/index.md" in hidden(here)
        assert not here.shows("exposures/index.md")

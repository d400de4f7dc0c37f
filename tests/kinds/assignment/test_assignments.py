"""Assignments: their life-cycle, golden histories, sums, and units that are not named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaign import icons
from campaign.build import kind_pages, stylesheet
from campaign.derive.grouping import grouped
from campaign.derive.happenings import Sort, of_promises
from campaign.exchange import Exchange, opendata
from campaign.kinds.assignment import Assignment
from campaign.kinds.assignment.facts import Part, block, counts, given_at
from campaign.kinds.assignment.lifecycle import CYCLE, EventType, State
from campaign.kinds.assignment.page import overview
from campaign.reading import records
from campaign.render import promises
from campaign.render.edition import Edition
from campaign.search.facets import Finder
from values import TODAY, community, site

BASIC = Path(__file__).parents[2] / "site/basic"
# The table of the life-cycle, written down a second time.
TABLE = {
    "start": {"assigned": "open"},
    "open": {"done": "done", "overdue": "overdue"},
    "done": {"checked": "checked", "deadline": "deadline"},
    "overdue": {"done": "done", "deadline": "deadline"},
    "deadline": {"rectified": "rectified", "vetoed": "vetoed"},
    "rectified": {"checked": "checked", "deadline": "deadline"},
    "vetoed": {"rectified": "rectified"},
    "checked": {},
}
HISTORY = [
    {"on": "2026-02-20", "type": "assigned"},
    {"on": "2026-03-12", "type": "overdue"},
    {"on": "2026-03-13", "type": "deadline", "due": "2026-03-25"},
    {"on": "2026-03-28", "type": "vetoed", "doc": "示政〔2026〕1号", "by": "office"},
    {"on": "2026-04-05", "type": "rectified", "note": "三位居民看过"},
    {"on": "2026-04-07", "type": "checked"},
]


def assignment(
    id: str = "one", events: Sequence[dict[str, Any]] = HISTORY, **more: Any
) -> Assignment:
    base = {"title": id, "unit": "office", "community": "alpha", "task": "roads"}
    rest = {"requirement": "沟底见硬底", "due": "2026-03-10", "events": events}
    return Assignment.model_validate({"id": id, **base, **rest, **more})


def test_the_table_is_the_one_that_is_meant() -> None:
    rows = CYCLE.transitions.items()
    assert {str(s): {str(e): str(t) for e, t in row.items()} for s, row in rows} == TABLE
    assert CYCLE.fulfilled == CYCLE.closed
    assert {str(state) for state in CYCLE.closed} == {"done", "checked", "rectified"}
    assert {str(state) for state in CYCLE.claimed} == {"done", "rectified"}


@pytest.mark.parametrize(
    ("on", "state", "mark", "part"),
    [
        ("2026-02-20", "open", "在办", "open"),
        ("2026-03-11", "open", "逾期", "overdue"),
        ("2026-03-12", "overdue", "逾期", "overdue"),
        ("2026-03-13", "deadline", "限期办结", "open"),
        ("2026-03-26", "deadline", "逾期", "overdue"),
        ("2026-03-28", "vetoed", "已否决", "overdue"),
        ("2026-04-05", "rectified", "整改完成，待核查", "reported"),
        ("2026-04-07", "checked", "核查合格", "rectified"),
    ],
)
def test_a_history_as_of_each_day(on: str, state: str, mark: str, part: str) -> None:
    day = date.fromisoformat(on)
    (item,) = given_at(site(community(), assignment()), day)
    found = str(item.standing.state), promises.mark(item.standing)[1], item.part.value
    assert found == (state, mark, part)


def test_what_was_checked_later_was_done_when_it_was_done() -> None:
    events = [HISTORY[0], {"on": "2026-03-09", "type": "done", "note": "清完"}]
    checked = [*events, {"on": "2026-03-20", "type": "checked"}]
    late = [HISTORY[0], {"on": "2026-03-12", "type": "done", "note": "清完"}, checked[-1]]
    here = site(community(), assignment("a", checked), assignment("b", late))
    days = {item.assignment.id: item.standing.days_late for item in given_at(here, TODAY)}
    assert days == {"a": 0, "b": 2}


def test_what_was_only_reported_is_not_finished() -> None:
    """Neither in the sums nor in what has happened: it is both from the day of its check."""
    made = assignment(events=[HISTORY[0], {"on": "2026-03-09", "type": "done", "note": "清完"}])
    checked = assignment(
        events=[*made.model_dump()["events"], {"on": "2026-03-20", "type": "checked"}]
    )
    told = {}
    for record in (made, checked):
        (item,) = given_at(site(community(), record), TODAY)
        told[item.part] = [(h.on, h.sort) for h in of_promises([record], TODAY)]
    assert told == {Part.REPORTED: [], Part.DONE: [(date(2026, 3, 20), Sort.DELIVERED)]}


def test_nothing_is_there_before_it_was_given() -> None:
    assert given_at(site(community(), assignment()), date(2026, 2, 19)) == []


def test_the_block_is_the_district_or_that_of_the_community() -> None:
    here = site(community(), assignment(), assignment("two", community=None, district="west"))
    found = [block(here, item) for item in here.of(Assignment).values()]
    assert found == ["east", "west"]


EVENTS = st.lists(
    st.tuples(st.integers(0, 100), st.sampled_from([str(t) for t in EventType][:-1])), max_size=6
).map(
    lambda pairs: [
        {"on": str(date(2026, 1, 1) + timedelta(days)), "type": type}
        for days, type in sorted(pairs)
    ]
)


@settings(max_examples=60)
@given(
    st.lists(st.tuples(EVENTS, st.sampled_from("ab"), st.sampled_from("xyz")), max_size=8),
    st.integers(-5, 120),
)
def test_blocks_and_lines_add_up_to_the_whole(
    lives: list[tuple[list[dict[str, Any]], str, str]], days: int
) -> None:
    day = date(2026, 1, 1) + timedelta(days)
    made = [
        assignment(f"n{n}", events or HISTORY[:1], unit=unit, district=district, community=None)
        for n, (events, unit, district) in enumerate(lives)
    ]
    here = site(*made)
    items = given_at(here, day)
    whole = counts(items)
    assert whole.total() == len(items)
    for key in (lambda item: item.assignment.unit, lambda item: block(here, item.assignment)):
        total: Counter[Part] = Counter()
        for part in grouped(items, key).values():
            total += counts(part)
        assert total == whole


# Units that are not named

NAME = "水务所"


def edition(names_units: bool) -> Edition:
    """The tiny site as a deployment shows it that names units, or that does not."""
    found, _ = records.load(BASIC)
    assert found is not None
    profile = found.profile.model_copy(update={"names_units": names_units})
    return Edition(replace(found, profile=profile).published(), {})


def outputs(made: Edition) -> Iterator[str]:
    """All that is made of the assignment: page, sums, data, feed and facets."""
    address = "assignments/drain/"
    yield str(kind_pages.pages(made)[address]().body)
    yield str(overview(made))
    yield str(overview(made, "line"))
    for output in opendata.outputs(made):
        if "assignments" in output.path and isinstance(output.data, bytes):
            yield output.data.decode()
    yield from (str(item) for item in Exchange(made).feed("assignments/").items)
    yield str(Finder(made).facets(address, "排水沟"))


def test_a_site_that_names_no_units_gives_none_away() -> None:
    assert NAME in "".join(outputs(edition(names_units=True)))
    told = list(outputs(edition(names_units=False)))
    assert "排水沟清淤" in told[0]
    assert [text for text in told if NAME in text] == []


def test_the_page_of_a_unit_tells_what_it_was_given_only_where_units_are_named() -> None:
    named, unnamed = (
        str(kind_pages.pages(edition(names))["orgs/water/"]().body) for names in (True, False)
    )
    assert "排水沟清淤" in named
    assert "排水沟清淤" not in unnamed


def test_every_state_has_a_name_of_its_own() -> None:
    for words in (State, EventType):
        assert len({word.label for word in words}) == len(words)


def test_what_was_only_reported_does_not_look_finished() -> None:
    steps = [HISTORY[0], {"on": "2026-03-09", "type": "done"}]
    mended = [*HISTORY[:3], {"on": "2026-03-20", "type": "rectified", "note": "整改了"}]
    checked = [*steps, {"on": "2026-03-12", "type": "checked"}]
    for events, is_checked in ((steps, False), (mended, False), (checked, True)):
        edition = Edition(site(community(), assignment(events=events)), {})
        (given_now,) = given_at(edition.site, TODAY)
        view = promises.promise_view(edition, given_now.standing)
        module: Any = edition.env.get_template("promises.html.jinja").module
        shown = str(module.state(view))
        assert (icons.inline("check-circle") in shown) is is_checked
        assert (icons.inline("clock-outline") in shown) is not is_checked
        assert ("promise-state--claimed" in shown) is not is_checked


def test_what_waits_to_be_checked_stands_among_the_open_ones() -> None:
    first, due = HISTORY[:1], {"due": "2026-12-31"}
    done = {"on": "2026-03-09", "type": "done"}
    made = [
        assignment("late", first),
        assignment("claimed", [*first, done], due="2026-12-30"),
        assignment("open", first, **due),
        assignment("checked", [*first, done, {"on": "2026-03-12", "type": "checked"}]),
    ]
    found = given_at(site(community(), *reversed(made)), TODAY)
    assert [item.assignment for item in found] == made


def test_a_report_is_no_filled_mark_in_a_history() -> None:
    rules = [line for line in stylesheet.text().splitlines() if "--pine" in line]
    filled = [rule for rule in rules if "timeline__event--" in rule and "background" in rule]
    selectors = [part.split(" >")[0].strip() for rule in filled for part in rule.split(",")]
    assert ".timeline__event--checked" in selectors
    assert {".timeline__event--done", ".timeline__event--rectified"}.isdisjoint(selectors)

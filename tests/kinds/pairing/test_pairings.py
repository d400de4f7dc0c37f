"""Pairings: their life-cycle, golden histories, and sums that add up at every date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaign import urls
from campaign.derive.grouping import grouped
from campaign.kinds import BY_NAME, kind_of
from campaign.kinds.indicator.facts import figure
from campaign.kinds.pairing import Pairing
from campaign.kinds.pairing.facts import items_at, linked, progress
from campaign.kinds.pairing.lifecycle import CYCLE, ItemEventType, ItemState
from campaign.kinds.pairing.page import overview
from campaign.kinds.pairing.tables import PAIRINGS
from campaign.kinds.pairing.views import item_view
from campaign.render.amounts import money
from campaign.render.edition import Edition
from values import TODAY, community, indicator, site

# The table of the life-cycle, written down a second time.
TABLE = {
    "start": {"promised": "promised"},
    "promised": {
        "started": "doing",
        "delayed": "promised",
        "delivered": "delivered",
        "dropped": "dropped",
    },
    "doing": {"delayed": "doing", "delivered": "delivered", "dropped": "dropped"},
    "delivered": {},
    "dropped": {"promised": "promised"},
}
HISTORY = [
    {"on": "2025-04-28", "type": "promised"},
    {"on": "2025-06-02", "type": "started"},
    {"on": "2025-08-28", "type": "delayed", "due": "2025-09-10", "note": "到货晚"},
    {"on": "2025-09-15", "type": "delivered", "note": "三人签字", "amount": "25400"},
]


def pairing(id: str = "alpha", items: Sequence[dict[str, Any]] = (), **more: Any) -> Pairing:
    base = {"title": id, "department": "office", "community": id, "since": "2025-04-20"}
    numbered = [
        {"no": str(n), "field": "office", "promise": "换屋面", "due": "2025-08-31", **item}
        for n, item in enumerate(items, 1)
    ]
    return Pairing.model_validate({"id": id, **base, "items": numbered, **more})


def test_the_table_is_the_one_that_is_meant() -> None:
    found = {
        str(s): {str(e): str(t) for e, t in row.items()} for s, row in CYCLE.transitions.items()
    }
    assert found == TABLE
    assert {str(state) for state in CYCLE.closed} == {"delivered", "dropped"}


def test_words_are_written_once_each() -> None:
    for words in (ItemState, ItemEventType):
        assert len({word.label for word in words}) == len(words)


@pytest.mark.parametrize(
    ("on", "state", "mark", "due", "days"),
    [
        ("2025-04-28", "promised", "已承诺", "2025-08-31", 0),
        ("2025-06-02", "doing", "在办", "2025-08-31", 0),
        ("2025-08-28", "doing", "延期", "2025-09-10", 0),
        ("2025-09-10", "doing", "延期", "2025-09-10", 0),
        ("2025-09-14", "doing", "逾期", "2025-09-10", 4),
        ("2025-09-15", "delivered", "已兑现", "2025-09-10", 15),
    ],
)
def test_a_history_as_of_each_day(on: str, state: str, mark: str, due: str, days: int) -> None:
    day = date.fromisoformat(on)
    here = site(community(), pairing(items=[{"events": HISTORY, "amount": "26000"}]), today=day)
    (item,) = items_at(here, day)
    view = item_view(Edition(here, {}), item)
    assert (str(item.standing.state), view["label"], view["due"]) == (state, mark, due)
    assert view["days_late"] == days
    assert [event["on"] for event in view["events"]] == [e["on"] for e in HISTORY if e["on"] <= on]


def test_money_is_what_it_came_to_and_what_nobody_priced_is_in_no_sum() -> None:
    done = {"events": HISTORY, "amount": "26000"}
    goods = {"events": HISTORY[:2], "in_kind": "灌木 60 株"}
    unpriced = {"events": HISTORY[:1]}
    here = site(community(), pairing(items=[done, goods, unpriced]))
    found = progress(items_at(here, TODAY))
    assert (found.delivered_amount, found.promised_amount) == (Decimal(25400), Decimal(26000))
    assert (found.total, found.delivered, found.late, found.unpriced) == (3, 1, 2, 1)


@pytest.mark.parametrize(
    ("amount", "words"),
    [("0", "0 元"), ("9999", "9999 元"), ("10000", "1 万元"), ("186400", "18.64 万元")],
)
def test_money_in_words(amount: str, words: str) -> None:
    assert money(Decimal(amount)) == words


def test_linked_counts_the_communities_in_scope_with_who_is_lacking() -> None:
    here = site(
        *(community(id) for id in ("alpha", "beta", "gamma")),
        pairing("alpha"),
        pairing("beta", until="2025-12-31"),
        pairing("gamma", since="2026-04-21"),
    )
    found = linked(here, TODAY)
    assert (found.numerator, found.denominator) == (1, 3)
    assert [item.id for item in found.lacking] == ["beta", "gamma"]
    assert linked(here, date(2025, 12, 31)).numerator == 2


def test_all_that_is_told_of_delivered_items_has_one_denominator() -> None:
    """That of the rate: what was dropped is not counted, and it is said how many that is."""
    dropped = {"events": [*HISTORY[:2], {"on": "2025-07-01", "type": "dropped", "note": "拆迁"}]}
    rate = indicator("rate", kind="computed", formula={"name": "pairing_items"})
    made = pairing(items=[{"events": HISTORY}, {"events": HISTORY[:1]}, dropped])
    here = site(community(), rate, made, today=TODAY)
    found, edition = figure(here, rate, TODAY), Edition(here, {})
    seen = overview(edition)["progress"]
    assert found is not None
    assert found.fraction == f"{seen['delivered']}/{seen['kept']}" == "1/2"
    assert seen["dropped"] == 1
    words = kind_of(made).presenter.summary(edition, made)
    assert "共建事项 2 项，已兑现 1 项" in words
    assert "另有 1 项已取消，不计入" in words


def test_the_overview_has_the_late_items_and_no_others() -> None:
    here = site(
        community(), pairing(items=[{"events": HISTORY[:2]}, {"events": HISTORY}]), today=TODAY
    )
    found = overview(Edition(here, {}))
    assert [item["anchor"] for item in found["late"]] == ["item-1"]
    assert found["progress"]["late"] == 1


# Parts and totals

EVENTS = st.lists(
    st.tuples(st.integers(0, 400), st.sampled_from([str(t) for t in ItemEventType][:-1])),
    max_size=5,
).map(
    lambda pairs: [
        {"on": str(date(2025, 4, 1) + timedelta(days)), "type": type}
        for days, type in sorted(pairs)
    ]
)
ITEMS = st.lists(
    st.fixed_dictionaries(
        {"events": EVENTS},
        optional={"amount": st.integers(1, 10**6).map(str), "in_kind": st.just("苗")},
    ),
    max_size=4,
)


@settings(max_examples=60)
@given(st.lists(st.tuples(st.sampled_from(["one", "two"]), ITEMS), max_size=5), st.integers(0, 450))
def test_departments_and_communities_add_up_to_the_city(
    given: list[tuple[str, list[dict[str, Any]]]], days: int
) -> None:
    day = date(2025, 4, 1) + timedelta(days)
    records = [
        pairing(f"c{n}", items, department=department)
        for n, (department, items) in enumerate(given)
    ]
    items = items_at(site(*records), day)
    whole = progress(items)
    for field in ("department", "community"):
        parts = grouped(items, lambda item, field=field: getattr(item.pairing, field))
        total = progress([])
        for part in parts.values():
            total += progress(part)
        assert total == whole
    assert whole.delivered + whole.dropped + whole.late <= whole.total


@pytest.mark.parametrize(("written", "words"), [("started", "开始办理"), ("begun", "begun")])
def test_what_a_correction_is_about_is_told_even_if_its_word_is_none(
    written: str, words: str
) -> None:
    corrects = {"on": "2025-06-02", "type": written}
    event = {"on": "2026-01-10", "type": "corrected", "note": "日期写错", "corrects": corrects}
    told = pairing(items=[{"events": [*HISTORY, event]}]).items[0].events[-1]
    assert told.corrected_words == f"2025-06-02 {words}"


@pytest.mark.parametrize(("day", "told"), [(14, ""), (15, ""), (16, "2026-03-15")])
def test_when_a_pairing_ended_is_told_when_it_has(day: int, told: str) -> None:
    on = date(2026, 3, day)
    here = site(community(), pairing(until="2026-03-15"), today=on).published()
    edition = Edition(here, {})
    (row,) = PAIRINGS.rows(edition)
    node = BY_NAME[Pairing.kind].presenter.node(edition, here.of(Pairing)["alpha"])
    assert str(row["until"] or "") == told
    assert node is not None
    assert node.get("dissolutionDate", "") == told


@pytest.mark.parametrize("kind", ["pairing", "community"])
def test_a_pairing_of_which_no_item_is_written_has_no_numbers(kind: str) -> None:
    """Not known is not nothing: 0/0 would say that nothing was promised."""
    found = {}
    for items in ([], [{"events": HISTORY}]):
        here = site(community(), pairing(items=items))
        made = BY_NAME[kind].presenter.pages(Edition(here, {}))
        body = str(made[urls.url(here.kind(kind)["alpha"])]().body)
        found[len(items)] = ("共建事项未填报" in body, "pairing-sums" in body)
    assert found == {0: (True, False), 1: (False, True)}

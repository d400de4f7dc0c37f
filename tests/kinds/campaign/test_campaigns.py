"""Where a campaign is on a day, and what happened in it: nothing is told twice or lost."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.derive.facts import Facts
from campaign.derive.happenings import Happening, Sort
from campaign.exchange.feeds import Item
from campaign.exchange.subscriptions import feeds
from campaign.kinds.campaign import Campaign, story
from campaign.kinds.campaign.facts import Phase, standing
from campaign.reading import records
from campaign.render.edition import Edition
from campaign.verbs import report
from values import community, honour, honour_kind, site

BASIC = Path(__file__).parents[2] / "site/basic"


def made(**fields: object) -> Campaign:
    base = {"id": "clean", "title": "卫生城市", "summary": "城" * 20, "start": "2025-03-05"}
    return Campaign.model_validate({**base, **fields})


WHOLE = made(
    rounds=[{"title": "摸底", "start": "2025-03-05"}, {"title": "建设", "start": "2025-07-01"}],
    inspections=[{"date": "2025-09-01", "by": "office", "result": "七条合格"}],
    inspection_date="2026-07-10",
    outcome={"on": "2026-08-01", "text": "通过"},
)


@pytest.mark.parametrize(
    ("on", "phase", "round_", "next_", "final"),
    [
        ("2025-03-04", Phase.AHEAD, "", "2025-09-01", "2026-07-10"),
        ("2025-03-05", Phase.UNDER_WAY, "摸底", "2025-09-01", "2026-07-10"),
        ("2025-09-01", Phase.UNDER_WAY, "建设", None, "2026-07-10"),
        ("2026-07-09", Phase.UNDER_WAY, "建设", None, "2026-07-10"),
        ("2026-07-10", Phase.WAITING, "建设", None, None),
        ("2026-08-01", Phase.DECIDED, "", None, None),
    ],
)
def test_a_campaign_through_its_life(
    on: str, phase: Phase, round_: str, next_: str | None, final: str | None
) -> None:
    found = standing(WHOLE, date.fromisoformat(on))
    days = [str(day) if day else None for day in (found.next, found.final)]
    assert (found.phase, found.round, *days) == (phase, round_, next_, final)


def test_before_its_day_nobody_knows_what_an_inspection_found() -> None:
    known = WHOLE.as_of(date(2025, 8, 31))
    assert [item.result for item in known.inspections] == [None]
    assert known.outcome is None
    assert WHOLE.as_of(date(2026, 8, 1)) == WHOLE


# What happened


def lost_and_named() -> Facts:
    return Facts(
        site(
            honour_kind(),
            community("alpha", name="甲社区"),
            community("beta", name="乙社区"),
            community("gamma", name="丙社区"),
            honour("2025-11-20 named, 2026-04-10 revoked"),
            honour("2026-04-12 named", to="beta"),
            honour("2026-04-12 named", to="gamma"),
        )
    )


def test_what_befell_several_on_a_day_is_told_once_and_counted_for_each() -> None:
    named = [h for h in story.happenings(lost_and_named()) if h.sort is Sort.NAMED]
    assert [(h.count, h.title) for h in named] == [
        (2, "乙社区、丙社区：city命名"),
        (1, "甲社区：city命名"),
    ]


def test_what_is_lost_stands_first() -> None:
    found = lost_and_named()
    changed = story.changed(story.happenings(found), date(2026, 3, 31), found.site.today)
    first, items = story.by_sort(changed)[0]
    assert first is Sort.LOST
    assert [item.title for item in items] == ["甲社区：city摘牌"]
    assert items[0].address == "communities/alpha/"


def test_a_private_person_is_named_nowhere() -> None:
    kind = honour_kind(subjects=["person"])
    facts = Facts(site(kind, honour("2026-04-01 named", subject="person", to="wang")))
    told = [h for h in story.happenings(facts) if h.sort is Sort.NAMED]
    assert len(told) == 1
    assert "wang" not in f"{told[0].title}{told[0].text}{told[0].key}{told[0].address}"


@pytest.mark.parametrize(
    ("subject", "words"), [("person", "个人 3 名"), ("household", "家庭 3 户")]
)
def test_those_who_are_not_named_are_counted(subject: str, words: str) -> None:
    given = [honour("2026-04-01 named", subject=subject, to=f"n{n}") for n in range(3)]
    facts = Facts(site(honour_kind(subjects=[subject]), *given))
    (told,) = (h for h in story.happenings(facts) if h.sort is Sort.NAMED)
    assert (told.title.split("：")[0], told.text, told.count) == (words, "", 3)


DAYS = st.dates(date(2025, 1, 1), date(2026, 12, 31))


@given(
    st.lists(st.tuples(DAYS, st.sampled_from(Sort), st.integers(1, 9)), max_size=30),
    DAYS,
    st.integers(0, 400),
    st.integers(0, 400),
)
def test_two_periods_add_up_to_the_whole(
    items: list[tuple[date, Sort, int]], start: date, one: int, two: int
) -> None:
    found = [Happening(f"h{n}", on, sort, "", count=c) for n, (on, sort, c) in enumerate(items)]
    middle = start + timedelta(days=one)
    end = middle + timedelta(days=two)
    whole = story.changed(found, start, end)
    parts = [*story.changed(found, start, middle), *story.changed(found, middle, end)]
    assert sorted(h.key for h in parts) == sorted(h.key for h in whole)
    assert sum(len(group) for _, group in story.by_sort(whole)) == len(whole)


@given(DAYS)
def test_quarters_follow_each_other(today: date) -> None:
    lately, quarter, before = story.periods(today)
    assert (lately.until - lately.after).days == 30
    assert before.until == quarter.after
    assert quarter.after < today <= quarter.until
    assert (before.after + timedelta(days=1)).day == 1


@pytest.fixture(scope="module")
def edition() -> Edition:
    found, _ = records.load(BASIC)
    assert found is not None
    return Edition(found.published(), {})


def test_the_history_tells_each_item_that_was_done_in_the_sum_of_its_month(
    edition: Edition,
) -> None:
    found = story.happenings(edition.facts)
    done = Counter(f"{h.on:%Y-%m}" for h in found if h.sort is Sort.DELIVERED)
    sums = [h for h in story.history(edition.facts) if h.sort is Sort.DELIVERED]
    assert {h.key: h.title for h in sums} == {
        f"month-{month}": f"{int(month[-2:])} 月兑现和办结 {count} 项"
        for month, count in done.items()
    }
    assert any("结对共建 1 项" in h.text for h in sums)


def test_keys_of_what_happened_are_never_shared(edition: Edition) -> None:
    keys = [h.key for h in story.happenings(edition.facts)]
    assert len(keys) == len(set(keys)) > 5


def test_the_feed_of_changes_adds_nothing_to_that_of_the_site(edition: Edition) -> None:
    made_by = feeds(edition)
    own: tuple[Item, ...] = made_by["campaigns/"]().items
    assert own
    assert not {item.id for item in own} & {item.id for item in made_by[""]().items}


def test_the_report_says_that_nothing_was_lost(edition: Edition) -> None:
    page = report.page(edition.site, [], [])
    assert "近 30 天的变化" in page
    assert "摘牌和终止 0" in page

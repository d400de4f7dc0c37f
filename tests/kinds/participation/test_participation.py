"""Participation: parts add up, what is missing is said, and what was published stays."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.build import kind_pages
from campaign.kinds.district import District
from campaign.kinds.indicator.facts import figure
from campaign.kinds.indicator.standards import Verdict, answer, standards
from campaign.kinds.participation import Participation
from campaign.kinds.participation.facts import share
from campaign.reading import records
from campaign.render.edition import Edition
from values import TODAY, community, indicator, site

FIELDS: dict[str, Any] = {
    "scope": "district",
    "districts": ["east", "west"],
    "formula": {"name": "participation"},
    "target": {"op": ">=", "value": "80"},
    "precision": 1,
}
RATES = indicator("rates", **FIELDS)
Numbers = tuple[str, int, int]


def table(rows: Sequence[Numbers], id: str = "spring", **more: Any) -> Participation:
    fields = {"title": "参评数据", "indicator": "rates", "period": "2026-03", "date": "2026-04-03"}
    rest = {"unit": "户", "method": "逐户登记"}
    lines = [{"community": place, "count": count, "of": of} for place, count, of in rows]
    return Participation.model_validate({"id": id, **fields, **rest, "rows": lines, **more})


PLACES = (community("a"), community("b"), community("c", district="west"))


def test_the_city_is_the_sum_of_numerators_over_the_sum_of_denominators() -> None:
    """Not the mean of the rates, which would be 50 %."""
    here = site(RATES, *PLACES, table([("a", 90, 100), ("b", 1, 10), ("c", 5, 10)]))
    found = figure(here, RATES, TODAY)
    assert found is not None
    assert (found.text, found.fraction, found.source) == ("80.0", "96/120", "3 个居委合计")


def test_a_sum_says_of_how_many_committees_it_is() -> None:
    here = site(RATES, *PLACES, table([("a", 9, 10)]))
    found = figure(here, RATES, TODAY)
    assert found is not None
    assert found.source == "应报 3 个居委，已报 1 个"
    assert answer(here, RATES, "west").verdict is Verdict.UNKNOWN


def test_a_committee_stands_by_its_last_report() -> None:
    older = table([("a", 7, 10), ("b", 8, 10)], "winter", period="2025-12", date="2026-01-12")
    here = site(RATES, *PLACES, older, table([("a", 9, 10)]))
    known = {item.id: figure(here, RATES, TODAY, item.id) for item in PLACES}
    told = {id: (f.text, f.when) for id, f in known.items() if f}
    assert told == {"a": ("90.0", "2026 年 3 月"), "b": ("80.0", "2025 年 12 月")}


@pytest.mark.parametrize(("on", "words"), [("2026-04-02", None), ("2026-04-03", "90.0")])
def test_nothing_is_known_before_it_is_published(on: str, words: str | None) -> None:
    here = site(RATES, *PLACES, table([("a", 9, 10)]))
    found = figure(here, RATES, date.fromisoformat(on), "a")
    assert (found.text if found else None) == words


def test_a_past_sum_is_of_the_districts_of_its_period() -> None:
    former = [{"until": "2026-03-31", "districts": ["east", "west"]}]
    narrowed = indicator("rates", **{**FIELDS, "districts": ["east"], "terms_history": former})
    later = table([("a", 8, 10), ("c", 1, 10)], "later", period="2026-04-10", date="2026-04-15")
    march = table([("a", 9, 10), ("c", 5, 10)])
    here = site(narrowed, *PLACES, march, later)
    found = [share(here, record) for record in (march, later)]
    assert [(f.count, f.of) for f in found if f] == [(14, 20), (8, 10)]


def test_a_committee_has_the_standard_though_districts_are_judged() -> None:
    here = site(RATES, *PLACES, table([("a", 9, 10), ("b", 7, 10)]))
    verdicts = [standards(here, item)[0].verdict for item in PLACES]
    assert verdicts == [Verdict.MET, Verdict.GAP, Verdict.UNKNOWN]


def test_what_was_typed_holds_until_tables_count() -> None:
    """A past figure is the one that was published then, with its source."""
    typed = [{"subject": "east", "period": "2026-03", "value": "78.9", "source": "汇总表"}]
    former = [{"until": "2026-04-10", "typed": "yes"}]
    rates = indicator("rates", **FIELDS, values=typed, terms_history=former)
    here = site(rates, *PLACES, table([("a", 75, 95), ("b", 0, 1)]))
    told = [
        (f.text, f.source)
        for on in (date(2026, 4, 10), TODAY)
        if (f := figure(here, rates, on, "east"))
    ]
    assert told == [("78.9", "汇总表"), ("78.1", "2 个居委合计")]


def test_tables_tell_of_a_figure_that_nobody_had_typed_yet() -> None:
    """Else one page said that it was not reported while another told of it."""
    typed = [{"subject": "east", "period": "2026-02", "value": "78.9", "source": "汇总表"}]
    former = [{"until": "2026-04-10", "typed": "yes"}]
    on = date(2026, 4, 10)
    for values in ([], typed):
        rates = indicator("rates", **FIELDS, values=values, terms_history=former)
        for one in (rates, rates.as_of(on)):
            here = site(one, *PLACES, table([("a", 75, 95), ("b", 0, 1)]))
            found = figure(here, one, on, "east")
            assert found is not None
            assert (found.text, found.fraction) == ("78.1", "75/96")
            assert bool(figure(here, one, date(2026, 4, 2), "east")) == bool(values)


ROWS = st.lists(
    st.tuples(st.sampled_from("abc"), st.integers(0, 50), st.integers(50, 99)),
    unique_by=lambda row: row[0],
    min_size=1,
)


@given(ROWS)
def test_districts_add_up_to_the_city(rows: list[Numbers]) -> None:
    record = table(rows)
    districts = [
        District.model_validate({"id": id, "name": id, "kind": "town", "order": n})
        for n, id in enumerate(("east", "west"))
    ]
    here = site(RATES, *PLACES, *districts, record)
    whole = share(here, record)
    parts = [found for d in districts if (found := share(here, record, d.id))]
    assert whole is not None
    assert whole.count == sum(part.count for part in parts)
    assert whole.of == sum(part.of for part in parts)
    assert whole.reported == sum(part.reported for part in parts) == len(rows)
    rates = [part.percent for part in parts]
    assert min(rates) <= whole.percent <= max(rates)
    assert whole.percent == Decimal(100) * whole.count / whole.of


# What readers see

BASIC = Path(__file__).parents[2] / "site/basic"


def test_a_table_and_the_community_tell_the_same() -> None:
    found, _ = records.load(BASIC)
    assert found is not None
    pages = kind_pages.pages(Edition(found.published(), {}))
    table_page = str(pages["participation/families-2026-03/"]().body)
    place = str(pages["communities/alpha/"]().body)
    assert all("85.5%" in text and "171/200" in text for text in (table_page, place))
    assert "1 个居委合计" in table_page

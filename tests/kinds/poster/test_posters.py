"""Posters: how they stand, what their sheet says, and what hangs where."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from campaign.kinds.org import Org
from campaign.kinds.poster import KIND, Poster
from campaign.kinds.poster.facts import State, posters, state
from campaign.kinds.poster.page import PosterPresenter, figures, what_hangs_where
from campaign.kinds.poster.record import Size
from campaign.kinds.vocab import Vocab
from campaign.render.edition import Edition
from campaign.site import Site
from values import TODAY, community, indicator, site

KINDS = Vocab.model_validate(
    {
        "id": "publicity-places",
        "title": "阵地",
        "items": [{"id": "screen", "label": "电子屏"}, {"id": "board", "label": "宣传栏"}],
    }
)
OFFICE = Org.model_validate({"id": "office", "name": "示例办公室", "level": "city"})
GATE = {"place": "南门", "kind": "board", "community": "alpha"}
STATION = {"place": "车站", "kind": "screen"}


def poster(id: str, start: str, end: str, *places: dict[str, str], **fields: Any) -> Poster:
    base = {"title": f"宣传品{id}", "size": "A3", "headline": "路修到家门口", "issuer": "office"}
    period = {"from": start, "to": end}
    return Poster.model_validate({"id": id, **base, "period": period, "places": places, **fields})


def made(*records: Poster, **more: Any) -> Site:
    return site(KINDS, OFFICE, community(), *records, **more)


@pytest.mark.parametrize(
    ("start", "end", "removed", "wanted"),
    [
        ("2026-04-21", "2026-05-01", None, State.AHEAD),
        ("2026-04-20", "2026-04-20", None, State.HANGING),
        ("2026-04-01", "2026-04-19", None, State.OVERDUE),
        ("2026-04-01", "2026-04-19", "2026-04-20", State.REMOVED),
        ("2026-04-01", "2026-05-01", "2026-04-10", State.REMOVED),
    ],
)
def test_the_state_follows_from_the_days(
    start: str, end: str, removed: str | None, wanted: State
) -> None:
    assert state(poster("x", start, end, removed=removed), TODAY) is wanted


def test_nobody_knows_before_the_day_that_it_was_taken_down() -> None:
    one = poster("x", "2026-04-01", "2026-04-10", removed="2026-04-15")
    shown = made(one, today=date(2026, 4, 14)).published().of(Poster)["x"]
    assert shown.removed is None
    assert state(shown, date(2026, 4, 14)) is State.OVERDUE


def test_what_is_to_be_changed_comes_first_then_the_newest() -> None:
    here = made(
        poster("ahead", "2026-05-01", "2026-06-01"),
        poster("old", "2026-04-01", "2026-06-01"),
        poster("new", "2026-04-15", "2026-06-01"),
        poster("over", "2026-01-01", "2026-03-01"),
    )
    assert [item.id for item in posters(Edition(here, {}).facts)] == ["over", "new", "old", "ahead"]


def test_each_place_shows_what_hangs_there_now() -> None:
    here = made(
        poster("before", "2026-01-01", "2026-03-01", GATE, STATION, removed="2026-03-02"),
        poster("now", "2026-03-02", "2026-06-01", GATE),
    )
    view = what_hangs_where(Edition(here, {}))
    found = [
        (k["label"], s["place"], s["poster"]["title"], s["poster"]["state"])
        for k in view["kinds"]
        for s in k["spots"]
    ]
    assert found == [
        ("电子屏", "车站", "宣传品before", "removed"),
        ("宣传栏", "南门", "宣传品now", "hanging"),
    ]


def test_the_figures_of_a_sheet_are_those_of_the_site() -> None:
    value = {"period": "2026-03", "value": "75.5", "source": "台账"}
    known, lacking = indicator("known", values=[value], precision="1"), indicator("lacking")
    one = poster("x", "2026-04-01", "2026-06-01", indicators=["known", "lacking", "nowhere"])
    found = figures(Edition(site(known, lacking, one), {}), one)
    assert [(line["value"], line["note"]) for line in found] == [
        ("75.5%", "2026 年 3 月"),
        ("未填报", ""),
    ]


@pytest.mark.parametrize("size", Size)
def test_a_sheet_has_its_size_its_words_and_its_code(size: Size) -> None:
    one = poster("x", "2026-04-01", "2026-06-01", GATE, size=size.value, lines=["一", "二"])
    html = str(PosterPresenter(KIND).body(Edition(made(one), {}), one, "../../"))
    assert f"poster-sheet--{size.value.lower()}" in html
    assert "路修到家门口" in html
    assert 'alt="本宣传品网页的二维码"' in html
    assert "<li>一</li><li>二</li>" in html


@pytest.mark.parametrize("indicators", [[], ["roads"]])
def test_only_a_sheet_with_figures_speaks_of_them(indicators: list[str]) -> None:
    record = poster("x", "2026-04-01", "2026-05-01", indicators=indicators)
    here = made(record, indicator("roads"))
    body = str(PosterPresenter(KIND).body(Edition(here, {}), record, "../../"))
    told = [words in body for words in ("扫码看数字的出处", "上面的数字", "扫码看本页")]
    assert told == ([True, True, False] if indicators else [False, False, True])

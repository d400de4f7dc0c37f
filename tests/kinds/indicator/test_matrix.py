"""Communities by standards: what a cell says, and sums that are those of the indicators' page."""

from __future__ import annotations

import csv
import io
from collections import Counter
from dataclasses import replace
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign import urls
from campaign.derive.facts import Facts
from campaign.exchange import spreadsheets
from campaign.kinds.district import District
from campaign.kinds.indicator import Indicator, matrix_page
from campaign.kinds.indicator.addresses import MATRIX_CSV, MATRIX_WORKBOOK
from campaign.kinds.indicator.matrix import lines, totals
from campaign.kinds.indicator.standards import Verdict, answers, for_communities, tally
from campaign.model.origin import Origin, Prose
from campaign.render.edition import Edition
from campaign.site import Site
from values import TODAY, community, indicator, site

SCHOOL: dict[str, Any] = {
    "kind": "computed",
    "scope": "community",
    "unit": "所",
    "formula": {"name": "facility_count", "kinds": ["school"]},
    "target": {"value": "1"},
}
LISTED = [{"kind": "school", "name": "学校"}]
PAGE = "tasks/matrix.md"


def measured(*values: tuple[str, str, str]) -> Indicator:
    reported = [{"subject": s, "period": p, "value": v, "source": "台账"} for s, v, p in values]
    fields: dict[str, Any] = {"scope": "community", "target": {"value": "80"}, "values": reported}
    return indicator("rate", **fields)


def city() -> Site:
    return site(
        District(id="east", name="东街", kind="office", order=1),
        indicator("school", **SCHOOL),
        measured(("alpha", "81", "2026-01"), ("beta", "79", "2026-02")),
        community("alpha", facilities=LISTED),
        community("beta", facilities=[]),
        community("gamma"),
    )


def edition(here: Site, by: str = "district") -> Edition:
    text = f"# 标准矩阵\n\n[[matrix by={by}]]\n"
    prose = Prose(Origin(f"docs/{PAGE}", body=text), "标准矩阵", True)
    return Edition(replace(here, prose={PAGE: prose}), {})


def shown(here: Site, by: str = "district") -> str:
    return str(matrix_page.BLOCK(edition(here, by), "../", {"by": by}))


def test_a_cell_says_its_value_and_how_it_stands() -> None:
    html = shown(city())
    for words in ("1所", "81%", "79%", "✓ 达标", "△ 有差距", "？ 未填报"):
        assert words in html
    assert "<b>1</b>/3 达标<small>有差距 1，未填报 1</small>" in html


def test_what_a_standard_does_not_ask_is_said_and_not_counted() -> None:
    here = city()
    elsewhere = indicator("school", **SCHOOL, districts=["west"])
    here.records["indicator"]["school"] = elsewhere
    assert "不适用" in shown(here)
    assert totals(lines(Facts(here)), elsewhere) == Counter()


def test_sources_are_told_once_and_cells_lead_to_them() -> None:
    html = shown(city())
    assert html.count("由社区资料计算") == 1
    for number, when in ((2, "2026 年 2 月"), (3, "2026 年 1 月")):
        assert f'<li id="source-{number}">台账，{when}</li>' in html
        assert html.count(f'href="#source-{number}"') == 1


def test_most_gaps_come_first_where_it_is_ordered_by_gaps() -> None:
    html = shown(city(), "gap")
    assert [html.index(f">{name}</a>") for name in ("beta", "gamma", "alpha")] == sorted(
        html.index(f">{name}</a>") for name in ("alpha", "beta", "gamma")
    )


states = st.sampled_from(["met", "gap", "unknown", "elsewhere"])


@given(st.lists(st.tuples(states, states), max_size=12))
def test_sums_are_those_of_the_indicators(found: list[tuple[str, str]]) -> None:
    """Of every standard, over all and over the parts of both orders."""
    facilities = {"met": {"facilities": LISTED}, "gap": {"facilities": []}, "unknown": {}}
    places = [
        community(
            f"c{n}",
            district="west" if school == "elsewhere" else f"d{n % 3}",
            **facilities.get(school, {}),
        )
        for n, (school, _) in enumerate(found)
    ]
    rates = {"met": "90", "gap": "10"}
    values = [(f"c{n}", rates[r], "2026-01") for n, (_, r) in enumerate(found) if r in rates]
    districts = ["d0", "d1", "d2"]
    here = site(*places, measured(*values), indicator("school", **SCHOOL, districts=districts))
    made = edition(here)
    whole = lines(made.facts)
    for item in for_communities(here):
        expected = tally(answers(here, item))
        assert totals(whole, item) == expected
        for by in matrix_page.ORDERS:
            groups = matrix_page.groups(made, {"by": by})
            assert sum((totals(g.items, item) for g in groups), Counter[Verdict]()) == expected


def test_the_table_is_taken_away_as_it_stands() -> None:
    files = {item.path: item.data for item in matrix_page.files(edition(city()))}
    assert list(files) == [MATRIX_CSV, MATRIX_WORKBOOK]
    text = files[MATRIX_CSV].decode("utf-8-sig")
    heads, *rows = csv.reader(io.StringIO(text))
    alpha = next(row for row in rows if row[0] == "alpha")
    assert dict(zip(heads, alpha, strict=True))["rate（%）"] == "81.0"
    gamma = next(row for row in rows if row[0] == "gamma")
    assert gamma[2:] == ["", "未填报", "", "", "未填报", ""]


def test_a_site_without_the_page_has_no_files() -> None:
    assert list(matrix_page.files(Edition(city(), {}))) == []


def test_what_looks_like_a_formula_stays_text_in_both_files() -> None:
    made = [["社区"], ["=1+1"]]
    assert "'=1+1" in spreadsheets.csv_file(made).decode()
    with ZipFile(io.BytesIO(spreadsheets.workbook("表", TODAY, made))) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet


def test_a_long_list_goes_on_on_further_sheets() -> None:
    many = [community(f"c{n}", facilities=LISTED) for n in range(151)]
    made = edition(site(indicator("school", **SCHOOL), *many))
    further = dict(matrix_page.BLOCK.further(made))
    assert list(further) == ["tasks/matrix-by-district_2/"]
    assert len(matrix_page.BLOCK.cut(made, {})[0][0].items) == 150
    first = str(matrix_page.BLOCK(made, "../", {}))
    assert "全部 151 个社区" in first
    assert urls.further("tasks/matrix-by-district/", 2) in first


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("标准矩阵", "标准矩阵"),
        ("甲[乙]/丙:丁*戊?己\\庚", "甲 乙  丙 丁 戊 己 庚"),
        ("'引号'", "引号"),
        ("长" * 40, "长" * 31),
        ("???", "1"),
    ],
)
def test_a_sheet_has_a_name_that_excel_takes(title: str, name: str) -> None:
    assert spreadsheets.sheet_name(title) == name
    with ZipFile(io.BytesIO(spreadsheets.workbook(title, TODAY, [["甲"]]))) as book:
        assert name in book.read("xl/workbook.xml").decode()

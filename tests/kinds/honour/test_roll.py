"""The roll of honour: every honour once in every order, and the same as data."""

from __future__ import annotations

import gzip
import io
import json
import re
import zipfile
from collections import Counter
from dataclasses import replace
from html import unescape
from typing import Any
from xml.etree import ElementTree

import pytest

import values
from campaign.kinds.district import District
from campaign.kinds.honour import Honour, disclosure, plaques, roll, roll_filter, rolldata, years
from campaign.kinds.honour.addresses import ROLL_DATA, ROLL_WORKBOOK
from campaign.kinds.honour.facts import COUNTED, count_words, standing, standings
from campaign.kinds.honour.lifecycle import State
from campaign.render.edition import Edition
from campaign.render.outputs import Page
from rolls import ORDERS, edition

LONG = 3000
ROW = re.compile(r'<tr class="roll__row.*?</tr>', re.DOTALL)
LINK = r'<a href="[./]*honours/([a-z-]+)(?:_\d+)?/#([a-z0-9-]+)"'
HONOUR = re.compile(f'<td data-label="荣誉">{LINK}')


@pytest.fixture(scope="module")
def long() -> Edition:
    return edition(LONG)


def listed(html: str) -> list[str]:
    """The honours on a page, in order."""
    return [f"{kind}/{stem}" for kind, stem in HONOUR.findall(html)]


@pytest.fixture(scope="module")
def further(long: Edition) -> list[Page]:
    return [make() for _, make in roll.further_pages(long)]


def first_sheet(found: Edition, by: str) -> str:
    return str(roll.sheet(found, roll.roll(found, by), 1, "../", roll_filter.form(found)))


@pytest.mark.parametrize("by", ORDERS)
def test_three_thousand_honours_stand_once_each_on_short_pages(
    long: Edition, further: list[Page], by: str
) -> None:
    rest = [str(page.body) for page in further if page.path.startswith(f"honours/by-{by}_")]
    pages = [first_sheet(long, by), *rest]
    names = [name for page in pages for name in listed(page)]
    assert Counter(names) == Counter(long.site.of(Honour).keys())
    assert len(pages) == LONG // 150
    assert all(len(ROW.findall(page)) <= 150 for page in pages)


def test_pages_grow_with_the_roll_and_no_faster(further: list[Page]) -> None:
    half = [make() for _, make in roll.further_pages(edition(LONG // 2))]
    weights = [sum(len(page.body) for page in pages) for pages in (half, further)]
    assert weights[1] < 2.3 * weights[0]


def test_further_pages_stand_where_no_id_can_and_are_no_search_results(
    further: list[Page],
) -> None:
    for page in further:
        assert re.fullmatch(r"honours/by-[a-z]+_\d+/", page.path)
        assert page.is_listing


def test_an_order_that_no_page_asks_for_has_no_pages() -> None:
    found = edition(400, {"honours/index.md": "[[honours]]"})
    assert dict(roll.further_pages(found)).keys() == {
        "honours/by-level_2/",
        "honours/by-level_3/",
    }
    assert roll.homes(found) == {"level": "honours/"}


def test_delisted_honours_stay_and_the_never_named_come_last() -> None:
    found = edition(70)
    groups = roll.groups(found, standings(found.facts), "level")
    assert [group.label for group in groups] == [
        *("国家级", "省级", "市级", "区级", "街道级", "推荐和公示中", "未获命名")
    ]
    assert any(item.state is State.REVOKED for group in groups[:5] for item in group.items)
    assert {item.state for item in groups[5].items} == {State.RECOMMENDED}
    assert {item.state for item in groups[6].items} == {State.WITHDRAWN}


def test_years_go_back_and_districts_stand_in_their_order() -> None:
    found = edition(300)
    years = [g.label for g in roll.groups(found, standings(found.facts), "year")[:-2]]
    assert years == sorted(years, reverse=True)
    places = [g.label for g in roll.groups(found, standings(found.facts), "district")[:-2]]
    assert places == [item.name for item in found.site.of(District).values()]


def test_a_year_end_is_cut_into_pages_too() -> None:
    found = edition(1000)
    pages = [make() for _, make in years.pages(found, 2025)]
    assert [page.path for page in pages[:2]] == ["honours/2025/", "honours/2025_2/"]
    names = [name for page in pages for name in listed(str(page.body))]
    assert len(names) == len(set(names))
    assert [page.is_listing for page in pages] == [False, *(True for _ in pages[1:])]


def number(option: dict[str, Any]) -> int:
    """How many an option says that there are."""
    return int(re.findall(r"(\d+) 项", option["count"])[0])


def test_the_filter_offers_what_the_roll_holds_with_numbers() -> None:
    found = edition(70)
    fields = {field["id"]: field["options"] for field in roll_filter.form(found)["fields"]}
    held = sum(item.state.is_active for item in standings(found.facts))
    totals = {name: sum(map(number, options)) for name, options in fields.items()}
    assert totals == {"level": held, "kind": held, "district": held, "year": held, "state": 70}
    assert all(number(option) for option in fields["state"])
    assert [o["id"] for o in fields["year"]] == sorted(o["id"] for o in fields["year"])[::-1]


def test_the_filter_speaks_of_states_as_the_rows_do() -> None:
    for item in standings(edition(200).facts):
        label = plaques.KEY_LABELS[plaques.state_key(item)]
        assert plaques.state_label(item).startswith(label)


def test_the_word_of_the_sum_is_that_of_no_single_state() -> None:
    """119 of a state beside a sum of 120, under one word, were a contradiction."""
    states = next(f for f in roll_filter.form(edition(200))["fields"] if f["id"] == "state")
    assert COUNTED[0] not in [option["label"] for option in states["options"]]


def test_honours_are_counted_in_words_and_nominations_apart() -> None:
    kind = values.honour_kind()
    items = [
        standing(values.honour(life, to=to), kind, values.TODAY)
        for to, life in (
            ("alpha", "2020-01-01 named"),
            ("beta", "2020-01-01 named, 2021-01-01 rectify"),
            ("gamma", "2020-01-01 recommended"),
            ("delta", "2020-01-01 named, 2021-01-01 revoked"),
            ("epsilon", "2020-01-01 recommended, 2021-01-01 withdrawn"),
        )
    ]
    assert count_words(items) == "有效 2 项，推荐和公示中 1 项，未获命名和不再有效 2 项"
    assert count_words(items[:1]) == "有效 1 项"
    assert count_words([]) == "有效 0 项"


def test_a_filter_says_how_many_are_in_force_and_keeps_what_is_nominated_only() -> None:
    here = values.site(
        values.honour_kind("city"),
        values.honour_kind("province", level="province"),
        values.community(),
        values.honour("2020-01-01 named"),
        values.honour("2020-01-01 recommended", kind="province"),
    )
    level = next(f for f in roll_filter.form(Edition(here, {}))["fields"] if f["id"] == "level")
    assert [(o["label"], o["count"]) for o in level["options"]] == [
        ("省级", "有效 0 项"),
        ("市级", "有效 1 项"),
    ]


# The data


def unpacked(data: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows as the script reads them."""
    rows = data["rows"]
    return [
        {
            "id": f"{data['kinds'][rows['kind'][n]][0]}/"
            f"{rows['anchor'][n] or data['subjects'][rows['subject'][n]][1]}",
            "name": data["subjects"][rows["subject"][n]][0],
            "district": data["subjects"][rows["subject"][n]][2],
            "words": data["words"][rows["words"][n]],
            "state": data["states"][rows["state"][n]][1],
            "named": rows["named"][n],
            "rank": rows["subject"][n],
        }
        for n in range(len(rows["subject"]))
    ]


def published(found: Edition) -> dict[str, bytes]:
    return {output.path: output.data for output in rolldata.files(found)}  # type: ignore[misc]


def test_the_data_hold_the_same_rows_as_the_pages(long: Edition) -> None:
    data = json.loads(published(long)[ROLL_DATA])
    rows = unpacked(data)
    assert [row["id"] for row in rows] == [item.honour.id for item in standings(long.facts)]
    assert [row["words"] for row in rows] == [
        plaques.state_label(item) for item in standings(long.facts)
    ]
    assert {row["district"] for row in rows} <= {id for id, *_ in data["districts"]}


def test_the_data_of_three_thousand_honours_are_small(long: Edition) -> None:
    data = published(long)[ROLL_DATA]
    assert len(gzip.compress(data, mtime=0)) <= 40_000


def test_subjects_are_numbered_in_the_order_of_their_pinyin(long: Edition) -> None:
    subjects = rolldata.data(long)["subjects"]
    assert [s[3] for s in subjects] == sorted(s[3] for s in subjects)
    assert subjects[0][0].startswith("百")


def test_a_place_name_is_read_as_its_community_says() -> None:
    community = values.community(name="重庆路社区", pinyin="chong qing lu she qu")
    site = values.site(community, values.honour_kind(), values.honour("2024-01-01 named"))
    assert rolldata.data(Edition(site, {}))["subjects"] == [
        ("重庆路社区", "alpha", "east", "chong qing lu she qu")
    ]


def test_a_hidden_name_is_in_no_file() -> None:
    honour = Honour.model_validate(
        {
            "id": "city/jin-si-que",
            "kind": "city",
            "subject": {"type": "person", "name": "金丝雀", "display": "none"},
            "events": [{"on": "2024-01-01", "type": "named"}],
        }
    )
    site = values.site(values.honour_kind(subjects=["person"]), honour)
    found = edition(5)
    hidden = Edition(replace(site, prose=found.site.prose), {})
    for data in published(hidden).values():
        for part in parts(data):
            assert "金丝雀" not in part
            assert "jin si que" not in part
            assert "jin-si-que" not in part, "nor the name of the file"


def parts(data: bytes) -> list[str]:
    """The texts in a file, which may be an archive."""
    if not data.startswith(b"PK"):
        return [data.decode()]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [archive.read(name).decode() for name in archive.namelist()]


def cells(data: bytes) -> list[list[str]]:
    """The rows of a workbook; Excel counts days from the end of 1899."""
    space = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        words = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
        sheet = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    texts = [item.findtext("x:t", "", space) for item in words.findall("x:si", space)]
    assert sheet.findall(".//x:f", space) == []
    return [
        [
            texts[int(c.findtext("x:v", "", space))]
            if c.get("t") == "s"
            else c.findtext("x:v", "", space)
            for c in row
        ]
        for row in sheet.findall(".//x:row", space)
    ]


def test_the_workbook_holds_every_honour_with_real_dates() -> None:
    found = edition(70)
    rows = cells(published(found)[ROLL_WORKBOOK])
    assert rows[0][:4] == ["获得者", "镇街", "级别", "荣誉"]
    assert len(rows) == 71
    first = standings(found.facts)[0]
    assert rows[1][0] == disclosure.holder(found.site, first.honour)
    assert first.named is not None
    assert str(first.named.toordinal() - 693594) in rows[1]


def test_the_same_roll_gives_the_same_workbook() -> None:
    assert rolldata.workbook(edition(70)) == rolldata.workbook(edition(70))


def test_a_workbook_names_nobody_and_no_moment_of_the_build() -> None:
    with zipfile.ZipFile(io.BytesIO(rolldata.workbook(edition(5)))) as archive:
        core = archive.read("docProps/core.xml").decode()
        assert {info.date_time[:3] for info in archive.infolist()} == {(1980, 1, 1)}
    assert re.findall(r"<(?:dc:creator|cp:lastModifiedBy)>(.*?)</", core) == ["", ""]
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)) == {"2026-04-20T00:00:00Z"}


def test_no_text_of_a_workbook_is_a_formula_or_a_link() -> None:
    for name in ("=1+1", "https://example.org/", "@SUM(A1)", "0012"):
        site = values.site(
            values.community(name=name), values.honour_kind(), values.honour("2024-01-01 named")
        )
        assert cells(rolldata.workbook(Edition(site, {})))[1][0] == name


@pytest.mark.parametrize(("name", "is_prefixed"), [("＝1+1", True), (" -1", True), ("甲", False)])
def test_what_looks_like_a_formula_stays_text_when_its_cell_is_edited(
    name: str, is_prefixed: bool
) -> None:
    site = values.site(
        values.community(name=name), values.honour_kind(), values.honour("2024-01-01 named")
    )
    with zipfile.ZipFile(io.BytesIO(rolldata.workbook(Edition(site, {})))) as archive:
        styles = archive.read("xl/styles.xml").decode()
    assert ('quotePrefix="1"' in styles) is is_prefixed


def test_a_site_without_a_roll_page_has_no_data() -> None:
    assert list(rolldata.files(edition(5, {"index.md": "欢迎"}))) == []


def test_a_hostile_name_is_escaped_on_the_page() -> None:
    name = '<img src=x onerror="window.__pwn=1">'
    site = values.site(
        values.community(name=name), values.honour_kind(), values.honour("2024-01-01 named")
    )
    found = Edition(replace(site, prose=edition(5).site.prose), {})
    page = first_sheet(found, "level")
    assert "<img" not in page
    assert name in unescape(page)

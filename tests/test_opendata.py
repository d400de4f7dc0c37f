"""Open data: the files, the dictionary that explains them, and what must never be in either."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.blocks.open_data import DICTIONARY
from campaign.exchange import Exchange, opendata, tables
from campaign.exchange.table import Column, Type
from campaign.kinds.community import Community
from campaign.render.edition import Edition
from editions import edition

BASE = "https://example.org/repo/"
KIND = """\
name: 好人
level: city
issuer: 示例委
subjects: [person]
publicity_days: 0
"""
DRAFT = "---\ntitle: 未定\nstatus: draft\n---\n"
PERSON = """\
subject: {{type: person, name: 王小明, display: {display}}}
events:
  - {{on: 2025-01-05, type: named, note: 王小明的事迹}}
"""


def table(folder: Path, name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((folder / f"site/data/{name}.json").read_text())["rows"]
    return rows


def rows_of(edition: Edition, name: str) -> list[dict[str, Any]]:
    found = next(table for table in tables.tables() if table.name == name)
    return [dict(row) for row in found.rows(edition)]


def persons(tmp_path: Path, display: str) -> Edition:
    files = {
        "showcases/honour-kinds/good.yml": KIND,
        "showcases/honours/good/wang-xiaoming.yml": PERSON.format(display=display),
    }
    return edition(tmp_path, files)


# Files and dictionary


@pytest.mark.parametrize("found", tables.tables(), ids=lambda found: found.name)
def test_both_forms_of_a_table_say_the_same_as_the_dictionary(
    built: Path, pages: dict[str, str], found: tables.columns.Table
) -> None:
    read = json.loads((built / f"site/data/{found.name}.json").read_text())
    text = (built / f"site/data/{found.name}.csv").read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    lines = list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"), newline="")))
    assert lines
    assert lines == [{k: opendata.written(v) for k, v in row.items()} for row in read["rows"]]
    section = pages["data/index.html"].split(f'id="{found.name}"')[1].split("</section>")[0]
    explained = re.findall(r'<th scope="row"><code>(.*?)</code></th>', section)
    assert explained == [column["name"] for column in read["columns"]] == list(lines[0])


def test_the_files_say_their_version_day_and_licence(built: Path) -> None:
    read = json.loads((built / "site/data/honours.json").read_text())
    assert read["schema_version"] == tables.SCHEMA_VERSION == 1
    assert read["as_of"] == "2026-04-20"
    assert read["licence"] == {"name": "示例许可", "url": "https://example.org/licence"}
    assert read["documentation"] == f"{BASE}data/#honours"


def test_the_dictionary_offers_every_file_and_states_the_licence(pages: dict[str, str]) -> None:
    html = pages["data/index.html"]
    for name in ("communities", "honours", "honour-events", "indicators"):
        for ending in ("csv", "json"):
            assert f'href="../data/{name}.{ending}"' in html
    assert '<a href="https://example.org/licence">示例许可</a>' in html


def test_without_a_licence_the_page_says_whom_to_ask(tmp_path: Path) -> None:
    made = edition(tmp_path)
    html = made.render(DICTIONARY, "../", tables.view(made))
    assert "许可：尚未公布，使用前请与示例办联系" in html
    found = opendata.json_file(made, tables.tables()[0], [])
    assert json.loads(found)["licence"] is None


def test_a_table_without_rows_is_offered_nowhere(tmp_path: Path) -> None:
    made = edition(tmp_path, {"docs/data/index.md": "---\ntitle: 数据\n---\n\n[[data]]\n"})
    lacking = {found.name for found in tables.tables() if tables.is_empty(made, found)}
    assert "lessons" in lacking
    assert "communities" not in lacking
    html = made.render(DICTIONARY, "../", tables.view(made))
    assert html.count("尚无数据") == len(lacking)
    given = {Path(o.path).stem for o in opendata.outputs(made)}
    assert given.isdisjoint(lacking)
    assert not [name for name in lacking if f"data/{name}.csv" in html]


def test_the_main_campaign_is_the_first_row(built: Path) -> None:
    main = table(built, "campaigns")[0]
    assert (main["id"], main["url"]) == ("main", f"{BASE}campaigns/")
    assert (main["title"], main["start"]) == ("示例称号", "2025-03-05")


def test_a_site_without_the_page_publishes_no_data(tmp_path: Path) -> None:
    made = edition(tmp_path, {"docs/data/index.md": None})
    assert not [o.path for o in Exchange(made).outputs() if o.path.startswith("data/")]


# Rows


def test_an_honour_has_one_row_as_it_stands_today(built: Path) -> None:
    rows = {row["id"]: row for row in table(built, "honours")}
    assert set(rows) == {"city-honour/alpha", "city-honour/beta", "site-honour/alpha"}
    alpha, beta = rows["city-honour/alpha"], rows["city-honour/beta"]
    assert (alpha["state"], alpha["active"], alpha["level"]) == ("active", True, "city")
    assert (alpha["named"], alpha["next_review"]) == ("2024-12-12", "2027-12-12")
    assert alpha["subject"] == "甲<b>社区</b> & “乙”"
    assert alpha["district"] == "东镇"
    assert (beta["state_label"], beta["active"], beta["since"]) == ("已摘牌", False, "2025-09-18")
    assert beta["next_review"] is None
    assert beta["url"] == f"{BASE}honours/city-honour/#beta"


def test_every_event_has_a_row_with_its_grounds(built: Path) -> None:
    rows = table(built, "honour-events")
    assert len(rows) == 8
    lost = next(row for row in rows if row["type"] == "revoked")
    assert (lost["honour_id"], lost["number"]) == ("city-honour/beta", 4)
    assert (lost["document"], lost["reason"]) == ("示文〔2025〕8号", "环境反弹")


def test_a_community_has_its_level_and_its_place(built: Path) -> None:
    alpha, beta = table(built, "communities")
    assert (alpha["id"], alpha["level_label"], alpha["honours"]) == ("alpha", "市级", 2)
    assert alpha["demonstration_site"] is True
    assert alpha["address"] == "东街 1 号"
    assert (beta["level"], beta["established"], beta["households"]) == (None, "2003-05", None)


def test_an_indicator_has_a_row_a_value_with_its_fraction(built: Path) -> None:
    rows = table(built, "indicators")
    share = [row for row in rows if row["indicator_id"] == "coverage"]
    assert [row["period"] for row in share][-3:] == ["2024-12-31", "2025-12-31", "2026-04-20"]
    assert (share[-1]["value"], share[-1]["numerator"], share[-1]["denominator"]) == (50, 1, 2)
    assert share[-1]["subject"] == "示例市"
    stations = {row["subject_id"]: row for row in rows if row["subject_type"] == "community"}
    assert stations["alpha"]["meets"] is True
    assert set(stations) == {"alpha", "beta"}


def test_measured_values_keep_their_period_and_source(tmp_path: Path) -> None:
    indicator = """\
    name: 满意度
    unit: "%"
    scope: city
    kind: survey
    values:
      - {period: 2025, value: 91.5, of: 100, n: 400, method: 入户, source: 示例调查}
      - {period: 2025, value: 88, source: 示例调查, subject: hidden}
      - {period: 2027, value: 99, source: 以后的调查}
    """
    made = edition(tmp_path, {"showcases/indicators/happy.yml": indicator})
    [row] = rows_of(made, "indicators")
    assert (row["period"], row["value"], row["numerator"]) == ("2025", 91.5, 91.5)
    assert (row["denominator"], row["sample"], row["method"]) == (100, 400, "入户")
    assert row["source"] == "示例调查"


def test_an_event_that_lies_ahead_is_not_told(tmp_path: Path) -> None:
    files = {
        "showcases/honour-kinds/city.yml": KIND.replace("person", "community"),
        "showcases/honours/city/alpha.yml": (
            "subject: {type: community, ref: alpha}\nevents:\n"
            "  - {on: 2026-01-05, type: named}\n  - {on: 2026-09-05, type: retained}\n"
        ),
    }
    made = edition(tmp_path, files)
    assert [row["type"] for row in rows_of(made, "honour-events")] == ["named"]


# What must not be told


@pytest.mark.parametrize(
    ("display", "shown"),
    [("full", "王小明"), ("mask", "王＊＊"), ("none", "已按本人意愿不再展示")],
)
def test_a_person_is_named_as_far_as_they_wish(tmp_path: Path, display: str, shown: str) -> None:
    made = persons(tmp_path, display)
    [row], [event] = rows_of(made, "honours"), rows_of(made, "honour-events")
    assert row["subject"] == event["subject"] == shown
    assert event["honour_id"] == row["id"]
    if display != "full":
        text = json.dumps([row, event], ensure_ascii=False)
        assert "小明" not in text
        assert "xiaoming" not in text


def test_a_shy_persons_name_is_in_no_feed_and_no_frame(tmp_path: Path) -> None:
    for output in Exchange(persons(tmp_path, "mask")).outputs():
        assert isinstance(output.data, bytes)
        text = output.data.decode()
        assert "小明" not in text, output.path
        assert "xiaoming" not in text, output.path


def test_a_page_that_is_still_a_draft_gives_nothing_away(tmp_path: Path) -> None:
    pages = {f"docs/{name}/index.md": DRAFT for name in ("data", "honours", "news")}
    paths = [output.path for output in Exchange(edition(tmp_path, pages)).outputs()]
    assert not [path for path in paths if path.startswith(("data/", "honours/", "news/", "embed/"))]


def test_what_is_not_published_is_in_no_table(built: Path) -> None:
    for path in (built / "site/data").iterdir():
        text = path.read_text(encoding="utf-8")
        assert "金丝雀" not in text
        assert "gamma" not in text
        assert "delta" not in text


# Cells


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "＠x", "  =cmd|' /C calc'!A0"],
)
def test_text_that_a_spreadsheet_would_run_is_only_text(text: str) -> None:
    assert opendata.written(text) == f"'{text}"


@given(st.text())
def test_no_cell_of_text_begins_like_a_formula(text: str) -> None:
    assert opendata.written(text)[:1] not in set("=+-@\t\r＝＋－＠")


def test_numbers_stay_numbers() -> None:
    assert [opendata.written(cell) for cell in (-1, -0.5, True, None)] == ["-1", "-0.5", "true", ""]


def test_a_hostile_name_stays_in_its_cell(tmp_path: Path) -> None:
    site = edition(tmp_path).facts.unwatched
    name = '=HYPERLINK("x"),"\n甲'
    changed = site.of(Community)["alpha"].model_copy(update={"name": name})
    records = {**site.records, "community": {"alpha": changed}}
    rows = tables.tables()[0].rows(Edition(replace(site, records=records), {}))
    text = opendata.csv_file(tables.tables()[0], rows).decode("utf-8-sig")
    [row] = csv.DictReader(io.StringIO(text, newline=""))
    assert row["name"] == f"'{name}"


@pytest.mark.parametrize(
    ("type", "value", "cell"),
    [
        (Type.NUMBER, Decimal("2.50"), 2.5),
        (Type.NUMBER, Decimal("3.0"), 3),
        (Type.DATE, date(2026, 4, 1), "2026-04-01"),
        (Type.TEXT, "", None),
        (Type.FLAG, False, False),
    ],
)
def test_a_value_becomes_a_plain_cell(type: Type, value: object, cell: object) -> None:
    assert Column("x", "x", type, "x", lambda source: source).cell(value) == cell


@pytest.mark.parametrize(("type", "value"), [(Type.NUMBER, "3"), (Type.TEXT, 3), (Type.TEXT, [])])
def test_a_value_that_is_not_what_the_dictionary_says_is_refused(type: Type, value: object) -> None:
    with pytest.raises(TypeError):
        Column("x", "x", type, "x", lambda source: source).cell(value)


# The frame


def test_the_roll_to_embed_is_a_whole_page_without_a_frame(pages: dict[str, str]) -> None:
    html = pages["embed/roll/index.html"]
    assert html.lstrip().startswith("<!doctype html>")
    assert '<base target="_top">' in html
    assert '<meta name="robots" content="noindex">' in html
    for part in ("<script", "<header", "<footer", "style="):
        assert part not in html
    assert "甲&lt;b&gt;社区&lt;/b&gt;" in html
    assert "贝塔" not in html


def test_the_code_of_the_frame_can_be_copied(pages: dict[str, str]) -> None:
    code = unescape(pages["data/index.html"].split("<pre><code>")[1].split("</code>")[0])
    assert code.startswith(f'<iframe src="{BASE}embed/roll/" title="示例市文明社区荣誉榜"')
    assert code.endswith("</iframe>")

"""A city's communities and their honours in one workbook, where three reviews are demanded."""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from campaign.checks import check
from campaign.importing.excel.making import made
from campaign.kinds import BY_NAME
from campaign.kinds.community import Community
from campaign.kinds.honour import Honour
from campaign.kinds.indicator import Indicator
from campaign.kinds.indicator.coverage import coverage
from campaign.problems import Severity
from campaign.reading import records
from campaign.site import Site
from projects import REVIEW, write
from tables_taken import errors, plan_of, taken

ROOT = Path(__file__).resolve().parents[2]
GROUND = ("districts.yml", "orgs.yml", "site.yml", "vocab", "honour-kinds", "indicators")
"""What a city has before its first community."""
PROFILE = """\
base_url: https://example.org/repo/
compliance: gov
sponsor: 示例办
contact: 0000-6200000
"""
NOT_YET = ("三审记录", "资料来源", "_记录", "参观路线")
LINK = re.compile(r"\[([^]]*)\]\([a-z-]+:[^)]*\)")
EMPTY = ("封面照片", "状态", "照片", "更新日期", "联系单位")
"""What names photos and articles, or says that readers see it already."""


@pytest.fixture(scope="module")
def filled_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's communities and their honours, as a clerk has them before any review."""
    site, _ = records.load(ROOT)
    assert site is not None
    kinds = [BY_NAME["community"], BY_NAME["honour"]]
    book = load_workbook(io.BytesIO(made(ROOT, site, kinds, is_form=False).data))
    others = {
        honour.id for honour in site.of(Honour).values() if honour.subject.type != "community"
    }
    for sheet in book.worksheets:
        if sheet.title.endswith(NOT_YET):
            del book[sheet.title]
        else:
            _as_it_is_filled_in(sheet, others)
    path = tmp_path_factory.mktemp("workbook") / "全市.xlsx"
    book.save(path)
    return path


def _as_it_is_filled_in(sheet: Worksheet, others: set[str]) -> None:
    for number in range(sheet.max_row, 1, -1):
        if str(sheet.cell(number, 1).value).rpartition("（")[2].rstrip("）") in others:
            sheet.delete_rows(number)
    for column in sheet.iter_cols(min_row=1):
        for cell in column[1:]:
            if column[0].value in EMPTY:
                cell.value = None
            elif isinstance(cell.value, str):
                cell.value = LINK.sub(r"\1", cell.value)


@pytest.fixture
def city(tmp_path: Path) -> Path:
    for name in GROUND:
        place, target = ROOT / "showcases" / name, tmp_path / "city/showcases" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if place.is_dir() else shutil.copy)(place, target)
    for path in (tmp_path / "city/showcases/indicators").glob("*.yml"):
        if "name: coverage" not in path.read_text("utf-8"):
            path.unlink()
    return write(tmp_path / "city", {"showcases/deploy/demo.yml": PROFILE})


def opened(root: Path) -> Site:
    site, problems = records.load(root)
    assert site is not None
    stopping = site.profile.stopping
    found = [item for item in check(site) if item.path.startswith("showcases/honours")]
    assert [item for item in problems if item.severity(stopping) is Severity.ERROR] == []
    assert [item for item in found if item.severity(stopping) is Severity.ERROR] == []
    return site


def test_they_come_in_together_wait_together_and_come_out_together(
    city: Path, filled_in: Path
) -> None:
    plan = plan_of(city, filled_in)
    assert errors(plan) == []
    communities = [draft for draft in plan.new if draft.kind.name == "community"]
    honours = [draft for draft in plan.new if draft.kind.name == "honour"]
    assert (len(communities), len(honours)) >= (45, 59)
    assert plan.begun == communities
    told = {item.words for item in plan.complaints}
    assert "所属的社区还没有发布，这一条先不显示" in told
    assert taken(city, filled_in) == 0

    site = opened(city)
    seen = site.published()
    assert len(site.of(Honour)) == len(honours)
    assert (dict(seen.of(Community)), dict(seen.of(Honour))) == ({}, {})
    shares = [coverage(seen, item, seen.today) for item in seen.of(Indicator).values()]
    assert {(share.numerator, share.denominator) for share in shares} == {(0, 0)}

    first, *rest = sorted((city / "showcases/communities").glob("*.yml"))
    _publish(first)
    site = opened(city)
    mine = {id for id, item in site.of(Honour).items() if item.subject.ref == first.stem}
    assert site.published().of(Honour).keys() == mine
    for path in rest:
        _publish(path)
    assert opened(city).published().of(Honour).keys() == site.of(Honour).keys()


def _publish(path: Path) -> None:
    """What the last of the three reviews writes into a file."""
    text = path.read_text("utf-8")
    assert "\nstatus: draft\n" in text
    path.write_text(text.replace("\nstatus: draft\n", "\n") + REVIEW, "utf-8")

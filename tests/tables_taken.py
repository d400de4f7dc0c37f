"""What tests of tables from offices take in: a project, a plan of a workbook, and its errors."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from campaign.importing.excel import grid
from campaign.importing.excel.columns import form
from campaign.importing.excel.plan import Plan, planned
from campaign.kinds import BY_NAME, KINDS
from campaign.reading import records
from campaign.verbs import importing
from projects import INTRO, REVIEW

FILES: Mapping[str, str] = {
    "showcases/vocab/facility-kinds.yml": (
        "title: 设施\nitems:\n  - {id: service_station, label: 服务站}\n"
        "  - {id: square, label: 文化广场}\n"
    ),
    "showcases/vocab/audiences.yml": (
        "title: 对象\nitems:\n  - {id: all, label: 全体居民}\n  - {id: aged, label: 老人}\n"
    ),
    "showcases/communities/alpha.yml": (
        "# 甲社区的材料\n"
        f"name: 甲社区   # 全称\ndistrict: east\ntype: old\nest: '2001'\nhouseholds: 1200\n"
        f"intro: {INTRO}\n\n# 设施\nfacilities:\n"
        "  - {kind: service_station, name: 甲服务站, area_m2: 58}  # 南门\n"
        f"  - kind: square\n    name: 甲广场\n{REVIEW}"
    ),
    "showcases/honour-kinds/star.yml": (
        "name: 示例星级社区\nlevel: city\nissuer: 示例办公室\nsubjects: [community]\n"
        "publicity_days: 5\n"
    ),
    "showcases/indicators/rate.yml": (
        'name: 参评率\nunit: "%"\nscope: district\nkind: measured\nvalues:\n'
        "  - {subject: east, period: 2026-01, value: 80, source: 台账}\n"
        f"{REVIEW}"
    ),
}


def plan_of(root: Path, path: Path, kind: str = "") -> Plan:
    site, problems = records.load(root)
    assert site is not None
    kinds = [BY_NAME[kind]] if kind else list(KINDS)
    return planned(root, site, problems, grid.read(path), [form(kind) for kind in kinds])


def taken(root: Path, path: Path, kind: str = "") -> int:
    return importing.run(root, path, kind, agreed=True)


def errors(plan: Plan) -> list[str]:
    return [item.line for item in plan.complaints if item.is_error]


def text(root: Path, name: str) -> str:
    return (root / name).read_text(encoding="utf-8")


HEADS = ("编号", "名称", "所属镇街", "类型", "成立时间", "户数", "面积（平方公里）", "简介")
BETA = ("beta", "乙社区", "东镇", "老旧小区型", "2011年12月", 900, 0.5, INTRO)

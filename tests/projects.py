"""Tiny projects for tests: a folder with just enough content to be a valid site."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

from campaign.checks import check
from campaign.migrations import SCHEMA_VERSION
from campaign.model.compliance import PAGES
from campaign.problems import Problem
from campaign.reading import records
from campaign.site import Site

REVIEW = """\
review:
  - {role: first, by: 示例镇, at: 2026-01-05}
  - {role: second, by: 示例办, at: 2026-01-06}
  - {role: final, by: 示例办, at: 2026-01-07}
"""
INTRO = (
    "这里是一个用来做测试的社区，简介要写满六十个字，所以再说几句：社区靠近河边，"
    "住着一千多户人家，楼道整洁，邻里和睦，门口就有一座小小的花园，老人孩子都爱来"
    "。"
)

SETTINGS = "showcases/site.yml"
BASE: Mapping[str, str] = {
    "showcases/site.yml": """\
name: 示例市文明社区创建成果展示网
short_name: 示例文明社区
city: 示例市
motto: 示例口号
description: 示例网站
campaign: {title: 示例称号, summary: 示例说明, start: 2025-03-05, inspection_date: 2026-07-10}
schema_version: 2
""",
    "showcases/deploy/demo.yml": """\
base_url: https://example.org/repo/
compliance: demo
today: 2026-04-20
sponsor: 示例办
contact: 0000-6200000
""",
    "showcases/districts.yml": """\
districts:
  - {id: east, name: 东镇, kind: town, order: 1}
  - {id: west, name: 西镇, kind: town, order: 2}
""",
    "showcases/orgs.yml": "orgs:\n  - {id: office, name: 示例办公室, short: 示例办, level: city}\n",
    "showcases/vocab/community-types.yml": """\
title: 类型
items:
  - {id: old, label: 老旧小区型}
""",
    "showcases/vocab/reasons.yml": "title: 原因\nitems:\n  - {id: environment, label: 环境反弹}\n",
    "showcases/communities/alpha.yml": (
        f"name: 甲社区\ndistrict: east\ntype: old\nest: 2001\nintro: {INTRO}\n{REVIEW}"
    ),
    "docs/index.md": "---\ntitle: 首页\n---\n\n欢迎。\n",
}
"""A valid site with one community; overlay it with what a test is about."""


POLICY = """\
---
title: 办法
published: 2026-03-05 09:00
source: 示例办
doc_no: 示文〔2026〕1号
issuer: office
made: 2026-03-01
issued: 2026-03-02
status_in_force: 现行有效
---

正文。
"""
STANDING = {f"docs/{page}": "---\ntitle: 说明\n---\n\n怎样办理。\n" for page in PAGES}
"""The standing pages that a public body's site owes."""


def write(root: Path, files: Mapping[str, str | bytes | None]) -> Path:
    """Write the files of a project; None takes a file away."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            path.unlink(missing_ok=True)
        elif isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(dedent(content), encoding="utf-8")
    return root


def project(root: Path, files: Mapping[str, str | bytes | None] | None = None) -> Path:
    """The base project with `files` laid over it; settings have today's form if they say none."""
    write(root, BASE)
    given = (files or {}).get(SETTINGS)
    if isinstance(given, str) and "schema_version" not in given:
        files = {**(files or {}), SETTINGS: f"{dedent(given)}\nschema_version: {SCHEMA_VERSION}\n"}
    return write(root, files or {})


def load(
    root: Path, files: Mapping[str, str | bytes | None] | None = None
) -> tuple[Site, list[Problem]]:
    """The site of a project and every problem found, checks included."""
    site, problems = records.load(project(root, files))
    assert site is not None, [found.message() for found in problems]
    return site, problems + check(site)


def codes(problems: list[Problem]) -> list[str]:
    """The codes found, in order."""
    return sorted(found.code for found in problems)

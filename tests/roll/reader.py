"""A city with a long roll, and a reader of it in a browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from pictures import encoded, wide
from projects import INTRO, REVIEW, write
from rolls import LEVELS, LIVES, name

HOLDERS = 66
HOSTILE = "<svg/onload=window.__pwn=1>社区"
FORMULA = "=1+1社区"
TOTAL = HOLDERS * len(LEVELS) + 3
"""The tiny site has three honours of its own."""
PHONE, DESK = (390, 844), (1280, 900)
SHIFTS = """
window.__shift = 0;
const inHeader = ({ node }) => node?.parentElement?.closest('.md-banner, .md-header');
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    const isOurs = !entry.hadRecentInput && !entry.sources.every(inHeader);
    if (isOurs) window.__shift += entry.value;
  }
}).observe({ type: 'layout-shift', buffered: true });
"""
"""Sums up what moved by itself below the site's header, which is the frame's own: in its bar a
button appears as soon as the machine has found a voice."""
Opened = Callable[..., Page]


def holder(number: int) -> str:
    called = {0: HOSTILE, 1: FORMULA}.get(number, name(number))
    return (
        f"name: {called!r}\ndistrict: {('east', 'west')[number % 2]}\ntype: old\nest: 2001\n"
        f"households: {900 + number * 20}\nintro: {INTRO}\n{REVIEW}"
    )


def honour(number: int, level: int) -> str:
    year = 2016 + (number + level) % 9
    chosen = LIVES[(number * 5 + level) % len(LIVES)].replace("{y} ", "{y}-06-01 ")
    life = chosen.format(y=year, n=year + 1)
    events = "".join(
        f"  - {{on: {on}, type: {type}{MORE.get(type, '')}}}\n"
        for on, type in (part.split() for part in life.split(","))
    )
    holds = f"subject: {{type: community, ref: c{number}}}\nbatch: {year} 年度\nevents:\n"
    return holds + events


MORE = {"revoked": ", doc: 示文, reason: environment", "rectify": ", due: 2026-06-10"}


def city(folder: Path) -> Path:
    """The tiny project with a roll of several pages."""
    files: dict[str, str | bytes | None] = {
        "docs/communities/compare.md": "---\ntitle: 对比\n---\n\n# 对比\n\n[[compare]]\n"
    }
    for level, id in enumerate(LEVELS):
        files[f"showcases/honour-kinds/{id}-level.yml"] = (
            f"{{name: {id}称号, level: {id}, issuer: 示例办, subjects: [community], "
            "publicity_days: 0, ladder: yes}\n"
        )
        for number in range(HOLDERS):
            files[f"showcases/honours/{id}-level/c{number}.yml"] = honour(number, level)
    for number in range(HOLDERS):
        files[f"showcases/communities/c{number}.yml"] = holder(number)
    settings = (folder / "showcases/site.yml").read_text(encoding="utf-8")
    files["showcases/site.yml"] = f"{settings}\n{MAP}"
    files["showcases/galleries/plans/gallery.yml"] = PLANS
    files["showcases/galleries/plans/city.jpg"] = encoded(wide())
    files["docs/about/districts.md"] = "---\ntitle: 镇街\n---\n\n# 镇街\n\n[[districts]]\n"
    return write(folder, files)


MAP = "map: {photo: plans/city, review_no: GS（2023）1234号, source: 示例测绘院}\n"
PLANS = f"""\
title: 图
date: 2026-03-01
{REVIEW}photos:
  - file: city.jpg
    alt: 示例市行政区划地图全图
    caption: 审图号：GS（2023）1234号
    author: {{name: 示例办}}
    licence: own
    people: none
"""

"""A generated city of any size, to measure with: `python tests/bench/city.py N FOLDER`.

Copies the engine and the column pages of this project, and writes N communities with
honours, experiences and news in the proportions of a real city. No photos: they are
cached by content and measured apart.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
ENGINE = ("build_site.py", "mkdocs.yml", "pyproject.toml", "hooks", "docs", "showcases")
EMPTIED = ("communities", "experiences", "honours", "galleries", "contests")
ENTRIES = ("speeches", "policies", "interpretations", "news")
WORDS = (
    *("巷子", "楼道", "花园", "邻居", "夜校", "路灯", "食堂", "志愿"),
    *("议事", "邮筒", "河边", "老人", "孩子", "门口", "大树", "台账"),
)


def text(seed: int, length: int) -> str:
    """Chinese-looking text that differs from seed to seed and does not compress to nothing."""
    parts = [WORDS[(seed * 7 + step * (seed % 5 + 3)) % len(WORDS)] for step in range(length // 2)]
    sentences = ["".join(parts[start : start + 9]) for start in range(0, len(parts), 9)]
    return "，".join(sentences) + "。"


def community(number: int) -> str:
    facilities = "\n".join(
        f"  - {{kind: {kind}, name: {text(number, 6)[:-1]}, area_m2: {20 + number % 60}, "
        f"hours: 8:30—17:30, place: {text(number + 3, 8)[:-1]}}}"
        for kind in ("service_station", "citizen_school", "aged", "disabled", "rehab", "library")
    )
    services = "\n".join(
        f"  - {{name: {text(number + step, 6)[:-1]}, kind: {kind}, for: [all], time: 每日}}"
        for step, kind in enumerate(("welfare", "welfare", "low_fee", "paid", "welfare"))
    )
    return f"""\
name: 第{number}社区
district: {("lancheng", "wanglan", "daochuan", "qingping")[number % 4]}
type: {("old", "new", "unit", "village", "mixed")[number % 5]}
est: {1990 + number % 30}
households: {800 + number}
population: {2400 + number * 2}
slogan: {text(number, 10)[:-1]}
intro: {text(number, 220)}
committee: {{address: {text(number, 8)[:-1]}, phone: 0000-620{number % 10000:04}}}
facilities:
{facilities}
services:
{services}
updated: 2026-04-15
"""


def honour(number: int) -> str:
    year = 2016 + number % 9
    return f"""\
subject: {{type: community, ref: c{number}}}
events:
  - {{on: {year}-10-10, type: recommended}}
  - {{on: {year}-11-15, type: publicised}}
  - {{on: {year}-11-25, type: named}}
  - {{on: {year + 1}-11-25, type: retained}}
"""


def experience(number: int) -> str:
    steps = "\n".join(
        f"  - {{heading: {text(number + step, 6)[:-1]}, text: {text(number + step, 180)}}}"
        for step in range(4)
    )
    return f"""\
title: 第{number}篇经验
summary: {text(number, 24)}
communities: [c{number}]
tasks: [roads]
theme: service
period: {{from: 2024-03}}
challenge: {text(number, 160)}
practice:
{steps}
results: [{{text: {text(number, 12)}, value: {number}, unit: 件, source: 台账}}]
transfer: [{text(number, 14)}, {text(number + 1, 14)}]
author_unit: 示例
"""


def write(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")


def make(size: int, folder: Path) -> None:
    """Write the city."""
    folder.mkdir(parents=True)
    for name in ENGINE:
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, folder / name)
    records = folder / "showcases"
    for name in EMPTIED:
        shutil.rmtree(records / name)
    for name in ENTRIES:
        for entry in (folder / "docs" / name).glob("2*.md"):
            entry.unlink()
    for path in (records / "tasks.yml", *records.glob("honour-kinds/*.yml")):
        lines = path.read_text(encoding="utf-8").splitlines()
        kept = [line for line in lines if not line.lstrip().startswith(("policy:", "speech:"))]
        write(path, "\n".join(kept) + "\n")
    site = (records / "site.yml").read_text(encoding="utf-8")
    head, tail = site.split("featured:\n")
    write(records / "site.yml", head + "columns:\n" + tail.split("columns:\n")[1])
    about = folder / "docs/about/index.md"
    write(about, "---\ntitle: 关于本站\n---\n\n# 关于本站\n\n[](indicator:coverage)\n")
    for number in range(size):
        write(records / f"communities/c{number}.yml", community(number))
        if number % 4:
            write(records / f"honours/district-civilised-community/c{number}.yml", honour(number))
        if number % 4 == 0:
            write(records / f"experiences/e{number}.yml", experience(number))


if __name__ == "__main__":
    make(int(sys.argv[1]), Path(sys.argv[2]))

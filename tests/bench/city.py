"""A generated city of any size, to measure with: `python tests/bench/city.py N FOLDER`.

Copies the engine and the column pages of this project, and writes, the same for the same N:

- N communities of 1,000 characters: 400 of intro, the rest in facilities, services and teams;
- 3 N honours: each community is a "six goods" community, holds one rung of the ladder and one
  further honour; of the rungs 1 in 20 was revoked, 1 in 20 is to be put right;
- 1.5 N experiences, one or two a community: 1,000 characters of text, 250 of results and points;
- speeches, policies, interpretations and news of 1,000 characters, as many for a community as
  the sample has (6, 8, 2 and 12 for 45), linked with communities and with each other;
- a town for 25 communities, and at least the sample's four.

No photos: they are cached by content and measured apart, in `photos/`.
"""

from __future__ import annotations

import shutil
import sys
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from bench import articles  # noqa: E402
from bench.wording import community_name, phrase, text  # noqa: E402

ENGINE = ("build_site.py", "mkdocs.yml", "pyproject.toml", "hooks", "docs", "showcases")
STANDING = (
    "deploy",
    "districts.yml",
    "honour-kinds",
    "indicators",
    "orgs.yml",
    "schema",
    "site.yml",
    "tasks.yml",
    "vocab",
)
"""What of the sample's records holds for any city: all others name its communities."""
TOWN = 25
"""Communities of a town."""
TOWNS = ("lancheng", "wanglan", "daochuan", "qingping")
TYPES = ("old", "new", "unit", "village", "mixed")
THEMES = ("environment", "culture", "service", "governance", "safety", "minors", "newcomers")
TASKS = ("roads", "pairing", "environment", "quality", "services", "safety", "supervision")
LADDER = ("street", "district", "city", "province")
FURTHER = ("demonstration-site", "citizen-education-site", "national-advanced-community")
FACILITIES = ("service_station", "citizen_school", "aged", "disabled", "childcare", "library")
SERVICES = ("welfare", "welfare", "low_fee", "paid", "welfare")
REVIEW = """\
review:
  - {role: first, by: 镇街文明办, at: 2026-04-10}
  - {role: second, by: 市文明办创建科, at: 2026-04-12}
  - {role: final, by: 市文明办, at: 2026-04-14}
status: published
"""


def towns(size: int) -> list[str]:
    """The ids of the towns that a city of this size has."""
    return [*TOWNS, *(f"town{number}" for number in range(len(TOWNS), size // TOWN))]


def district(number: int) -> str:
    name = community_name(number + 20_000).removesuffix("社区")
    return f"  - {{id: town{number}, name: {name}镇, kind: town, order: {number + 1}}}\n"


def community(number: int, towns: list[str]) -> str:
    name = f"c{number}"
    facilities = "\n".join(
        f"  - {{kind: {kind}, name: {phrase(name + kind)}, area_m2: {31 + number % 60}, "
        f"hours: 8:30—17:30, place: {phrase(kind + name)}, accessible: yes}}"
        for kind in FACILITIES
    )
    services = "\n".join(
        f"  - {{name: {phrase(f'{name}{step}')}, kind: {kind}, for: [all], time: 每日, "
        f"place: {phrase(f'{step}{name}')}}}"
        for step, kind in enumerate(SERVICES)
    )
    teams = "\n".join(
        f"  - {{name: {phrase(f'{name}team{step}')}队, field: {text(f'{name}f{step}', 60)}, "
        f"size: {8 + (number + step) % 40}}}"
        for step in range(3)
    )
    return f"""\
name: {community_name(number)}
district: {towns[number % len(towns)]}
type: {TYPES[number % len(TYPES)]}
est: {1990 + number % 30}
estates: [{phrase(name + "a")}小区, {phrase(name + "b")}家园]
households: {800 + number % 3000}
population: {2400 + number % 9000}
slogan: {text(name + "slogan", 12)[:-1]}
intro: {text(name, 400)}
features: [{phrase(name + "c")}, {phrase(name + "d")}, {phrase(name + "e")}]
committee: {{address: {phrase(name)}, phone: 0000-620{number % 10000:04}}}
facilities:
{facilities}
services:
{services}
teams:
{teams}
updated: 2026-04-15
{REVIEW}"""


def experience(number: int) -> str:
    """Every third one is its community's second."""
    name = f"e{number}"
    steps = "\n".join(
        f"  - {{heading: {phrase(f'{name}h{step}')}, text: {text(f'{name}t{step}', 200)}}}"
        for step in range(4)
    )
    return f"""\
title: {phrase(name)}里的一年
summary: {text(name + "summary", 40)}
communities: [c{number * 2 // 3}]
tasks: [{TASKS[number % len(TASKS)]}]
theme: {THEMES[number % len(THEMES)]}
period: {{from: 2024-03}}
challenge: {text(name, 200)}
practice:
{steps}
results:
  - {{text: {text(name + "r", 20)}, value: {number % 900}, unit: 件, source: 社区台账}}
  - {{text: {text(name + "s", 20)}, value: 3, before: 39, after: 3, unit: 个, source: 巡查记录}}
transfer: [{text(name + "x", 24)}, {text(name + "y", 24)}, {text(name + "z", 24)}]
author_unit: 社区居委会
updated: 2026-04-10
{REVIEW}"""


def honour(number: int, named: date, *, fate: str = "") -> str:
    """Recommended, publicised, named, and kept as often as three years have passed."""
    days = [named - timedelta(60), named - timedelta(12), named]
    types = ["recommended", "publicised", "named"]
    while days[-1] < date(2023, 3, 1):
        days.append(days[-1] + timedelta(3 * 365))
        types.append("retained")
    doc = f"和文明委〔{named.year}〕{named.month}号"
    events = "".join(
        f"  - {{on: {day}, type: {kind}, by: civility, doc: {doc}}}\n"
        for day, kind in zip(days, types, strict=True)
    )
    subject = f"subject: {{type: community, ref: c{number}}}\n"
    return f"{subject}batch: {named.year} 年度\nevents:\n{events}{fate}"


def fate(number: int) -> str:
    """What has happened to a rung since."""
    grounds = "by: city-commission, doc: 和文明委〔2026〕1号, reason: environment"
    what = {7: f"type: revoked, {grounds}", 13: f"type: rectify, {grounds}, due: 2026-06-10"}
    said = what.get(number % 20)
    return f"  - {{on: 2026-03-10, {said}}}\n" if said else ""


def write(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")


def copy_engine(folder: Path) -> None:
    """The engine, the columns and the settings, without what the sample's people wrote."""
    folder.mkdir(parents=True)
    for name in ENGINE:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    for written in (folder / "showcases").iterdir():
        if written.name not in STANDING:
            shutil.rmtree(written) if written.is_dir() else written.unlink()
    for name in articles.SHARES:
        for entry in (folder / "docs" / name).glob("2*.md"):
            entry.unlink()


def cut_links(folder: Path) -> None:
    """Nothing that is kept names a record or an entry of the sample."""
    records = folder / "showcases"
    for path in (records / "tasks.yml", *records.glob("honour-kinds/*.yml")):
        lines = path.read_text(encoding="utf-8").splitlines()
        kept = [line for line in lines if not line.lstrip().startswith(("policy:", "speech:"))]
        write(path, "\n".join(kept) + "\n")
    site = (records / "site.yml").read_text(encoding="utf-8")
    head, tail = site.split("featured:\n")
    write(records / "site.yml", head + "columns:\n" + tail.split("columns:\n")[1])
    for name in ("about", "assignments", "grants", "pairings", "projects"):
        page = folder / "docs" / name / "index.md"
        title = page.read_text(encoding="utf-8").split("title: ")[1].splitlines()[0]
        write(page, f"---\ntitle: {title}\n---\n\n# {title}\n\n[](indicator:coverage)\n")


def honours(number: int) -> dict[str, str]:
    """The three honours of a community, by kind."""
    begun = date(2014, 9, 10) + timedelta(number * 37 % 4000)
    return {
        "six-goods-community": honour(number, begun),
        f"{LADDER[number % 4]}-civilised-community": honour(
            number, begun + timedelta(30), fate=fate(number)
        ),
        FURTHER[number % 3]: honour(number, begun + timedelta(60)),
    }


def make(size: int, folder: Path) -> None:
    """Write the city."""
    copy_engine(folder)
    cut_links(folder)
    records, names = folder / "showcases", towns(size)
    with (records / "districts.yml").open("a", encoding="utf-8") as file:
        file.writelines(district(number) for number in range(len(TOWNS), len(names)))
    for number in range(size):
        write(records / f"communities/c{number}.yml", community(number, names))
        for kind, content in honours(number).items():
            write(records / f"honours/{kind}/c{number}.yml", content)
    for number in range(size * 3 // 2):
        write(records / f"experiences/e{number}.yml", experience(number))
    for path, content in articles.articles(size):
        write(folder / "docs" / path, content)


if __name__ == "__main__":
    make(int(sys.argv[1]), Path(sys.argv[2]))

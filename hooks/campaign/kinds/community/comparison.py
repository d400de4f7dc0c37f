"""Communities side by side: a table of them all, and the data for two to four at a time."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TypedDict

from markupsafe import Markup

from campaign import urls
from campaign.derive.placing import places
from campaign.derive.references import naming
from campaign.kinds.community import Community
from campaign.kinds.community.addresses import COMPARISON_DATA, comparison_sheet
from campaign.kinds.community.views import NOT_REPORTED, quantity, sort_key
from campaign.kinds.district.facts import districts_in_order, place_name, place_names
from campaign.kinds.experience import Experience
from campaign.kinds.honour.facts import highest_of, honours_of
from campaign.kinds.indicator.standards import Answer, Verdict, known_standards, tally
from campaign.render import sheets
from campaign.render.edition import Edition
from campaign.render.outputs import Output, Page
from campaign.render.sheets import Group, Pager
from campaign.render.template import Template

BLOCK = "compare"
SHELL = "communities/shell.md"
AT_ONCE = 4
NONE, NOT_APPLICABLE = "无", "—"


class Comparison(TypedDict):
    """The choice of communities, and the first sheet of the table."""

    places: list[int]
    table: Markup


class TablePage(TypedDict):
    """A further sheet's own page."""

    title: str
    table: Markup


class Row(TypedDict):
    """A community in the table of them all."""

    name: str
    url: str
    district: str
    type: str
    households: str
    population: str
    honour: str
    met: str


class TableSheet(TypedDict):
    """A sheet of the table."""

    rows: list[Row]
    pager: Pager | None


CHOICE = Template("community/compare.html.jinja", Comparison)
PAGE = Template("community/comparison-page.html.jinja", TablePage)
TABLE = Template("community/comparison-table.html.jinja", TableSheet)


def home(edition: Edition) -> str | None:
    """The page on which communities are compared, if there is one."""
    return next((place.address for place in places(edition.facts).get(BLOCK, ())), None)


def link(edition: Edition, community: Community) -> str:
    """Where this community is compared with others; nothing when there is no such page."""
    address = home(edition)
    return f"{address}?c={community.id}" if address is not None else ""


def block(edition: Edition, root: str, _: Mapping[str, str]) -> Markup:
    """The block that a page asks for: the choice, and the first sheet of the table."""
    values = Comparison(places=list(range(1, AT_ONCE + 1)), table=table(edition, root, 1))
    return edition.render(CHOICE, root, values)


def ordered(edition: Edition) -> list[Community]:
    return sorted(edition.site.of(Community).values(), key=sort_key)


# The table of all communities


def addresses(edition: Edition) -> list[str]:
    """The sheets of the table, the first of them on the page that asks for it."""
    count = len(sheets.cut([Group("all", "", ordered(edition))]))
    further = (comparison_sheet(number) for number in range(2, count + 1))
    return [home(edition) or "", *further]


def further_pages(edition: Edition) -> Iterator[tuple[str, Callable[[], Page]]]:
    """What makes the second sheet of the table and those behind it, by address."""
    places = addresses(edition) if home(edition) is not None else []
    for number, path in enumerate(places[1:], 2):
        yield path, partial(_page, edition, path, number, len(places))


def _page(edition: Edition, path: str, number: int, total: int) -> Page:
    root = urls.root_from(path)
    title = f"社区对比（第 {number} 页）"
    return Page(
        path=path,
        shell=SHELL,
        title=title,
        description=f"全部社区的主要情况，共 {total} 页，这是第 {number} 页。",
        body=edition.render(PAGE, root, TablePage(title=title, table=table(edition, root, number))),
        source="showcases/communities/",
        is_listing=True,
    )


def table(edition: Edition, root: str, number: int) -> Markup:
    """One sheet of the table."""
    piece = next(iter(sheets.cut([Group("all", "", ordered(edition))])[number - 1]), None)
    values = TableSheet(
        rows=[_row(edition, item) for item in (piece.items if piece else [])],
        pager=sheets.pager(addresses(edition), number),
    )
    return edition.render(TABLE, root, values)


def _row(edition: Edition, community: Community) -> Row:
    held = known_standards(edition.facts, community.id)
    top = highest_of(edition.facts, community)
    return {
        "name": community.name,
        "url": urls.url(community),
        "district": place_name(edition.site, community.district),
        "type": edition.site.label("community-types", community.type),
        "households": quantity(community.households, "户"),
        "population": quantity(community.population, "人"),
        "honour": top.title if top else NONE,
        "met": _met(held),
    }


def _met(held: list[Answer]) -> str:
    """3/4，未填报 1."""
    if not held:
        return NOT_APPLICABLE
    counts = tally(held)
    unknown = counts[Verdict.UNKNOWN]
    rest = f"，{Verdict.UNKNOWN.label} {unknown}" if unknown else ""
    return f"{counts[Verdict.MET]}/{len(held)}{rest}"


# Two to four at a time


def files(edition: Edition) -> Iterator[Output]:
    """Made only where a page compares communities."""
    if home(edition) is not None:
        text = json.dumps(data(edition), ensure_ascii=False, separators=(",", ":"))
        yield Output(COMPARISON_DATA, text.encode())


def data(edition: Edition) -> dict[str, object]:
    """Headings, and each community's id, name, district and one value a heading.

    A value is a text, or the text and whether the standard is met (1 or 0). The communities stand
    in the order of their pinyin, the districts in their own.
    """
    communities = ordered(edition)
    goals = {
        held.indicator.id: held.indicator.name
        for item in communities
        for held in known_standards(edition.facts, item.id)
    }
    order = districts_in_order(edition.site)
    places = {district.id: number for number, district in enumerate(order)}
    facts = [_facts(edition, item) for item in communities]
    return {
        "headings": [*(facts[0] if facts else {}), *goals.values()],
        "districts": place_names(edition.site),
        "communities": [
            [
                item.id,
                item.name,
                places.get(item.district, -1),
                [*known.values(), *_verdicts(known_standards(edition.facts, item.id), goals)],
            ]
            for item, known in zip(communities, facts, strict=True)
        ],
    }


def _facts(edition: Edition, community: Community) -> dict[str, str]:
    top = highest_of(edition.facts, community)
    held = [i for i in honours_of(edition.facts, community) if i.state.is_active]
    shown = naming(edition.facts, Experience, community, "communities")
    visit = community.reception
    return {
        "所属镇街": place_name(edition.site, community.district),
        "社区类型": edition.site.label("community-types", community.type),
        "成立时间": str(community.est),
        "户数": quantity(community.households, "户"),
        "常住人口": quantity(community.population, "人"),
        "面积": quantity(community.area_km2, "平方公里"),
        "最高荣誉": top.title if top else NONE,
        "有效荣誉": "、".join(item.title for item in held) or NONE,
        "社区设施": _listed(community.facilities, "处"),
        "便民服务": _listed(community.services, "项"),
        "志愿队伍": _listed(community.teams, "支"),
        "典型经验": "；".join(item.title for item in shown) or NONE,
        "参观接待": "接受参观" if visit and visit.open else "不接受参观" if visit else NOT_REPORTED,
    }


def _listed(items: Sequence[object] | None, unit: str) -> str:
    return quantity(None if items is None else len(items), unit)


def _verdicts(held: list[Answer], goals: Mapping[str, str]) -> list[str | list[str | int]]:
    """Each standard's figure with whether it is met, or that nobody has reported it."""
    known: dict[str, str | list[str | int]] = {
        item.indicator.id: [item.words, int(item.verdict is Verdict.MET)]
        if item.figure
        else item.words
        for item in held
    }
    return [known.get(id, NOT_APPLICABLE) for id in goals]

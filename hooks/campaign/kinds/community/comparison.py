"""Communities side by side: a table of them all, and the data for two to four at a time."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from markupsafe import Markup

from campaign import urls
from campaign.derive.figures import Figure, standards
from campaign.kinds.community import Community
from campaign.kinds.community.addresses import COMPARISON_DATA, comparison_sheet
from campaign.kinds.district import District
from campaign.render import names, sheets
from campaign.render.edition import Edition
from campaign.render.names import View
from campaign.render.outputs import Output, Page
from campaign.render.sheets import Group

BLOCK = "compare"
SHELL = "communities/shell.md"
AT_ONCE = 4
NOT_KNOWN = "—"


def home(edition: Edition) -> str | None:
    """The page on which communities are compared, if there is one."""
    return next((place.address for place in edition.facts.places.get(BLOCK, ())), None)


def link(edition: Edition, community: Community) -> str:
    """Where this community is compared with others; nothing when there is no such page."""
    address = home(edition)
    return f"{address}?c={community.id}" if address is not None else ""


def block(edition: Edition, root: str, _: Mapping[str, str]) -> Markup:
    """The block that a page asks for: the choice, and the first sheet of the table."""
    return edition.render(
        "community/compare.html.jinja",
        root,
        places=list(range(1, AT_ONCE + 1)),
        table=table(edition, root, 1),
    )


def ordered(edition: Edition) -> list[Community]:
    return sorted(edition.site.of(Community).values(), key=names.sort_key)


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
        body=edition.render(
            "community/comparison-page.html.jinja",
            root,
            title=title,
            table=table(edition, root, number),
        ),
        source="showcases/communities/",
        is_listing=True,
    )


def table(edition: Edition, root: str, number: int) -> Markup:
    """One sheet of the table."""
    piece = next(iter(sheets.cut([Group("all", "", ordered(edition))])[number - 1]), None)
    return edition.render(
        "community/comparison-table.html.jinja",
        root,
        rows=[_row(edition, item) for item in (piece.items if piece else [])],
        pager=sheets.pager(addresses(edition), number),
    )


def _row(edition: Edition, community: Community) -> View:
    held = standards(edition.site, community)
    top = edition.facts.highest_of(community)
    return {
        "name": community.name,
        "url": urls.url(community),
        "district": names.district_name(edition, community),
        "type": edition.site.label("community-types", community.type),
        "households": _count(community.households, "户"),
        "population": _count(community.population, "人"),
        "honour": top.title if top else NOT_KNOWN,
        "met": f"{sum(item.meets is True for item in held)}/{len(held)}" if held else NOT_KNOWN,
    }


def _count(value: int | None, unit: str) -> str:
    return f"{value:,} {unit}" if value is not None else NOT_KNOWN


# Two to four at a time


def files(edition: Edition) -> Iterator[Output]:
    """Made only where a page compares communities."""
    if home(edition) is not None:
        text = json.dumps(data(edition), ensure_ascii=False, separators=(",", ":"))
        yield Output(COMPARISON_DATA, text.encode())


def data(edition: Edition) -> View:
    """Headings, and each community's id, name, district and one value a heading.

    A value is a text, or the text and whether the standard is met. The communities stand
    in the order of their pinyin, the districts in their own.
    """
    communities = ordered(edition)
    goals = {
        figure.indicator.id: figure.indicator.name
        for item in communities
        for figure in standards(edition.site, item)
    }
    order = sorted(edition.site.of(District).values(), key=lambda item: item.order)
    places = {district.id: number for number, district in enumerate(order)}
    facts = [_facts(edition, item) for item in communities]
    return {
        "headings": [*(facts[0] if facts else {}), *goals.values()],
        "districts": [district.name for district in order],
        "communities": [
            [
                item.id,
                item.name,
                places.get(item.district, -1),
                [*known.values(), *_verdicts(standards(edition.site, item), goals)],
            ]
            for item, known in zip(communities, facts, strict=True)
        ],
    }


def _facts(edition: Edition, community: Community) -> dict[str, str]:
    top = edition.facts.highest_of(community)
    held = [i for i in edition.facts.honours_of.get(community.id, []) if i.state.is_active]
    shown = edition.facts.experiences_of.get(community.id, [])
    visit = community.reception
    facts = {
        "所属镇街": names.district_name(edition, community),
        "社区类型": edition.site.label("community-types", community.type),
        "成立时间": str(community.est),
        "户数": _count(community.households, "户"),
        "常住人口": _count(community.population, "人"),
        "面积": f"{community.area_km2:f} 平方公里" if community.area_km2 else "",
        "最高荣誉": top.title if top else "",
        "有效荣誉": "、".join(item.title for item in held),
        "社区设施": _count(len(community.facilities) or None, "处"),
        "便民服务": _count(len(community.services) or None, "项"),
        "志愿队伍": _count(len(community.teams) or None, "支"),
        "典型经验": "；".join(item.title for item in shown),
        "参观接待": "接受参观" if visit and visit.open else "",
    }
    return {label: text or NOT_KNOWN for label, text in facts.items()}


def _verdicts(held: list[Figure], goals: Mapping[str, str]) -> list[str | list[str | int]]:
    """Each standard's figure with whether it is met; a dash where nothing is known."""
    known: dict[str, list[str | int]] = {
        figure.indicator.id: [figure.with_unit, int(bool(figure.meets))] for figure in held
    }
    return [known.get(id, NOT_KNOWN) for id in goals]

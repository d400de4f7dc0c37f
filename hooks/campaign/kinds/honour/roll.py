"""The roll of honour in full: every honour once, on sheets, in four orders."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypedDict

from markupsafe import Markup

from campaign import urls
from campaign.derive.placing import places
from campaign.kinds.district.facts import place_name, place_ranks, top
from campaign.kinds.honour import addresses, plaques
from campaign.kinds.honour.columns import ON_PAGES, Column
from campaign.kinds.honour.facts import Standing, count_words, standings
from campaign.kinds.honour.plaques import Plaque
from campaign.kinds.honour.roll_filter import UNIT, Tool, form
from campaign.kinds.listing import SheetPage
from campaign.render import sheets
from campaign.render.edition import Edition
from campaign.render.outputs import Page
from campaign.render.sheets import Beginning, Group, Pager, Piece
from campaign.render.template import Template

BLOCK = "honours"
SHELL = "honours/shell.md"
ORDERS = {
    "level": "按级别",
    "kind": "按种类",
    "year": "按年份",
    "district": "按镇街",
    "county": "按区县",
}
FIRST = next(iter(ORDERS))
PLACES = ("district", "county")
PENDING_NOTE = "推荐不等于命名，结果以命名文件为准。"


class Order(TypedDict):
    """A way to order the roll, and the page on which it begins."""

    id: str
    label: str
    url: str


class Part(TypedDict):
    """What stands under one heading of a sheet."""

    id: str
    label: str
    count: str
    note: str
    rows: list[Plaque]


class RollSheet(TypedDict):
    """One sheet of the roll with the filter above it and the pager below."""

    by: str
    orders: list[Order]
    tool: Tool
    contents: list[Beginning]
    pieces: list[Part]
    columns: list[Column]
    pager: Pager | None
    on: str


PAGE = Template("honour/roll-page.html.jinja", SheetPage)
SHEET = Template("honour/roll-sheet.html.jinja", RollSheet)


@dataclass(frozen=True)
class Roll:
    """The roll in one order, cut into sheets."""

    by: str
    sheets: Sequence[Sequence[Piece[Standing]]]
    addresses: Sequence[str]


def homes(edition: Edition) -> dict[str, str]:
    """The page on which each order begins, as far as a page asks for it."""
    found = {
        place.options.get("by", FIRST): place.address
        for place in places(edition.facts).get(BLOCK, ())
    }
    return {by: found[by] for by in ORDERS if by in found}


def roll(edition: Edition, by: str) -> Roll:
    """The whole roll in the order of `by`."""
    cut = sheets.cut(groups(edition, standings(edition.facts), by))
    further = (addresses.roll_sheet(f"by-{by}", number) for number in range(2, len(cut) + 1))
    return Roll(by, cut, [homes(edition)[by], *further])


def groups(edition: Edition, items: Sequence[Standing], by: str) -> list[Group[Standing]]:
    """Those ever named under the headings of `by`, then those under way, then the refused."""
    found: dict[str, list[Standing]] = {}
    named = [item for item in items if item.named and not item.state.is_pending]
    for item in sorted(named, key=lambda item: _order(edition, item, by)):
        found.setdefault(_heading(edition, item, by), []).append(item)
    ordered = [
        Group(f"{by}-{n}", label, held, counted=count_words(held))
        for n, (label, held) in enumerate(found.items(), 1)
    ]
    rest = [
        Group(f"{by}-pending", "推荐和公示中", _pending(items), PENDING_NOTE, unit=UNIT),
        Group(f"{by}-refused", "未获命名", _refused(items), unit=UNIT),
    ]
    return [*ordered, *(group for group in rest if group.items)]


def _pending(items: Iterable[Standing]) -> list[Standing]:
    return [item for item in items if item.state.is_pending]


def _refused(items: Iterable[Standing]) -> list[Standing]:
    return [item for item in items if not item.named and not item.state.is_pending]


def _order(edition: Edition, item: Standing, by: str) -> int:
    """What comes first: the latest year, the first district; else the order of the roll."""
    if by == "year":
        return -item.named.year if item.named else 0
    if by in PLACES:
        place = plaques.subject_district_id(edition, item.honour)
        return place_ranks(edition.facts).get(place, 1 << 30)
    return 0


def _heading(edition: Edition, item: Standing, by: str) -> str:
    if by == "kind":
        return item.kind.name
    if by == "year":
        return f"{item.named.year} 年" if item.named else ""
    if by == "district":
        return plaques.subject_district(edition, item.honour) or "全市"
    if by == "county":
        district = plaques.subject_district_id(edition, item.honour)
        return place_name(edition.site, top(edition.site, district)) or "全市"
    return item.level.label


def further_pages(edition: Edition) -> Iterator[tuple[str, Callable[[], Page]]]:
    """What makes the second sheet of each order and those behind it, by address."""
    tool = form(edition)
    for by in homes(edition):
        whole = roll(edition, by)
        for number in range(2, len(whole.sheets) + 1):
            yield whole.addresses[number - 1], partial(_page, edition, whole, number, tool)


def _page(edition: Edition, whole: Roll, number: int, tool: Tool) -> Page:
    path = whole.addresses[number - 1]
    root = urls.root_from(path)
    title = f"荣誉榜（{ORDERS[whole.by]}，第 {number} 页）"
    listed = sheet(edition, whole, number, root, tool)
    return Page(
        path=path,
        shell=SHELL,
        title=title,
        description=f"荣誉榜{ORDERS[whole.by]}排列，全部 {len(whole.sheets)} 页中的第 {number} 页",
        body=edition.render(PAGE, root, SheetPage(title=title, sheet=listed)),
        source="showcases/honours/",
        is_listing=True,
    )


def sheet(edition: Edition, whole: Roll, number: int, root: str, tool: Tool) -> Markup:
    """One sheet with the filter above it and the pager below."""
    values = RollSheet(
        by=whole.by,
        orders=[
            {"id": by, "label": ORDERS[by], "url": address}
            for by, address in homes(edition).items()
        ],
        tool=tool,
        contents=sheets.contents(whole.sheets, whole.addresses),
        pieces=pieces(edition, whole.sheets[number - 1]),
        columns=ON_PAGES,
        pager=sheets.pager(whole.addresses, number),
        on=str(edition.site.today),
    )
    return edition.render(SHEET, root, values)


def pieces(edition: Edition, found: Iterable[Piece[Standing]]) -> list[Part]:
    """What a sheet's template sees."""
    return [
        {
            "id": piece.anchor,
            "label": piece.heading,
            "count": piece.group.count,
            "note": piece.group.note,
            "rows": [plaques.plaque(edition, item) for item in piece.items],
        }
        for piece in found
    ]

"""The roll of honour in full: every honour once, on sheets, in four orders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypedDict

from markupsafe import Markup

from campaign import urls
from campaign.derive.placing import places
from campaign.kinds.district import District
from campaign.kinds.district.facts import districts_in_order
from campaign.kinds.honour import addresses, plaques
from campaign.kinds.honour.columns import ON_PAGES, Column
from campaign.kinds.honour.facts import COUNTED, Standing, count_words, standings
from campaign.kinds.honour.plaques import Plaque
from campaign.kinds.listing import SheetPage
from campaign.render import sheets
from campaign.render.edition import Edition
from campaign.render.outputs import Page
from campaign.render.sheets import Beginning, Group, Pager, Piece
from campaign.render.template import Template

BLOCK = "honours"
SHELL = "honours/shell.md"
ORDERS = {"level": "按级别", "kind": "按种类", "year": "按年份", "district": "按镇街"}
FIRST = next(iter(ORDERS))
WHOLE_CITY = "city-wide"
"""Stands for the district of those that belong to none."""
UNIT = "项"
PENDING_NOTE = "推荐不等于命名，结果以命名文件为准。"


class Order(TypedDict):
    """A way to order the roll, and the page on which it begins."""

    id: str
    label: str
    url: str


class Choice(TypedDict):
    """What a field of the filter offers, and how many honours that is."""

    id: str
    label: str
    count: str


class Field(TypedDict):
    """A field of the filter."""

    id: str
    label: str
    options: list[Choice]


class Tool(TypedDict):
    """The filter of the roll."""

    total: int
    count: str
    fields: list[Field]


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
    if by == "district":
        district = edition.site.of(District).get(plaques.subject_district_id(edition, item.honour))
        return district.order if district else 1 << 30
    return 0


def _heading(edition: Edition, item: Standing, by: str) -> str:
    if by == "kind":
        return item.kind.name
    if by == "year":
        return f"{item.named.year} 年" if item.named else ""
    if by == "district":
        return plaques.subject_district(edition, item.honour) or "全市"
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


# The filter


def form(edition: Edition) -> Tool:
    """What the filter offers: only what the roll holds, with how many honours each."""
    items = standings(edition.facts)
    states = Counter(plaques.state_key(item) for item in items)
    years = sorted({item.named.year for item in items if item.named}, reverse=True)
    return {
        "total": len(items),
        "count": count_words(items),
        "fields": [
            _field("level", "级别", _levels(items), items, lambda item: item.level.value),
            _field("kind", "荣誉", _kinds(items), items, lambda item: item.kind.id),
            _field("district", "镇街", districts(edition), items, partial(district_key, edition)),
            _field("year", "命名年份", [(str(y), f"{y} 年") for y in years], items, _year),
            {"id": "state", "label": "状态", "options": _states(states)},
        ],
    }


def _field(
    id: str,
    label: str,
    options: Iterable[tuple[str, str]],
    items: Iterable[Standing],
    key: Callable[[Standing], str],
) -> Field:
    """Options with how many honours in force each has; those of which the roll has nothing go."""
    listed, held = Counter[str](), Counter[str]()
    for item in items:
        listed[key(item)] += 1
        held[key(item)] += item.state.is_active
    known: list[Choice] = [
        {"id": value, "label": text, "count": f"{COUNTED[0]} {held[value]} {UNIT}"}
        for value, text in options
        if listed[value]
    ]
    return {"id": id, "label": label, "options": known}


def _states(counts: Counter[str]) -> list[Choice]:
    """A state says itself what is counted."""
    return [
        {"id": key, "label": plaques.KEY_LABELS[key], "count": f"{count} {UNIT}"}
        for key, count in counts.most_common()
    ]


def _levels(items: Iterable[Standing]) -> list[tuple[str, str]]:
    """The items come highest level first."""
    return [(level.value, level.label) for level in dict.fromkeys(item.level for item in items)]


def _kinds(items: Iterable[Standing]) -> list[tuple[str, str]]:
    return list({item.kind.id: item.kind.name for item in items}.items())


def _year(item: Standing) -> str:
    return str(item.named.year) if item.named else ""


def districts(edition: Edition) -> list[tuple[str, str]]:
    """Id and name of each district in its order, and of what belongs to none."""
    ordered = districts_in_order(edition.site)
    return [*((item.id, item.name) for item in ordered), (WHOLE_CITY, "全市")]


def district_key(edition: Edition, item: Standing) -> str:
    return plaques.subject_district_id(edition, item.honour) or WHOLE_CITY

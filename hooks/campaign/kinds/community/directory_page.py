"""The directories of all communities: lists on sheets, their forms, and the data for these."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import TypedDict

from markupsafe import Markup

from campaign import urls
from campaign.derive.placing import places
from campaign.html.dialling import dialled
from campaign.kinds import BY_NAME
from campaign.kinds.community import Community
from campaign.kinds.community.directory import (
    DIRECTORIES,
    SERVICES,
    Directory,
    Entry,
    communities,
    tags,
)
from campaign.kinds.community.welfare import welfare
from campaign.kinds.listing import ListBlock, Options
from campaign.render import sheets
from campaign.render.edition import Edition
from campaign.render.names import Link
from campaign.render.outputs import Output
from campaign.render.sheets import Group, Piece, Section
from campaign.render.template import Template

SIZE = 80
"""Entries on one sheet: each takes two or three lines of a phone."""


class EntryView(TypedDict):
    """An entry of the directory."""

    name: str
    mark: str
    community: Link
    words: list[str]
    phone: Markup


class OptionView(TypedDict):
    """A choice of a field."""

    tag: str
    label: str


class ChoiceView(TypedDict):
    """A field of the form."""

    label: str
    options: list[OptionView]


class WelfareView(TypedDict):
    """The share of services that cost nothing, with what it is computed from."""

    percent: str
    numerator: int
    denominator: int


class Order(TypedDict):
    """A way to order the directory, and the page on which it begins."""

    id: str
    label: str
    url: str


class DirectoryView(TypedDict):
    """A sheet of the directory with its form."""

    name: str
    title: str
    unit: str
    data: str
    by: str
    orders: list[Order]
    has_days: bool
    choices: list[ChoiceView]
    groups: list[Section[EntryView]]
    count: int
    missing: int
    """Communities that have not said what they have."""
    welfare: WelfareView | None
    on: str


TEMPLATE = Template("community/directory.html.jinja", DirectoryView)


def _groups(directory: Directory, edition: Edition, options: Options) -> Sequence[Group[Entry]]:
    by = options["by"]
    found: dict[str, list[Entry]] = {label: [] for label in directory.headings(edition.facts, by)}
    for entry in directory.entries(edition.facts):
        for label in entry.groups[by]:
            found.setdefault(label, []).append(entry)
    held = [(label, entries) for label, entries in found.items() if entries]
    return [
        Group(f"{by}-{number}", label, entries, unit=directory.unit[0])
        for number, (label, entries) in enumerate(held, 1)
    ]


def _show(
    directory: Directory,
    edition: Edition,
    root: str,
    options: Options,
    pieces: Sequence[Piece[Entry]],
) -> Markup:
    asked = communities(edition.facts)
    values = DirectoryView(
        name=directory.name,
        title=directory.title,
        unit=directory.unit,
        data=directory.data,
        by=options["by"],
        orders=_orders(directory, edition),
        has_days=directory.has_days,
        choices=_choices(directory, edition),
        groups=sheets.views(pieces, _view),
        count=len(directory.entries(edition.facts)),
        missing=sum(not directory.reported(item) for item in asked),
        welfare=_welfare(edition) if directory is SERVICES else None,
        on=str(edition.site.today),
    )
    return edition.render(TEMPLATE, root, values)


def _orders(directory: Directory, edition: Edition) -> list[Order]:
    usual = next(iter(directory.orders))
    asked = places(edition.facts).get(directory.name, ())
    found = {place.options.get("by", usual): place.address for place in asked}
    known = ((by, label) for by, label in directory.orders.items() if by in found)
    return [{"id": by, "label": label, "url": found[by]} for by, label in known]


def _choices(directory: Directory, edition: Edition) -> list[ChoiceView]:
    """The fields of the form, without what no entry fits."""
    used = tags(edition.facts)[directory.name]
    return [
        {
            "label": choice.label,
            "options": [
                {"tag": tag, "label": label} for tag, label in choice.options.items() if tag in used
            ],
        }
        for choice in directory.choices(edition.facts)
    ]


def _view(entry: Entry) -> EntryView:
    return {
        "name": entry.name,
        "mark": entry.mark,
        "community": {"name": entry.community.name, "url": urls.url(entry.community)},
        "words": [word for word in (entry.time, *entry.words) if word],
        "phone": dialled(entry.phone),
    }


def _welfare(edition: Edition) -> WelfareView | None:
    found = edition.site.remembered(welfare)
    if not found.denominator:
        return None
    return {
        "percent": found.percent,
        "numerator": found.numerator,
        "denominator": found.denominator,
    }


def block(directory: Directory) -> ListBlock[Entry]:
    """The block that lists a directory."""
    usual = {"by": next(iter(directory.orders))}
    groups, show = partial(_groups, directory), partial(_show, directory)
    return ListBlock(BY_NAME[Community.kind], directory.name, groups, show, SIZE, usual)


BLOCKS: Mapping[str, ListBlock[Entry]] = {item.name: block(item) for item in DIRECTORIES}


# What the form looks through


def files(edition: Edition) -> Iterator[Output]:
    """The entries of the directories that pages ask for."""
    for directory in DIRECTORIES:
        if directory.name in places(edition.facts):
            data = json.dumps(found(directory, edition), ensure_ascii=False, separators=(",", ":"))
            yield Output(directory.data, data.encode())


def found(directory: Directory, edition: Edition) -> dict[str, object]:
    """The entries packed: communities and tags once, days as bits from Monday, -1 if unread."""
    entries = directory.entries(edition.facts)
    known_tags = list(dict.fromkeys(tag for entry in entries for tag in entry.tags))
    holders = list(dict.fromkeys(entry.community.id for entry in entries))
    tag_places = {tag: place for place, tag in enumerate(known_tags)}
    holder_places = {id: place for place, id in enumerate(holders)}
    known = edition.site.of(Community)
    return {
        "tags": known_tags,
        "communities": [[id, known[id].name] for id in holders],
        "entries": [
            [
                holder_places[entry.community.id],
                entry.name,
                entry.mark,
                [tag_places[tag] for tag in entry.tags],
                _bits(entry.days),
                [word for word in (entry.time, *entry.words) if word],
                entry.phone,
            ]
            for entry in entries
        ],
    }


def _bits(days: frozenset[int] | None) -> int:
    return -1 if days is None else sum(1 << day for day in days)

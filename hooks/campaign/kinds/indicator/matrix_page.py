"""The standards of all communities as one table: a row a community, a column a standard."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TypedDict

from markupsafe import Markup

from campaign import urls
from campaign.derive.placing import places
from campaign.exchange import spreadsheets
from campaign.exchange.spreadsheets import Value
from campaign.kinds import BY_NAME
from campaign.kinds.district.facts import place_name, place_names
from campaign.kinds.indicator import Indicator, standards, views
from campaign.kinds.indicator.addresses import MATRIX_CSV, MATRIX_FOLDER, MATRIX_WORKBOOK
from campaign.kinds.indicator.matrix import Line, lines, totals
from campaign.kinds.indicator.standards import Answer, Verdict
from campaign.kinds.listing import ListBlock, Options
from campaign.render import sheets
from campaign.render.edition import Edition
from campaign.render.outputs import Output
from campaign.render.sheets import Group, Piece
from campaign.render.template import Template

NAME = "matrix"
ORDERS = {"district": "按镇街", "gap": "按差距"}
UNIT = "个社区"


class Order(TypedDict):
    """A way to order the table, and the page on which it begins."""

    id: str
    label: str
    url: str


class Head(TypedDict):
    """A column: a standard, and where all its values come from when that is one place."""

    name: str
    url: str
    target: str
    note: int


class Cell(views.VerdictView):
    """How a community stands against a standard; no verdict where nothing is asked of it."""

    heading: str
    words: str
    fraction: str
    rank: str
    """A number by which the cells of a column can be sorted; empty for what is not known."""
    note: int


class Row(TypedDict):
    """A community and its cells, in the order of the columns."""

    name: str
    url: str
    district: str
    cells: list[Cell]


class Sum(TypedDict):
    """How many communities meet a standard, of those of which it is asked."""

    heading: str
    met: int
    of: int
    rest: str
    """How many fall short and how many have not reported, in words."""


class Part(TypedDict):
    """The communities under one heading, with their sums."""

    id: str
    label: str
    count: str
    sums: list[Sum]
    rows: list[Row]


class Note(TypedDict):
    """Where values come from, and as of when."""

    number: int
    words: str


class Matrix(TypedDict):
    """A sheet of the table. Its sums are of the whole list."""

    by: str
    orders: list[Order]
    heads: list[Head]
    sections: list[Part]
    total: int
    sums: list[Sum]
    notes: list[Note]
    csv: str
    workbook: str


TEMPLATE = Template("indicator/matrix.html.jinja", Matrix)


# In which order


def groups(edition: Edition, options: Options) -> Sequence[Group[Line]]:
    """The communities by district, or by how many gaps they have."""
    ordered = sorted(lines(edition.facts), key=lambda line: line.gaps_first)
    if options["by"] == "gap":
        return sheets.under("gap", ordered, _standing, unit=UNIT)
    order = place_names(edition.site)

    def district(line: Line) -> str:
        return place_name(edition.site, line.community.district)

    return sheets.under("district", ordered, district, order, UNIT)


def _standing(line: Line) -> str:
    counts = line.counts
    if counts[Verdict.GAP]:
        return f"{counts[Verdict.GAP]} 项有差距"
    return "没有差距，有未填报" if counts[Verdict.UNKNOWN] else "全部达标"


# What a sheet shows


def show(edition: Edition, root: str, options: Options, pieces: Sequence[Piece[Line]]) -> Markup:
    """One sheet of the table."""
    columns = standards.for_communities(edition.site)
    notes = _notes(columns, [line for piece in pieces for line in piece.items])
    shared = {item.id: _shared(item, pieces) for item in columns}
    every = lines(edition.facts)
    values = Matrix(
        by=options["by"],
        orders=_orders(edition),
        heads=[_head(item, notes.get(shared[item.id] or "", 0)) for item in columns],
        sections=[
            {
                "id": piece.anchor,
                "label": piece.heading,
                "count": piece.group.count,
                "sums": [_sum(piece.group.items, item) for item in columns],
                "rows": [
                    _row(edition, line, columns, notes, {id for id in shared if shared[id]})
                    for line in piece.items
                ],
            }
            for piece in pieces
        ],
        total=len(every),
        sums=[_sum(every, item) for item in columns],
        notes=[{"number": number, "words": words} for words, number in notes.items()],
        csv=MATRIX_CSV,
        workbook=MATRIX_WORKBOOK,
    )
    return edition.render(TEMPLATE, root, values)


def _orders(edition: Edition) -> list[Order]:
    found = {
        place.options.get("by", "district"): place.address
        for place in places(edition.facts).get(NAME, ())
    }
    return [
        {"id": by, "label": label, "url": found[by]} for by, label in ORDERS.items() if by in found
    ]


def _source(item: Answer) -> str:
    """Where a value comes from and as of when; nothing where there is none."""
    return f"{item.figure.source}，{item.figure.when}" if item.figure else ""


def _notes(columns: Iterable[Indicator], found: Sequence[Line]) -> dict[str, int]:
    """Each source of the sheet once, numbered in the order in which a reader meets them."""
    answers = (
        line.answers[column.id] for column in columns for line in found if column.id in line.answers
    )
    sources = dict.fromkeys(source for item in answers if (source := _source(item)))
    return {source: number for number, source in enumerate(sources, 1)}


def _shared(column: Indicator, pieces: Sequence[Piece[Line]]) -> str | None:
    """The one source of a column, told at its head; nothing where there are several."""
    answers = (line.answers.get(column.id) for piece in pieces for line in piece.items)
    sources = {_source(item) for item in answers if item and item.figure}
    return sources.pop() if len(sources) == 1 else None


def _head(indicator: Indicator, note: int) -> Head:
    target = indicator.target
    return {
        "name": indicator.name,
        "url": urls.of("indicator", indicator.id),
        "target": target.words(indicator.unit) if target else "",
        "note": note,
    }


def _row(
    edition: Edition,
    line: Line,
    columns: Iterable[Indicator],
    notes: Mapping[str, int],
    shared: set[str],
) -> Row:
    return {
        "name": line.community.name,
        "url": urls.url(line.community),
        "district": place_name(edition.site, line.community.district),
        "cells": [_cell(line, item, {} if item.id in shared else notes) for item in columns],
    }


def _cell(line: Line, column: Indicator, notes: Mapping[str, int]) -> Cell:
    item = line.answers.get(column.id)
    known = item.figure if item else None
    return {
        "heading": column.name,
        "words": item.words if item else "",
        "fraction": known.fraction if known else "",
        "rank": f"{known.value:f}" if known else "",
        "note": notes.get(_source(item), 0) if item else 0,
        **views.verdict(item.verdict if item else None),
    }


def _sum(found: Iterable[Line], column: Indicator) -> Sum:
    counts = totals(found, column)
    rest = (verdict for verdict in (Verdict.GAP, Verdict.UNKNOWN) if counts[verdict])
    return {
        "heading": column.name,
        "met": counts[Verdict.MET],
        "of": counts.total(),
        "rest": "，".join(f"{verdict.label} {counts[verdict]}" for verdict in rest),
    }


# To take away


def files(edition: Edition) -> Iterator[Output]:
    """The table as files, on sites with a page for it."""
    if BLOCK.home(edition, {}) is None:
        return
    title = f"{edition.site.settings.city}标准矩阵"
    rows = list(_lines(edition))
    yield Output(MATRIX_CSV, spreadsheets.csv_file(rows))
    book = spreadsheets.workbook(title, edition.site.today, rows)
    yield Output(MATRIX_WORKBOOK, book)


def _lines(edition: Edition) -> Iterator[list[Value]]:
    """The headings, then a line a community: value, verdict and source of each standard."""
    columns = standards.for_communities(edition.site)
    heads = (
        (f"{item.name}（{item.unit}）", f"{item.name}：达标情况", f"{item.name}：出处")
        for item in columns
    )
    yield ["社区", "镇街", *(cell for head in heads for cell in head)]
    for group in groups(edition, BLOCK.usual):
        for line in group.items:
            answers = (line.answers.get(item.id) for item in columns)
            cells = (cell for item in answers for cell in _values(item))
            yield [line.community.name, group.label, *cells]


def _values(item: Answer | None) -> tuple[Value, Value, Value]:
    if item is None:
        return None, "不适用", None
    known, verdict = item.figure, item.verdict
    words = standards.VERDICT_LABELS[verdict] if verdict else None
    return float(known.text) if known else None, words, _source(item) or None


BLOCK = ListBlock(
    BY_NAME[Indicator.kind],
    NAME,
    groups,
    show,
    usual=MappingProxyType({"by": "district"}),
    folder=MATRIX_FOLDER,
)

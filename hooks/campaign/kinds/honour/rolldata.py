"""The whole roll as data: compact JSON for the filter, and a workbook to take away."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from typing import Any

import xlsxwriter

from campaign.kinds.community import Community
from campaign.kinds.community.views import sort_key
from campaign.kinds.honour import addresses, disclosure, plaques, roll, roll_filter
from campaign.kinds.honour.columns import COLUMNS
from campaign.kinds.honour.facts import COUNTED, Standing, rank, standings
from campaign.render import names
from campaign.render.edition import Edition
from campaign.render.outputs import Output
from campaign.text import is_formula

DAYS = frozenset({"named", "next_review"})


def files(edition: Edition) -> Iterator[Output]:
    """Made only where a page shows the roll."""
    if roll.homes(edition):
        text = json.dumps(data(edition), ensure_ascii=False, separators=(",", ":"))
        yield Output(addresses.ROLL_DATA, text.encode())
        yield Output(addresses.ROLL_WORKBOOK, workbook(edition))


class Table:
    """Numbers values in the order in which they are first seen."""

    def __init__(self) -> None:
        self.places: dict[Any, int] = {}

    def add(self, value: Any) -> int:
        return self.places.setdefault(value, len(self.places))

    @property
    def values(self) -> list[Any]:
        return list(self.places)


def data(edition: Edition) -> dict[str, object]:
    """Columns in the order of the roll; words are written once and numbered after that.

    Subjects stand in the order of their pinyin, so that a subject's number is its rank.
    Days are written as 20251211, and 0 is none.
    """
    items = standings(edition.facts)
    found = [_subject(edition, item) for item in items]
    subjects = sorted(set(found), key=lambda subject: (subject[3], subject))
    ranks = {subject: rank for rank, subject in enumerate(subjects)}
    kinds, batches, states, words = Table(), Table(), Table(), Table()
    return {
        "on": str(edition.site.today),
        "rows": {
            "subject": [ranks[subject] for subject in found],
            "kind": [kinds.add(_kind(item)) for item in items],
            "batch": [batches.add(item.honour.batch or "") for item in items],
            "named": [_day(item.named) for item in items],
            "review": [_day(item.next_review) for item in items],
            "state": [
                states.add((item.state.value, plaques.state_key(item), rank(item)))
                for item in items
            ],
            "words": [words.add(plaques.state_label(item)) for item in items],
            "anchor": _anchors(zip(items, found, strict=True)),
            **_sheets(edition, items),
        },
        "subjects": subjects,
        "kinds": kinds.values,
        "batches": batches.values,
        "states": states.values,
        "counted": COUNTED,
        "words": words.values,
        "districts": roll_filter.districts(edition),
        "levels": list(dict.fromkeys((i.level.value, i.level.label) for i in items)),
    }


def _subject(edition: Edition, item: Standing) -> tuple[str, str, str, str]:
    """Name, the id of its page, its district, and how it is read."""
    name = disclosure.holder(edition.site, item.honour)
    has_page = bool(plaques.subject_url(edition, item.honour))
    ref = item.honour.subject.ref or ""
    read = sort_key(edition.site.of(Community)[ref]) if has_page else names.pinyin(name)
    return name, ref if has_page else "", roll_filter.district_key(edition, item), read


def _kind(item: Standing) -> tuple[str, str, str]:
    return item.kind.id, item.title, item.level.value


def _day(day: date | None) -> int:
    return int(f"{day:%Y%m%d}") if day else 0


def _anchors(items: Iterable[tuple[Standing, tuple[str, str, str, str]]]) -> list[str]:
    """Where on its kind's page an honour stands; nothing where that is its subject's id."""
    stems = ((item.honour.public_id.split("/")[1], subject[1]) for item, subject in items)
    return ["" if stem == ref else stem for stem, ref in stems]


def _sheets(edition: Edition, items: Iterable[Standing]) -> dict[str, list[int]]:
    """On which sheet of its kind's page an honour stands, where one has more than one."""
    numbers = [plaques.sheet_of(edition, item.honour) for item in items]
    return {"sheet": numbers} if max(numbers, default=1) > 1 else {}


def workbook(edition: Edition) -> bytes:
    """The roll as an Excel file; the same content gives the same bytes."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    made = datetime.combine(edition.site.today, time())
    title = f"{edition.site.settings.city}荣誉榜"
    book.set_properties({"title": title, "created": made, "comments": f"截至 {edition.site.today}"})
    page = book.add_worksheet("荣誉榜")
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
    plain = book.add_format({"quote_prefix": True})
    for column, (heading, _, width, _) in enumerate(COLUMNS):
        page.set_column(column, column, width)
        page.write_string(0, column, heading, bold)
    items = standings(edition.facts)
    for row, item in enumerate(items, 1):
        _write_row(page, row, plaques.plaque(edition, item), day, plain)
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, len(items), len(COLUMNS) - 1)
    book.close()
    return file.getvalue()


def _write_row(page: Any, row: int, plaque: plaques.Plaque, day: Any, plain: Any) -> None:
    """Text is written as text: nothing that people wrote becomes a formula or a link, and one
    that looks like a formula stays text when its cell is edited, too."""
    for column, (_, key, _, _) in enumerate(COLUMNS):
        if key in DAYS and plaque[key]:
            page.write_datetime(row, column, datetime.fromisoformat(plaque[key]), day)
        elif plaque[key]:
            shape = plain if is_formula(plaque[key]) else None
            page.write_string(row, column, plaque[key], shape)

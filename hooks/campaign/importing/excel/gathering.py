"""From the rows of tables to records: each cell changes one value, and nothing else changes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from campaign.importing.excel.columns import BODY, REMOVE, Column, Head, Role
from campaign.importing.excel.drafts import Draft, Spot, Written
from campaign.importing.excel.identity import Identities, rank, written
from campaign.importing.excel.items import is_named, is_said, naming, number_in, value_at
from campaign.importing.excel.names import Names, Unclear
from campaign.importing.excel.rows import at, fingerprint
from campaign.importing.excel.said import meaning, said
from campaign.importing.excel.shown import KEPT
from campaign.importing.excel.tables import Complaint, Row, Table
from campaign.kinds.kind import Kind
from campaign.model.walk import Loc
from campaign.site import Key
from campaign.writing.records import path_of

SEVERAL = re.compile(r"[^，。；]+、[^，。；]+")
"""A value that may have been meant as several."""
CLEAR = "清空"
"""What a cell says whose value goes: an empty one leaves what is there."""


class Gathering:
    """Collects records while tables are read."""

    def __init__(self, written: Written, names: Names, marks: Mapping[Key, str]) -> None:
        self.drafts: dict[Key, Draft] = {}
        self.complaints: list[Complaint] = []
        self._written = written
        self._names = names
        self._marks = marks
        """What each record said when it was exported."""
        self._keys: dict[tuple[str, int], Key] = {}
        """The record of each row that is one."""
        self._refused: set[tuple[str, str]] = set()
        """What rows call themselves of which no record came: that was complained of there."""

    def gather(self, tables: Sequence[Table]) -> None:
        """Read all tables: first which records there are, then what is said of each."""
        mains = [table for table in tables if table.sheet.is_main]
        mains.sort(key=lambda table: rank(table.sheet.kind))
        identities = Identities(self._names, self.complaints, mains)
        found = [(row, identities.of(row)) for table in mains for row in table.rows]
        self._keys = {_place(row): (key[0].name, key[1]) for row, key in found if key}
        self._refused = {_named(row) for row, key in found if key is None}
        begun = [(row, draft) for row, key in found if key and (draft := self._begin(row, *key))]
        for row, draft in begun:
            self._fill(draft, row, ())
        inner = [table for table in tables if not table.sheet.is_main]
        for table in sorted(inner, key=lambda table: len(table.sheet.way)):
            for row in table.rows:
                self._item(row)
        for draft in self.drafts.values():
            draft.remove_what_goes()
            self._refuse_outdated(draft)

    def _complain(self, row: Row, head: Head | None, words: str, remedy: str) -> None:
        spot = _spot(row, head)
        self.complaints.append(Complaint(spot.sheet, spot.coordinate, words, remedy))

    def _begin(self, row: Row, kind: Kind[Any], id: str) -> Draft | None:
        """The record of a row; none where another row has it."""
        if known := self.drafts.get((kind.name, id)):
            called = id if written(row) else self._names.of(kind.name).get(id) or id
            words = f"“{called}”已经在 {known.spot().coordinate} 那一行"
            self._complain(row, row.table.sheet.heads[0], words, "一条记录只写一行")
            return None
        draft = self._written.draft(kind, id) or new_draft(kind, id)
        draft.spots[()] = _spot(row, row.table.sheet.heads[0])
        self.drafts[kind.name, id] = draft
        return draft

    # Fields

    def _fill(self, draft: Draft, row: Row, loc: Loc) -> None:
        for head in row.table.heads.values():
            column = head.column
            if column is None or column.is_parent:
                continue
            where = (*loc, *column.keys)
            draft.spots[where] = _spot(row, head)
            value = self._value(draft, row, head, column, loc)
            if value == CLEAR:
                _clear(draft, loc, column)
            elif value is not None and value != KEPT:
                self._doubt(draft, row, head, column, loc, value)
                _put(draft, loc, column, value)

    def _doubt(
        self, draft: Draft, row: Row, head: Head, column: Column, loc: Loc, value: Any
    ) -> None:
        """Tell of a list of one that looks like several."""
        is_one = column.is_list and len(value) == 1 and SEVERAL.fullmatch(value[0]) is not None
        old = at(value_at(draft.data, loc), column.keys) or []
        if is_one and len(old) != 1 and meaning(column, old) != meaning(column, value):
            spot, words = _spot(row, head), f"“{value[0]}”算作一个值"
            remedy = "是几个值的，用分号“；”分开"
            self.complaints.append(Complaint(spot.sheet, spot.coordinate, words, remedy, False))

    def _value(self, draft: Draft, row: Row, head: Head, column: Column, loc: Loc) -> Any:
        cell = row.cell(head)
        if isinstance(cell.value, str) and cell.value.strip() in (CLEAR, KEPT):
            return cell.value.strip()
        try:
            return said(column, cell, self._names, self._beside(draft, row, column, loc))
        except Unclear as error:
            self._complain(row, head, error.words, error.remedy)
            return None

    def _beside(self, draft: Draft, row: Row, column: Column, loc: Loc) -> Mapping[str, str]:
        """What the group of a field says of the kind that the field names."""
        if not column.refers_beside:
            return {}
        keys = (*column.keys[:-1], column.refers_beside)
        for head in row.table.heads.values():
            if head.column and head.column.keys == keys and not row.cell(head).is_blank:
                return {
                    column.refers_beside: str(said(head.column, row.cell(head), self._names, {}))
                }
        written = at(value_at(draft.data, loc), keys)
        return {column.refers_beside: str(written)} if written else {}

    # Items of lists

    def _item(self, row: Row) -> None:
        draft = self._holder(row)
        if draft is None:
            return
        holder = self._around(draft, row)
        if holder is None:
            return
        keys = row.table.sheet.way[-1]
        items = draft.items(holder, keys)
        place = self._place(draft, row, items, (*holder, *keys))
        if place is None:
            return
        loc = (*holder, *keys, place)
        draft.spots[loc] = _spot(row, None)
        if self._goes(row):
            draft.going.append(loc)
        else:
            self._fill(draft, row, loc)

    def _goes(self, row: Row) -> bool:
        head = _role(row, Role.ACTION)
        text = str(row.cell(head).value or "").strip() if head else ""
        if head and text not in ("", REMOVE):
            self._complain(row, head, f"不认识“{text}”", f"要删去这一项写“{REMOVE}”，否则空着")
        return text == REMOVE

    def _holder(self, row: Row) -> Draft | None:
        """The record to which a row belongs."""
        kind, head = row.table.sheet.kind, row.table.sheet.heads[0]
        cell = row.cell(head)
        text = "" if cell.is_blank else str(cell.shown).strip()
        if not text and row.parent is not None:
            key = self._keys.get(_place(row.parent))
            return self.drafts.get(key) if key else None  # it was complained of there
        if not text:
            self._complain(row, head, f"没有写属于哪个{kind.label}", "写名称（编号）、名称或编号")
            return None
        try:
            id = self._names.id(kind.name, text)
        except Unclear as error:
            self._complain(row, head, error.words, error.remedy)
            return None
        if (kind.name, id) not in self.drafts:
            draft = self._written.draft(kind, id)
            if draft is None:
                if (kind.name, text) not in self._refused:
                    words = f"没有叫“{text}”的{kind.label}"
                    self._complain(row, head, words, f"先在“{kind.label}”表里写一行，或改正名称")
                return None
            draft.spots[()] = _spot(row, head)
            self.drafts[kind.name, id] = draft
        return self.drafts[kind.name, id]

    def _around(self, draft: Draft, row: Row) -> Loc | None:
        """Where the item stands in which the row's list is; nothing when it does not say."""
        above = [head for head in row.table.sheet.heads if head.role is Role.ABOVE]
        loc: Loc = ()
        for head, keys in zip(above, row.table.sheet.way, strict=False):
            items = at(value_at(draft.data, loc), keys)
            count = len(items) if isinstance(items, list) else 0
            number = number_in(row.cell(head))
            if number is None or not 1 <= number <= count:
                words = f"要写是第几项（1 到 {count}）" if count else "没有可以放进去的项"
                self._complain(row, head, words, f"看“{draft.id}”的上一级表，写第几项")
                return None
            loc = (*loc, *keys, number - 1)
        return loc

    def _place(self, draft: Draft, row: Row, items: list[Any], loc: Loc) -> int | None:
        """Which item a row is: the one that it names, one that says the same, or a new one."""
        head = _role(row, Role.PLACE)
        cell = row.cell(head) if head else None
        if head and cell and not cell.is_blank:
            number = number_in(cell)
            if number is None or not 1 <= number <= len(items) + 1:
                words = f"没有第 {cell.shown} 项（现有 {len(items)} 项）"
                self._complain(row, head, words, "新写的一项空着这一格，或写接下去的数")
                return None
            if number > len(items):
                items.append({})
            return number - 1
        free = [n for n in range(len(items)) if (*loc, n) not in draft.spots]
        alike = list(self._alike(draft, row, items, free, loc))
        if len(alike) > 1:
            places = "、".join(str(n + 1) for n in alike)
            self._complain(row, head, f"和第 {places} 项都相同，不知道是哪一项", "写明第几项")
            return None
        if not alike:
            items.append({})
        return alike[0] if alike else len(items) - 1

    def _alike(
        self, draft: Draft, row: Row, items: list[Any], free: list[int], loc: Loc
    ) -> Iterator[int]:
        """Items that say what the row says, or else those that its first columns name."""
        fields = [head for head in row.table.heads.values() if head.column]
        values = {head.column: self._quietly(draft, row, head, loc) for head in fields}
        same = [n for n in free if all(is_said(c, v, items[n]) for c, v in values.items() if c)]
        if same:
            yield same[0]
            return
        for n in free:
            if all(is_named(c, values.get(c), items[n]) for c in naming(row.table.sheet)):
                yield n

    def _quietly(self, draft: Draft, row: Row, head: Head, loc: Loc) -> Any:
        assert head.column is not None
        try:
            beside = self._beside(draft, row, head.column, loc)
            return said(head.column, row.cell(head), self._names, beside)
        except Unclear:  # it is complained of where the field is filled in
            return None

    def _refuse_outdated(self, draft: Draft) -> None:
        """A row of an old export must not take back what somebody wrote since."""
        mark = self._marks.get(draft.key)
        if draft.old is None or mark is None or mark == fingerprint(draft.old, draft.old_body):
            return
        if draft.data != draft.old or draft.body != draft.old_body:
            spot = draft.spot()
            words = f"“{draft.id}”导出以后改过，这张表里的可能是旧内容"
            self.complaints.append(
                Complaint(spot.sheet, spot.coordinate, words, "重新导出，再填要改的格子")
            )


def _named(row: Row) -> tuple[str, str]:
    """What a row's first cell says: the id of its record, as other tables refer to it."""
    return row.table.sheet.kind.name, written(row)


def new_draft(kind: Kind[Any], id: str) -> Draft:
    """A record that is not written yet."""
    path = kind.pattern if kind.list_key else path_of(kind, id)
    data: dict[str, Any] = {"id": id} if kind.list_key else {}
    return Draft(kind, id, path, (), None, "", data, "")


def _put(draft: Draft, loc: Loc, column: Column, value: Any) -> None:
    """Write a value, unless what is there means the same."""
    if column.keys == (BODY,):
        if draft.body.strip() != value.strip():
            draft.body = f"\n{value.strip()}\n"
        return
    old = at(value_at(draft.data, loc), column.keys)
    if meaning(column, old) != meaning(column, value):
        draft.group(loc, column.keys[:-1])[column.keys[-1]] = value


def _clear(draft: Draft, loc: Loc, column: Column) -> None:
    holder = at(value_at(draft.data, loc), column.keys[:-1])
    if isinstance(holder, dict):
        holder.pop(column.keys[-1], None)


def _place(row: Row) -> tuple[str, int]:
    return row.table.grid.name, row.number


def _role(row: Row, role: Role) -> Head | None:
    return next((head for head in row.table.heads.values() if head.role is role), None)


def _spot(row: Row, head: Head | None) -> Spot:
    """The cell of a column in a row, be it empty."""
    columns = {other: column for column, other in row.table.heads.items()}
    place = columns.get(head) if head else None
    cell = row.table.grid.at(row.number, place) if place else row.first
    return Spot(row.table.grid.name, cell.coordinate, head.title if head else "")

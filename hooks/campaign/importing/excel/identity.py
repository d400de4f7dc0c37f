"""Which record a row is: by its id, by its name, or a new one whose id comes from its name.

A name says which record it is only together with what else tells records of one name apart: two
communities of two towns may be called the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from campaign.importing.excel.columns import Column, Head, form
from campaign.importing.excel.drafts import Draft
from campaign.importing.excel.names import Names, Unclear
from campaign.importing.excel.said import said
from campaign.importing.excel.tables import Complaint, Row, Table
from campaign.kinds import KINDS
from campaign.kinds.kind import Kind
from campaign.model.fields import RESERVED
from campaign.writing import ids

CALLED = (("name",), ("title",))
"""The fields by which people call a record."""


class Identities:
    """Finds the ids of rows; new ones are known to the names from then on."""

    def __init__(self, names: Names, complaints: list[Complaint], mains: Iterable[Table]) -> None:
        self._names = names
        self._complaints = complaints
        self._written = {
            (table.sheet.kind.name, id)
            for table in mains
            for row in table.rows
            if (id := written(row))
        }
        """What stands in the workbook as an id: no row gets it that does not say so."""

    def of(self, row: Row) -> tuple[Kind[Any], str] | None:
        """The kind and the id of a row; nothing when that is not clear."""
        kind, head = row.table.sheet.kind, row.table.sheet.heads[0]
        try:
            id = self._id(row, kind, head)
        except Unclear as error:
            self._complain(row, error.column, error.words, error.remedy)
            return None
        if id not in self._names.of(kind.name):
            self._names.add(kind.name, id, self._called(row), self._beside(row, kind))
        return kind, id

    def _complain(
        self, row: Row, column: Column | None, words: str, remedy: str, is_error: bool = True
    ) -> None:
        """Tell of the cell of a column, or else of the one that has the id."""
        heads = row.table.heads.items()
        key = row.table.sheet.heads[0]
        place = next((c for c, head in heads if column and head.column == column), None)
        place = place or next((c for c, head in heads if head is key), None)
        cell = row.table.grid.at(row.number, place) if place else row.first
        found = Complaint(row.table.grid.name, cell.coordinate, words, remedy, is_error)
        self._complaints.append(found)

    def _id(self, row: Row, kind: Kind[Any], head: Head) -> str:
        cell = row.cell(head)
        if cell.trouble:
            raise Unclear(*cell.trouble)
        called = self._called(row)
        if not cell.is_blank:
            id = self._names.id(kind.name, written(row))
        else:
            named = self._names.called(kind.name, called) if called else []
            known = self._known(row, kind, called, named)
            id = known or self._proposed(row, kind, called, named)
        if id not in self._names.of(kind.name):
            _refuse_form(kind, id)
        self._refuse_other_parent(row, kind, id)
        return id

    def _known(self, row: Row, kind: Kind[Any], called: str, named: list[str]) -> str:
        """The record that a row means without its id; nothing when there is none yet."""
        beside = self._beside(row, kind)
        same = [id for id in named if self._may_be(kind, id, beside)]
        if len(same) > 1:
            raise Unclear(f"“{called}”有 {len(same)} 个", f"写明编号：{'、'.join(same[:5])}")
        return same[0] if same else ""

    def _may_be(self, kind: Kind[Any], id: str, beside: Mapping[str, str]) -> bool:
        """Whether a record says nothing else than the row beside its name."""
        there = {field: self._names.beside(kind.name, id, field) for field in beside}
        return all(
            not text or not there[field] or text == there[field] for field, text in beside.items()
        )

    def _proposed(self, row: Row, kind: Kind[Any], called: str, named: list[str]) -> str:
        """An id for a new record, from what names it."""
        data = self._data(row, kind, called)
        parent = data.get(kind.parent_field or "")
        if kind.parent_field and not parent:
            column = next(c for c in row.table.sheet.columns if c.is_parent)
            raise Unclear(f"没有写“{column.title}”", f"在“{column.title}”一栏写上", column)
        if kind.parent_field and data.get("subject"):
            one = ids.proposed(kind, data, ())
            if one in self._names.of(kind.name):
                return one
        taken = {*self._names.of(kind.name), *(id for k, id in self._written if k == kind.name)}
        id = ids.proposed(kind, data, taken)
        if not id:
            raise self._nameless(row, called)
        self._remind(row, kind, called, named, id, ids.proposed(kind, data, ()))
        return id

    def _nameless(self, row: Row, called: str) -> Unclear:
        """Why no id can be proposed."""
        column = next((c for c in row.table.sheet.columns if c.keys in CALLED), None)
        if column is None:
            return Unclear("没有写编号", f"写上编号：{row.table.sheet.kind.spelt}")
        if called:
            return Unclear(f"“{called}”取不出拼音作编号", f"写上编号：{row.table.sheet.kind.spelt}")
        return Unclear(f"没有写“{column.title}”", f"在“{column.title}”一栏写上", column)

    def _remind(
        self, row: Row, kind: Kind[Any], called: str, named: list[str], id: str, first: str
    ) -> None:
        """Tell that a new record may be meant as one that is published already."""
        alike = [other for other in named if not self._names.is_new(kind.name, other)]
        if not alike and first != id and not self._names.is_new(kind.name, first):
            alike = [first] if first in self._names.of(kind.name) else []
        if alike:
            known = "、".join(self._names.shown(kind.name, other) for other in alike)
            words = f"已有{known}，这一行算新的一条，编号 {id}"
            column = next((c for c in row.table.sheet.columns if c.keys in CALLED), None)
            remedy = f"是同一个的，在编号一栏写 {alike[0]}；不是的不用改"
            self._complain(row, column, words, remedy, is_error=False)

    def _data(self, row: Row, kind: Kind[Any], called: str) -> dict[str, Any]:
        """What of a new record its id is made from."""
        data: dict[str, Any] = {"name": called, **self._beside(row, kind)}
        if kind.parent_field:
            data[kind.parent_field] = self._parent(row)
        if subject := next((c for c in row.table.sheet.columns if c.refers_beside), None):
            ref = self._said(row, subject)
            data["subject"] = {"ref": ref} if ref else None
        column = next((c for c in row.table.sheet.columns if c.keys == ("published",)), None)
        data["published"] = self._said(row, column) if column else ""
        return data

    def _beside(self, row: Row, kind: Kind[Any]) -> dict[str, str]:
        """What the row says beside its name to tell its record apart."""
        columns = {column.keys: column for column in row.table.sheet.columns}
        asked = {field: columns.get((field,)) for field in kind.model.beside_name}
        return {field: self._said(row, column) for field, column in asked.items() if column}

    def _refuse_other_parent(self, row: Row, kind: Kind[Any], id: str) -> None:
        parent = self._parent(row)
        if kind.parent_field and parent and id.split("/")[0] != parent:
            raise Unclear(f"编号 {id} 和“{parent}”不一致", f"编号写成 {parent}/…，{kind.id_words}")

    def _called(self, row: Row) -> str:
        """What the row calls its record."""
        found = (column for column in row.table.sheet.columns if column.keys in CALLED)
        return next((text for column in found if (text := self._said(row, column))), "")

    def _parent(self, row: Row) -> str:
        column = next((c for c in row.table.sheet.columns if c.is_parent), None)
        return self._said(row, column) if column else ""

    def _said(self, row: Row, column: Column) -> str:
        head = next((head for head in row.table.heads.values() if head.column == column), None)
        if head is None:
            return ""
        beside: dict[str, str] = {}
        if column.refers_beside:
            keys = (*column.keys[:-1], column.refers_beside)
            other = next((c for c in row.table.sheet.columns if c.keys == keys), None)
            beside = {column.refers_beside: self._said(row, other)} if other else {}
        try:
            return str(said(column, row.cell(head), self._names, beside) or "")
        except Unclear:  # it is complained of where the field is filled in
            return ""


def written(row: Row) -> str:
    """What a row says as its id."""
    cell = row.cell(row.table.sheet.heads[0])
    return "" if cell.is_blank else str(cell.shown).strip()


def moved(draft: Draft, names: Names) -> Iterator[Complaint]:
    """Tells of a published record that would go elsewhere: another of its name may be meant."""
    kind, old = draft.kind, draft.old or {}
    columns = {column.keys: column for column in form(kind).sheets[0].columns}
    for field in kind.model.beside_name:
        before, after = (str(data.get(field) or "") for data in (old, draft.data))
        if before and before != after:
            spot, refers = draft.spot((field,)), columns[field,].refers
            places = [names.shown(refers, id) if refers else id for id in (before, after)]
            called = names.shown(kind.name, draft.id)
            words = f"{called}原来在{places[0]}，这一行把它改到{places[1]}"
            remedy = "是另一个同名的，把编号一栏清空；确实改了的不用改"
            yield Complaint(spot.sheet, spot.coordinate, words, remedy, is_error=False)


def rank(kind: Kind[Any]) -> tuple[bool, int]:
    """Kinds whose ids begin with the id of another come last: honours after their kinds."""
    return bool(kind.parent_field), KINDS.index(kind)


def _refuse_form(kind: Kind[Any], id: str) -> None:
    """Raises Unclear for an id that can be no file's name."""
    parts, stars = id.split("/"), max(kind.pattern.count("*"), 1)
    is_named = all(kind.id_form.fullmatch(part) and part not in RESERVED for part in parts)
    if len(parts) != stars or not is_named:
        more = f"；{kind.id_words}" if kind.id_words else ""
        raise Unclear(f"编号不能是“{id}”", f"{kind.spelt}{more}")

"""Which record a row is: by its id, by its name, or a new one whose id comes from its name."""

from __future__ import annotations

from typing import Any

from campaign.importing.excel.columns import Column, Head
from campaign.importing.excel.names import Names, Unclear
from campaign.importing.excel.said import said
from campaign.importing.excel.tables import Complaint, Row
from campaign.importing.word.naming import slug
from campaign.kinds import KINDS
from campaign.kinds.kind import Kind
from campaign.model.fields import ENTRY_ID, ID, RESERVED

CALLED = (("name",), ("title",))
"""The fields by which people call a record."""
FORM = "用小写字母开头，只用小写字母、数字和连字符，2 到 40 个字符"


class Identities:
    """Finds the ids of rows; new ones are known to the names from then on."""

    def __init__(self, names: Names, complaints: list[Complaint]) -> None:
        self._names = names
        self._complaints = complaints

    def of(self, row: Row) -> tuple[Kind[Any], str] | None:
        """The kind and the id of a row; nothing when that is not clear."""
        kind, head = row.table.sheet.kind, row.table.sheet.heads[0]
        try:
            id = self._id(row, kind, head)
        except Unclear as error:
            place = next((c for c, other in row.table.heads.items() if other is head), None)
            cell = row.table.grid.at(row.number, place) if place else row.first
            found = Complaint(row.table.grid.name, cell.coordinate, error.words, error.remedy)
            self._complaints.append(found)
            return None
        if id not in self._names.of(kind.name):
            self._names.add(kind.name, id, self._called(row))
        return kind, id

    def _id(self, row: Row, kind: Kind[Any], head: Head) -> str:
        cell = row.cell(head)
        if cell.trouble:
            raise Unclear(*cell.trouble)
        called = self._called(row)
        if not cell.is_blank:
            id = self._names.id(kind.name, str(cell.shown).strip())
        elif called and (id := self._names.id(kind.name, called)) in self._names.of(kind.name):
            return id
        else:
            id = self._proposed(row, kind, called)
        if id in self._names.of(kind.name):
            self._refuse_other_parent(row, kind, id)
            return id
        _refuse_form(kind, id)
        self._refuse_other_parent(row, kind, id)
        return id

    def _proposed(self, row: Row, kind: Kind[Any], called: str) -> str:
        """An id for a new record, from what names it."""
        parent = self._parent(row)
        subject = next((c for c in row.table.sheet.columns if c.refers_beside), None)
        own = (self._said(row, subject) if subject else "") or slug(_short(kind, called))
        if not own or (kind.parent_field and not parent):
            raise Unclear("没有写编号，也没有名称可以取拼音", f"写上编号：{FORM}")
        if kind.is_entry and (day := self._day(row)):
            own = f"{day}-{own}"
        id = f"{parent}/{own}" if kind.parent_field else own
        if id in self._names.of(kind.name) and not (kind.parent_field and subject):
            name = self._names.of(kind.name)[id]
            raise Unclear(f"由拼音取的编号 {id} 已经是“{name}”的", "自己写一个编号")
        return id

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

    def _day(self, row: Row) -> str:
        column = next((c for c in row.table.sheet.columns if c.keys == ("published",)), None)
        return self._said(row, column)[:10] if column else ""

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


def rank(kind: Kind[Any]) -> tuple[bool, int]:
    """Kinds whose ids begin with the id of another come last: honours after their kinds."""
    return bool(kind.parent_field), KINDS.index(kind)


def _short(kind: Kind[Any], name: str) -> str:
    """A name without the word for its kind: 幸福里 of 幸福里社区."""
    return name.removesuffix(kind.label) or name


def _refuse_form(kind: Kind[Any], id: str) -> None:
    """Raises Unclear for an id that can be no file's name."""
    form = ENTRY_ID if kind.is_entry else ID
    parts, stars = id.split("/"), max(kind.pattern.count("*"), 1)
    is_named = all(form.fullmatch(part) and part not in RESERVED for part in parts)
    if len(parts) != stars or not is_named:
        raise Unclear(f"编号不能是“{id}”", FORM + (f"；{kind.id_words}" if kind.id_words else ""))

"""What a workbook would change, in words: one line a record, and one for each of its fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from campaign.importing.excel.columns import BETWEEN, Sheet, form
from campaign.importing.excel.drafts import Draft
from campaign.importing.excel.plan import Plan
from campaign.importing.excel.tables import Complaint
from campaign.kinds.kind import Kind
from campaign.model.walk import Loc
from campaign.text import cut
from campaign.writing.changes import Change, Insert, Move, Remove, applied
from campaign.writing.differences import changes_between

SHOWN = 40
"""Characters of a value."""
NOTHING = "（空）"
NAMED = 3
"""How many of the cells with one fault are named; the marked copy marks all of them."""


def alike(complaints: Iterable[Complaint]) -> list[list[Complaint]]:
    """Complaints by what is wrong, errors first: the same with many cells is said once."""
    found: dict[tuple[bool, str, str], list[Complaint]] = {}
    for item in sorted(complaints, key=lambda item: not item.is_error):
        found.setdefault((item.is_error, item.words, item.remedy), []).append(item)
    return list(found.values())


def places(complaints: Sequence[Complaint], between: str) -> str:
    """The first few cells of the same complaint, and how many there are.

    `between` stands between the name of a table and its cell.
    """
    first = "、".join(f"{item.sheet}{between}{item.coordinate}" for item in complaints[:NAMED])
    return first + (f" 等 {len(complaints)} 格" if complaints[NAMED:] else "")


def told(plan: Plan) -> Iterator[str]:
    """The plan: what is new, what changes and from what to what, and how much stays."""
    for draft in plan.new:
        yield f"新增 {named(draft)} → {draft.path}"
    for draft in plan.changed:
        yield f"改动 {named(draft)}"
        yield from (f"  {words}" for words in changed(draft))
    counts = {"新增": plan.new, "改动": plan.changed, "没有变化": plan.unchanged}
    yield "，".join(f"{word} {len(drafts)}" for word, drafts in counts.items())


def changed(draft: Draft) -> Iterator[str]:
    """What changes in a record, and from what to what."""
    data: Any = draft.old
    for change in changes_between(draft.old, draft.data):
        yield _change(draft, data, change)
        data = applied(data, [change])
    if draft.body != draft.old_body:
        yield "正文：改写"


def named(draft: Draft) -> str:
    """What a record is: its kind, its id and its name."""
    name = draft.data.get("name") or draft.data.get("title") or ""
    return f"{draft.kind.label} {draft.id}" + (f"（{cut(str(name), SHOWN)}）" if name else "")


def _change(draft: Draft, data: Any, change: Change) -> str:
    title = titled(draft.kind, change.loc)
    if isinstance(change, Insert):
        return f"{title} 新增：{_shown(change.value)}"
    old = _value(data, change.loc)
    if isinstance(change, Remove):
        return f"{title} 删去：{_shown(old)}"
    if isinstance(change, Move):
        return f"{title} 移到第 {change.to + 1} 项：{_shown(old)}"
    return f"{title}：{_shown(old)} → {_shown(change.value)}"


def titled(kind: Kind[Any], loc: Loc) -> str:
    """A place in a record as its tables call it: 设施第 2 项·面积（平方米）."""
    for sheet in form(kind).sheets:
        rest: list[str | int] = list(loc)
        words: list[str] = []
        for place, keys in enumerate(sheet.way):
            if tuple(rest[: len(keys)]) != keys:
                break
            name = sheet.name.split(BETWEEN)[place + 1] if place + 1 else ""
            rest = rest[len(keys) :]
            number = rest.pop(0) if rest else None
            words.append(f"{name}第 {number + 1} 项" if isinstance(number, int) else name)
        else:
            own = _column(sheet, tuple(rest))
            if not rest or own:
                return BETWEEN.join([*words, own] if own else words) or kind.label
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in loc)


def _column(sheet: Sheet, rest: Loc) -> str:
    """What the column of a value is called; of one among several in a cell, with its number."""
    titles = {column.keys: column.title for column in sheet.columns}
    *keys, last = rest or ("",)
    if isinstance(last, int) and tuple(keys) in titles:
        return f"{titles[tuple(map(str, keys))]}第 {last + 1} 项"
    return next((title for keys, title in titles.items() if keys == rest), "")


def _value(data: Any, loc: Loc) -> Any:
    for step in loc:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _shown(value: Any) -> str:
    if value is None or value == "":
        return NOTHING
    if isinstance(value, dict):
        return cut("，".join(_shown(item) for item in value.values()), SHOWN * 2)
    if isinstance(value, list):
        return cut("；".join(_shown(item) for item in value), SHOWN * 2)
    return cut(str(value).strip(), SHOWN)

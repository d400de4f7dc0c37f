"""What others made of a record while its form was open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from campaign.desk import editing
from campaign.desk.editing import Edited
from campaign.desk.sheet import Sheet, rebased
from campaign.desk.steps import BACK, DRAFT, HAND_IN, HANDED, PASS, SAVE
from campaign.desk.versions.photo_lists import Clash
from campaign.model.base import ReviewRole
from campaign.writing import withdrawals
from campaign.writing.files import present

ON_THE_WAY = ("status", "review")
"""Fields that say where a record is on its way, and nothing to readers."""
CLASHED = "您打开以后，有人改了同一份内容。两边的写法列在下面，请选好再按一次。"
OVERTAKEN = "您打开以后，这一条{}，所以没有{}。请按现在的状态接着做。"
HAPPENED = {
    "draft": "已经退回草稿",
    "review": "已经交稿",
    "published": "已经发布",
    "archived": "已经归档",
}
"""What happened to a record, by the state in which it is now."""
APPROVED = "{}已经通过"
OTHERWISE = "的审核记录改过"
UNDONE = {
    HAND_IN: "交稿",
    PASS: "记下您的审核",
    BACK: "退回",
    SAVE: "保存",
    DRAFT: "保存",
}
STATE = "改状态"
"""What is not done where somebody does something else with the form."""


@dataclass
class Over:
    """A form over what its file says now, with what is to be told and asked."""

    sheet: Sheet
    faults: list[str] = field(default_factory=list)
    clashes: list[Clash] = field(default_factory=list)


def over_now(sheet: Sheet, do: str) -> Over:
    """The form over what its file says now, where every withdrawal of a photo stands."""
    base = sheet.base
    raw = present(sheet.desk.resident.root / base.path)
    now = editing.of_bytes(base.kind, base.id, base.path, raw)
    made = over(sheet, now, do) if now.raw != base.raw else Over(sheet)
    made.sheet = made.sheet.saying(withdrawals.upheld(made.sheet.data, now.data))
    return made


def over(sheet: Sheet, now: Edited, do: str = "") -> Over:
    """The form over another state of its file.

    On its way a record is where its file says: nobody is asked which side is right there, and
    a step that was meant for another state is not taken.
    """
    joined, clashes = rebased(sheet, now)
    asked = [clash for clash in clashes if clash.key not in ON_THE_WAY]
    faults = [CLASHED] if asked else []
    if _is_overtaken(sheet, now, do):
        happened = _happened(sheet.base.data, now.data)
        faults.insert(0, OVERTAKEN.format(happened, UNDONE.get(do, STATE)))
        joined = on_its_way(joined, now.data, now)
    return Over(joined, faults, asked)


def where_it_was(refused: Sheet, sent: Sheet) -> Sheet:
    """A form that was refused, without the step on its way that it was to take.

    What the form itself said of its state stays, unless the file has another one by now; else
    that of the file holds.
    """
    base = sent.base if sent.base.is_new else refused.base
    said: dict[str, Any] = {}
    for key in ON_THE_WAY:
        is_still_so = base.data.get(key) == sent.base.data.get(key)
        state = (sent if is_still_so else base).data
        if key in state:
            said[key] = state[key]
    return on_its_way(refused, said, base)


def on_its_way(sheet: Sheet, said: Mapping[str, Any], base: Edited) -> Sheet:
    """The form with another state of the record on its way."""
    data = {key: value for key, value in sheet.data.items() if key not in ON_THE_WAY}
    way = {key: said[key] for key in ON_THE_WAY if key in said}
    return sheet.saying({**data, **way}, base=base)


def _is_overtaken(sheet: Sheet, now: Edited, do: str) -> bool:
    """Whether what is to be done was meant for a state that is past.

    A text that is only saved may stand beside another review, but not come out unseen.
    """
    was, ours = sheet.base.data, sheet.data
    for key in ON_THE_WAY:
        has_moved = now.data.get(key) not in (was.get(key), ours.get(key))
        is_meant = do in (UNDONE if key == "status" else HANDED)
        if has_moved and (is_meant or ours.get(key) != was.get(key)):
            return True
    return False


def _happened(was: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    before, after = (str(data.get("status") or "published") for data in (was, now))
    if before != after:
        return HAPPENED.get(after, HAPPENED["published"])
    known, new = was.get("review") or [], now.get("review") or []
    roles = [str(item.get("role")) for item in new if item not in known]
    passed = [role.label for role in ReviewRole if role.value in roles]
    return APPROVED.format("、".join(passed)) if passed else OTHERWISE

"""Changes of records that nothing speaks against: written, and handed in where that is meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from campaign.desk import openable
from campaign.desk.desk import Desk
from campaign.desk.editing import Edited
from campaign.desk.handing_in import sharing
from campaign.desk.handing_in.sharing import Parcel
from campaign.desk.photos import beside
from campaign.desk.sheet import Sheet, changed_titles, said_of, titles
from campaign.desk.versions.ledger import message
from campaign.model.base import ReviewRole
from campaign.writing import files
from campaign.writing.files import Rewrite

SAVE, DRAFT, HAND_IN, PASS, BACK = "save", "draft", "hand-in", "pass", "back"
WORDS = {SAVE: "改", DRAFT: "存草稿", HAND_IN: "交稿", PASS: "审核通过", BACK: "退回"}
PUBLISHED, FINISHED = "published", "finished"
"""What the last approval has done: for all readers, or in the content of this machine alone."""
HANDED = frozenset({HAND_IN, PASS, BACK})
"""What others are to know at once."""
SENT_ON = "这一条在审核中，所以改动也送出去了。"
NOT_SENT_ON = "这一条在审核中，可是审核的人还看不到这次改动：{}"


@dataclass(frozen=True)
class Step:
    """What a form says, and what becomes of its file."""

    sheet: Sheet
    data: Mapping[str, Any]
    rewrite: Rewrite
    do: str
    note: str

    @property
    def base(self) -> Edited:
        return self.sheet.base

    @property
    def kept(self) -> Edited:
        """The record as it is then."""
        return replace(self.base, data=dict(self.data))

    @property
    def record(self) -> str:
        return f"{self.base.kind.name}/{self.base.id}"

    @property
    def publishes(self) -> bool:
        return self.is_last and self.sheet.desk.ledger.branches.is_used

    @property
    def is_last(self) -> bool:
        """Whether it is the approval after which readers may see the record."""
        return self.do == PASS and self.data.get("status") == "published"

    @property
    def said(self) -> str:
        """What is to be told of it when it is taken: a key of what the desk says."""
        if self.publishes:
            return PUBLISHED
        return FINISHED if self.is_last else self.do

    @property
    def is_sent(self) -> bool:
        """Whether it goes to others at once."""
        return self.publishes or (
            self.do in HANDED and bool(self.sheet.desk.ledger.branches.remote)
        )

    @property
    def is_awaited(self) -> bool:
        """Whether others have it before them: what is saved of it has to reach them, too."""
        return self.data.get("status") == "review" and bool(self.sheet.desk.ledger.branches.remote)

    @property
    def subject(self) -> str:
        """The change in a line."""
        base, data = self.base, self.data
        own = openable.name_of(self.sheet.desk.site, base.kind.name, base.id)
        called = own or f"{base.kind.label} {data.get('name') or data.get('title') or base.id}"
        changed = changed_titles(base, data, self.sheet.body)
        word = "新增" if base.raw is None else self._word
        what = f"：{'、'.join(changed)}" if changed and word == WORDS[SAVE] else ""
        return f"{called} {word}{what}"

    @property
    def _word(self) -> str:
        """What was done, in a word; of an approval, which of the three it was."""
        reviews = self.data.get("review") or []
        if self.do != PASS or not reviews:
            return WORDS[self.do]
        return f"{ReviewRole(reviews[-1]['role']).label}通过"

    @property
    def details(self) -> str:
        """What each field said, and what it says."""
        base, names = self.base, self.sheet.names
        called = titles(base)
        keys = dict.fromkeys((*base.data, *self.data))
        return "\n".join(
            f"{called.get(key, key)}：{said_of(base, key, base.data.get(key), names)}"
            f" → {said_of(base, key, self.data.get(key), names)}"
            for key in keys
            if base.data.get(key) != self.data.get(key)
        )

    def parcel(self) -> Parcel:
        """What is sent of it."""
        text = message(self.subject, self.details, self.record, self.note)
        pictures = beside.coming(self.sheet.desk, self.base, self.data)
        return Parcel(self.rewrite, self.base.path, text, pictures)


def take(step: Step) -> None:
    """Write the record, and who changed what. Raises Conflict, NotDone and OSError."""
    if step.is_sent:
        send([step], step.publishes)
        return
    desk, base = step.sheet.desk, step.base
    files.write([step.rewrite])
    changed = [base.path, *beside.settled(desk, base, step.data)]
    told = desk.write_down(changed, step.subject, step.details, step.record, step.note)
    told += _sent_on(desk) if step.is_awaited and not told else []
    desk.tell(base.kind.name, base.id, told)
    desk.changed(changed)


def _sent_on(desk: Desk) -> list[str]:
    """Send what is written down; what to say of it. It is kept here whether that can be or not."""
    try:
        sharing.send(desk.ledger, publishes=False)
    except sharing.NotDone as error:
        return [NOT_SENT_ON.format(error)]
    return [SENT_ON]


def send(steps: Sequence[Step], publishes: bool = False) -> None:
    """Hand changes of different files in, a commit each and all at once, or none of them.

    Raises NotDone and OSError.
    """
    parcels = [step.parcel() for step in steps]
    desk = steps[0].sheet.desk
    sharing.hand_in(desk.ledger, parcels, publishes)
    for step in steps:
        beside.settled(desk, step.base, step.data)
    desk.changed([path for parcel in parcels for path in (parcel.path, *parcel.beside)])

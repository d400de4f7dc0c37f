"""What has happened in the campaign, told by the records that it happened to.

Each kind says it of its own (`happenings` of its presenter); nothing is typed twice. The
history of the campaign and what changed between two days are both made from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from campaign import urls
from campaign.model.lifecycle import Labelled
from campaign.model.promise import PromisingRecord


class Sort(Labelled):
    """What sorts of thing happen, in the order of an inspector's interest: losses first."""

    LOST = "lost", "摘牌和终止"
    WARNED = "warned", "整改和暂停"
    DROPPED = "dropped", "取消的承诺"
    INSPECTED = "inspected", "启动、检查和结果"
    NAMED = "named", "命名"
    KEPT = "kept", "保留、恢复和整改合格"
    DELIVERED = "delivered", "兑现和办结"
    HELD = "held", "举行的活动"
    MET = "met", "会议和讲话"
    ISSUED = "issued", "印发的文件"
    GRANTED = "granted", "拨付的经费"
    PROPOSED = "proposed", "推荐和公示"
    CORRECTED = "corrected", "更正"
    PLANNED = "planned", "计划节点"


@dataclass(frozen=True)
class Happening:
    """Something that happened on a day."""

    key: str
    """Its name among all, which stays when the words change."""
    on: date
    sort: Sort
    title: str
    text: str = ""
    address: str = ""
    """Where the site tells more, relative to its root."""
    count: int = 1
    """How many things of its sort it is."""
    kind: str = ""
    """Of the record whose promise was done or dropped."""
    is_landmark: bool = False
    """Whether the history of the campaign tells of it by itself."""


def of_promises(records: Iterable[PromisingRecord], until: date) -> Iterator[Happening]:
    """What was done, or dropped, of the promises of some records up to a day.

    What has to be checked is done on the day on which it was found good.
    """
    for record in records:
        for promise in record.promises:
            closed = promise.cycle.closed - promise.cycle.claimed
            for step in promise.cycle.until(promise.events, until):
                if step.after in closed and step.before not in closed:
                    is_done = step.after in promise.cycle.fulfilled
                    yield Happening(
                        key=f"{record.kind}-{record.id}-{promise.key}-{step.event.on}",
                        on=step.event.on,
                        sort=Sort.DELIVERED if is_done else Sort.DROPPED,
                        title=promise.title,
                        text=_beside(record.heading, promise.title, step.event.note or ""),
                        address=urls.url(record),
                        kind=record.kind,
                    )


def _beside(heading: str, title: str, note: str) -> str:
    return "。".join(text for text in (heading if heading != title else "", note) if text)

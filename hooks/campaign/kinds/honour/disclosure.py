"""Who holds an honour, as readers may know: every output takes names and notes from here.

A private person is named as that person wishes, and not at all where changes are told.
"""

from __future__ import annotations

from campaign.kinds.honour import Honour
from campaign.kinds.honour.record import PRIVATE, Display, Event
from campaign.model.base import Record
from campaign.site import Site

UNNAMED = "个人（不公布姓名）"
DECLINED = "已按本人意愿不再展示"
COVER = "＊"
"""Stands for a character of a name that is not shown."""


def holder(site: Site, honour: Honour) -> str:
    """Who holds it. A private person's name only as far as it may be shown."""
    subject = honour.subject
    name = subject.name or ""
    if subject.type in PRIVATE and subject.display is Display.NONE:
        return DECLINED if name else UNNAMED
    if subject.type in PRIVATE and subject.display is Display.MASK:
        return name[:1] + COVER * (len(name) - 1)
    record: Record | None = site.kind(subject.type.value).get(subject.ref or "")
    return record.heading if record else name


def holder_of_change(site: Site, honour: Honour) -> str:
    """Whom a change is about; what happened to a private person's honour names nobody."""
    subject = honour.subject
    return subject.type.label if subject.type in PRIVATE else holder(site, honour)


def remark(honour: Honour) -> str:
    """What may be told of an honour as a whole, as beside an event."""
    return "" if honour.is_shy else honour.note or ""


def note(honour: Honour, event: Event) -> str:
    """What may be told beside an event: a note on a shy person could tell the name."""
    return "" if honour.is_shy else event.note or ""

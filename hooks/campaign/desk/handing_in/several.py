"""Many drafts handed in at once, as a workbook that was taken in leaves them.

Each is judged and written down like one that is handed in from its form.
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from campaign.desk import editing, finding
from campaign.desk.desk import Desk
from campaign.desk.handing_in import waiting
from campaign.desk.handing_in.exchange_views import DRAFTS, ChoiceView, DraftsView
from campaign.desk.names import called
from campaign.desk.page_views import CardView
from campaign.desk.rendering import render
from campaign.desk.saving import HAND_IN, keep
from campaign.desk.sheet import Pairs, Sheet
from campaign.desk.sheet_page import view
from campaign.kinds import BY_NAME
from campaign.model.base import Record, Status
from campaign.problems import Severity

CHOSEN, ALL = "draft", "all"
NONE_CHOSEN = "没有勾选。请先勾选要交的稿。"
DONE = "已交稿 {} 条。"
NO_DRAFT = "不是这里的草稿了：可能已经交稿、改名或删去。"


def page(desk: Desk, pairs: Pairs) -> Markup:
    """The drafts that are here; those that were chosen are handed in first."""
    chosen = list(dict.fromkeys(_chosen(desk, pairs)))
    stayed = [(key, why) for key in chosen if (why := _handed_in(desk, key))]
    count = len(chosen) - len(stayed)
    values: DraftsView = {
        "title": waiting.TITLES[waiting.DRAFTS],
        "done": DONE.format(count) if count else "",
        "fault": NONE_CHOSEN if ("do", HAND_IN) in pairs and not chosen else "",
        "left": [_left(desk, key, why) for key, why in stayed],
        "drafts": list(_drafts(desk)),
        "token": desk.token,
    }
    return render(DRAFTS, values)


def _chosen(desk: Desk, pairs: Pairs) -> Iterator[str]:
    """The keys of the drafts that are to be handed in."""
    if ("do", ALL) in pairs:
        yield from (draft["key"] for draft in _drafts(desk) if draft["can_be_handed_in"])
    elif ("do", HAND_IN) in pairs:
        yield from (text for name, text in pairs if name == CHOSEN)


def _handed_in(desk: Desk, key: str) -> str:
    """Hand a draft in; why it stays one, or nothing."""
    record = _record(desk, key)
    if record is None or record.status is not Status.DRAFT or not _can_be_handed_in(record):
        return NO_DRAFT
    try:
        sheet = Sheet(desk, editing.opened(desk.site, record.kind, record.id))
        outcome = keep(sheet, HAND_IN, desk.ledger.person())
    except (KeyError, editing.Unreadable):
        return NO_DRAFT
    if outcome.kept is not None:
        return ""
    told = [item for items in outcome.sheet.own().values() for item in items]
    told += outcome.sheet.elsewhere()
    grave = (view(sheet, item) for item in told if sheet.severity(item) is Severity.ERROR)
    return next((f"{item['message']} {item['remedy']}" for item in grave), "".join(outcome.faults))


def _left(desk: Desk, key: str, why: str) -> CardView:
    """A draft that stays one, and the first thing that keeps it."""
    record = _record(desk, key)
    return {
        "name": called(desk.site, record) if record else key,
        "url": finding.url_of(record.kind, record.id) if record else "",
        "tag": record.label if record else "",
        "words": why,
    }


def _record(desk: Desk, key: str) -> Record | None:
    kind, _, id = key.partition("/")
    return desk.site.kind(kind).get(id) if kind in BY_NAME else None


def _drafts(desk: Desk) -> Iterator[ChoiceView]:
    for record in waiting.drafts(desk):
        card = finding.card(desk.site, record, record.label)
        key = f"{record.kind}/{record.id}"
        yield {**card, "key": key, "can_be_handed_in": _can_be_handed_in(record)}


def _can_be_handed_in(record: Record) -> bool:
    kind = BY_NAME.get(record.kind)
    return kind is not None and kind.is_reviewed

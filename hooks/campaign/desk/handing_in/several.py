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
from campaign.desk.saving import HAND_IN, Outcome, keep
from campaign.desk.sheet import Pairs, Sheet
from campaign.kinds import BY_NAME
from campaign.model.base import Record, Status
from campaign.problems import Severity

CHOSEN, ALL = "draft", "all"
NONE_CHOSEN = "没有勾选。请先勾选要交的稿。"
DONE = "已交稿 {} 条。"


def page(desk: Desk, pairs: Pairs) -> Markup:
    """The drafts that are here; those that were chosen are handed in first."""
    chosen = list(dict.fromkeys(_chosen(desk, pairs)))
    outcomes = [(key, _handed_in(desk, key)) for key in chosen]
    count = sum(outcome.kept is not None for _, outcome in outcomes)
    left = [_left(desk, key, outcome) for key, outcome in outcomes if outcome.kept is None]
    is_asked = any(name == "do" for name, _ in pairs)
    view: DraftsView = {
        "title": waiting.TITLES[waiting.DRAFTS],
        "done": DONE.format(count) if count else "",
        "fault": NONE_CHOSEN if is_asked and not chosen else "",
        "left": left,
        "drafts": list(_drafts(desk)),
        "token": desk.token,
    }
    return render(DRAFTS, view)


def _chosen(desk: Desk, pairs: Pairs) -> Iterator[str]:
    """The keys of the drafts that are to be handed in."""
    if ("do", ALL) in pairs:
        yield from (draft["key"] for draft in _drafts(desk) if draft["can_be_handed_in"])
    elif ("do", HAND_IN) in pairs:
        yield from (text for name, text in pairs if name == CHOSEN)


def _handed_in(desk: Desk, key: str) -> Outcome:
    """What becomes of a draft. Raises KeyError where there is none of that key."""
    kind, _, id = key.partition("/")
    sheet = Sheet(desk, editing.opened(desk.site, kind, id))
    if sheet.base.data.get("status") != Status.DRAFT.value:
        return Outcome(sheet, sheet.base)  # somebody handed it in meanwhile
    return keep(sheet, HAND_IN, desk.ledger.person())


def _left(desk: Desk, key: str, outcome: Outcome) -> CardView:
    """A draft that stays one, and the first thing that keeps it."""
    sheet, (kind, _, id) = outcome.sheet, key.partition("/")
    told = [item for items in sheet.own().values() for item in items] + sheet.elsewhere()
    grave = [item.message() for item in told if sheet.severity(item) is Severity.ERROR]
    record = desk.site.kind(kind).get(id)
    return {
        "name": called(desk.site, record) if record else id,
        "url": finding.url_of(kind, id),
        "tag": BY_NAME[kind].label,
        "words": next(iter([*grave, *outcome.faults]), ""),
    }


def _drafts(desk: Desk) -> Iterator[ChoiceView]:
    for record in waiting.drafts(desk):
        card = finding.card(desk.site, record, record.label)
        key = f"{record.kind}/{record.id}"
        yield {**card, "key": key, "can_be_handed_in": _can_be_handed_in(record)}


def _can_be_handed_in(record: Record) -> bool:
    kind = BY_NAME.get(record.kind)
    return kind is not None and kind.is_reviewed

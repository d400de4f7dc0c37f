"""Many drafts handed in at once, as a workbook that was taken in leaves them.

Each is judged and written down like one that is handed in from its form; they are pushed once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup

from campaign.desk import editing, finding
from campaign.desk.desk import Desk
from campaign.desk.handing_in import waiting
from campaign.desk.handing_in.exchange_views import DRAFTS, ChoiceView, DraftsView
from campaign.desk.handing_in.sharing import NotDone
from campaign.desk.names import called
from campaign.desk.page_views import CardView
from campaign.desk.rendering import render
from campaign.desk.saving import NOT_SAVED, judged
from campaign.desk.sheet import Pairs, Sheet
from campaign.desk.sheet_page import view
from campaign.desk.steps import HAND_IN, Step, send, take
from campaign.kinds import BY_NAME
from campaign.model.base import Record, Status
from campaign.problems import Severity
from campaign.writing.files import Conflict

CHOSEN, ALL = "draft", "all"
NONE_CHOSEN = "没有勾选。请先勾选要交的稿。"
DONE = "已交稿 {} 条。"
NO_DRAFT = "不是这里的草稿了：可能已经交稿、改名或删去。"


def page(desk: Desk, pairs: Pairs) -> Markup:
    """The drafts that are here; those that were chosen are handed in first."""
    chosen = list(dict.fromkeys(_chosen(desk, pairs)))
    stayed = _handed_in(desk, chosen)
    count = len(chosen) - len(stayed)
    values: DraftsView = {
        "title": waiting.TITLES[waiting.DRAFTS],
        "done": DONE.format(count) if count else "",
        "fault": NONE_CHOSEN if ("do", HAND_IN) in pairs and not chosen else "",
        "left": [_left(desk, key, why) for key, why in stayed.items()],
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


def _handed_in(desk: Desk, keys: Iterable[str]) -> dict[str, str]:
    """Hand drafts in; those that stay drafts, and why.

    All that are ready go at once. Of records that share a file, one goes at a time.
    """
    stayed: dict[str, str] = {}
    left = list(keys)
    while left:
        steps: dict[str, Step] = {}
        for key in left:
            found = _step(desk, key)
            if isinstance(found, str):
                stayed[key] = found
            elif found.base.path not in {step.base.path for step in steps.values()}:
                steps[key] = found
        left = [key for key in left if key not in steps and key not in stayed]
        stayed |= _sent(steps)
    return stayed


def _step(desk: Desk, key: str) -> Step | str:
    """What hands a draft in, or why it stays one."""
    record = _record(desk, key)
    if record is None or record.status is not Status.DRAFT or not _can_be_handed_in(record):
        return NO_DRAFT
    try:
        sheet = Sheet(desk, editing.opened(desk.site, record.kind, record.id))
        outcome = judged(sheet, HAND_IN, desk.ledger.person())
    except (KeyError, editing.Unreadable):
        return NO_DRAFT
    if outcome.step is not None:
        return outcome.step
    told = [item for items in outcome.sheet.own().values() for item in items]
    told += outcome.sheet.elsewhere()
    grave = (view(sheet, item) for item in told if sheet.severity(item) is Severity.ERROR)
    return next((f"{item['message']} {item['remedy']}" for item in grave), "".join(outcome.faults))


def _sent(steps: Mapping[str, Step]) -> dict[str, str]:
    """Hand in what is ready: together where it goes to others; what stays, and why."""
    together = {key: step for key, step in steps.items() if step.is_sent}
    alone = [{key: step} for key, step in steps.items() if not step.is_sent]
    stayed: dict[str, str] = {}
    for parts in filter(None, (together, *alone)):
        try:
            if parts is together:
                send(list(parts.values()))
            else:
                take(next(iter(parts.values())))
        except Conflict:
            stayed |= dict.fromkeys(parts, NO_DRAFT)
        except NotDone as error:
            stayed |= dict.fromkeys(parts, str(error))
        except OSError as error:
            stayed |= dict.fromkeys(parts, NOT_SAVED.format(error.strerror))
    return stayed


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
    site = desk.site
    return site.kind(kind).get(id) or site.refused.get((kind, id)) if kind in BY_NAME else None


def _drafts(desk: Desk) -> Iterator[ChoiceView]:
    for record in waiting.drafts(desk):
        card = finding.card(desk.site, record, record.label)
        key = f"{record.kind}/{record.id}"
        yield {**card, "key": key, "can_be_handed_in": _can_be_handed_in(record)}


def _can_be_handed_in(record: Record) -> bool:
    kind = BY_NAME.get(record.kind)
    return kind is not None and kind.is_reviewed

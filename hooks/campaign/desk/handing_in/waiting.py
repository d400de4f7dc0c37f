"""What waits for whoever sits at the desk, sort by sort."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any, NamedTuple

from markupsafe import Markup

from campaign.derive import freshness
from campaign.desk import finding, openable
from campaign.desk.desk import PREFIX, Desk
from campaign.desk.handing_in.unpublished import HIDDEN, Difference, differences
from campaign.desk.names import called
from campaign.desk.page_views import FOUND, CardView, FoundView, WaitingView
from campaign.desk.rendering import render
from campaign.desk.saving import next_review
from campaign.desk.versions.ledger import Person
from campaign.kinds import KINDS
from campaign.kinds.honour.facts import due_for_review
from campaign.model.base import ReviewRole, Status
from campaign.problems import Problem, Severity
from campaign.site import Key, Site

SHOWN = 6
"""How many of a sort the first page shows."""
AHEAD = timedelta(days=90)
"""How early a re-inspection is announced."""
RETURNED = "{}退回时写：{}"
BACK, REVIEW, DRAFTS, CHANGED = "back", "review", "drafts", "changed"
PROBLEMS, DUE, STALE = "problems", "due", "stale"
TITLES = {
    BACK: "退回来要改的",
    REVIEW: "等我审核",
    DRAFTS: "草稿",
    CHANGED: "改了还没有发布的",
    PROBLEMS: "问题",
    DUE: "荣誉到期要复查",
    STALE: "久未更新的栏目",
}


class Returned(NamedTuple):
    """What a reviewer wrote who sent a record back."""

    by: str
    note: str


def groups(desk: Desk) -> list[WaitingView]:
    """What there is of each sort, as much as the first page shows."""
    found = ((key, list(_cards(desk, key))) for key in TITLES)
    return [_group(key, cards) for key, cards in found if cards]


def _group(key: str, cards: list[CardView]) -> WaitingView:
    more, is_together = max(0, len(cards) - SHOWN), key == DRAFTS and len(cards) > 1
    return {
        "title": TITLES[key],
        "cards": cards[:SHOWN],
        "more": more,
        "all": f"{PREFIX}waiting/{key}" if more or is_together else "",
        "is_together": is_together,
    }


def whole(desk: Desk, key: str) -> Markup:
    """Everything of one sort. Raises KeyError where there is no such sort."""
    title, cards = TITLES[key], list(_cards(desk, key))
    view: FoundView = {
        "title": title,
        "asks": False,
        "question": "",
        "new": "",
        "table": "",
        "words": f"共 {len(cards)} 条。",
        "cards": cards,
    }
    return render(FOUND, view)


def _cards(desk: Desk, key: str) -> Iterable[CardView]:
    site = desk.site
    if key == BACK:
        return _sent_back(desk)
    if key == REVIEW:
        return _to_review(site, desk.ledger.person())
    if key == DRAFTS:
        return (finding.card(site, item) for item in drafts(desk))
    if key == CHANGED:
        return changed(desk)
    if key == PROBLEMS:
        return _problems(desk, site)
    return _due(site) if key == DUE else _stale(site)


def drafts(desk: Desk) -> Iterator[Any]:
    """What is not handed in yet; what a reviewer sent back is told apart from it."""
    back = returned(desk)
    every = _of_status(desk.site, Status.DRAFT)
    return (record for record in every if (record.kind, record.id) not in back)


def _of_status(site: Site, status: Status) -> Iterator[Any]:
    return (record for record in site.written() if record.status is status)


def review_url(kind: str, id: str) -> str:
    """Where a record stands as it is published beside what it is to be."""
    return f"{PREFIX}review/{kind}/{id}"


def _to_review(site: Site, person: Person | None) -> Iterator[CardView]:
    """What was handed in and now has to be reviewed by whoever sits here."""
    for record, wanted in _awaiting(site, person):
        card = finding.card(site, record, f"等{wanted.label}")
        yield {**card, "url": review_url(record.kind, record.id)}


def _awaiting(site: Site, person: Person | None) -> Iterator[tuple[Any, ReviewRole]]:
    """The records that wait for whoever sits here, and for which of the three reviews."""
    for record in _of_status(site, Status.REVIEW):
        done = [{"role": review.role.value} for review in record.review or []]
        wanted = next_review({"review": done})
        if person is not None and wanted is not None and person.role == wanted:
            yield record, wanted


def first_to_review(desk: Desk) -> Key | None:
    """The first record that waits for whoever sits here; nothing where none does."""
    waiting = _awaiting(desk.site, desk.ledger.person())
    return next(((record.kind, record.id) for record, _ in waiting), None)


def returned(desk: Desk) -> dict[Key, Returned]:
    """The drafts that a reviewer sent back, and why."""
    drafts = {(record.kind, record.id) for record in _of_status(desk.site, Status.DRAFT)}
    found: dict[Key, Returned] = {}
    for entry in desk.ledger.sent_back():
        kind, _, id = entry.record.partition("/")
        if entry.note and (kind, id) in drafts:
            found.setdefault((kind, id), Returned(entry.by, entry.note))
    return found


def note_on(desk: Desk, kind: str, id: str) -> list[str]:
    """What whoever opens a record is told that was sent back."""
    back = returned(desk).get((kind, id))
    return [RETURNED.format(back.by, back.note)] if back else []


def _sent_back(desk: Desk) -> Iterator[CardView]:
    site = desk.site
    known = {(record.kind, record.id): record for record in site.written()}
    for key, back in returned(desk).items():
        yield finding.card(site, known[key], RETURNED.format(*back))


def changed(desk: Desk) -> Iterator[CardView]:
    """What readers will see otherwise once it is published."""
    for found in differences(desk):
        if found.status not in HIDDEN:
            yield difference_card(desk, found)


def difference_card(desk: Desk, found: Difference) -> CardView:
    record = desk.site.kind(found.kind.name).get(found.id)
    said = (found.now or found.was) if record is None else None
    written = (said.data.get("name") or said.data.get("title")) if said else ""
    tag = "新增" if found.was is None else "删除" if found.now is None else "改动"
    return {
        "name": openable.name_of(desk.site, found.kind.name, found.id)
        or (called(desk.site, record) if record else str(written or found.id)),
        "url": review_url(found.kind.name, found.id) if found.now else "",
        "tag": tag,
        "words": found.kind.label,
    }


def _problems(desk: Desk, site: Site) -> Iterator[CardView]:
    """The gravest problems first, one card a record."""
    stopping = site.profile.stopping
    grave = [p for p in desk.resident.problems if p.severity(stopping) is not Severity.NOTE]
    grave.sort(key=lambda item: item.severity(stopping) is not Severity.ERROR)
    holders = Holders(site)
    seen: set[tuple[str, Key | None]] = set()
    for found in grave:
        holder = holders.at(found.path, found.line)
        if (found.path, holder) not in seen:
            seen.add((found.path, holder))
            yield _problem(site, found, holder)


class Holders:
    """Which record stands where in the files."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._found: dict[str, list[tuple[int, Key]]] = {}
        for key, origin in site.origins.items():
            self._found.setdefault(origin.path, []).append((origin.line(), key))
        for places in self._found.values():
            places.sort()

    def at(self, path: str, line: int = 1) -> Key | None:
        """The record to which a line belongs; the first of a file for what stands above it."""
        if own := openable.holder(self._site, path):
            return own
        places = self._found.get(path, [])
        above = [key for start, key in places if start <= line]
        return above[-1] if above else places[0][1] if places else None

    def only(self, path: str) -> Key | None:
        """The record of a file that holds no other."""
        if own := openable.holder(self._site, path):
            return own
        places = self._found.get(path, [])
        return places[0][1] if len(places) == 1 else None


def _problem(site: Site, found: Problem, holder: Key | None) -> CardView:
    record = site.kind(holder[0]).get(holder[1]) if holder else None
    own = openable.name_of(site, *holder) if holder else ""
    is_error = found.severity(site.profile.stopping) is Severity.ERROR
    return {
        "name": own or (called(site, record) if record else found.path),
        "url": finding.url_of(*holder) if holder else "",
        "tag": "错误" if is_error else "提醒",
        "words": found.message(),
    }


def _due(site: Site) -> Iterator[CardView]:
    names = {(record.kind, record.id): record.heading for record in site.everything()}
    for day, standing in due_for_review(site, site.today + AHEAD):
        subject = standing.honour.subject
        holder = names.get((subject.type.value, subject.ref or ""), subject.name or "")
        is_late = day < site.today
        yield {
            "name": f"{holder} {standing.title}",
            "url": finding.url_of(standing.honour.kind, standing.honour.id),
            "tag": "已过期" if is_late else "快到期",
            "words": f"{day} 到期",
        }


def _stale(site: Site) -> Iterator[CardView]:
    for column in site.settings.columns:
        found = freshness.freshness(site, column)
        if found.is_stale:
            kinds = [kind for kind in KINDS if kind.column == column.path.split("/")[0]]
            yield {
                "name": column.title,
                "url": f"{PREFIX}new/{kinds[0].name}" if kinds else "",
                "tag": "栏目",
                "words": f"{found.days} 天没有更新，最多 {found.limit} 天",
            }

"""The first page: what waits for whoever sits at the desk, what can be added, what changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any

from markupsafe import Markup

from campaign.derive import freshness
from campaign.desk import finding
from campaign.desk.desk import PREFIX, Desk
from campaign.desk.ledger import Person
from campaign.desk.names import called
from campaign.desk.page_views import (
    START,
    CardView,
    StartView,
    TileView,
    WaitingView,
)
from campaign.desk.rendering import render
from campaign.kinds import KINDS, LOOKED_FOR
from campaign.kinds.honour.facts import due_for_review
from campaign.kinds.kind import Kind
from campaign.model.base import ReviewRole, Status
from campaign.problems import Problem, Severity
from campaign.site import Site

SHOWN = 6
"""How many of a sort the page shows."""
RECENT = 12
AHEAD = timedelta(days=90)
"""How early a re-inspection is announced."""


def page(desk: Desk) -> Markup:
    """The first page."""
    site, person = desk.site, desk.ledger.person()
    begun = [kind for kind in KINDS if kind.can_be_begun]
    begun.sort(key=lambda kind: _place(kind.name))
    others = [kind for kind in KINDS if not kind.can_be_begun]
    view: StartView = {
        "token": desk.token,
        "waiting": [group for group in _waiting(desk, site, person) if group["cards"]],
        "tiles": [_tile(site, kind) for kind in begun],
        "others": [_tile(site, kind) for kind in others],
        "recent": list(_recent(desk, site)),
    }
    return render(START, view)


def _place(name: str) -> int:
    return LOOKED_FOR.index(name) if name in LOOKED_FOR else len(LOOKED_FOR)


def _tile(site: Site, kind: Kind[Any]) -> TileView:
    count = sum(name == kind.name for name, _ in site.origins)
    return {
        "label": kind.label,
        "count": count,
        "all": f"{PREFIX}all/{kind.name}",
        "new": f"{PREFIX}new/{kind.name}",
    }


# What waits


def _waiting(desk: Desk, site: Site, person: Person | None) -> Iterator[WaitingView]:
    yield _group("等我审核", _to_review(site, person))
    yield _group("草稿", (finding.card(site, r) for r in _of_status(site, Status.DRAFT)))
    yield _group("问题", _problems(desk, site))
    yield _group("荣誉到期要复查", _due(site))
    yield _group("久未更新的栏目", _stale(site))


def _group(title: str, cards: Iterable[CardView]) -> WaitingView:
    found = list(cards)
    return {"title": title, "cards": found[:SHOWN], "more": max(0, len(found) - SHOWN)}


def _of_status(site: Site, status: Status) -> Iterator[Any]:
    return (record for record in site.written() if record.status is status)


def _to_review(site: Site, person: Person | None) -> Iterator[CardView]:
    """What was handed in and lacks the review of whoever sits here."""
    roles = set(ReviewRole)
    for record in _of_status(site, Status.REVIEW):
        done = {review.role for review in record.review or []}
        if person is not None and person.role in roles - done:
            words = f"还差{'、'.join(role.label for role in ReviewRole if role not in done)}"
            yield finding.card(site, record, words)


def _problems(desk: Desk, site: Site) -> Iterator[CardView]:
    """The gravest problems first, one card a record."""
    stopping = site.profile.stopping
    grave = [p for p in desk.resident.problems if p.severity(stopping) is not Severity.NOTE]
    grave.sort(key=lambda item: item.severity(stopping) is not Severity.ERROR)
    holders = _holders(site)
    seen: set[str] = set()
    for found in grave:
        if found.path not in seen:
            seen.add(found.path)
            yield _problem(site, found, holders.get(found.path))


def _holders(site: Site) -> dict[str, tuple[str, str]]:
    """The first record of each file."""
    found: dict[str, tuple[str, str]] = {}
    for key, origin in site.origins.items():
        found.setdefault(origin.path, key)
    return found


def _problem(site: Site, found: Problem, holder: tuple[str, str] | None) -> CardView:
    record = site.kind(holder[0]).get(holder[1]) if holder else None
    is_error = found.severity(site.profile.stopping) is Severity.ERROR
    return {
        "name": called(site, record) if record else found.path,
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


def _recent(desk: Desk, site: Site) -> Iterator[CardView]:
    """The latest changes, by whom and of what."""
    holders = _holders(site)
    for entry in desk.ledger.recent(RECENT):
        holder = holders.get(entry.path)
        yield {
            "name": entry.subject,
            "url": finding.url_of(*holder) if holder else "",
            "tag": entry.by,
            "words": entry.when,
        }

"""When honours have to be reviewed, for people's calendars; and what has happened to them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

from campaign import urls
from campaign.derive.calendar import Occasion
from campaign.derive.facts import Facts
from campaign.derive.happenings import Happening, Sort
from campaign.kinds.community import Community
from campaign.kinds.honour import disclosure
from campaign.kinds.honour.facts import Change, changes, standings
from campaign.kinds.honour.record import EventType, SubjectType
from campaign.kinds.honour_kind import HonourKind

NAMED_IN_A_TITLE = 2
"""Communities that the title of a review names; the text names all."""


def reviews(facts: Facts) -> Iterator[Occasion]:
    """When honours have to be reviewed: one occasion for those of a kind on a day."""
    due: dict[tuple[date, str], list[str]] = defaultdict(list)
    last: dict[tuple[date, str], date] = {}
    for item in standings(facts):
        name = _community(facts, item.honour.subject.type, item.honour.subject.ref)
        if name and item.next_review and item.confirmed:
            key = (item.next_review, item.kind.id)
            due[key].append(name)
            last[key] = max(last.get(key, item.confirmed), item.confirmed)
    for key in sorted(due):
        day, id = key
        yield _review(facts.site.of(HonourKind)[id], day, due[key], last[key])


def _community(facts: Facts, type: SubjectType, ref: str | None) -> str:
    """The name of a community; persons' honours do not go into calendars."""
    found = facts.site.of(Community).get(ref or "") if type is SubjectType.COMMUNITY else None
    return found.name if found else ""


def _review(kind: HonourKind, day: date, names: list[str], written: date) -> Occasion:
    few = "、".join(names[:NAMED_IN_A_TITLE])
    who = few if len(names) <= NAMED_IN_A_TITLE else f"{few}等 {len(names)} 个社区"
    title, text = f"{kind.title_for(SubjectType.COMMUNITY)}复查：{who}", "、".join(names)
    return Occasion(f"review-{kind.id}-{day}", day, day, title, text, urls.url(kind), written)


# What has happened

SORTS = {
    EventType.RECOMMENDED: Sort.PROPOSED,
    EventType.PUBLICISED: Sort.PROPOSED,
    EventType.OBJECTION: Sort.PROPOSED,
    EventType.NAMED: Sort.NAMED,
    EventType.WITHDRAWN: Sort.WARNED,
    EventType.RETAINED: Sort.KEPT,
    EventType.RECTIFY: Sort.WARNED,
    EventType.RECTIFIED: Sort.KEPT,
    EventType.SUSPENDED: Sort.WARNED,
    EventType.RESTORED: Sort.KEPT,
    EventType.REVOKED: Sort.LOST,
    EventType.LAPSED: Sort.LOST,
    EventType.RENOUNCED: Sort.LOST,
    EventType.MERGED: Sort.LOST,
    EventType.CORRECTED: Sort.CORRECTED,
}
UNITS = {SubjectType.PERSON: "名", SubjectType.HOUSEHOLD: "户"}
"""How those are counted who are not named."""
LANDMARKS = (Sort.NAMED, Sort.WARNED, Sort.LOST)


def happenings(facts: Facts) -> Iterator[Happening]:
    """What has happened to honours: what befell those of a kind on a day is told at once."""
    found: dict[tuple[date, str, EventType, SubjectType], list[Change]] = defaultdict(list)
    for item in changes(facts):
        whose = item.honour.subject.type
        found[item.event.on, item.kind.id, item.event.type, whose].append(item)
    for (day, kind, event, whose), items in found.items():
        holders = [disclosure.holder_of_change(facts.site, item.honour) for item in items]
        names = _counted(holders, UNITS.get(whose, "个"))
        sort, shown = SORTS[event], names[:NAMED_IN_A_TITLE]
        who = "、".join(shown) + (f"等 {len(items)} 个" if len(names) > len(shown) else "")
        yield Happening(
            key=f"honour-{kind}-{event}-{day}-{whose}",
            on=day,
            sort=sort,
            title=f"{who}：{items[0].title}{event.label}",
            text=_words(facts, items, names),
            address=_address(facts, items),
            count=len(items),
            is_landmark=sort in LANDMARKS,
        )


def _counted(holders: list[str], unit: str) -> list[str]:
    """Each name once; those who are not told apart by name are counted: 个人 12 名."""
    counts = Counter(holders)
    return [name if count == 1 else f"{name} {count} {unit}" for name, count in counts.items()]


def _words(facts: Facts, items: list[Change], names: list[str]) -> str:
    """Of several, who; of one, why."""
    if len(items) > 1:
        return "、".join(names) if len(names) > NAMED_IN_A_TITLE else ""
    [item] = items
    reason = facts.site.label("reasons", item.event.reason) if item.event.reason else ""
    note = disclosure.note(item.honour, item.event)
    return "；".join(text for text in (reason, note) if text)


def _address(facts: Facts, items: list[Change]) -> str:
    """The page of the community that alone is concerned, or that of the honour's kind."""
    subject = items[0].honour.subject
    is_one = len(items) == 1 and _community(facts, subject.type, subject.ref)
    return urls.of(Community.kind, subject.ref or "") if is_one else urls.url(items[0].kind)

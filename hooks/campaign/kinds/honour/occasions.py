"""When honours have to be reviewed, for people's calendars."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from campaign import urls
from campaign.derive.calendar import Occasion
from campaign.derive.facts import Facts
from campaign.kinds.community import Community
from campaign.kinds.honour.facts import standings
from campaign.kinds.honour.record import SubjectType
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

"""The dates of the campaign that lie ahead or are worth keeping, for people's calendars."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from campaign import urls
from campaign.derive.facts import Facts
from campaign.kinds.community import Community
from campaign.kinds.contest import Contest
from campaign.kinds.honour.record import SubjectType
from campaign.kinds.honour_kind import HonourKind
from campaign.kinds.org import Org
from campaign.kinds.task import Task
from campaign.site import Site

NAMED_IN_A_TITLE = 2
"""Communities that the title of a review names; the text names all."""


@dataclass(frozen=True)
class Occasion:
    """A day, or some days, of the campaign."""

    key: str
    """Its name among the occasions of the site, which stays when the words change."""
    start: date
    end: date
    """The last day, included."""
    title: str
    text: str
    address: str
    """Where the site tells more, relative to its root."""
    written: date
    """When the record that it comes from was last changed."""


def inspection(facts: Facts) -> Iterator[Occasion]:
    campaign = facts.site.settings.campaign
    day = campaign.inspection_date
    if day:
        title = f"{campaign.title}检查验收"
        yield Occasion("inspection", day, day, title, "", "", campaign.start)


def tasks(facts: Facts) -> Iterator[Occasion]:
    """When key tasks are due, and their steps on the way."""
    for task in sorted(facts.site.of(Task).values(), key=lambda item: item.order):
        yield from _task(facts.site, task)


def _task(site: Site, task: Task) -> Iterator[Occasion]:
    address, written = urls.url(task), task.updated or site.settings.campaign.start
    lead = site.of(Org).get(task.lead)
    words = f"牵头单位：{lead.name}" if lead else ""
    title = f"{task.title}：完成期限"
    yield Occasion(f"task-{task.id}", task.due, task.due, title, words, address, written)
    for number, step in enumerate(task.milestones, start=1):
        key, title = f"task-{task.id}-{number}", f"{task.title}：{step.text}"
        yield Occasion(key, step.on, step.on, title, words, address, written)


def reviews(facts: Facts) -> Iterator[Occasion]:
    """When honours have to be reviewed: one occasion for those of a kind on a day."""
    due: dict[tuple[date, str], list[str]] = defaultdict(list)
    last: dict[tuple[date, str], date] = {}
    for item in facts.standings:
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
    title, text = f"{kind.name}复查：{who}", "、".join(names)
    return Occasion(f"review-{kind.id}-{day}", day, day, title, text, urls.url(kind), written)


def contests(facts: Facts) -> Iterator[Occasion]:
    """When photo contests take photos in."""
    for contest in facts.site.of(Contest).values():
        start, end = contest.period.start, contest.period.end
        written = contest.updated or min(start, facts.site.today)
        title, address = f"{contest.title}征稿", urls.url(contest)
        words = contest.intro or ""
        yield Occasion(f"contest-{contest.id}", start, end, title, words, address, written)


def everything(facts: Facts) -> Iterator[Occasion]:
    for source in (inspection, tasks, reviews, contests):
        yield from source(facts)


CALENDARS: dict[str, Callable[[Facts], Iterator[Occasion]]] = {
    "": everything,
    "tasks/": tasks,
    "honours/": reviews,
    "contests/": contests,
}
"""What each calendar holds, by the page that it belongs to."""


def occasions(facts: Facts, address: str) -> list[Occasion]:
    """The occasions of a page, in the order of their days."""
    source = CALENDARS.get(address)
    return sorted(source(facts), key=lambda item: (item.start, item.key)) if source else []

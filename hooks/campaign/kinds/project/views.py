"""Projects as templates see them: stage line, delay, money, and how far they are in all."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import TypedDict

from campaign import urls
from campaign.derive.grouping import grouped
from campaign.kinds.community import Community
from campaign.kinds.district.facts import place_name
from campaign.kinds.org import Org
from campaign.kinds.project.facts import Progress, Step, Work, district_of, progress, works_in
from campaign.kinds.project.lifecycle import EventType
from campaign.kinds.project.record import Payment, Project
from campaign.kinds.task import Task
from campaign.render import names, promises
from campaign.render.amounts import metres, money
from campaign.render.edition import Edition
from campaign.render.names import Link, draft_label
from campaign.render.promises import PromiseView

UNREPORTED = "未填报"
MOST = 12
"""Projects that the page of something else names; the list of projects has all."""


class StepView(TypedDict):
    """A stage: until when it was planned, and when it was reached."""

    label: str
    planned: str
    actual: str
    undone: str
    """When it had been reached, of what is being done again."""
    days_late: int
    awaited: bool


class ProjectCard(PromiseView):
    """A project in a list, and at the head of its page."""

    url: str
    kind: str
    communities: list[Link]
    count: int
    size: str
    """How long it is, or how large where it is measured by its area."""
    behind: str
    """The stage by which it is behind its plan, in words, before it is past its due day."""
    cost: str
    draft: str


class PaymentView(TypedDict):
    """What somebody bears of the cost."""

    org: Link
    nature: str
    amount: str
    share: str


class MoneyView(TypedDict):
    """What finished projects have cost, by source, as numbers that add up."""

    cost: str
    parts: list[tuple[str, str]]
    unreported: int


class ProgressView(TypedDict):
    """How far some projects are, by number and by length."""

    label: str
    total: int
    finished: int
    share: str
    behind: int
    length: str
    """Finished of all, in words; nothing where nobody has said how long they are."""
    unmeasured: int


class ProjectSection(TypedDict):
    """The projects of a community, a task or a unit, on its page."""

    cards: list[ProjectCard]
    totals: list[ProgressView]
    """Of each kind: lanes and lights have no common sum."""
    more: int
    """How many are not shown here."""


def step_view(step: Step) -> StepView:
    return {
        "label": step.stage.label,
        "planned": str(step.planned or ""),
        "actual": str(step.actual or ""),
        "undone": str(step.undone or ""),
        "days_late": step.days_late,
        "awaited": step.is_awaited,
    }


def _behind(work: Work) -> str:
    """Words for a project that is behind its plan and not yet past its due day."""
    if work.behind is None or work.standing.is_late:
        return ""
    stage = f"返工未完，{EventType.BUILT.label}" if work.behind.undone else work.behind.stage.label
    return f"{stage}比计划晚 {work.behind.days_late} 天"


def card(edition: Edition, work: Work) -> ProjectCard:
    project = work.project
    return {
        **promises.promise_view(edition, work.standing),
        "url": urls.url(project),
        "kind": edition.site.label("project-kinds", project.type),
        "communities": [
            names.record_link(edition, Community.kind, id) for id in project.communities
        ],
        "count": project.count,
        "size": _size(project),
        "behind": _behind(work),
        "cost": _cost(project),
        "draft": draft_label(edition, project),
    }


def _size(project: Project) -> str:
    if project.is_by_area:
        return f"面积 {project.area_m2:f} 平方米"
    return f"长度{UNREPORTED}" if project.length_m is None else f"长度 {metres(project.length_m)}"


def reported(amount: Decimal | None) -> str:
    """An amount of money, or that nobody has said it."""
    return UNREPORTED if amount is None else money(amount)


def _cost(project: Project) -> str:
    if project.cost is not None:
        return f"决算 {money(project.cost)}"
    return f"金额{UNREPORTED}" if project.budget is None else f"预算 {money(project.budget)}"


def payments(edition: Edition, project: Project) -> list[PaymentView]:
    """Who bears how much, as shares of the cost."""
    whole = project.cost or project.paid
    return [
        {
            "org": _payer(edition, item),
            "nature": item.nature.label,
            "amount": money(item.amount),
            "share": f"{percent(item.amount, whole)}%" if whole else "",
        }
        for item in project.paid_by
    ]


def _payer(edition: Edition, item: Payment) -> Link:
    if item.org:
        return names.record_link(edition, Org.kind, item.org)
    return {"name": item.payer or UNREPORTED, "url": ""}


def percent(part: Decimal | int, whole: Decimal | int) -> str:
    """A share with one decimal, rounded half up as elsewhere on the site."""
    return f"{(Decimal(100) * part / whole).quantize(Decimal('0.1'), 'ROUND_HALF_UP'):f}"


def money_view(found: Progress) -> MoneyView | None:
    """Nothing where nothing was finished."""
    sums = found.money
    if not (sums.cost or sums.unreported):
        return None
    parts = (
        ("先行垫付", sums.advance),
        ("补助", sums.subsidy),
        ("捐助", sums.donation),
        ("来源未填报", sums.unstated),
    )
    return {
        "cost": money(sums.cost) if sums.cost else UNREPORTED,
        "parts": [(label, money(amount)) for label, amount in parts if amount],
        "unreported": sums.unreported,
    }


def progress_view(label: str, found: Progress) -> ProgressView:
    return {
        "label": label,
        "total": found.total,
        "finished": found.finished,
        "share": percent(found.finished, found.total) if found.total else "",
        "behind": found.behind,
        "length": f"{metres(found.finished_length)}／{metres(found.length)}"
        if found.length
        else "",
        "unmeasured": found.unmeasured,
    }


def by_district(
    edition: Edition, works: Iterable[Work], order: Iterable[str]
) -> list[ProgressView]:
    """How far each district is, in an order of ids."""
    found = grouped(works, lambda work: district_of(edition.site, work.project))
    return [
        progress_view(place_name(edition.site, id), progress(found[id]))
        for id in order
        if id in found
    ]


def by_kind(edition: Edition, works: Iterable[Work]) -> list[tuple[ProgressView, list[Work]]]:
    """How far each kind is, in the order of their vocabulary, with its projects."""
    found = grouped(works, lambda work: work.project.type)
    labels = edition.site.labels("project-kinds")
    return [
        (progress_view(label, progress(found[id])), found[id])
        for id, label in labels.items()
        if id in found
    ]


def section(edition: Edition, works: list[Work]) -> ProjectSection | None:
    """The first of some projects, and how far all of them are; nothing for none."""
    if not works:
        return None
    return {
        "cards": [card(edition, work) for work in works[:MOST]],
        "totals": [total for total, _ in by_kind(edition, works)],
        "more": max(0, len(works) - MOST),
    }


def of_community(edition: Edition, community: Community) -> ProjectSection | None:
    return section(edition, works_in(edition.facts, community))


def serving(edition: Edition, task: Task, works: Iterable[Work]) -> ProjectSection | None:
    """Those that serve a key task; those most behind stand first."""
    return section(edition, [w for w in works if w.project.task == task.id])


def of_owner(edition: Edition, org: Org, works: Iterable[Work]) -> ProjectSection | None:
    return section(edition, [w for w in works if w.project.owner == org.id])

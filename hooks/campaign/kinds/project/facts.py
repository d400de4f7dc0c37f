"""How far projects have come, at any date: stage, delay, finished share, money by source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import cast

from campaign.derive.facts import Facts, fact
from campaign.kinds.community import Community
from campaign.kinds.project import Project
from campaign.kinds.project.lifecycle import STAGES, EventType, State
from campaign.kinds.project.record import Nature
from campaign.model.promise import Standing, standing
from campaign.site import Site


@dataclass(frozen=True)
class Step:
    """A stage of a project: when it was to be reached, and when it was."""

    stage: EventType
    planned: date | None
    actual: date | None
    on: date
    is_awaited: bool
    """Whether it is still to come."""
    undone: date | None = None
    """When it had been reached, of what failed its acceptance and is being done again."""

    @property
    def days_late(self) -> int:
        """Days behind the plan: of what is still to come, as of the day."""
        reached = self.on if self.is_awaited else self.actual
        return max(0, (reached - self.planned).days) if self.planned and reached else 0


@dataclass(frozen=True)
class Work:
    """A project at a date."""

    project: Project
    standing: Standing

    @property
    def state(self) -> State:
        return cast(State, self.standing.state)

    @property
    def is_finished(self) -> bool:
        """Whether it has been accepted."""
        return self.standing.is_fulfilled

    @property
    def is_dropped(self) -> bool:
        return self.state is State.DROPPED

    @property
    def steps(self) -> list[Step]:
        """Every stage that was planned or reached, in order."""
        on, schedule = self.standing.on, self.project.schedule
        last = {e.type: e.on for e in self.standing.promise.until(on) if e.type in STAGES}
        undone = last.pop(EventType.BUILT, None) if self.state is State.FAILED else None
        passed = max((STAGES.index(stage) for stage in last), default=-1)
        return [
            Step(
                stage,
                self.standing.due if stage is EventType.ACCEPTED else schedule.get(stage),
                last.get(stage),
                on,
                place > passed and not self.is_dropped,
                undone if stage is EventType.BUILT else None,
            )
            for place, stage in enumerate(STAGES)
            if stage in schedule or stage in last or (undone and stage is EventType.BUILT)
        ]

    @property
    def behind(self) -> Step | None:
        """The stage by which an open project is behind its plan, the one longest overdue."""
        late = [s for s in self.steps if s.is_awaited and s.days_late]
        return None if self.standing.is_closed else max(late, key=_days_late, default=None)

    @property
    def urgency(self) -> tuple[int, int, date, str]:
        """By which projects are listed: those most behind first, then open ones."""
        behind = self.behind.days_late if self.behind else 0
        rank, due = self.standing.urgency
        return -behind, rank, due, self.project.id

    @property
    def length(self) -> Decimal | None:
        """How long it is by the register."""
        return self.project.length_m

    @property
    def finished_length(self) -> Decimal | None:
        """How much of it is finished; nothing where it is and nobody has measured it."""
        measured = self.project.finished_m
        return (self.length if measured is None else measured) if self.is_finished else Decimal(0)


def _days_late(step: Step) -> int:
    return step.days_late


@dataclass(frozen=True)
class Money:
    """What finished projects have cost, and who bears it."""

    cost: Decimal = Decimal(0)
    advance: Decimal = Decimal(0)
    subsidy: Decimal = Decimal(0)
    donation: Decimal = Decimal(0)
    unstated: Decimal = Decimal(0)
    """What is left of the cost when all that is said of its sources is taken away."""
    unreported: int = 0
    """Finished projects of which nobody has said what they cost: they are in no sum."""

    def __add__(self, other: Money) -> Money:
        return Money(
            self.cost + other.cost,
            self.advance + other.advance,
            self.subsidy + other.subsidy,
            self.donation + other.donation,
            self.unstated + other.unstated,
            self.unreported + other.unreported,
        )


def money(work: Work) -> Money:
    """Of one project: a subsidy that has not come yet is borne by whoever advances it."""
    project = work.project
    if not work.is_finished:
        return Money()
    if project.cost is None:
        return Money(unreported=1)
    paid = {nature: _paid(project, nature) for nature in Nature}
    if work.state is not State.SUBSIDISED:
        paid[Nature.ADVANCE] += paid.pop(Nature.SUBSIDY)
    return Money(
        project.cost,
        paid[Nature.ADVANCE],
        paid.get(Nature.SUBSIDY, Decimal(0)),
        paid[Nature.DONATION],
        project.cost - project.paid,
    )


def _paid(project: Project, nature: Nature) -> Decimal:
    return sum((item.amount for item in project.paid_by if item.nature is nature), Decimal(0))


@dataclass(frozen=True)
class Progress:
    """How many lanes (or places) are finished, how long they are, and what they cost."""

    total: int = 0
    finished: int = 0
    dropped: int = 0
    behind: int = 0
    length: Decimal = Decimal(0)
    finished_length: Decimal = Decimal(0)
    unmeasured: int = 0
    """Lanes of which nobody has said how long they are: they are in no length."""
    money: Money = Money()

    def __add__(self, other: Progress) -> Progress:
        return Progress(
            self.total + other.total,
            self.finished + other.finished,
            self.dropped + other.dropped,
            self.behind + other.behind,
            self.length + other.length,
            self.finished_length + other.finished_length,
            self.unmeasured + other.unmeasured,
            self.money + other.money,
        )

    @property
    def share(self) -> Decimal | None:
        """Finished of all, in per cent; nothing when there is none."""
        return Decimal(100 * self.finished) / self.total if self.total else None


def _progress(work: Work) -> Progress:
    """Of one project: one that was dropped is in no total."""
    count, done, length = work.project.count, work.finished_length, work.length
    if work.is_dropped:
        return Progress(dropped=count)
    is_measured = length is not None and done is not None
    return Progress(
        total=count,
        finished=count if work.is_finished else 0,
        behind=count if work.behind else 0,
        length=(length or Decimal(0)) if is_measured else Decimal(0),
        finished_length=(done or Decimal(0)) if is_measured else Decimal(0),
        unmeasured=0 if is_measured or work.project.is_by_area else count,
        money=money(work),
    )


def progress(works: Iterable[Work]) -> Progress:
    """The sum of some projects."""
    return sum((_progress(work) for work in works), Progress())


def work_by(project: Project, on: date) -> Work:
    """A project as of a day."""
    return Work(project, standing(project.promises[0], on))


def works_at(site: Site, on: date) -> list[Work]:
    """Every project that was registered by a date, those most behind first."""
    found = (work_by(project, on) for project in site.of(Project).values())
    return sorted((w for w in found if w.standing.since), key=lambda work: work.urgency)


def of_kinds(site: Site, kinds: Iterable[str], on: date) -> Progress:
    """How far the projects of some kinds are at a date; of all, where none is named."""
    wanted = frozenset(kinds)
    return progress(w for w in works_at(site, on) if not wanted or w.project.type in wanted)


def district_of(site: Site, project: Project) -> str:
    """The district in which it is counted: that of the community it names first."""
    community = site.of(Community).get(project.communities[0])
    return community.district if community else ""


# As of today


@fact
def works(facts: Facts) -> list[Work]:
    """Every project, in the order of `works_at`."""
    return works_at(facts.site, facts.site.today)


@fact
def _by_community(facts: Facts) -> Mapping[str, list[Work]]:
    found: dict[str, list[Work]] = {}
    for work in works(facts):
        for id in work.project.communities:
            found.setdefault(id, []).append(work)
    return found


def works_in(facts: Facts, community: Community) -> list[Work]:
    """The projects of a community, those most behind first."""
    return _by_community(facts).get(community.id, [])


def today(facts: Facts, project: Project) -> Work:
    """A project as of today."""
    return work_by(project, facts.site.today)

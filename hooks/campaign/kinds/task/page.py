"""Key task pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TypedDict

from campaign import urls
from campaign.derive.calendar import Occasion
from campaign.derive.facts import Facts
from campaign.derive.happenings import Happening, Sort
from campaign.exchange.nodes import Node
from campaign.exchange.table import Table
from campaign.kinds import BY_NAME
from campaign.kinds.assignment.views import AssignmentView, SumsView, of_task, overdue, sums
from campaign.kinds.event.views import EventRow, rows
from campaign.kinds.experience import Experience
from campaign.kinds.experience.facts import on_task
from campaign.kinds.experience.page import ExperienceCard, experience_card
from campaign.kinds.indicator.page import IndicatorView, indicator_list
from campaign.kinds.org import Org
from campaign.kinds.pairing import Pairing
from campaign.kinds.pairing.facts import progress as pairing_progress
from campaign.kinds.pairing.views import ItemView, ProgressView, item_view, progress_view
from campaign.kinds.presenter import Presenter, Renderer
from campaign.kinds.project.facts import works
from campaign.kinds.project.views import ProjectSection, serving
from campaign.kinds.speech.demands import DemandView, asked
from campaign.kinds.task import Task, board, milestones
from campaign.kinds.task.belonging import events_for, pairing_items, standards_of
from campaign.kinds.task.facts import tasks_in_order
from campaign.kinds.task.tile import TaskTile, task_tile
from campaign.kinds.traits import Traits
from campaign.render import names
from campaign.render.edition import Edition
from campaign.render.names import Link, Origin, Rest
from campaign.render.outputs import Page
from campaign.render.sheets import CARDS
from campaign.render.template import Template
from campaign.site import Site


class Step(TypedDict):
    """A milestone of a task."""

    on: str
    text: str
    state: str
    words: str


class TaskPage(TypedDict):
    """The page of a key task."""

    task: TaskTile
    lead: str
    origin: Origin
    summary: str
    indicators: list[IndicatorView]
    milestones: list[Step]
    demands: list[DemandView]
    given: SumsView | None
    overdue: list[AssignmentView]
    """The first assignments for the task that are overdue."""
    pairings: ProgressView | None
    late_items: list[ItemView]
    """The first items of pairings that are late."""
    pairing_list: str
    events: list[EventRow]
    events_count: int
    days_over: int
    """Since the due day, for a task that is not done."""
    projects: ProjectSection | None
    policy: Link | None
    speech: Link | None
    experiences: list[ExperienceCard]
    more: Rest | None


PAGE = Template("task/page.html.jinja", TaskPage)
SHOWN = 6
"""Late items, overdue assignments and events that the page of a task names."""


def page(edition: Edition, task: Task) -> Page:
    root = urls.root_from(urls.url(task))
    site = edition.site
    experiences = on_task(edition.facts, task)
    given = of_task(edition, task)
    standing = indicator_list(edition, standards_of(site, task))
    paired, events = pairing_items(edition.facts, task), events_for(edition.facts, task)
    late_items = [item for item in paired if item.standing.is_late]
    values = TaskPage(
        task=task_tile(edition, task),
        lead=site.of(Org)[task.lead].name if task.lead in site.of(Org) else "",
        origin=names.origin(edition, task),
        summary=standing["summary"],
        indicators=standing["indicators"],
        milestones=[
            {
                "on": str(step.on),
                "text": step.text,
                "state": milestones.state(step, site.today),
                "words": milestones.words(step, site.today),
            }
            for step in task.milestones
        ],
        demands=asked(edition, task),
        given=sums(task.title, given) if given else None,
        overdue=overdue(edition, given)[:SHOWN],
        pairings=progress_view(pairing_progress(paired)) if paired else None,
        late_items=[item_view(edition, item) for item in late_items[:SHOWN]],
        pairing_list=BY_NAME[Pairing.kind].home,
        events=rows(edition, events[:SHOWN]),
        events_count=len(events),
        days_over=board.late(edition, task)["days"],
        projects=serving(edition, task, works(edition.facts)),
        policy=names.record_link(edition, "policy", task.policy) if task.policy else None,
        speech=names.record_link(edition, "speech", task.speech) if task.speech else None,
        experiences=[experience_card(edition, item) for item in experiences[:CARDS]],
        more=_rest(edition, task, len(experiences)),
    )
    return Page(
        path=urls.url(task),
        shell="tasks/shell.md",
        title=task.title,
        description=task.summary,
        body=edition.render(PAGE, root, values),
        source=site.origin(task).path,
    )


def _rest(edition: Edition, task: Task, count: int) -> Rest | None:
    """Where all experiences on a task stand, when its page has no room for them."""
    if count <= CARDS:
        return None
    block = BY_NAME[Experience.kind].presenter.list_block("experiences")
    groups, places = block.groups(edition, block.usual), block.contents(edition, block.usual)
    own = (places.get(group.id, "") for group in groups if group.url == urls.url(task))
    return {"count": count, "url": next(own, "")}


def _occasions(site: Site, task: Task) -> Iterator[Occasion]:
    address, written = urls.url(task), task.updated or site.settings.campaign.start
    lead = site.of(Org).get(task.lead)
    words = f"牵头单位：{lead.name}" if lead else ""
    title = f"{task.title}：完成期限"
    yield Occasion(f"task-{task.id}", task.due, task.due, title, words, address, written)
    for number, step in enumerate(task.milestones, start=1):
        key, title = f"task-{task.id}-{number}", f"{task.title}：{step.text}"
        yield Occasion(key, step.on, step.on, title, words, address, written)


class TaskPresenter(Presenter[Task]):
    """How key tasks appear."""

    def pages(self, edition: Edition) -> Mapping[str, Callable[[], Page]]:
        return {
            urls.url(task): partial(page, edition, task) for task in tasks_in_order(edition.site)
        }

    @property
    def blocks(self) -> Mapping[str, Renderer]:
        return {"tasks": board.block}

    def traits(self, edition: Edition, record: Task) -> Traits:
        return Traits(years=[record.due.year], tasks=[record.id])

    def happenings(self, facts: Facts) -> Iterator[Happening]:
        """Steps that were planned up to today, and whether they were reached."""
        for task in facts.site.of(Task).values():
            for step in task.milestones:
                key, title = f"task-{task.id}-{step.on}", f"{task.title}：{step.text}"
                where, told = urls.url(task), milestones.words(step, facts.site.today)
                words = f"按计划这天应当做到；{told}"
                yield Happening(key, step.on, Sort.PLANNED, title, words, where, is_landmark=True)

    def occasions(self, facts: Facts) -> Iterator[Occasion]:
        """When key tasks are due, and their steps on the way."""
        for task in tasks_in_order(facts.site):
            yield from _occasions(facts.site, task)

    def node(self, edition: Edition, record: Task) -> Node | None:
        return None

    @property
    def tables(self) -> tuple[Table, ...]:
        return ()


PRESENTER = TaskPresenter

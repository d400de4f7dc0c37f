"""Key task pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from markupsafe import Markup

from campaign import urls
from campaign.derive.calendar import Occasion
from campaign.derive.facts import Facts
from campaign.exchange.nodes import Node
from campaign.exchange.table import Table
from campaign.kinds import BY_NAME
from campaign.kinds.experience import Experience
from campaign.kinds.experience.page import experience_card
from campaign.kinds.indicator import Indicator
from campaign.kinds.indicator.page import indicator_views
from campaign.kinds.listing import Options
from campaign.kinds.org import Org
from campaign.kinds.presenter import Presenter, Renderer
from campaign.kinds.speech import Speech
from campaign.kinds.task import Task
from campaign.kinds.task.facts import progress
from campaign.kinds.traits import Traits
from campaign.render import names
from campaign.render.edition import Edition
from campaign.render.names import View
from campaign.render.outputs import Page
from campaign.render.sheets import CARDS
from campaign.site import Site


def task_tile(edition: Edition, task: Task) -> View:
    lead = edition.site.of(Org).get(task.lead)
    found = progress(edition.site, task)
    return {
        "id": task.id,
        "order": task.order,
        "title": task.title,
        "summary": task.summary,
        "url": urls.url(task),
        "icon": task.icon or "clipboard-text-outline",
        "lead": (lead.short or lead.name) if lead else "",
        "due": str(task.due),
        "state": found.state.value,
        "state_label": found.state.label,
        "standards": found.words,
        "count": len(edition.facts.experiences_on.get(task.id, [])),
    }


def page(edition: Edition, task: Task) -> Page:
    root = urls.root_from(urls.url(task))
    site = edition.site
    demands = [
        {
            "text": demand.text,
            "org": names.org_name(edition, demand.org),
            "due": str(demand.due or ""),
            "speech": names.record_link(edition, "speech", speech.id),
        }
        for speech in site.of(Speech).values()
        for demand in speech.demands
        if demand.task == task.id
    ]
    experiences = edition.facts.experiences_on.get(task.id, [])
    body = edition.render(
        "task/page.html.jinja",
        root,
        task=task_tile(edition, task),
        lead=site.of(Org)[task.lead].name if task.lead in site.of(Org) else "",
        origin=names.origin(edition, task),
        **indicator_views(
            edition,
            (site.of(Indicator)[id] for id in task.indicators if id in site.of(Indicator)),
        ),
        milestones=[
            {"on": str(m.on), "text": m.text, "past": m.on <= site.today} for m in task.milestones
        ],
        demands=demands,
        policy=names.record_link(edition, "policy", task.policy) if task.policy else None,
        experiences=[experience_card(edition, item) for item in experiences[:CARDS]],
        more=_rest(edition, task, len(experiences)),
    )
    return Page(
        path=urls.url(task),
        shell="tasks/shell.md",
        title=task.title,
        description=task.summary,
        body=body,
        source=site.origin(task).path,
    )


def _rest(edition: Edition, task: Task, count: int) -> View | None:
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
        return {urls.url(task): partial(page, edition, task) for task in ordered(edition.site)}

    def card(self, edition: Edition, record: Task) -> View:
        return task_tile(edition, record)

    @property
    def blocks(self) -> Mapping[str, Renderer]:
        return {"tasks": self._list}

    def _list(self, edition: Edition, root: str, options: Options) -> Markup:
        tiles = [task_tile(edition, item) for item in ordered(edition.site)]
        return edition.render("task/list.html.jinja", root, tasks=tiles)

    def traits(self, edition: Edition, record: Task) -> Traits:
        return Traits(years=[record.due.year], tasks=[record.id])

    def occasions(self, facts: Facts) -> Iterator[Occasion]:
        """When key tasks are due, and their steps on the way."""
        for task in ordered(facts.site):
            yield from _occasions(facts.site, task)

    def node(self, edition: Edition, record: Task) -> Node | None:
        return None

    @property
    def tables(self) -> tuple[Table, ...]:
        return ()


def ordered(site: Site) -> list[Task]:
    return sorted(site.of(Task).values(), key=lambda item: item.order)


PRESENTER = TaskPresenter

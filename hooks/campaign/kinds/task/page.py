"""Key task pages."""

from __future__ import annotations

from collections.abc import Iterator

from campaign import urls
from campaign.derive.figures import Figure, figure
from campaign.kinds.community import Community
from campaign.kinds.district import District
from campaign.kinds.indicator import Indicator
from campaign.kinds.indicator.record import Scope
from campaign.kinds.org import Org
from campaign.kinds.speech import Speech
from campaign.kinds.task import Task
from campaign.render import charts, names, views
from campaign.render.edition import Edition
from campaign.render.names import View
from campaign.render.outputs import Page

SHELL = "tasks/shell.md"


def pages(edition: Edition) -> Iterator[Page]:
    for task in sorted(edition.site.of(Task).values(), key=lambda item: item.order):
        yield page(edition, task)


def indicator_view(edition: Edition, indicator: Indicator) -> View:
    """An indicator with its figures: the city's, the districts' or how many communities pass."""
    site = edition.site
    city = figure(site, indicator, site.today)
    parts: list[Figure] = []
    if indicator.scope is Scope.DISTRICT:
        found = (figure(site, indicator, site.today, id) for id in site.of(District))
        parts = [item for item in found if item]
    communities = _community_figures(edition, indicator)
    return {
        "id": indicator.id,
        "name": indicator.name,
        "unit": indicator.unit,
        "definition": indicator.definition or "",
        "city": views.figure(edition, city) if city else None,
        "parts": charts.of_figures(
            edition, f"chart-{indicator.id}", f"{indicator.name}（按镇街）", parts
        )
        if parts
        else None,
        "passed": sum(bool(item.meets) for item in communities),
        "total": len(communities),
        "target": _target(indicator),
        "gaps": [
            names.record_link(edition, "community", item.subject) | {"value": item.with_unit}
            for item in communities
            if item.meets is False
        ],
    }


def _community_figures(edition: Edition, indicator: Indicator) -> list[Figure]:
    if indicator.scope is not Scope.COMMUNITY:
        return []
    site = edition.site
    found = (figure(site, indicator, site.today, id) for id in site.of(Community))
    return [item for item in found if item]


def _target(indicator: Indicator) -> str:
    target = indicator.target
    words = {">=": "不低于", "<=": "不高于", "=": "等于"}
    return f"{words[target.op.value]} {target.value:f} {indicator.unit}" if target else ""


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
    body = edition.render(
        "task.html.jinja",
        root,
        task=views.task_tile(edition, task),
        lead=site.of(Org)[task.lead].name if task.lead in site.of(Org) else "",
        origin=names.origin(edition, task),
        indicators=[
            indicator_view(edition, site.of(Indicator)[id])
            for id in task.indicators
            if id in site.of(Indicator)
        ],
        milestones=[
            {"on": str(m.on), "text": m.text, "past": m.on <= site.today} for m in task.milestones
        ],
        demands=demands,
        policy=names.record_link(edition, "policy", task.policy) if task.policy else None,
        experiences=[
            views.experience_card(edition, item)
            for item in edition.facts.experiences_on.get(task.id, [])
        ],
    )
    return Page(
        path=urls.url(task),
        shell=SHELL,
        title=task.title,
        description=task.summary,
        body=body,
        source=site.origin(task).path,
    )

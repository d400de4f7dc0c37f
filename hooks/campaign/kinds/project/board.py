"""How far all projects are: the board by stage, by kind and district, and their money."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from campaign.derive.grouping import grouped
from campaign.kinds.district.facts import districts_in_order
from campaign.kinds.project import facts, views
from campaign.kinds.project.facts import Work
from campaign.kinds.project.lifecycle import State
from campaign.kinds.project.views import MoneyView, ProgressView, ProjectCard
from campaign.render.edition import Edition
from campaign.render.template import Template

ON_BOARD = 8
"""Projects that a stage of the board names; the list has all."""


class StageView(TypedDict):
    """A stage of the board with its projects."""

    label: str
    count: int
    cards: list[ProjectCard]
    more: int


class KindView(TypedDict):
    """How far the projects of one kind are, in all and by district."""

    total: ProgressView
    districts: list[ProgressView]


class Overview(TypedDict):
    """How far all projects are."""

    on: str
    kinds: list[KindView]
    stages: list[StageView]
    money: MoneyView | None


OVERVIEW = Template("project/overview.html.jinja", Overview)


def overview(edition: Edition) -> Overview:
    works = facts.works(edition.facts)
    return {
        "on": str(edition.site.today),
        "kinds": _kinds(edition, works),
        "stages": _stages(edition, works),
        "money": views.money_view(facts.progress(works)),
    }


def _kinds(edition: Edition, works: Sequence[Work]) -> list[KindView]:
    order = [district.id for district in districts_in_order(edition.site)]
    return [
        {"total": total, "districts": views.by_district(edition, found, order)}
        for total, found in views.by_kind(edition, works)
    ]


def _stages(edition: Edition, works: Sequence[Work]) -> list[StageView]:
    """The stages in their order, those without a project left out."""
    found = grouped(works, lambda work: work.state)
    return [
        {
            "label": state.label,
            "count": sum(work.project.count for work in found[state]),
            "cards": [views.card(edition, work) for work in found[state][:ON_BOARD]],
            "more": max(0, len(found[state]) - ON_BOARD),
        }
        for state in State
        if state in found
    ]

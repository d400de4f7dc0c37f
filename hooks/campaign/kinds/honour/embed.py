"""The roll of honour for other sites to show in a frame."""

from __future__ import annotations

from itertools import groupby
from typing import TypedDict

from campaign import urls
from campaign.every_page.labels import Labels, Named, named
from campaign.kinds.honour import addresses, figures, plaques
from campaign.kinds.honour.facts import Standing, count_words, standings
from campaign.kinds.honour.figures import LevelCount
from campaign.kinds.honour.plaques import Plaque
from campaign.kinds.honour.record import PRIVATE
from campaign.model.level import Level
from campaign.render.edition import Edition
from campaign.render.outputs import Output
from campaign.render.template import Template

SHOWN = 100
"""Up to how many honours of a level a frame on another site shows; a link leads to all."""


class EmbeddedLevel(TypedDict):
    """The honours of one level."""

    label: str
    count: str
    rows: list[Plaque]
    more: bool


class EmbeddedRoll(TypedDict):
    """The roll as a whole document."""

    groups: list[EmbeddedLevel]
    levels: list[LevelCount]
    on: str
    labels: list[Named]
    demo: bool


ROLL = Template("honour/embed-roll.html.jinja", EmbeddedRoll)


def _group(edition: Edition, level: Level, items: list[Standing]) -> EmbeddedLevel:
    return {
        "label": level.label,
        "count": count_words(items),
        "rows": [plaques.plaque(edition, item) for item in items[:SHOWN]],
        "more": len(items) > SHOWN,
    }


def roll(edition: Edition) -> Output:
    """The honours held today by level: a whole document without header, footer or script.

    Private persons are left out: who would frame them elsewhere has not asked them.
    """
    public = (i for i in standings(edition.facts) if i.honour.subject.type not in PRIVATE)
    held = [item for item in public if item.state.is_active]
    groups = [
        _group(edition, level, list(items))
        for level, items in groupby(held, key=lambda standing: standing.level)
    ]
    values = EmbeddedRoll(
        groups=groups,
        levels=figures.levels(edition, edition.site.today),
        on=str(edition.site.today),
        labels=named(Labels(edition.site).of_site),
        demo=edition.site.profile.is_demo,
    )
    html = edition.render(ROLL, urls.root_from(addresses.EMBEDDED_ROLL), values)
    return Output(f"{addresses.EMBEDDED_ROLL}index.html", html.encode())

"""The roll of honour for other sites to show in a frame."""

from __future__ import annotations

from itertools import groupby

from campaign import urls
from campaign.frame.labels import Labels, named
from campaign.kinds.honour import addresses, figures, plaques
from campaign.kinds.honour.facts import Standing, count_words
from campaign.kinds.honour.record import PRIVATE
from campaign.model.fields import Level
from campaign.render.edition import Edition
from campaign.render.names import View
from campaign.render.outputs import Output

SHOWN = 100
"""Up to how many honours of a level a frame on another site shows; a link leads to all."""


def _group(edition: Edition, level: Level, items: list[Standing]) -> View:
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
    public = (i for i in edition.facts.standings if i.honour.subject.type not in PRIVATE)
    held = [item for item in public if item.state.is_active]
    groups = [
        _group(edition, level, list(items))
        for level, items in groupby(held, key=lambda standing: standing.level)
    ]
    html = edition.render(
        "honour/embed-roll.html.jinja",
        urls.root_from(addresses.EMBEDDED_ROLL),
        groups=groups,
        levels=figures.levels(edition, edition.facts.standings, edition.site.today),
        on=str(edition.site.today),
        labels=named(Labels(edition.site).of_site),
        demo=edition.site.profile.is_demo,
    )
    return Output(f"{addresses.EMBEDDED_ROLL}index.html", html.encode())

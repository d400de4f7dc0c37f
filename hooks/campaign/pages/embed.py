"""The roll of honour for other sites to show in a frame."""

from __future__ import annotations

from itertools import groupby

from campaign import urls
from campaign.labels import Labels, named
from campaign.model.honour import PRIVATE
from campaign.outputs import Output
from campaign.pages import honours, plaques
from campaign.pages.desk import Desk


def roll(desk: Desk) -> Output:
    """The honours held today by level: a whole document without header, footer or script.

    Private persons are left out: who would frame them elsewhere has not asked them.
    """
    public = (i for i in desk.facts.standings if i.honour.subject.type not in PRIVATE)
    held = [item for item in public if item.state.is_active]
    groups = [
        {"label": level.label, "rows": [plaques.plaque(desk, item) for item in items]}
        for level, items in groupby(held, key=lambda standing: standing.level)
    ]
    html = desk.render(
        "embed-roll.html.jinja",
        urls.root_from(urls.EMBEDDED_ROLL),
        groups=groups,
        levels=honours.levels(desk.facts.standings),
        on=str(desk.site.today),
        labels=named(Labels(desk.site).of_site),
        demo=desk.site.profile.is_demo,
    )
    return Output(f"{urls.EMBEDDED_ROLL}index.html", html.encode())

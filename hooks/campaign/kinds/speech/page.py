"""Speeches: their key figures and what they ask of whom."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from markupsafe import Markup

from campaign.derive.figures import figure
from campaign.kinds.articles import EntryPresenter, entry_item
from campaign.kinds.indicator import Indicator
from campaign.kinds.listing import Options
from campaign.kinds.policy import Policy
from campaign.kinds.policy.page import policy_item
from campaign.kinds.speech import Speech
from campaign.kinds.traits import Traits
from campaign.render import names, sheets
from campaign.render.edition import Edition
from campaign.render.names import View
from campaign.render.sheets import Piece


def speech_item(edition: Edition, speech: Speech) -> View:
    return entry_item(edition, speech) | {
        "occasion": speech.occasion,
        "role": speech.speaker_role,
        "delivered": str(speech.delivered),
        "doc_status": speech.doc_status.value,
    }


def surroundings(edition: Edition, speech: Speech) -> View:
    site = edition.site
    return {
        "speech": speech_item(edition, speech)
        | {"venue": speech.venue or "", "speaker": speech.speaker or ""},
        "figures": [_speech_figure(edition, speech, item) for item in speech.figures],
        "demands": [
            {
                "text": demand.text,
                "task": names.record_link(edition, "task", demand.task) if demand.task else None,
                "org": names.org_name(edition, demand.org),
                "due": str(demand.due or ""),
            }
            for demand in speech.demands
        ],
        "related": [
            policy_item(edition, site.of(Policy)[id])
            for id in speech.related
            if id in site.of(Policy)
        ],
    }


def _speech_figure(edition: Edition, speech: Speech, item: Any) -> View:
    """A typed key figure, or the indicator's figure on the day that the speech speaks of."""
    indicator = edition.site.of(Indicator).get(item.indicator or "")
    found = figure(edition.site, indicator, item.asof or speech.delivered) if indicator else None
    view: View = {
        "label": item.label,
        "value": "",
        "unit": item.unit or "",
        "fraction": "",
        "when": "",
    }
    if found and indicator:
        view |= {"value": found.text, "unit": indicator.unit}
        view |= {"fraction": found.fraction, "when": found.when}
    elif item.value is not None:
        view |= {"value": f"{item.value:f}"}
    return view


class SpeechPresenter(EntryPresenter[Speech]):
    """How speeches appear."""

    template = "speech/page.html.jinja"

    def surroundings(self, edition: Edition, entry: Speech) -> View:
        return surroundings(edition, entry)

    def sheet(
        self, edition: Edition, root: str, options: Options, pieces: Sequence[Piece[Speech]]
    ) -> Markup:
        found = sheets.items(pieces, partial(speech_item, edition))
        return edition.render("speech/list.html.jinja", root, speeches=found)

    def traits(self, edition: Edition, record: Speech) -> Traits:
        tasks = [demand.task for demand in record.demands if demand.task]
        return Traits(years=[record.delivered.year], tasks=tasks)


PRESENTER = SpeechPresenter

"""Speeches: their key figures and what they ask of whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TypedDict

from markupsafe import Markup

from campaign import urls
from campaign.derive.facts import Facts
from campaign.derive.happenings import Happening, Sort
from campaign.kinds.entry_presenter import Article, EntryItem, EntryPresenter, entry_item
from campaign.kinds.indicator import Indicator
from campaign.kinds.indicator.facts import figure
from campaign.kinds.listing import Options
from campaign.kinds.policy import Policy
from campaign.kinds.policy.page import PolicyItem, policy_item
from campaign.kinds.speech import Speech, demands
from campaign.kinds.speech.record import Figure
from campaign.kinds.traits import Traits
from campaign.render import sheets
from campaign.render.edition import Edition
from campaign.render.sheets import Piece
from campaign.render.template import Template


class SpeechItem(EntryItem):
    """A speech in a list of them."""

    occasion: str
    role: str
    delivered: str
    doc_status: str


class SpeechHead(SpeechItem):
    """A speech at the head of its page."""

    venue: str
    speaker: str


class KeyFigureView(TypedDict):
    """A figure that a speech names."""

    label: str
    value: str
    unit: str
    fraction: str
    when: str


class SpeechPage(Article):
    """A speech with its key figures and what it asks of whom."""

    speech: SpeechHead
    figures: list[KeyFigureView]
    demands: list[demands.DemandView]
    related: list[PolicyItem]


class SpeechList(TypedDict):
    """A sheet of the list of speeches."""

    speeches: list[SpeechItem]


PAGE = Template("speech/page.html.jinja", SpeechPage)
LIST = Template("speech/list.html.jinja", SpeechList)


def speech_item(edition: Edition, speech: Speech) -> SpeechItem:
    return {
        **entry_item(edition, speech),
        "occasion": speech.occasion,
        "role": speech.speaker_role,
        "delivered": str(speech.delivered),
        "doc_status": speech.doc_status.value,
    }


def _speech_figure(edition: Edition, speech: Speech, item: Figure) -> KeyFigureView:
    """A typed key figure, or the indicator's figure on the day that the speech speaks of."""
    indicator = edition.site.of(Indicator).get(item.indicator or "")
    found = figure(edition.site, indicator, item.asof or speech.delivered) if indicator else None
    view: KeyFigureView = {
        "label": item.label,
        "value": "",
        "unit": item.unit or "",
        "fraction": "",
        "when": "",
    }
    if found and indicator:
        view["value"], view["unit"] = found.text, indicator.unit
        view["fraction"], view["when"] = found.fraction, found.when
    elif item.value is not None:
        view["value"] = f"{item.value:f}"
    return view


class SpeechPresenter(EntryPresenter[Speech]):
    """How speeches appear."""

    def article(self, edition: Edition, entry: Speech, root: str, article: Article) -> Markup:
        policies = edition.site.of(Policy)
        values = SpeechPage(
            **article,
            speech={
                **speech_item(edition, entry),
                "venue": entry.venue or "",
                "speaker": entry.speaker or "",
            },
            figures=[_speech_figure(edition, entry, item) for item in entry.figures],
            demands=[demands.view(edition, entry, item) for item in entry.demands],
            related=[policy_item(edition, policies[id]) for id in entry.related if id in policies],
        )
        return edition.render(PAGE, root, values)

    def sheet(
        self, edition: Edition, root: str, options: Options, pieces: Sequence[Piece[Speech]]
    ) -> Markup:
        found = sheets.items(pieces, partial(speech_item, edition))
        return edition.render(LIST, root, SpeechList(speeches=found))

    def happenings(self, facts: Facts) -> Iterator[Happening]:
        """A speech is held at a meeting: a landmark of the campaign."""
        for item in facts.site.of(Speech).values():
            key, words = f"speech-{item.id}", item.summary or ""
            where = urls.url(item)
            yield Happening(
                key, item.delivered, Sort.MET, item.occasion, words, where, is_landmark=True
            )

    def traits(self, edition: Edition, record: Speech) -> Traits:
        tasks = [demand.task for demand in record.demands if demand.task]
        return Traits(years=[record.delivered.year], tasks=tasks)


PRESENTER = SpeechPresenter

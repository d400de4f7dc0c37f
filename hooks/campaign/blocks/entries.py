"""Articles: what stands around the text of a speech, a policy, an interpretation or news."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from campaign import urls
from campaign.derive.figures import figure
from campaign.kinds.honour_kind import HonourKind
from campaign.kinds.indicator import Indicator
from campaign.kinds.interpretation import Interpretation
from campaign.kinds.news import News
from campaign.kinds.policy import Policy
from campaign.kinds.speech import Speech
from campaign.model.entry import Entry
from campaign.render import names, pictures, views
from campaign.render.edition import Edition
from campaign.render.names import View

SALUTATION = re.compile(r"\A\s*<p>(?=[^<，。；]{1,40}：</p>)")
"""Whom a text addresses: its first line, which is not indented as paragraphs are."""


def around(edition: Edition, entry: Entry, text: Markup, outline: list[View]) -> Markup:
    """The article's page: `text` is its safe HTML, `outline` its headings."""
    root = urls.root_from(urls.url(entry))
    return edition.render(
        f"{entry.kind}.html.jinja",
        root,
        entry=views.entry_item(edition, entry),
        published=f"{entry.published:%Y-%m-%d %H:%M}",
        editor=entry.editor or "",
        recording=f"{urls.RECORDINGS}{entry.audio}" if entry.audio else "",
        text=Markup(SALUTATION.sub('<p class="salutation">', text)),  # sanitised before
        outline=outline,
        **VIEWS[entry.kind](edition, entry),
    )


def _speech(edition: Edition, speech: Speech) -> View:
    site = edition.site
    return {
        "speech": views.speech_item(edition, speech)
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
            views.policy_item(edition, site.of(Policy)[id])
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
        "on": "",
    }
    if found and indicator:
        view |= {"value": found.text, "unit": indicator.unit}
        view |= {"fraction": found.fraction, "on": str(found.on)}
    elif item.value is not None:
        view |= {"value": f"{item.value:f}"}
    return view


def _policy(edition: Edition, policy: Policy) -> View:
    site = edition.site
    return {
        "policy": views.policy_item(edition, policy)
        | {"made": str(policy.made), "effective": str(policy.effective or "")},
        "digest": policy.digest or "",
        "points": policy.points,
        "faq": [{"q": item.q, "a": item.a} for item in policy.faq],
        "interpretations": [
            views.entry_item(edition, item)
            for item in edition.facts.interpretations_of.get(policy.id, [])
        ],
        "replaces": [names.record_link(edition, "policy", id) for id in policy.supersedes],
        "replaced_by": [
            names.record_link(edition, "policy", item.id)
            for item in edition.facts.superseded_by.get(policy.id, [])
        ],
        "cited_by": [
            views.entry_item(edition, item) for item in edition.facts.cited_by.get(policy.id, [])
        ],
        "kinds": [
            names.record_link(edition, "honour-kind", kind.id)
            for kind in site.of(HonourKind).values()
            if kind.policy == policy.id
        ],
    }


def _interpretation(edition: Edition, item: Interpretation) -> View:
    policy = edition.site.of(Policy).get(item.interprets)
    return {"policy": views.policy_item(edition, policy) if policy else None}


def _news(edition: Edition, item: News) -> View:
    return {
        "cover": pictures.photo(edition, item.cover),
        "communities": [names.record_link(edition, "community", id) for id in item.communities],
    }


VIEWS: dict[str, Callable[[Edition, Any], View]] = {
    "speech": _speech,
    "policy": _policy,
    "interpretation": _interpretation,
    "news": _news,
}
"""What each kind of article shows beyond its text."""

"""What is asked of speeches: no figure is typed that can be computed."""

from __future__ import annotations

from collections.abc import Iterator

from campaign.kinds.indicator import Indicator
from campaign.kinds.indicator.facts import figure
from campaign.kinds.indicator.figure import rounded
from campaign.kinds.speech import Speech
from campaign.problems import Problem
from campaign.site import Site


def typed_against_computed(site: Site) -> Iterator[Problem]:
    """V21 and V22: a speech's or an experience's figure that names an indicator."""
    given = (item for item in site.of(Speech).values() if not site.is_later(item))
    for speech in given if site.is_whole else ():
        for index, item in enumerate(speech.figures):
            indicator = site.of(Indicator).get(item.indicator or "")
            if indicator is None:
                continue
            on = item.asof or speech.delivered
            found = figure(site.shown, indicator, on)
            at = ("figures", index)
            if found is None:
                yield site.problem(speech, "V22", *at, value=indicator.id, on=on)
            elif item.value is not None:
                written = rounded(item.value, indicator.precision)
                if written != found.text:
                    words = {"written": item.value, "computed": found.with_unit}
                    yield site.problem(speech, "V21", *at, "value", **words)


def done(site: Site) -> Iterator[Problem]:
    """V53a to V53c: a demand done before it was made or on a day to come, or without proof."""
    for speech in site.of(Speech).values():
        for index, demand in enumerate(speech.demands):
            at = ("demands", index, "done")
            if demand.done is None:
                continue
            if demand.done < speech.delivered:
                days = {"done": demand.done, "delivered": speech.delivered}
                yield site.problem(speech, "V53a", *at, **days)
            if site.is_future(demand.done):
                yield site.problem(speech, "V53b", *at, done=demand.done)
            if not demand.proof:
                yield site.problem(speech, "V53c", *at, text=demand.text)


CHECKS = (typed_against_computed, done)

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
    for speech in site.of(Speech).values() if site.is_whole else ():
        for index, item in enumerate(speech.figures):
            indicator = site.of(Indicator).get(item.indicator or "")
            if indicator is None:
                continue
            on = item.asof or speech.delivered
            found = figure(site, indicator, on)
            at = ("figures", index)
            if found is None:
                yield site.problem(speech, "V22", *at, value=indicator.id, on=on)
            elif item.value is not None:
                written = rounded(item.value, indicator.precision)
                if written != found.text:
                    words = {"written": item.value, "computed": found.with_unit}
                    yield site.problem(speech, "V21", *at, "value", **words)


CHECKS = (typed_against_computed,)

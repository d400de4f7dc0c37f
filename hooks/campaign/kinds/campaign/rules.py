"""Campaigns: days in order, and inspections of which somebody says what they found."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from campaign.kinds.campaign import Campaign
from campaign.kinds.campaign.facts import campaigns
from campaign.model.base import Record
from campaign.model.campaign import CampaignTerms
from campaign.model.walk import Loc
from campaign.problems import Problem
from campaign.site import Site


def _all(site: Site) -> Iterator[tuple[Record, Loc, CampaignTerms]]:
    """Each campaign with the file and the place in it where it stands."""
    for _, terms in campaigns(site):
        if isinstance(terms, Campaign):
            yield terms, (), terms
        else:
            yield site.settings, ("campaign",), terms


def before_the_start(site: Site) -> Iterator[Problem]:
    """V58a: a round, an inspection or an outcome before the campaign began."""
    for record, loc, terms in _all(site):
        days = list(_days(terms))
        early = [(place, day) for place, day in days if day < terms.start]
        if len(early) == len(days) > 1:  # then it is the start that is wrong
            early = [(("start",), min(day for _, day in days))]
        for place, day in early:
            yield site.problem(record, "V58a", *loc, *place, day=day, start=terms.start)


def _days(terms: CampaignTerms) -> Iterator[tuple[Loc, date]]:
    """The days of a campaign, each with its place."""
    for number, item in enumerate(terms.rounds):
        yield ("rounds", number, "start"), item.start
    for number, inspection in enumerate(terms.inspections):
        yield ("inspections", number, "date"), inspection.on
    if terms.inspection_date:
        yield ("inspection_date",), terms.inspection_date
    if terms.outcome:
        yield ("outcome", "on"), terms.outcome.on


def told_before_it_was_held(site: Site) -> Iterator[Problem]:
    """V58b: a result of an inspection that is still to come."""
    for record, loc, terms in _all(site):
        for number, item in enumerate(terms.inspections):
            if item.result and site.is_future(item.on):
                place = ("inspections", number, "result")
                yield site.problem(record, "V58b", *loc, *place, day=item.on)


def held_without_result(site: Site) -> Iterator[Problem]:
    """V58c: an inspection is over, and nobody says what it found."""
    for record, loc, terms in _all(site):
        for number, item in enumerate(terms.inspections):
            if item.result is None and terms.start <= item.on < site.today:
                yield site.problem(record, "V58c", *loc, "inspections", number, day=item.on)


def out_of_order(site: Site) -> Iterator[Problem]:
    """V58d: a round or an inspection that is no later than the one above it."""
    for record, loc, terms in _all(site):
        days = {
            "rounds": [("start", item.start) for item in terms.rounds],
            "inspections": [("date", item.on) for item in terms.inspections],
        }
        for name, found in days.items():
            for number, ((_, above), (field, day)) in enumerate(pairwise(found), 1):
                is_early = day < above if name == "inspections" else day <= above
                told_ahead = name == "inspections" and terms.inspections[number - 1].result
                if is_early and day >= terms.start and not (told_ahead and site.is_future(above)):
                    words = {"day": day, "above": above}
                    yield site.problem(record, "V58d", *loc, name, number, field, **words)


def outcome_too_early(site: Site) -> Iterator[Problem]:
    """V58e: an outcome of a day to come, or from before what it is the outcome of."""
    for record, loc, terms in _all(site):
        if terms.outcome is None or terms.outcome.on < terms.start:
            continue
        day, held = terms.outcome.on, terms.inspection_date
        if site.is_future(day) or (held is not None and day < held):
            yield site.problem(record, "V58e", *loc, "outcome", "on", day=day)


CHECKS = (
    before_the_start,
    told_before_it_was_held,
    held_without_result,
    out_of_order,
    outcome_too_early,
)

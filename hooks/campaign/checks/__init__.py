"""Every rule over the whole site, run in one pass; each yields its problems.

A rule is a generator over the `Site`; to add one, write it in the module of its
subject, list it here, and put its words into `rules.yml`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from campaign.checks import (
    columns,
    consent,
    contests,
    dates,
    deployment,
    figures,
    honours,
    identity,
    links,
    maps,
    photos,
    policies,
    recordings,
    references,
    reviews,
    texts,
    wording,
)
from campaign.problems import Problem
from campaign.site import Site

Check = Callable[[Site], Iterable[Problem]]

CHECKS: tuple[Check, ...] = (
    identity.duplicate_names,
    identity.aliases_in_use,
    identity.pages_in_the_way,
    references.dangling,
    references.covers,
    references.unpublished,
    texts.item_counts,
    texts.lengths,
    texts.spaces_and_emoji,
    texts.placeholders,
    texts.unedited_settings,
    wording.terms,
    wording.slips,
    wording.punctuation,
    photos.files,
    photos.descriptions,
    photos.empty_galleries,
    photos.covers,
    photos.authors,
    photos.stray,
    photos.in_docs,
    photos.pairs,
    maps.without_review,
    maps.number_elsewhere,
    recordings.unplayable,
    recordings.unused,
    consent.missing,
    consent.out_of_scope,
    consent.withdrawn,
    consent.still_used,
    contests.categories,
    contests.awards,
    contests.entered_twice,
    contests.days,
    contests.awards_unpublished,
    contests.consents,
    contests.ids_twice,
    dates.in_the_future,
    dates.before_the_campaign,
    dates.backdated,
    columns.empty,
    columns.stale,
    columns.unexplained,
    policies.unexplained,
    policies.superseded_in_force,
    policies.abolished_basis,
    policies.document_numbers,
    figures.outside_unit,
    figures.without_formula,
    figures.short_of_target,
    figures.typed_against_computed,
    links.record_links,
    links.plain,
    links.insecure,
    links.blocks,
    deployment.forms,
    deployment.domains,
    deployment.party_marks,
    reviews.incomplete,
    honours.order_of_dates,
    honours.transitions,
    honours.grounds,
    honours.in_the_future,
    honours.subjects,
    honours.held_twice,
    honours.publicity,
    honours.without_outcome,
    honours.two_lists,
    honours.under_rectification,
    honours.plates,
    honours.reviews_due,
    honours.corrections,
)


def check(site: Site) -> list[Problem]:
    """Every problem of the site's content."""
    return [found for rule in CHECKS for found in rule(site)]

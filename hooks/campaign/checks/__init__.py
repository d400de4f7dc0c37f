"""Every rule over the whole site, run in one pass; each yields its problems.

A rule is a generator over the `Site`. One about a kind of record stands in the `rules.py`
of its folder, with its words in the `rules.yml` beside it; those of this package are for
all kinds: to add one, write it in the module of its subject, list it here, and put its
words into the `rules.yml` of the library.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from campaign.checks import (
    attachments,
    columns,
    dates,
    deployment,
    identity,
    lettering,
    links,
    maps,
    outline,
    paragraphs,
    promises,
    recordings,
    references,
    reviews,
    taken,
    texts,
    wording,
)
from campaign.kinds import KINDS
from campaign.problems import Problem
from campaign.site import Site

Check = Callable[[Site], Iterable[Problem]]

CHECKS: tuple[Check, ...] = (
    identity.aliases_in_use,
    identity.pages_in_the_way,
    identity.names_twice,
    references.dangling,
    references.twice,
    references.stopped,
    references.unpublished,
    texts.item_counts,
    texts.lengths,
    texts.spaces_and_emoji,
    texts.nested,
    texts.empty,
    texts.placeholders,
    texts.unedited_settings,
    wording.terms,
    wording.slips,
    wording.punctuation,
    paragraphs.notes,
    paragraphs.look_alikes,
    lettering.boxes,
    lettering.unreadable,
    maps.without_review,
    maps.number_elsewhere,
    attachments.unfit,
    recordings.unplayable,
    recordings.unused,
    dates.in_the_future,
    dates.backdated,
    dates.not_updated,
    columns.empty,
    columns.stale,
    columns.unexplained,
    links.record_links,
    links.plain,
    links.insecure,
    links.blocks,
    taken.taken_away,
    outline.headings,
    outline.anchors,
    outline.numbers,
    *promises.CHECKS,
    deployment.forms,
    deployment.addresses,
    deployment.domains,
    deployment.party_marks,
    deployment.corrections,
    deployment.standing_pages,
    deployment.fixed_days,
    deployment.marks_of_others,
    deployment.not_stated,
    deployment.git_hosts,
    reviews.incomplete,
)


def check(site: Site) -> list[Problem]:
    """Every problem of the site's content."""
    of_kinds = (rule for kind in KINDS for rule in kind.checks)
    return [found for rule in (*CHECKS, *of_kinds) for found in rule(site)]

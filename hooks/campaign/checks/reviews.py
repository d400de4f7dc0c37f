"""The three reviews (初审、复审、终审) of what is published."""

from __future__ import annotations

from collections.abc import Iterator

from campaign.kinds import KINDS
from campaign.model.base import ReviewRole
from campaign.problems import Problem
from campaign.site import Site

REVIEWED = tuple(kind.name for kind in KINDS if kind.is_reviewed)


def incomplete(site: Site) -> Iterator[Problem]:
    """V35: published without all three."""
    for kind in REVIEWED:
        for record in site.kind(kind).values():
            done = {review.role for review in record.review}
            missing = [role.label for role in ReviewRole if role not in done]
            if missing and site.is_out(record):
                yield site.problem(record, "V35", "review", missing="、".join(missing))

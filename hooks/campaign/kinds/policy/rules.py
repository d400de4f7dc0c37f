"""Policies: explained, in force, and numbered as documents are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from campaign.kinds.honour_kind import HonourKind
from campaign.kinds.interpretation import Interpretation
from campaign.kinds.policy import Policy
from campaign.kinds.policy.record import PolicyStatus
from campaign.kinds.task import Task
from campaign.model.fields import is_unfilled
from campaign.problems import Problem
from campaign.site import Site

DOCUMENT_NUMBER = re.compile(r"^\S+〔\d{4}〕\d+号$", re.ASCII)


def unexplained(site: Site) -> Iterator[Problem]:
    """V18a: neither a digest nor an interpretation."""
    explained = {item.interprets for item in site.of(Interpretation).values()}
    for policy in site.of(Policy).values():
        if not policy.digest and policy.id not in explained:
            yield site.problem(policy, "V18a")


def superseded_in_force(site: Site) -> Iterator[Problem]:
    """V18b: replaced by another and still marked in force."""
    for policy in site.of(Policy).values():
        for old in (site.of(Policy).get(id) for id in policy.supersedes):
            if old and old.status_in_force is PolicyStatus.IN_FORCE:
                yield site.problem(old, "V18b", "status_in_force", by=policy.title)


def abolished_basis(site: Site) -> Iterator[Problem]:
    """V18c: an honour kind or a key task that rests on an abolished policy."""
    based: list[HonourKind | Task] = [*site.of(HonourKind).values(), *site.of(Task).values()]
    for record in based:
        policy = site.of(Policy).get(record.policy or "")
        if policy and policy.status_in_force is PolicyStatus.ABOLISHED:
            yield site.problem(record, "V18c", "policy", value=policy.title)


def document_numbers(site: Site) -> Iterator[Problem]:
    """V19: a number without the brackets 〔〕, or otherwise malformed."""
    for policy in site.of(Policy).values():
        number = policy.doc_no
        if not DOCUMENT_NUMBER.fullmatch(number) and not is_unfilled(number):
            yield site.problem(policy, "V19", "doc_no", value=number)


CHECKS = (
    unexplained,
    superseded_in_force,
    abolished_basis,
    document_numbers,
)

"""The check: what is wrong with the content, and nothing of what a build needs."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from campaign.checks import append_only, check
from campaign.problems import Problem, ordered
from campaign.reading import cache, records
from campaign.site import Site


def checked(
    root: Path,
    profile: str | None = None,
    today: date | None = None,
    base: str | None = None,
) -> tuple[Site | None, list[Problem]]:
    """The site, and every problem of its content in order; no site without its settings.

    What was published is compared with where this branch left `base`, or else with what is
    committed. Raises `NoHistory` when there is no such base.
    """
    site, problems = records.load(root, profile, today, cache=cache.Cache(root / cache.FOLDER))
    if site is None:
        return None, ordered(problems)
    past = append_only.since_branching(site, base) if base else append_only.uncommitted(site)
    return site, ordered([*problems, *check(site), *past], site.profile.stopping)

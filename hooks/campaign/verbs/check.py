"""The check: what is wrong with the content, and nothing of what a build needs."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from campaign.checks import check
from campaign.problems import Problem, ordered
from campaign.reading import cache, records
from campaign.site import Site


def checked(
    root: Path, profile: str | None = None, today: date | None = None
) -> tuple[Site | None, list[Problem]]:
    """The site, and every problem of its content in order; no site without its settings."""
    site, problems = records.load(root, profile, today, cache=cache.Cache(root / cache.FOLDER))
    if site is None:
        return None, ordered(problems)
    return site, ordered([*problems, *check(site)], site.profile.stopping)

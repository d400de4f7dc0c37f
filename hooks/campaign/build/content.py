"""What a build begins with: the content as readers may see it, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from campaign.checks import append_only, check
from campaign.derive.secrets import secrets
from campaign.images import screening
from campaign.kinds.contest.facts import veiled
from campaign.photos import withdrawal
from campaign.problems import Problem, Severity, errors, ordered
from campaign.reading import records
from campaign.reading.cache import FOLDER, Cache
from campaign.site import Site
from campaign.workers import HERE, Workers


@dataclass(frozen=True)
class Content:
    """The site, and the problems of its content; no site when its settings cannot be read."""

    site: Site | None
    """Without what is internal, not out yet, or withdrawn."""
    problems: list[Problem]
    withdrawn: frozenset[str] = frozenset()
    """Photos that must not be seen any more, by id."""
    secrets: frozenset[str] = frozenset()
    """Stretches of internal records, of which none may be published."""

    @classmethod
    def open(
        cls,
        root: Path,
        profile: str | None = None,
        today: date | None = None,
        preview: bool = False,
        workers: Workers = HERE,
        before: str | None = None,
    ) -> Content:
        """Read and check everything below `root`. In a preview drafts stay, marked.

        What was published is compared with the commit `before`, or with what is committed.
        """
        site, problems = records.load(root, profile, today, preview, Cache(root / FOLDER))
        if site is None:
            return cls.of(None, problems)
        screening.faults(root, site.picture_files, workers)  # remembered for the rules
        past = append_only.since_publication(site, before)
        return cls.of(site, [*problems, *check(site), *past])

    @classmethod
    def of(cls, site: Site | None, problems: list[Problem]) -> Content:
        """The content of a site in which these problems were found."""
        if site is None:
            return cls(None, ordered(problems))
        found = ordered(problems, site.profile.stopping)
        gone = site.withdrawn.union(withdrawal.in_faulty_galleries(site))
        shown = replace(site.published(), looks={})  # what rules found is told, and takes room
        return cls(veiled(shown), found, gone, secrets(site))

    @property
    def raised(self) -> frozenset[str]:
        """The rules that this deployment takes for errors."""
        return self.site.profile.stopping if self.site else frozenset()

    @property
    def errors(self) -> list[Problem]:
        return errors(self.problems, self.raised)

    def is_stopped_by(self, found: list[Problem], strict: bool) -> bool:
        """Whether these problems end the build; when it is strict, warnings do, too."""
        grave = errors(found, self.raised)
        return bool(grave) or (strict and any(p.severity() is Severity.WARNING for p in found))

    @property
    def site_path(self) -> str:
        """The path below which the site is published: `/` or `/repository/`."""
        return urlsplit(self.site.profile.base_url).path if self.site else "/"

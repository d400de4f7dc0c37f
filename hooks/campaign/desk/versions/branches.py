"""On which branch an office's work is written down, and which one is published.

Where there is a remote, or the setting `campaign.branch` asks for it, saves go to a branch of
the office, `work/<name>`, which begins where the published branch is; so nothing is public
before the last review. Elsewhere people work on the branch that is there, as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from campaign.desk.versions.git import Git
from campaign.photos.intake import slug

WORK = "work/"
OWN = re.compile(rf"{WORK}[a-z0-9][a-z0-9-]{{0,80}}")
"""What a branch of work is called: letters that every system and every shell takes."""
NAMELESS = "desk"
"""The branch of a unit whose name gives no letters."""
USUAL = ("main", "master")
ORIGIN = "origin"


@dataclass(frozen=True)
class Branches:
    """The branches of one repository."""

    git: Git

    @property
    def remote(self) -> str:
        """Where work is handed in; nothing where people work on this machine alone."""
        known = self.git.says_if("remote").splitlines()
        return ORIGIN if ORIGIN in known else known[0] if len(known) == 1 else ""

    @property
    def is_used(self) -> bool:
        """Whether the office's work has a branch of its own."""
        return bool(self.git.setting("campaign.branch") or self.remote)

    @property
    def own(self) -> str:
        """The office's branch: as the setting says, or by the unit's name in letters."""
        named = self.git.setting("campaign.branch") or self.git.setting("campaign.unit")
        return WORK + (slug(named.removeprefix(WORK)) or NAMELESS)

    @property
    def current(self) -> str:
        """The branch that is checked out; nothing where none is."""
        return self.git.says_if("symbolic-ref", "--quiet", "--short", "HEAD")

    @property
    def handed_in_to(self) -> str:
        """The branch under which the work that is here is handed in."""
        current = self.current
        return current if OWN.fullmatch(current) else self.own

    @property
    def published_name(self) -> str:
        """The name of the branch from which the site is built."""
        if said := self.git.setting("campaign.published"):
            return said
        remote = self.remote
        if not remote:
            return next((name for name in USUAL if self.git.tip(f"refs/heads/{name}")), USUAL[0])
        head = self.git.says_if("symbolic-ref", "--quiet", f"refs/remotes/{remote}/HEAD")
        if head:
            return head.removeprefix(f"refs/remotes/{remote}/")
        known = (name for name in USUAL if self.git.tip(f"refs/remotes/{remote}/{name}"))
        return next(known, USUAL[0])

    @property
    def published_ref(self) -> str:
        """Where this repository knows the published state by."""
        remote = self.remote
        return f"refs/remotes/{remote}/{self.published_name}" if remote else self._local

    @property
    def _local(self) -> str:
        return f"refs/heads/{self.published_name}"

    @property
    def published(self) -> str:
        """The published state; nothing where work has no branch of its own, or none is known."""
        return self.git.tip(self.published_ref) if self.is_used else ""

    def begin(self) -> None:
        """Let what is saved next go to the office's branch. No file changes by this.

        Whoever has checked out another branch by hand stays on it.
        """
        current = self.current
        if not self.is_used or (current and current != self.published_name):
            return
        head, own = self.git.tip("HEAD"), self.own
        if not head:
            return
        name = next(name for name in self._names(own) if self._is_free(name, head))
        if not self.remote:
            self.git.run("config", "--local", "campaign.published", self.published_name)
        self.git.run("update-ref", f"refs/heads/{name}", head)
        self.git.run("symbolic-ref", "HEAD", f"refs/heads/{name}")

    def _names(self, own: str) -> list[str]:
        """The office's branch, and others in case that one holds work that is not here."""
        return [own, *(f"{own}-{number}" for number in range(2, 1000))]

    def _is_free(self, name: str, head: str) -> bool:
        tip = self.git.tip(f"refs/heads/{name}")
        return not tip or self.git.is_behind(tip, head)

    def follow(self, published: str) -> None:
        """Let the local published branch keep up, unless somebody works on it."""
        local = self.git.tip(self._local)
        if local and self.current != self.published_name and self.git.is_behind(local, published):
            self.git.run("update-ref", self._local, published, local)

"""What the records that are here say otherwise than what is published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from campaign.desk import editing, openable
from campaign.desk.desk import Desk
from campaign.desk.editing import Edited
from campaign.desk.unsaved import unsaved, without
from campaign.desk.versions import states
from campaign.desk.versions.commits import changed_between, top
from campaign.desk.versions.galleries import is_picture
from campaign.kinds.kind import Kind
from campaign.site import Site
from campaign.writing.withdrawals import NAME

HIDDEN = ("draft", "review")
"""States in which readers see nothing of a record."""
MOST = 200
"""How many files the pages of before and after look at: with more, they show one record's."""


@dataclass(frozen=True)
class Difference:
    """A record before and after; nothing where it was not there, or is no more."""

    kind: Kind[Any]
    id: str
    path: str
    was: Edited | None
    now: Edited | None

    @property
    def status(self) -> str:
        """The state of the record as it is here; what says none is published."""
        return str((self.now.data if self.now else {}).get("status") or "published")


def is_seen(found: Edited | None) -> bool:
    """Whether readers see a record in this state."""
    return found is not None and found.data.get("status") not in HIDDEN


def changed_paths(desk: Desk) -> list[str]:
    """The files that differ from the published branch, by their paths in the project."""
    ledger = desk.ledger
    published = ledger.branches.published
    if not published:
        return []
    _, prefix = top(ledger.git)
    names = changed_between(ledger.git, published, "HEAD")
    return [name.removeprefix(prefix) for name in names if name.startswith(prefix)]


def differences(desk: Desk) -> list[Difference]:
    """The records that differ from the published branch."""
    paths = changed_paths(desk)
    pictured = {f"{PurePosixPath(path).parent}/{NAME}" for path in paths if is_picture("", path)}
    every = [path for path in dict.fromkeys((*paths, *sorted(pictured))) if openable.kind_at(path)]
    was = desk.ledger.bytes_of(desk.ledger.branches.published, every)
    now = desk.ledger.bytes_of("HEAD", every)
    return [
        found
        for path in every
        for found in _of_file(path, was.get(path), now.get(path), path in pictured)
    ]


def _of_file(
    path: str, before: bytes | None, after: bytes | None, is_pictured: bool
) -> Iterator[Difference]:
    """What became of the records of a file; `is_pictured` says that a picture beside it changed."""
    kind, was, now = openable.kind_at(path), _records(path, before), _records(path, after)
    for id in dict.fromkeys((*now, *was)):
        is_other = states.values(was.get(id)) != states.values(now.get(id))
        if kind and (is_pictured or is_other):
            yield Difference(kind, id, path, was.get(id), now.get(id))


def _records(path: str, raw: bytes | None) -> Mapping[str, Edited]:
    try:
        return states.records(path, raw)
    except editing.Unreadable:
        return {}


def published_state(desk: Desk, now: Edited) -> tuple[str, Edited | None]:
    """What readers see of a record, and the commit that says it; nothing before they see it."""
    ledger = desk.ledger
    if ledger.branches.is_used:
        commits = [ledger.branches.published]
    else:
        commits = [entry.commit for entry in ledger.of(now.path)]
    for commit in filter(None, commits):
        found = _records(now.path, ledger.bytes_at(commit, now.path)).get(now.id)
        if is_seen(found):
            return commit, found
    return "", None


def site_before(desk: Desk, now: Edited, was: Edited) -> Site:
    """The site as it is published: the record in hand as it was, and the others that changed."""
    changed = differences(desk)
    site = desk.site
    if len(changed) <= MOST:
        for found in changed:
            if found.id != now.id or found.kind is not now.kind:
                site = _as_it_was(site, found)
    return _saying(site, was)


def _as_it_was(site: Site, found: Difference) -> Site:
    return _saying(site, found.was) if found.was else without(site, found.kind.name, found.id)


def _saying(site: Site, was: Edited) -> Site:
    return unsaved(site, was.kind, was.id, was.path, was.data, was.body).site

"""What was published stays: the content against an earlier revision of itself.

Which change of a record rewrites the past, its kind says in its `append_only.py`. Here is
whom a check and a build compare with.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase

from campaign.checks import references
from campaign.kinds import KINDS
from campaign.kinds.kind import Kind
from campaign.model.base import Record
from campaign.problems import Problem, problem
from campaign.reading import history, sample
from campaign.site import Site

KEPT: tuple[Kind[Record], ...] = tuple(kind for kind in KINDS if kind.altered)
PATTERNS = tuple(kind.pattern for kind in KEPT)


def altered(site: Site, earlier: Mapping[str, bytes]) -> Iterator[Problem]:
    """Every change that rewrites the past; `earlier` has what other files said before.

    A reference to nothing is told as such: nobody can say whether it means what it meant.
    """
    found = list(_altered(site, earlier))
    nowhere = {(item.path, item.line) for item in references.dangling(site)} if found else set()
    yield from (item for item in found if (item.path, item.line) not in nowhere)


def _altered(site: Site, earlier: Mapping[str, bytes]) -> Iterator[Problem]:
    for kind in KEPT:
        files = {path: raw for path, raw in earlier.items() if fnmatchcase(path, kind.pattern)}
        if kind.altered and files:
            yield from kind.altered(site, files)


def since_publication(site: Site, commit: str | None) -> list[Problem]:
    """Against the commit that was published before; one that is lost is told of (H24).

    Without one, and beside a lost one, against what is committed.
    """
    if commit is None:
        return uncommitted(site)
    try:
        return _since(site, history.commit(site.root, commit))
    except history.NoHistory as error:
        lost = problem(history.PLACE, 1, "H24", value=commit[:10], why=error.problem.message())
        return [lost, *(item for item in uncommitted(site) if item.path != history.PLACE)]


def since_branching(site: Site, base: str) -> list[Problem]:
    """Against the commit where this branch left `base`: what others did there since is theirs.

    Raises `NoHistory`.
    """
    return _since(site, history.merge_base(site.root, base))


def uncommitted(site: Site) -> list[Problem]:
    """Against what is committed; a history that cannot be read is told of."""
    try:
        head = history.head(site.root)
        return _since(site, head) if head else []
    except history.NoHistory as error:
        return [error.problem]


def _since(site: Site, commit: str) -> list[Problem]:
    found = history.altered_files(site.root, commit, PATTERNS)
    return list(altered(site, sample.left_out(site.root, found)))

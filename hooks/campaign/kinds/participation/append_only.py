"""What committees have reported stays: past shares rest on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from campaign.kinds.participation import KIND, Participation
from campaign.problems import Problem, problem
from campaign.reading import earlier
from campaign.site import Site


def altered(site: Site, files: Mapping[str, bytes]) -> Iterator[Problem]:
    """H22, H23 and H27, where files said something else before."""
    for path, before, now in earlier.pairs(site, KIND, files):
        if earlier.is_gone(site, now, path):
            yield problem(path, 1, "H22", label=before.label, name=before.title)
        elif now is not None:
            yield from _reported(site, before, now)
            yield from earlier.lost_corrections(site, now, before.corrections, now.corrections)


def _reported(site: Site, before: Participation, now: Participation) -> Iterator[Problem]:
    """H27: a row that was published says something else, or is gone; a new one is welcome."""
    if "rows" in earlier.corrected(before.corrections, now.corrections):
        return
    known = {row.community: row for row in now.rows}
    for row in before.rows:
        found = known.get(row.community)
        if found is None or (found.count, found.of) != (row.count, row.of):
            at = ("rows", now.rows.index(found)) if found else ("rows",)
            value = f"{row.count}/{row.of}"
            yield site.problem(now, "H27", *at, community=row.community, value=value)

"""What follows from a site's records, looked up from the other side.

A link is stored once (an experience names its communities) and derived here (a
community's experiences). Computed on first use and kept for one build.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from campaign.derive.carrying import Derived, fact
from campaign.derive.placing import Place, places
from campaign.derive.references import referrers
from campaign.kinds.community import Community
from campaign.kinds.community.facts import Alike, likeness, traits
from campaign.kinds.experience import Experience
from campaign.kinds.gallery import Gallery
from campaign.kinds.honour.facts import Change, Standing, changes, highest, rank, standings
from campaign.kinds.honour.record import SubjectType
from campaign.kinds.indicator import Indicator
from campaign.kinds.indicator.facts import Figure, figure
from campaign.kinds.interpretation import Interpretation
from campaign.kinds.news import News
from campaign.kinds.policy import Policy
from campaign.kinds.speech import Speech
from campaign.model.base import Record
from campaign.model.entry import Entry
from campaign.site import Key

R = TypeVar("R")


def grouped(items: Iterable[R], keys: Callable[[R], Iterable[str]]) -> Mapping[str, list[R]]:
    """Items by each of their keys."""
    found: dict[str, list[R]] = defaultdict(list)
    for item in items:
        for key in keys(item):
            found[key].append(item)
    return found


class Facts(Derived):
    """The derived side of a site, as of its `today`."""

    @fact
    def standings(self) -> list[Standing]:
        return standings(self.site, self.site.today)

    @fact
    def places(self) -> Mapping[str, Sequence[Place]]:
        """The pages that ask for a block, by its name."""
        return places(self.site)

    @fact
    def changes(self) -> list[Change]:
        return changes(self.site, self.site.today)

    @fact
    def holders(self) -> Mapping[str, list[Standing]]:
        """Honours by kind, in the order in which its page lists them."""
        by_kind = grouped(self.standings, lambda item: [item.kind.id])
        return {id: sorted(items, key=rank) for id, items in by_kind.items()}

    @fact
    def place_of(self) -> Mapping[str, int]:
        """The place of each honour among those of its kind, from 0, by its id."""
        return {i.honour.id: n for items in self.holders.values() for n, i in enumerate(items)}

    @fact
    def honours_of(self) -> Mapping[str, list[Standing]]:
        """Honours by community."""
        held = (i for i in self.standings if i.honour.subject.type is SubjectType.COMMUNITY)
        return grouped(held, lambda item: [item.honour.subject.ref or ""])

    @fact
    def changes_of(self) -> Mapping[str, list[Change]]:
        """What happened to the honours of each community, newest first."""
        found = (i for i in self.changes if i.honour.subject.type is SubjectType.COMMUNITY)
        return grouped(found, lambda item: [item.honour.subject.ref or ""])

    @fact
    def experiences_of(self) -> Mapping[str, list[Experience]]:
        return grouped(self.site.of(Experience).values(), lambda item: item.communities)

    @fact
    def experiences_on(self) -> Mapping[str, list[Experience]]:
        """Experiences by key task."""
        return grouped(self.experiences, lambda item: item.tasks)

    @fact
    def galleries_of(self) -> Mapping[str, list[Gallery]]:
        return grouped(self.site.of(Gallery).values(), lambda item: item.communities)

    @fact
    def news_of(self) -> Mapping[str, list[News]]:
        return grouped(newest(self.site.of(News).values()), lambda item: item.communities)

    @fact
    def interpretations_of(self) -> Mapping[str, list[Interpretation]]:
        items = newest(self.site.of(Interpretation).values())
        return grouped(items, lambda item: [item.interprets])

    @fact
    def superseded_by(self) -> Mapping[str, list[Policy]]:
        return grouped(self.site.of(Policy).values(), lambda item: item.supersedes)

    @fact
    def cited_by(self) -> Mapping[str, list[Speech]]:
        """Speeches by the policies that they name as related."""
        return grouped(newest(self.site.of(Speech).values()), lambda item: item.related)

    @fact
    def referrers(self) -> Mapping[Key, list[Record]]:
        """What names a record, by its kind and id."""
        return referrers(self.site)

    @fact
    def experiences(self) -> list[Experience]:
        """In the order of the compendium."""
        last = len(self.site.of(Experience))
        return sorted(
            self.site.of(Experience).values(),
            key=lambda item: (item.compendium_order or last + 1, item.id),
        )

    @fact
    def likeness(self) -> Mapping[str, list[Alike]]:
        """For each community those most like it."""
        return likeness(traits(self.site))

    def highest_of(self, community: Community) -> Standing | None:
        return highest(self.honours_of.get(community.id, []))

    def city_figure(self, indicator: str) -> Figure | None:
        found = self.site.of(Indicator).get(indicator)
        return figure(self.site, found, self.site.today) if found else None


E = TypeVar("E", bound=Entry)


def newest(entries: Iterable[E]) -> list[E]:
    """Articles, the latest first."""
    return sorted(entries, key=lambda entry: (entry.published, entry.id), reverse=True)

"""Which communities there are, and which are like one another in what."""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import combinations, product

from campaign.derive.facts import Facts, fact
from campaign.kinds.community import Community
from campaign.kinds.experience import Experience
from campaign.site import Site

MOST = 3
SIZES = ((1000, "不到一千户"), (2000, "一两千户"), (None, "两千户以上"))
"""Size classes by households: below the first number, below the second, and the rest."""
WEIGHTS = {"type": 4, "theme": 3, "size": 2, "district": 1}
ENOUGH = 3
"""What must be in common at least: the same size or the same district alone says little."""
Traits = Mapping[str, Sequence[str]]
"""What a community is, by the names in `WEIGHTS`; it may have several themes."""
Key = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Alike:
    """A community that is like another, and the traits that both have."""

    id: str
    shared: Mapping[str, str]


def existing(site: Site, on: date) -> list[Community]:
    """The communities that there are at a date: what every number of communities counts."""
    return [item for item in site.of(Community).values() if item.exists(on)]


def alike_to(facts: Facts, community: Community) -> Sequence[Alike]:
    """Those most like a community."""
    return _likeness(facts).get(community.id, [])


@fact
def _likeness(facts: Facts) -> Mapping[str, list[Alike]]:
    return facts.made_of(likeness, traits(facts.site))


def size_class(community: Community) -> str:
    """The words for its number of households; nothing when that is not known."""
    if community.households is None:
        return ""
    return next(word for limit, word in SIZES if limit is None or community.households < limit)


def traits(site: Site) -> dict[str, Traits]:
    """What each community of today is, by its id."""
    themes: dict[str, dict[str, None]] = defaultdict(dict)
    for experience in site.of(Experience).values():
        for id in experience.communities:
            themes[id][experience.theme] = None
    return {
        community.id: {
            "type": [community.type],
            "theme": list(themes[community.id]),
            "size": [word] if (word := size_class(community)) else [],
            "district": [community.district],
        }
        for community in existing(site, site.today)
    }


def likeness(known: Mapping[str, Traits], most: int = MOST) -> dict[str, list[Alike]]:
    """For each id up to `most` others, those with the weightiest common traits first.

    Equals are taken in turn from the id onwards, so that no community is named by all.
    Communities with the same traits are looked up and never compared pair by pair.
    """
    holders: dict[Key, list[str]] = defaultdict(list)
    for id in sorted(known):
        for key in _keys(known[id]):
            holders[key].append(id)
    return {id: _alike(id, known[id], holders, most) for id in known}


@cache
def _names() -> list[tuple[str, ...]]:
    """Every set of traits that is enough, the weightiest first."""
    sets = [names for n in range(1, len(WEIGHTS) + 1) for names in combinations(WEIGHTS, n)]
    weighty = [names for names in sets if sum(WEIGHTS[name] for name in names) >= ENOUGH]
    return sorted(weighty, key=lambda names: -sum(WEIGHTS[name] for name in names))


def _keys(traits: Traits) -> Iterator[Key]:
    for names in _names():
        for values in product(*(traits[name] for name in names)):
            yield tuple(zip(names, values, strict=True))


def _alike(id: str, traits: Traits, holders: Mapping[Key, Sequence[str]], most: int) -> list[Alike]:
    found: dict[str, Alike] = {}
    for key in _keys(traits):
        ids = holders[key]
        start = bisect(ids, id)
        for step in range(min(len(ids) - 1, most + len(found))):  # never once round to the id
            other = ids[(start + step) % len(ids)]
            if other not in found:
                found[other] = Alike(other, dict(key))
            if len(found) == most:
                return list(found.values())
    return list(found.values())

"""What all communities have for residents, as entries of one directory each.

An entry has tags, by which readers narrow the directory: the same stand in the choices of its
form and in the data that its script fetches.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from campaign.derive.facts import Facts, fact
from campaign.kinds.community import Community
from campaign.kinds.community.addresses import FACILITIES_DATA, SERVICES_DATA, TEAMS_DATA
from campaign.kinds.community.facts import existing
from campaign.kinds.community.record import SERVICE_LABELS
from campaign.kinds.community.views import sort_key
from campaign.kinds.district.facts import districts_in_order, line, place_name, place_names
from campaign.model.weekdays import weekdays

MINORS, ACCESSIBLE = "minors", "accessible"
NO_AUDIENCE = "对象未填报"


@dataclass(frozen=True)
class Entry:
    """Something that a community has for residents."""

    community: Community
    name: str
    mark: str
    """What it is, in a word beside its name."""
    tags: tuple[str, ...]
    groups: Mapping[str, tuple[str, ...]]
    """Under which headings it stands, in each order."""
    time: str = ""
    words: tuple[str, ...] = ()
    """What else is to be known: for whom, where, what is said of it."""
    phone: str = ""

    @property
    def days(self) -> frozenset[int] | None:
        """The days of the week on which it is open; nothing where only people can tell."""
        return weekdays(self.time) if self.time else None


@dataclass(frozen=True)
class Choice:
    """A field of the form: a tag with its words each."""

    label: str
    """Nothing for a box to tick, which says itself what it is."""
    options: Mapping[str, str]


@dataclass(frozen=True)
class Directory:
    """A directory of all communities."""

    name: str
    """Of its block."""
    title: str
    unit: str
    data: str
    orders: Mapping[str, str]
    has_days: bool
    entries: Callable[[Facts], list[Entry]]
    headings: Callable[[Facts, str], list[str]]
    choices: Callable[[Facts], list[Choice]]
    reported: Callable[[Community], bool]
    """Whether the community has said what it has."""


@fact
def communities(facts: Facts) -> list[Community]:
    """Those of today, by district and name."""
    order = {item.id: place for place, item in enumerate(districts_in_order(facts.site))}
    found = existing(facts.site, facts.site.today)
    return sorted(found, key=lambda c: (order.get(c.district, len(order)), sort_key(c)))


def _district(facts: Facts, community: Community) -> tuple[str, ...]:
    return (place_name(facts.site, community.district),)


def _places_of(facts: Facts, community: Community) -> tuple[str, ...]:
    """Under which places a reader who filters finds what the community has."""
    return tuple(_tag("district", id) for id in line(facts.site, community.district))


def _tag(field: str, value: str) -> str:
    return f"{field}-{value}"


def _choice(label: str, field: str, words: Mapping[str, str]) -> Choice:
    return Choice(label, {_tag(field, value): text for value, text in words.items()})


def _places(facts: Facts) -> Choice:
    known = {item.id: place_name(facts.site, item.id) for item in districts_in_order(facts.site)}
    return _choice("镇街", "district", known)


def _district_headings(facts: Facts) -> list[str]:
    return place_names(facts.site)


# Services


@fact
def services(facts: Facts) -> list[Entry]:
    """What communities do for residents; one for two audiences is found under both."""
    return list(_services(facts))


def _services(facts: Facts) -> Iterator[Entry]:
    for community in communities(facts):
        for item in community.services or ():
            audience = [facts.site.label("audiences", id) for id in item.audience]
            yield Entry(
                community,
                item.name,
                item.kind.label,
                (
                    *_places_of(facts, community),
                    _tag("fee", item.kind.value),
                    *(_tag("for", id) for id in item.audience),
                ),
                {
                    "district": _district(facts, community),
                    "audience": tuple(audience) or (NO_AUDIENCE,),
                },
                item.time or "",
                tuple(filter(None, ["、".join(audience), item.place])),
                item.phone or "",
            )


def _service_headings(facts: Facts, by: str) -> list[str]:
    if by == "audience":
        return [*facts.site.labels("audiences").values(), NO_AUDIENCE]
    return _district_headings(facts)


def _service_choices(facts: Facts) -> list[Choice]:
    fees = {kind.value: label for kind, label in SERVICE_LABELS.items()}
    audiences = facts.site.labels("audiences")
    return [
        _places(facts),
        _choice("服务对象", "for", audiences),
        _choice("收费性质", "fee", fees),
    ]


# Facilities


@fact
def facilities(facts: Facts) -> list[Entry]:
    """The places in communities where something is done for residents."""
    return list(_facilities(facts))


def _facilities(facts: Facts) -> Iterator[Entry]:
    for community in communities(facts):
        for item in community.facilities or ():
            kind = facts.site.label("facility-kinds", item.kind)
            marks = [
                (item.open_to_minors, MINORS, "向未成年人开放"),
                (item.accessible, ACCESSIBLE, "无障碍"),
            ]
            area = f"{item.area_m2:f} 平方米" if item.area_m2 is not None else ""
            yield Entry(
                community,
                item.name,
                kind,
                (
                    *_places_of(facts, community),
                    _tag("kind", item.kind),
                    *(_tag("with", tag) for known, tag, _ in marks if known),
                ),
                {"kind": (kind,), "district": _district(facts, community)},
                item.hours or "",
                tuple(filter(None, [item.place, area, *(w for known, _, w in marks if known)])),
            )


def _facility_headings(facts: Facts, by: str) -> list[str]:
    if by == "kind":
        return list(facts.site.labels("facility-kinds").values())
    return _district_headings(facts)


def _facility_choices(facts: Facts) -> list[Choice]:
    return [
        _places(facts),
        _choice("类别", "kind", facts.site.labels("facility-kinds")),
        _choice("", "with", {ACCESSIBLE: "无障碍"}),
        _choice("", "with", {MINORS: "向未成年人开放"}),
    ]


# Teams


@fact
def teams(facts: Facts) -> list[Entry]:
    """Volunteers' and residents' teams."""
    return list(_teams(facts))


def _teams(facts: Facts) -> Iterator[Entry]:
    for community in communities(facts):
        for item in community.teams or ():
            size = f"{item.size} 人" if item.size is not None else "人数未填报"
            contact = f"联系：{item.contact}" if item.contact else ""
            yield Entry(
                community,
                item.name,
                item.field or "",
                _places_of(facts, community),
                {"district": _district(facts, community)},
                words=tuple(filter(None, [size, contact])),
            )


SERVICES = Directory(
    "services",
    "便民服务",
    "项服务",
    SERVICES_DATA,
    {"district": "按镇街", "audience": "按服务对象"},
    True,
    services,
    _service_headings,
    _service_choices,
    lambda community: community.services is not None,
)
FACILITIES = Directory(
    "facilities",
    "社区设施",
    "处设施",
    FACILITIES_DATA,
    {"kind": "按类别", "district": "按镇街"},
    True,
    facilities,
    _facility_headings,
    _facility_choices,
    lambda community: community.facilities is not None,
)
TEAMS = Directory(
    "teams",
    "志愿队伍",
    "支队伍",
    TEAMS_DATA,
    {"district": "按镇街"},
    False,
    teams,
    lambda facts, _: _district_headings(facts),
    lambda facts: [_places(facts)],
    lambda community: community.teams is not None,
)
DIRECTORIES = (SERVICES, FACILITIES, TEAMS)


@fact
def tags(facts: Facts) -> Mapping[str, frozenset[str]]:
    """The tags that the entries of each directory have."""
    return {
        item.name: frozenset(tag for entry in item.entries(facts) for tag in entry.tags)
        for item in DIRECTORIES
    }

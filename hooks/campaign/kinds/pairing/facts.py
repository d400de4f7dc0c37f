"""How far pairings have come, at any date: who is linked, what was delivered, what is late."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from campaign.derive.facts import Facts, fact
from campaign.derive.grouping import grouped
from campaign.kinds.community import Community
from campaign.kinds.community.facts import existing
from campaign.kinds.district import District
from campaign.kinds.district.facts import lies_in
from campaign.kinds.pairing import Pairing
from campaign.kinds.pairing.lifecycle import ItemEventType
from campaign.kinds.pairing.record import Item
from campaign.model.base import Record
from campaign.model.promise import Standing, Tally, standing, tally
from campaign.site import Site


@dataclass(frozen=True)
class ItemStanding:
    """An item of a pairing at a date."""

    pairing: Pairing
    item: Item
    standing: Standing

    @property
    def is_priced(self) -> bool:
        """Whether anybody has said what it costs, or that it is no matter of money."""
        return self.item.amount is not None or self.item.in_kind is not None

    @property
    def delivered_amount(self) -> Decimal:
        """The money that was delivered: what it came to, or else what was promised."""
        if not self.standing.is_fulfilled:
            return Decimal(0)
        spent = (
            event.amount
            for event in self.item.events
            if event.type is ItemEventType.DELIVERED and event.on <= self.standing.on
        )
        return next((a for a in spent if a is not None), self.item.amount or Decimal(0))


@dataclass(frozen=True)
class Progress:
    """How many items stand how, and how much money was promised and delivered."""

    tally: Tally
    delivered: int
    dropped: int
    promised_amount: Decimal
    """Of all items but those that were dropped."""
    delivered_amount: Decimal
    priced: int
    """Items that are a matter of money, of those that were not dropped."""
    unpriced: int
    """Items of which nobody has said what they cost: they are in no sum."""

    @property
    def total(self) -> int:
        return self.tally.total

    @property
    def kept(self) -> int:
        """The items but those that were dropped: of these it is told how many were delivered."""
        return self.total - self.dropped

    @property
    def late(self) -> int:
        return self.tally.late

    def __add__(self, other: Progress) -> Progress:
        return Progress(
            self.tally + other.tally,
            self.delivered + other.delivered,
            self.dropped + other.dropped,
            self.promised_amount + other.promised_amount,
            self.delivered_amount + other.delivered_amount,
            self.priced + other.priced,
            self.unpriced + other.unpriced,
        )


def progress(items: Iterable[ItemStanding]) -> Progress:
    """The sum of some items."""
    found = list(items)
    kept = [i for i in found if not i.standing.is_closed or i.standing.is_fulfilled]
    return Progress(
        tally(item.standing for item in found),
        sum(item.standing.is_fulfilled for item in found),
        len(found) - len(kept),
        sum((item.item.amount or Decimal(0) for item in kept), Decimal(0)),
        sum((item.delivered_amount for item in kept), Decimal(0)),
        sum(item.item.amount is not None for item in kept),
        sum(not item.is_priced for item in kept),
    )


def items_at(site: Site, on: date) -> list[ItemStanding]:
    """Every item that was promised by a date: late ones first, then by their due day."""
    found = [
        ItemStanding(pairing, item, standing(promise, on))
        for pairing in site.of(Pairing).values()
        for item, promise in zip(pairing.items, pairing.promises, strict=True)
    ]
    there = (item for item in found if item.standing.since)
    return sorted(there, key=lambda i: (*i.standing.urgency, i.pairing.id, i.item.no))


@dataclass(frozen=True)
class Linked:
    """How many of the communities in scope are paired at a date."""

    numerator: int
    denominator: int
    on: date
    lacking: tuple[Community, ...]
    """Those that are not."""


def scope(site: Site, on: date) -> list[Community]:
    """The communities of the bodies that answer for the campaign: of all, where none is named."""
    focus = {district.id for district in site.of(District).values() if district.focus}
    return [
        item
        for item in existing(site, on)
        if not focus or lies_in(site, item.district_on(on), focus, on)
    ]


def linked(site: Site, on: date) -> Linked:
    """The communities in scope that are paired at a date."""
    paired = {item.community for item in site.of(Pairing).values() if item.is_active(on)}
    asked = scope(site, on)
    lacking = tuple(item for item in asked if item.id not in paired)
    return Linked(len(asked) - len(lacking), len(asked), on, lacking)


# As of today


@fact
def items(facts: Facts) -> list[ItemStanding]:
    """Every item, in the order of `items_at`."""
    return items_at(facts.site, facts.site.today)


def items_of(facts: Facts, pairing: Pairing) -> list[ItemStanding]:
    """The items of a pairing, late ones first."""
    return _by_pairing(facts).get(pairing.id, [])


def items_with(facts: Facts, record: Record) -> list[ItemStanding]:
    """The items of a community or of a department, late ones first."""
    of_kind = _by_community if record.kind == Community.kind else _by_department
    return of_kind(facts).get(record.id, [])


@fact
def _by_pairing(facts: Facts) -> Mapping[str, list[ItemStanding]]:
    return grouped(items(facts), lambda item: item.pairing.id)


@fact
def _by_community(facts: Facts) -> Mapping[str, list[ItemStanding]]:
    return grouped(items(facts), lambda item: item.pairing.community)


@fact
def _by_department(facts: Facts) -> Mapping[str, list[ItemStanding]]:
    return grouped(items(facts), lambda item: item.pairing.department)


def late_first(facts: Facts, pairings: Iterable[Pairing]) -> list[Pairing]:
    """Pairings with late items first, those with most of them at the head."""
    return sorted(
        pairings, key=lambda p: (-progress(items_of(facts, p)).late, p.community, p.department)
    )

"""What is known of honours as of today, looked up by whom they are of and by their kind."""

from __future__ import annotations

from datetime import date

from campaign.derive.facts import Facts
from campaign.kinds.community import Community
from campaign.kinds.honour.facts import (
    changes,
    changes_of,
    highest_of,
    holders_of,
    honours_of,
    place_among_holders,
    standings,
)
from campaign.kinds.honour_kind import HonourKind
from campaign.site import Site
from values import community, honour, honour_kind, site


def honoured() -> Site:
    return site(
        honour_kind("city", ladder="yes"),
        honour_kind("province", level="province", ladder="yes"),
        community("alpha"),
        community("beta"),
        honour("2024-01-01 named", kind="city"),
        honour("2025-01-01 named, 2025-06-01 lapsed", kind="province"),
        honour("2025-01-01 named", kind="city", to="office", subject="org"),
        honour("2023-01-01 named, 2024-01-01 revoked", kind="city", to="beta"),
    )


def test_a_communitys_honours_leave_out_those_of_others() -> None:
    here = honoured()
    found = honours_of(Facts(here), here.of(Community)["alpha"])
    assert [item.honour.id for item in found] == ["province/alpha", "city/alpha"]


def test_a_communitys_level_is_that_of_its_highest_held_honour() -> None:
    here = honoured()
    best = highest_of(Facts(here), here.of(Community)["alpha"])
    assert best is not None
    assert best.honour.id == "city/alpha"
    assert highest_of(Facts(here), here.of(Community)["beta"]) is None


def test_what_happened_to_a_communitys_honours_begins_with_the_newest() -> None:
    here = honoured()
    found = changes_of(Facts(here), here.of(Community)["beta"])
    assert [str(change.event.on) for change in found] == ["2024-01-01", "2023-01-01"]


def test_standings_and_changes_are_as_of_today() -> None:
    facts = Facts(honoured())
    assert {item.on for item in standings(facts)} == {date(2026, 4, 20)}
    assert str(changes(facts)[0].event.on) == "2025-06-01"


def test_the_honours_of_a_kind_begin_with_those_that_are_held() -> None:
    here = honoured()
    facts = Facts(here)
    found = holders_of(facts, here.of(HonourKind)["city"])
    assert [item.honour.id for item in found] == ["city/alpha", "city/office", "city/beta"]
    assert [place_among_holders(facts, item.honour) for item in found] == [0, 1, 2]

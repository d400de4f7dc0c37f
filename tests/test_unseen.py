"""Records name nothing that readers do not see, and nothing later than the day shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from campaign.model.base import Record
from campaign.model.unseen import without
from campaign.site import Site
from values import community, honour, honour_kind, site

DAY = date(2025, 6, 1)


def looking_back(*records: Record) -> Site:
    """A site as of an earlier day than today."""
    return replace(site(*records), today=DAY, present=date(2026, 4, 20))


def test_an_optional_reference_to_what_is_unseen_goes() -> None:
    shown = without(honour_kind(policy="gone"), {("policy", "gone")})
    assert shown.policy is None


def test_of_a_list_the_rest_stays() -> None:
    kind = honour_kind(requires=["gone", "here"])
    assert without(kind, {("honour-kind", "gone")}).requires == ["here"]


def test_a_reference_inside_a_group_goes() -> None:
    merged = community(dissolved={"date": "2024-05-01", "into": "gone"})
    shown = without(merged, {("community", "gone")}).dissolved
    assert shown is not None
    assert shown.into is None


def test_a_record_that_names_nothing_unseen_is_itself() -> None:
    kind = honour_kind(policy="here", requires=["here"])
    assert without(kind, {("policy", "gone")}) is kind


def test_what_must_be_filled_stays() -> None:
    assert without(community(), {("district", "east")}).district == "east"


def test_what_began_later_is_not_out_yet() -> None:
    here = looking_back(community(est="2025-06-02"), community("beta", est="2025-06-01"))
    assert here.published().kind("community").keys() == {"beta"}


def test_a_community_of_the_future_is_no_later_one_today() -> None:
    coming = community(est="2027")
    assert not site(coming).is_later(coming)


def test_what_is_confirmed_or_merged_later_is_as_it_was() -> None:
    here = looking_back(community(updated="2026-01-01", dissolved={"date": "2026-02-01"}))
    shown = here.published().kind("community")["alpha"]
    assert (shown.updated, shown.dissolved) == (None, None)


def test_an_honour_stands_where_its_first_event_has_come() -> None:
    kind = honour_kind()
    events = [("2025-05-01", "recommended"), ("2025-07-01", "named")]
    here = looking_back(kind, community(), honour(events))
    assert list(here.published().kind("honour")) == ["city/alpha"]
    assert (
        not looking_back(kind, community(), honour("2025-07-01 named")).published().kind("honour")
    )


def test_a_day_that_has_come_by_now_is_no_slip() -> None:
    here = looking_back()
    assert not here.is_future(date(2026, 4, 20))
    assert here.is_future(date(2026, 4, 21))
    assert site().is_future(date(2026, 4, 21))

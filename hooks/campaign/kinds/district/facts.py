"""Districts in the order that the city gives them."""

from __future__ import annotations

from campaign.kinds.district import District
from campaign.site import Site


def districts_in_order(site: Site) -> list[District]:
    return sorted(site.of(District).values(), key=lambda item: item.order)

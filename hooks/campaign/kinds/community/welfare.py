"""How much of what communities do for residents costs nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from campaign.kinds.community.facts import existing
from campaign.kinds.community.record import ServiceKind
from campaign.site import Site


@dataclass(frozen=True)
class Welfare:
    """The services that cost nothing, as a share of those that communities have reported."""

    numerator: int
    denominator: int
    reporting: int
    """Communities that have reported their services."""
    communities: int

    @property
    def percent(self) -> str:
        """With a decimal; nothing where nothing was reported."""
        if not self.denominator:
            return ""
        return f"{Decimal(100 * self.numerator) / self.denominator:.1f}"


def welfare(site: Site) -> Welfare:
    """The share over all communities of today."""
    found = existing(site, site.today)
    counts = Counter(item.kind for community in found for item in community.services or ())
    reporting = sum(item.services is not None for item in found)
    return Welfare(counts[ServiceKind.WELFARE], counts.total(), reporting, len(found))

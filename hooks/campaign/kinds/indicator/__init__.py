"""A figure that the campaign follows: where its values come from, and its target."""

from campaign.kinds.indicator.record import Indicator
from campaign.kinds.kind import Kind, Sought

KIND = Kind(
    Indicator,
    "showcases/indicators/*.yml",
    spot="tasks/indicators/#{0}",
    sought=Sought.LAST,
    is_followed=False,
    is_reviewed=False,
    can_be_begun=False,
    offers={"indicators": {}, "matrix": {"by": ("district", "gap")}},
)

__all__ = ["KIND", "Indicator"]

"""A unit with a part in the campaign."""

from campaign.kinds.kind import Kind, Sought
from campaign.kinds.org.record import Org

KIND = Kind(
    Org,
    "showcases/orgs.yml",
    "orgs",
    folder="orgs",
    sought=Sought.LAST,
    is_followed=False,
    is_reviewed=False,
    can_be_begun=False,
)

__all__ = ["KIND", "Org"]

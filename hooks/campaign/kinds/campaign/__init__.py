"""A campaign of the city (创建活动) beside the main one, which stands in the site's settings."""

from campaign.kinds.campaign.record import Campaign
from campaign.kinds.kind import Kind, Sought

KIND = Kind(
    Campaign,
    "showcases/campaigns/*.yml",
    folder="campaigns",
    sought=Sought.LAST,
    retells=True,
    offers={
        "campaigns": {},
        "campaign-history": {},
        "campaign-changes": {},
        "campaign-change-counts": {},
    },
)

__all__ = ["KIND", "Campaign"]

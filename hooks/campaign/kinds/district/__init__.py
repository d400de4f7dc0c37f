"""A town, sub-district office or district of the city."""

from campaign.kinds.district.record import District
from campaign.kinds.kind import Kind

KIND = Kind(
    District,
    "showcases/districts.yml",
    "districts",
    is_reviewed=False,
    can_be_begun=False,
    can_be_linked=False,
    offers={"districts": {}},
)

__all__ = ["KIND", "District"]

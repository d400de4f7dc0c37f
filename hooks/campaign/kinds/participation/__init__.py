"""Participation (参评): how many took part in each committee, of how many, over a period."""

from campaign.kinds.kind import Kind, Sought
from campaign.kinds.participation.record import Participation

KIND = Kind(
    Participation,
    "showcases/participation/*.yml",
    folder="participation",
    sought=Sought.LAST,
    offers={"participation": {}},
)

__all__ = ["KIND", "Participation"]

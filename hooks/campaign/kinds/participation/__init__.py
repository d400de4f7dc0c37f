"""Participation (参评): how many took part in each committee, of how many, over a period."""

from campaign.kinds.kind import Kind
from campaign.kinds.participation.record import Participation

KIND = Kind(
    Participation,
    "showcases/participation/*.yml",
    folder="participation",
    offers={"participation": {}},
)

__all__ = ["KIND", "Participation"]

"""What was reported in public (舆论监督), who answered, and what became of it."""

from campaign.kinds.exposure.record import Exposure
from campaign.kinds.kind import Kind, Sought

KIND = Kind(
    Exposure,
    "showcases/exposures/*.yml",
    folder="exposures",
    sought=Sought.LAST,
    offers={"exposures": {}, "exposure-progress": {}},
)

__all__ = ["KIND", "Exposure"]

"""A department that is paired with a community (结对共建), and what it has promised there."""

from campaign.kinds.kind import Kind, Plain, Sought
from campaign.kinds.pairing.record import Pairing

KIND = Kind(
    Pairing,
    "showcases/pairings/*.yml",
    folder="pairings",
    sought=Sought.LAST,
    plain=Plain("handshake", "单位帮社区办了什么"),
    offers={"pairings": {"by": ("district", "department")}, "pairing-progress": {}},
)

__all__ = ["KIND", "Pairing"]

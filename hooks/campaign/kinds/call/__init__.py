"""A call (征集): what residents are asked for, until when, how, and what came of it."""

from campaign.kinds.call.record import Call
from campaign.kinds.kind import Kind, Plain, Sought

KIND = Kind(
    Call,
    "showcases/calls/*.yml",
    folder="calls",
    sought=Sought.NEXT,
    plain=Plain("bullhorn-outline", "正在征集什么"),
    offers={"calls": {}},
)

__all__ = ["KIND", "Call"]

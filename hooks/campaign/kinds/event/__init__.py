"""An event (活动): what happens where and when, and what came of it."""

from campaign.kinds.event.record import Event
from campaign.kinds.kind import Kind, Plain, Sought

KIND = Kind(
    Event,
    "showcases/events/*.yml",
    folder="events",
    sought=Sought.NEXT,
    plain=Plain("calendar-month-outline", "近期有什么活动"),
    offers={"events": {"by": ("month", "kind", "series")}, "events-month": {}, "events-ahead": {}},
)

__all__ = ["KIND", "Event"]

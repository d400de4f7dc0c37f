"""A photo contest (摄影大赛): its rules, and the photos that take part."""

from campaign.kinds.contest.record import Contest
from campaign.kinds.kind import Kind, Plain

KIND = Kind(
    Contest,
    "showcases/contests/*.yml",
    folder="contests",
    plain=Plain("camera-outline", "居民拍的好照片"),
    is_followed=False,
)

__all__ = ["KIND", "Contest"]

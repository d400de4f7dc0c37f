"""Galleries and their photos."""

from campaign.kinds.gallery.record import Gallery
from campaign.kinds.kind import PHOTO, Kind, Plain

KIND = Kind(
    Gallery,
    "showcases/galleries/*/gallery.yml",
    folder="galleries",
    plain=Plain("image-multiple-outline", "活动照片，整治前后"),
    parts={PHOTO: "照片"},
)

__all__ = ["KIND", "PHOTO", "Gallery"]

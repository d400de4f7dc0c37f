"""A poster (宣传品): what it says, with figures of the day, and where it hangs (阵地)."""

from campaign.kinds.kind import Kind, Sought
from campaign.kinds.poster.record import Poster

KIND = Kind(
    Poster,
    "showcases/posters/*.yml",
    folder="posters",
    sought=Sought.LAST,
    offers={"posters": {}, "publicity-places": {}},
)

__all__ = ["KIND", "Poster"]

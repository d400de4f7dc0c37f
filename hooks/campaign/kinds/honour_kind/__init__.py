"""A kind of honour: who gives it, to whom, for how long, on what criteria."""

from campaign.kinds.honour_kind.record import HonourKind
from campaign.kinds.kind import Kind, Sought

KIND = Kind(
    HonourKind,
    "showcases/honour-kinds/*.yml",
    folder="honours",
    sought=Sought.NEXT,
    in_column="",
    is_followed=False,
    is_reviewed=False,
    can_be_begun=False,
    offers={"honour-kinds": {}},
)

__all__ = ["KIND", "HonourKind"]

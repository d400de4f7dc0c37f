"""A grant (扶持经费): public money that went to a community, for what, and what came of it."""

from campaign.kinds.grant.record import Grant
from campaign.kinds.kind import Kind, Sought

KIND = Kind(
    Grant,
    "showcases/grants.yml",
    "grants",
    folder="grants",
    sought=Sought.LAST,
    is_followed=False,
    offers={"grants": {}, "grant-totals": {}},
)

__all__ = ["KIND", "Grant"]

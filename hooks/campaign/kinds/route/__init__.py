"""A visiting route (参观路线): stops in several communities, one after the other."""

from campaign.kinds.kind import Kind, Sought
from campaign.kinds.route.record import Route

KIND = Kind(Route, "showcases/routes/*.yml", folder="routes", sought=Sought.NEXT, is_followed=False)

__all__ = ["KIND", "Route"]

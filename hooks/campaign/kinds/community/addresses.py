"""Where communities are compared on the site, and what its scripts fetch."""

from __future__ import annotations

COMPARISON_DATA = "communities/compare.json"
FINDER_DATA = "communities/find.json"
SERVICES_DATA = "communities/services.json"
FACILITIES_DATA = "communities/facilities.json"
TEAMS_DATA = "communities/teams.json"


def comparison_sheet(number: int) -> str:
    """A further sheet of the table of all communities."""
    return f"communities/compare_{number}/"

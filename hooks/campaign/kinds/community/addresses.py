"""Where communities are compared on the site."""

from __future__ import annotations

COMPARISON_DATA = "communities/compare.json"


def comparison_sheet(number: int) -> str:
    """A further sheet of the table of all communities."""
    return f"communities/compare_{number}/"

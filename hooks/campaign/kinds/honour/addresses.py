"""Where the roll of honour stands on the site."""

from __future__ import annotations

ROLL_DATA = "honours/roll.json"
ROLL_WORKBOOK = "honours/roll.xlsx"
EMBEDDED_ROLL = "embed/roll/"


def roll(year: int) -> str:
    """The roll as it stood at the end of a year."""
    return f"honours/{year}/"


def roll_sheet(order: str, number: int) -> str:
    """A further sheet of the roll in an order (`by-kind`), or as of a year's end (`2025`)."""
    return f"honours/{order}_{number}/"

"""A task that an area has given to a unit in it (责任清单，条包块管)."""

from campaign.kinds.assignment.record import Assignment
from campaign.kinds.kind import Kind, Sought

BY = {"by": ("block", "line")}
KIND = Kind(
    Assignment,
    "showcases/assignments/*.yml",
    folder="assignments",
    sought=Sought.LAST,
    offers={
        "assignments": {"by": ("block", "line")},
        "assignment-progress": {"by": ("block", "line")},
    },
)

__all__ = ["KIND", "Assignment"]

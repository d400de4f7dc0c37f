"""A typical experience (典型经验): challenge, practice, results."""

from campaign.kinds.experience.record import Experience
from campaign.kinds.kind import Kind, Plain

KIND = Kind(
    Experience,
    "showcases/experiences/*.yml",
    folder="experiences",
    plain=Plain("lightbulb-on-outline", "别的社区怎么做成的"),
    offers={"experiences": {"by": ("task", "theme")}},
)

__all__ = ["KIND", "Experience"]

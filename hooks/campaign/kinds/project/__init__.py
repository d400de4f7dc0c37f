"""A piece of work that residents see (实事工程): lanes, greening, facilities, lights."""

from campaign.kinds.kind import Kind, Plain, Sought
from campaign.kinds.project.record import Project

KIND = Kind(
    Project,
    "showcases/projects/*.yml",
    folder="projects",
    sought=Sought.LAST,
    plain=Plain("road-variant", "门口的路修到哪一步"),
    offers={"projects": {"by": ("stage", "district", "community")}, "project-progress": {}},
)

__all__ = ["KIND", "Project"]

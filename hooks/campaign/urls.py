"""Where everything stands on the site: addresses relative to its root."""

from __future__ import annotations

from campaign.model import Record

FOLDERS = {
    "community": "communities",
    "experience": "experiences",
    "honour-kind": "honours",
    "task": "tasks",
    "gallery": "galleries",
    "contest": "contests",
    "speech": "speeches",
    "policy": "policies",
    "interpretation": "interpretations",
    "news": "news",
}
"""The folder of a kind's pages."""
INDICATORS = "tasks/indicators/"


def of(kind: str, id: str) -> str:
    """The address of a record, or of its place on a page: `communities/xingfuli/`."""
    if kind == "indicator":
        return f"{INDICATORS}#{id}"
    if kind == "honour":
        folder, stem = id.split("/")
        return f"honours/{folder}/#{stem}"
    return f"{FOLDERS[kind]}/{id}/"


def url(record: Record) -> str:
    return of(record.kind, record.id)


def winners(contest: str) -> str:
    """The winners of a contest; no id has an underscore, so no record can stand there."""
    return f"{FOLDERS['contest']}/{contest}_winners/"


def sheet(gallery: str, number: int) -> str:
    """A page of a gallery; an underscore cannot stand in an id."""
    return of("gallery", gallery if number == 1 else f"{gallery}_{number}")


def roll(year: int) -> str:
    """The roll as it stood at the end of a year."""
    return f"honours/{year}/"


def root_from(address: str) -> str:
    """The way from a page back to the site's root: `../../` from `communities/xingfuli/`."""
    return "../" * address.count("/")

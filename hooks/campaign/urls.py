"""Where everything stands on the site: addresses relative to its root."""

from __future__ import annotations

from campaign.kinds import BY_NAME, KINDS
from campaign.model.base import Record

FOLDERS = {kind.name: kind.folder for kind in KINDS if kind.folder}
"""The folder of a kind's pages."""
DATA = "data/"
"""The open data, and the page that explains them."""
ELDER = "elder/"
"""The simple home page in large print."""
ADMIN = "admin/"
"""A program of others, for editors. It brings its own policy, which has to let it speak to the git
host; it has one language; and it needs a server. So its page is the one page of the site that
is sealed with no policy of ours, has no traditional reading, and is in no offline edition."""
RECORDINGS = "assets/audio/"
"""Where recordings of articles lie, on the site as in `docs/`."""


def of(kind: str, id: str) -> str:
    """The address of a record, or of its place on a page: `communities/xingfuli/`."""
    found = BY_NAME[kind]
    if not found.has_address:
        raise KeyError(kind)
    return found.address(id)


def url(record: Record) -> str:
    return of(record.kind, record.public_id)


def further(address: str, number: int) -> str:
    """A sheet of a page: `honours/changes_2/`; an underscore cannot stand in an id."""
    return address if number == 1 else f"{address.removesuffix('/')}_{number}/"


def feed(address: str, ending: str = "xml") -> str:
    """The feed of a page: Atom, or JSON Feed with the ending `json`."""
    return f"{address}feed.{ending}"


def calendar(address: str) -> str:
    """The calendar of a page."""
    return f"{address}calendar.ics"


def table(name: str, ending: str) -> str:
    """A table of the open data as a file."""
    return f"{DATA}{name}.{ending}"


def root_from(address: str) -> str:
    """The way from a page back to the site's root: `../../` from `communities/xingfuli/`."""
    return "../" * address.count("/")


def of_page(uri: str) -> str:
    """Where `docs/<uri>` is published: `honours/` for `honours/index.md`."""
    stem = uri.removesuffix(".md")
    return stem.removesuffix("index") if stem.split("/")[-1] == "index" else f"{stem}/"


def relative(target: str, address: str) -> str:
    """The way from the page at `address` to another address of the site."""
    steps, place = target.split("/"), address.split("/")
    shared = 0
    while shared < min(len(steps), len(place)) - 1 and steps[shared] == place[shared]:
        shared += 1
    return "../" * (len(place) - 1 - shared) + "/".join(steps[shared:]) or "./"

"""Judging a contest blind: a sheet to print for the jury, and the key for its secretary.

The sheet tells of each work its number, its category and its picture, and nothing else:
the picture is made anew, so that no file name and no metadata come with it. Whose the
numbers are is in a file of its own, which stays with the secretary.
"""

from __future__ import annotations

import base64
import csv
import io
from dataclasses import dataclass
from typing import TypedDict

from campaign.images import decoding, master
from campaign.kinds.community import Community
from campaign.kinds.contest import Contest
from campaign.kinds.contest.facts import category_of, shuffled
from campaign.kinds.contest.record import ContestEntry
from campaign.render.edition import environment
from campaign.render.outputs import Output
from campaign.render.template import Template
from campaign.site import Site
from campaign.text import safe_in_spreadsheets

FOLDER = "dist"
"""Ignored by git: neither file may come into a public repository."""
LONGEST = 960
QUALITY = 82
COLUMNS = ("作品编号", "照片", "作者", "社区")


@dataclass(frozen=True)
class Sheet:
    """Both files, and the photos that are not on them because they cannot be read."""

    html: Output
    key: Output
    count: int
    left_out: list[str]


@dataclass(frozen=True)
class Work:
    """An entry under the number by which the jury knows it."""

    number: str
    entry: ContestEntry
    picture: str
    """A data URI."""


class WorkView(TypedDict):
    """A work on the jury's sheet."""

    number: str
    category: str
    picture: str


class JurySheet(TypedDict):
    """What the jury is given."""

    title: str
    roles: list[str]
    works: list[WorkView]


SHEET = Template("contest/jury-sheet.html.jinja", JurySheet)


def sheet(site: Site, contest: Contest) -> Sheet:
    """The same contest gives the same bytes. Withdrawn photos are in neither file."""
    known = [entry for entry in shuffled(contest) if entry.photo in site.photos]
    pictures = {entry.photo: _picture(site, entry.photo) for entry in known}
    readable = (entry for entry in known if pictures[entry.photo])
    works = [
        Work(f"{number:03}", entry, pictures[entry.photo])
        for number, entry in enumerate(readable, start=1)
    ]
    name = f"{FOLDER}/contest-{contest.id}"
    return Sheet(
        Output(f"{name}.html", _html(contest, works).encode()),
        Output(f"{name}-key.csv", _key(site, works).encode("utf-8-sig")),
        len(works),
        [entry.photo for entry in known if not pictures[entry.photo]],
    )


def _picture(site: Site, photo: str) -> str:
    """The photo as a small JPEG of nothing but pixels; nothing when it cannot be read."""
    try:
        data = (site.root / site.picture_path(photo)).read_bytes()
        pixels = decoding.pixels(decoding.opened(data), LONGEST)
    except (OSError, decoding.Unreadable):
        return ""
    encoded = base64.b64encode(master.jpeg(pixels, QUALITY)).decode()
    return f"data:image/jpeg;base64,{encoded}"


def _html(contest: Contest, works: list[Work]) -> str:
    rows: list[WorkView] = [
        {
            "number": work.number,
            "category": category_of(contest, work.entry),
            "picture": work.picture,
        }
        for work in works
    ]
    values = JurySheet(title=contest.title, roles=contest.jury_roles, works=rows)
    return environment().get_template(SHEET.name).render(values) + "\n"


def _key(site: Site, works: list[Work]) -> str:
    """Whose each number is; authors stand here even when they are not to be shown."""
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(COLUMNS)
    for work in works:
        entry = work.entry
        author = site.photos[entry.photo].author
        community = site.of(Community).get(entry.community or "")
        rows.writerow(
            safe_in_spreadsheets(value)
            for value in (
                work.number,
                entry.photo,
                entry.author_display or (author.name if author else ""),
                community.name if community else entry.community or "",
            )
        )
    return text.getvalue()

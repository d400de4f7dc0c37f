"""Which files below `docs/` are published beside texts: the one place that decides it.

An attachment is, when a page that readers see links to it, it lies in `docs/assets/`, and its
ending is one that is taken. A recording is, when an article that readers see names it. So is
the party mark of the deployment. Nothing else is, whatever lies there.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote

from campaign import formats, urls
from campaign.model.entry import Entry
from campaign.model.origin import Origin
from campaign.reading import markup
from campaign.reading.listing import Listed, listed
from campaign.site import ASSETS, Site

TARGET = re.compile(
    r"\]\(\s*<?(?P<inline>[^()<>\s]+)|^ {0,3}\[[^\]\n]+\]:\s*<?(?P<defined>[^<>\s]+)"
    r"|(?:href|src)\s*=\s*[\"']?(?P<raw>[^\"'<>\s]+)",
    re.IGNORECASE,
)
"""Where a link leads, however it is written: in its line, apart, or as HTML."""


class Link(NamedTuple):
    """A link to a file below `docs/`."""

    target: str
    """Relative to the project."""
    origin: Origin
    line: int
    """The line of the file that holds the link."""
    is_out: bool
    """Whether readers see it."""


def files(site: Site) -> list[Listed]:
    """Every file below `docs/` that is no text, but hidden ones; symbolic links are refused."""
    return [
        item
        for item in listed(site.root, ("docs",))
        if item.is_file
        and item.suffix != ".md"
        and not (item.is_link or item.is_below_link)
        and not any(part.startswith(".") for part in item.path.split("/"))
    ]


def links(site: Site) -> Iterator[Link]:
    """Every link to a file in the folder of attachments."""
    for entry in site.entries():
        yield from _links(site.origin(entry), _is_seen(site, entry))
    for uri, page in site.prose.items():
        yield from _links(page.origin, uri in site.shown_prose)


def _is_seen(site: Site, entry: Entry) -> bool:
    return site.is_out(entry) or (site.preview and entry.visibility == "public")


def _links(origin: Origin, is_out: bool) -> Iterator[Link]:
    if "assets/" not in origin.body:
        return
    folder, page = posixpath.dirname(origin.path), origin.path.removesuffix(".md")
    for number, line, is_prose in markup.prose_lines(origin.body):
        for found in TARGET.finditer(markup.without_code(line)) if is_prose else ():
            href = found[found.lastgroup or 0].split("#")[0].split("?")[0]
            seen_from = page if found.lastgroup == "raw" else folder
            target = posixpath.normpath(posixpath.join(seen_from, unquote(href)))
            if target.startswith(f"{ASSETS}/"):
                yield Link(target, origin, number + origin.body_line, is_out)


def published(site: Site) -> list[str]:
    """The files below `docs/` that are published, by their paths there, in their order."""
    linked = {link.target for link in links(site) if link.is_out}
    wanted = {path for path in linked if is_attachment(path)}
    heard = {entry.audio for entry in site.entries() if entry.audio and _is_seen(site, entry)}
    wanted |= {f"docs/{urls.RECORDINGS}{name}" for name in heard}
    if mark := site.profile.party_mark:
        wanted.add(f"{ASSETS}/{mark.image}")
    present = (item.path for item in files(site))
    return [path.removeprefix("docs/") for path in present if path in wanted]


def is_attachment(path: str) -> bool:
    """Whether a file is one that an entry may offer, by its place and its ending."""
    is_recording = path.startswith(f"docs/{urls.RECORDINGS}")
    ending = PurePosixPath(path).suffix.lower()
    return path.startswith(f"{ASSETS}/") and not is_recording and ending in formats.ATTACHMENTS

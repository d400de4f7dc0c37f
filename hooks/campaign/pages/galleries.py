"""Gallery pages."""

from __future__ import annotations

from collections.abc import Iterator

from campaign import urls
from campaign.model import Gallery
from campaign.outputs import Page
from campaign.pages import names, pictures
from campaign.pages.desk import Desk
from campaign.pages.names import View

SHELL = "galleries/shell.md"


def pages(desk: Desk) -> Iterator[Page]:
    for gallery in newest(desk):
        yield page(desk, gallery)


def newest(desk: Desk) -> list[Gallery]:
    return sorted(desk.site.galleries.values(), key=lambda g: (g.date, g.id), reverse=True)


def pairs(desk: Desk, gallery: Gallery) -> list[View]:
    """Before/after pairs that have both halves."""
    halves: dict[str, dict[str, View]] = {}
    for shot in gallery.photos:
        view = pictures.photo(desk, f"{gallery.id}/{shot.file.rsplit('.', 1)[0]}")
        if shot.pair and view:
            halves.setdefault(shot.pair.key, {})[shot.pair.role.value] = view
    return [pair for pair in halves.values() if len(pair) == 2]


def page(desk: Desk, gallery: Gallery) -> Page:
    root = urls.root_from(urls.url(gallery))
    card = pictures.gallery_card(desk, gallery)
    shots = pictures.gallery_photos(desk, gallery)
    compared = pairs(desk, gallery)
    in_pairs = {half["id"] for pair in compared for half in pair.values()}
    body = desk.render(
        "gallery.html.jinja",
        root,
        card=card,
        place=gallery.place or "",
        communities=[names.record_link(desk, "community", id) for id in gallery.communities],
        pairs=compared,
        photos=[shot for shot in shots if shot["id"] not in in_pairs],
    )
    return Page(
        path=urls.url(gallery),
        shell=SHELL,
        title=gallery.title,
        description=gallery.intro or gallery.title,
        body=body,
        source=desk.site.origin(gallery).path,
        picture=card["cover"]["src"] if card["cover"] else "",
        modified=str(gallery.updated or gallery.date),
    )

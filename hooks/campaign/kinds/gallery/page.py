"""Gallery pages: one for every sixty photos of a gallery."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from campaign import urls
from campaign.kinds.gallery import Gallery
from campaign.render import names, pictures
from campaign.render.edition import Edition
from campaign.render.names import View
from campaign.render.outputs import Page

SHELL = "galleries/shell.md"
CAP = 60
"""Photos a page, at most: with more, a telephone loads for minutes."""


def pages(edition: Edition) -> Iterator[Page]:
    for gallery in newest(edition):
        yield from gallery_pages(edition, gallery)


def newest(edition: Edition) -> list[Gallery]:
    return sorted(edition.site.of(Gallery).values(), key=lambda g: (g.date, g.id), reverse=True)


def pairs(shots: list[View]) -> list[View]:
    """Before/after pairs that have both halves."""
    halves: dict[str, dict[str, View]] = {}
    for shot in shots:
        if shot["pair"]:
            halves.setdefault(shot["pair_key"], {})[shot["pair"]] = shot
    return [pair for pair in halves.values() if len(pair) == 2]


def sheets(shots: list[View]) -> list[list[View]]:
    """The photos of each page, in order; those in pairs stand on the first page by themselves."""
    paired = {half["id"] for pair in pairs(shots) for half in pair.values()}
    single = [shot for shot in shots if shot["id"] not in paired]
    return [single[start : start + CAP] for start in range(0, len(single), CAP)] or [[]]


def photo_url(edition: Edition, gallery: Gallery, id: str) -> str:
    """The address of a photo on the page of its gallery that shows it."""
    found = sheets(pictures.gallery_photos(edition, gallery))
    number = next((n for n, sheet in enumerate(found, 1) if any(s["id"] == id for s in sheet)), 1)
    return f"{urls.sheet(gallery.id, number)}#{id.split('/')[1]}"


def gallery_pages(edition: Edition, gallery: Gallery) -> Iterator[Page]:
    shots = pictures.gallery_photos(edition, gallery)
    found = sheets(shots)
    for number, sheet in enumerate(found, start=1):
        yield _page(edition, gallery, shots, sheet, number, len(found))


def _page(
    edition: Edition,
    gallery: Gallery,
    shots: list[View],
    sheet: list[View],
    number: int,
    total: int,
) -> Page:
    address = urls.sheet(gallery.id, number)
    card = pictures.gallery_card(edition, gallery)
    body = edition.render(
        "gallery.html.jinja",
        urls.root_from(address),
        card=card,
        place=gallery.place or "",
        communities=[names.record_link(edition, "community", id) for id in gallery.communities],
        pairs=pairs(shots) if number == 1 else [],
        series=_series(sheet),
        number=number,
        sheets=[{"number": n, "url": urls.sheet(gallery.id, n)} for n in range(1, total + 1)],
    )
    return Page(
        path=address,
        shell=SHELL,
        title=gallery.title if number == 1 else f"{gallery.title}（第 {number} 页）",
        description=gallery.intro or gallery.title,
        body=body,
        source=edition.site.origin(gallery).path,
        cover=card["cover"]["id"] if card["cover"] else "",
        modified=str(gallery.updated or gallery.date),
    )


def _series(sheet: list[View]) -> list[View]:
    """The photos under the names of their series, as they follow each other."""
    return [
        {"title": title, "photos": list(shots)}
        for title, shots in groupby(sheet, key=lambda shot: str(shot["series"]))
    ]
